import { trackApp } from "../../../functions/track/app.ts";
import { getCadences } from "../../../shared/cadence/store.ts";
import { AppError } from "../../../shared/error.ts";
import { listOutbox } from "../../../shared/local/outbox.ts";
import { checkNoDrop } from "../../../shared/prospect/no-drop.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/time.ts";
import { putStandingSchedules, workDue, nextMoment } from "../work.ts";
import type { OnFailure } from "../work.ts";
import type { World } from "../world.ts";
import { agenda } from "./agenda.ts";
import { act, nothingDone } from "./deeds.ts";
import type { Truth } from "./deeds.ts";
import { readNewMail } from "./prospects.ts";
import type { Cast } from "./prospects.ts";
import { makeDueCalls } from "./reps.ts";
import { optedOut, tallyEngagement } from "./tally-engagement.ts";
import type { EngagementTally } from "./tally-engagement.ts";
import { tallyLedger, tallyMail } from "./tally.ts";

export type PlayOptions = {
  readonly weeks: number;
  readonly seed: number;
  /** Nobody opens anything and nobody calls, no machine either: what will go out, and to how many. */
  readonly quiet?: boolean;
  readonly onProgress?: (share: number) => void;
  readonly failed: OnFailure;
  /** Told each time the clock has moved. */
  readonly onMoment?: (() => Promise<void>) | undefined;
};

export type Played = EngagementTally & {
  weeks: number;
  from: string;
  to: string;
  prospects: number;
  sent: number;
  skipped: { [reason: string]: number };
  otherOutcomes: { [outcome: string]: number };
  /** What people did; what machines did is in `deeds` beside it. */
  opens: number;
  clicks: number;
  unsubscribes: number;
  deeds: Pick<Truth, "people" | "machines">;
  calls: { [disposition: string]: number };
  duplicates: number;
  outsideWindow: number;
  /** Who was left without a next touch in the end, and how many were looked at. */
  noDrop: { looked: number; dropped: number; repaired: number };
  days: { date: string; sent: number; skipped: { [reason: string]: number } }[];
};

/** How often progress is told, and whether the hour of the reps has come. */
const STEP = 15 * MINUTE;

/**
 * Lets weeks pass in the world given: schedules fire, emails go out, prospects of the seed open, click and leave over the links in their
 * emails, as do their mail programs and the gateways before them, and reps work off their lists. Everything happens through the product's own
 * handlers; only people and machines are played.
 */
export async function play(world: World, options: PlayOptions): Promise<Played> {
  const { app, store, clock } = world;
  const [cadence] = await getCadences(app.table);
  if (!cadence)
    throw new AppError(
      "invalid",
      "nothing would be sent: say first who you are, on the Settings page or with midweek company <file.json>",
    );
  const from = clock.now();
  const to = from + options.weeks * 7 * DAY;
  const firstEmail = listOutbox(store, { limit: 1 })[0]?.id ?? 0;
  const leftBefore = await optedOut(app.table);
  await putStandingSchedules(world);
  const { truth, calls } = await letPass(world, to, firstEmail, options);
  const mail = await tallyMail(store, app.table, cadence, firstEmail);
  const ledger = await tallyLedger(app.table, new Date(from).toISOString().slice(0, 10));
  const engagement = await tallyEngagement(app.table, from, truth, leftBefore);
  const { people, machines } = truth;
  const { looked, byKind, repaired } = await checkNoDrop(app);
  const dates = [...new Set([...mail.perDate.keys(), ...ledger.perDate.keys()])].toSorted((a, b) => a.localeCompare(b));
  return {
    weeks: options.weeks,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    prospects: ledger.prospects,
    sent: mail.sent,
    skipped: ledger.skipped,
    otherOutcomes: ledger.other,
    opens: people.opens,
    clicks: people.clicks,
    unsubscribes: people.unsubscribes,
    deeds: { people, machines },
    ...engagement,
    calls,
    duplicates: mail.duplicates,
    outsideWindow: mail.outsideWindow,
    noDrop: { looked, dropped: byKind.dropped, repaired },
    days: dates.map((date) => ({ date, sent: mail.perDate.get(date) ?? 0, skipped: ledger.perDate.get(date) ?? {} })),
  };
}

/** Calls are made on whole hours, so that the same seed plays the same weeks whichever minute they begin in. */
async function letPass(
  world: World,
  to: number,
  firstEmail: number,
  options: PlayOptions,
): Promise<{ truth: Truth; calls: Played["calls"] }> {
  const { seed, failed, onMoment, onProgress } = options;
  const from = world.clock.now();
  const site = trackApp(world.app);
  const truth = nothingDone();
  const calls: Played["calls"] = {};
  const cast: Cast = { seed, weeks: { from, to }, todo: agenda(), readers: new Map(), gateways: new Map() };
  let lastEmail = firstEmail;
  let step = (Math.floor(from / STEP) + 1) * STEP;
  for (let until = from; ;) {
    await workDue(world, failed);
    if (!options.quiet) lastEmail = readNewMail(world, cast, lastEmail);
    if (until >= to) return { truth, calls };
    until = Math.min(nextMoment(world), cast.todo.nextAt() ?? Infinity, step, to);
    world.clock.standAt(until);
    await onMoment?.();
    for (let at = cast.todo.nextAt(); at !== undefined && at <= until; at = cast.todo.nextAt()) {
      const deed = cast.todo.take();
      if (deed) await act(world, site, deed, truth);
    }
    if (until < step) continue;
    step += STEP;
    onProgress?.((until - from) / (to - from));
    if (options.quiet || until % HOUR !== 0) continue;
    await workDue(world, failed);
    await makeDueCalls(world.app, seed, calls);
  }
}
