import { trackApp } from "../../../functions/track/app.ts";
import { getCadences } from "../../../shared/cadence/store.ts";
import { listOutbox } from "../../../shared/local/outbox.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/time.ts";
import { passTime, putStandingSchedules } from "../work.ts";
import type { OnFailure } from "../work.ts";
import type { World } from "../world.ts";
import { agenda } from "./agenda.ts";
import { act, readNewMail } from "./prospects.ts";
import type { Deed, Deeds } from "./prospects.ts";
import { makeDueCalls } from "./reps.ts";
import { AppError } from "../../../shared/error.ts";
import { countCalls, tallyLedger, tallyMail } from "./tally.ts";

export type PlayOptions = {
  readonly weeks: number;
  readonly seed: number;
  /** Nobody opens anything and nobody calls: what will go out, and to how many. */
  readonly quiet?: boolean;
  readonly onProgress?: (share: number) => void;
  readonly failed: OnFailure;
  /** Told each time the clock has moved. */
  readonly onMoment?: (() => Promise<void>) | undefined;
};

export type Played = {
  weeks: number;
  from: string;
  to: string;
  prospects: number;
  sent: number;
  skipped: { [reason: string]: number };
  otherOutcomes: { [outcome: string]: number };
  opens: number;
  clicks: number;
  unsubscribes: number;
  callTasks: number;
  calls: { [disposition: string]: number };
  duplicates: number;
  outsideWindow: number;
  days: { date: string; sent: number; skipped: { [reason: string]: number } }[];
};

/** Often enough that what people do is not far from when they would do it. */
const STEP = 15 * MINUTE;

/**
 * Lets weeks pass in the world given: schedules fire, emails go out, prospects of the seed open, click and leave over the links in their
 * emails, and reps work off their lists. Everything happens through the product's own handlers; only people are played.
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
  const callsBefore = await countCalls(app.table);
  await putStandingSchedules(world);
  const done = await letPass(world, to, firstEmail, options);
  const mail = await tallyMail(store, app.table, cadence, firstEmail);
  const ledger = await tallyLedger(app.table, new Date(from).toISOString().slice(0, 10));
  const dates = [...new Set([...mail.perDate.keys(), ...ledger.perDate.keys()])].toSorted((a, b) => a.localeCompare(b));
  return {
    weeks: options.weeks,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    prospects: ledger.prospects,
    sent: mail.sent,
    skipped: ledger.skipped,
    otherOutcomes: ledger.other,
    ...done.deeds,
    callTasks: (await countCalls(app.table)) - callsBefore,
    calls: done.calls,
    duplicates: mail.duplicates,
    outsideWindow: mail.outsideWindow,
    days: dates.map((date) => ({ date, sent: mail.perDate.get(date) ?? 0, skipped: ledger.perDate.get(date) ?? {} })),
  };
}

/** Steps end on whole quarters of an hour, so that the same seed plays the same weeks whichever minute they begin in. */
async function letPass(
  world: World,
  to: number,
  firstEmail: number,
  options: PlayOptions,
): Promise<{ deeds: Deeds; calls: Played["calls"] }> {
  const { seed, failed, onMoment, onProgress } = options;
  const from = world.clock.now();
  const site = trackApp(world.app);
  const deeds: Deeds = { opens: 0, clicks: 0, unsubscribes: 0 };
  const calls: Played["calls"] = {};
  const played = { seed, todo: agenda<Deed>(), received: new Map<string, number>() };
  let lastEmail = firstEmail;
  for (let next = (Math.floor(from / STEP) + 1) * STEP; world.clock.now() < to; next += STEP) {
    const until = Math.min(next, to);
    for (let at = played.todo.nextAt(); at !== undefined && at <= until; at = played.todo.nextAt()) {
      const deed = played.todo.take();
      await passTime(world, at, failed, onMoment);
      if (deed) await act(world, site, deed, deeds);
    }
    await passTime(world, until, failed, onMoment);
    onProgress?.((until - from) / (to - from));
    if (options.quiet) continue;
    lastEmail = readNewMail(world.store, played, lastEmail);
    if (until % HOUR === 0) await makeDueCalls(world.app, seed, calls);
  }
  return { deeds, calls };
}
