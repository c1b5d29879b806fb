import { DispatchOrder, dispatchTouches } from "../cadence/dispatch.ts";
import { syncChangedZones, syncSchedules } from "../cadence/schedules.ts";
import { resumeDue } from "../prospect/resume-due.ts";
import { assignCadences } from "../segment/assign.ts";
import { DAY, HOUR, MINUTE, toLocal } from "../time.ts";
import { nothingMade } from "./nothing-made.ts";
import { sendTouches } from "../touch/send.ts";
import type { Harvest } from "./harvest.ts";
import type { MemoryFiring } from "./memory-scheduler.ts";
import type { Stage } from "./stage.ts";

export type Passing = {
  /** Epoch ms. */
  readonly to: number;
  readonly harvest: Harvest;
  /** There are segments, which may give cadences. */
  readonly assigns: boolean;
  readonly onShare: (share: number) => Promise<void> | void;
};

const SWEEP = { name: "sweep", expression: "rate(15 minutes)", timeZone: "UTC", target: "sweep", input: {} } as const;
/** The chores of the day, as functions/sweep.ts has them. */
const DAILY_AT = 45 * MINUTE;
/** Afterwards a date and its afternoons are over on the last calendar of the world. */
const OVER_AFTER = DAY + 13 * HOUR;

/** Lets time pass on a stage: what fires, what is ordered, what comes again, each at its own moment and in order, as a runtime would. */
export async function letPass(stage: Stage, { to, harvest, assigns, onShare }: Passing): Promise<void> {
  const { app, scheduler, touches } = stage;
  const from = app.now();
  const open = new Set<string>();
  await syncSchedules(app, { anew: true });
  await scheduler.put(SWEEP);
  for (let at = from; ; at = Math.min(scheduler.nextDue()?.at ?? Infinity, touches.nextAt(), to)) {
    stage.standAt(at);
    await workDue(stage, assigns, open);
    for (const date of open)
      if (at >= Date.parse(date) + OVER_AFTER || at >= to) {
        await harvest.gather(app.table, date);
        open.delete(date);
      }
    await onShare((at - from) / (to - from));
    if (at >= to) return;
  }
}

/** Everything that is due by now; what was ordered before what fires next. */
async function workDue(stage: Stage, assigns: boolean, open: Set<string>): Promise<void> {
  const { app, touches, scheduler } = stage;
  let isDaily = false;
  for (;;) {
    for (let batch = touches.take(app.now()); batch; batch = touches.take(app.now()))
      await sendTouches(app, batch, nothingMade);
    const due = scheduler.nextDue();
    if (!due || due.at > app.now()) break;
    scheduler.fired(due);
    if (due.schedule.name === SWEEP.name) isDaily = (await sweep(stage, due)) || isDaily;
    else await dispatch(stage, due, open);
  }
  if (isDaily && assigns) await assignCadences(app);
}

async function dispatch({ app }: Stage, { at, schedule }: MemoryFiring, open: Set<string>): Promise<void> {
  const order = DispatchOrder.parse({ ...schedule.input, scheduledAt: at });
  open.add(toLocal(order.timeZone, at).date);
  await dispatchTouches(app, order);
}

/**
 * Of the chores of the sweep those that there is something to do for while nobody reacts. That nobody is dropped is not looked after: where the library
 * is used up it only opens tasks to share something by hand, and these keep clear of the cadence's slots. Says whether it was the sweep of the day.
 */
async function sweep({ app }: Stage, { at }: MemoryFiring): Promise<boolean> {
  await resumeDue(app);
  const isDaily = (at - DAILY_AT) % DAY === 0;
  if (!isDaily) {
    await syncChangedZones(app);
    return false;
  }
  await syncSchedules(app, { anew: true });
  return true;
}
