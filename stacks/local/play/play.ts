import { trackApp } from "../../../functions/track/app.ts";
import { getCadences } from "../../../shared/cadence/store.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { listOutbox } from "../../../shared/local/outbox.ts";
import { DAY, HOUR } from "../../../shared/time.ts";
import type { OnFailure, World } from "../world.ts";
import { passTime } from "../world.ts";
import { agenda } from "./agenda.ts";
import { act, readNewMail } from "./prospects.ts";
import type { Deed, Deeds } from "./prospects.ts";
import { makeDueCalls } from "./reps.ts";
import { countCalls, tallyLedger, tallyMail } from "./tally.ts";

export type PlayOptions = {
  readonly weeks: number;
  readonly seed: number;
  /** Nobody opens anything and nobody calls: what will go out, and to how many. */
  readonly quiet?: boolean;
  readonly onProgress?: (share: number) => void;
  readonly failed: OnFailure;
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

/**
 * Lets weeks pass in the world given: schedules fire, emails go out, prospects of the seed open, click and leave over the links in their
 * emails, and reps work off their lists. Everything happens through the product's own handlers; only people are played.
 */
export async function play(world: World, options: PlayOptions): Promise<Played> {
  const { app, store, clock } = world;
  const start = clock.now();
  const end = start + options.weeks * 7 * DAY;
  const site = trackApp(app);
  const deeds: Deeds = { opens: 0, clicks: 0, unsubscribes: 0 };
  const calls: Played["calls"] = {};
  const todo = agenda<Deed>();
  const received = new Map<string, number>();
  const firstEmail = listOutbox(store, { limit: 1 })[0]?.id ?? 0;
  const callsBefore = await countCalls(app.table);
  let lastEmail = firstEmail;
  for (let hour = start + HOUR; clock.now() < end; hour += HOUR) {
    const until = Math.min(hour, end);
    await passTime(world, until, options.failed);
    if (!options.quiet) {
      lastEmail = readNewMail(store, { seed: options.seed, todo, received }, lastEmail);
      while ((todo.nextAt() ?? Infinity) <= until) {
        const deed = todo.take();
        if (deed) await act(world, site, deed, deeds);
      }
      await passTime(world, until, options.failed);
      await makeDueCalls(app, options.seed, calls);
    }
    options.onProgress?.((until - start) / (end - start));
  }
  const cadence = (await getCadences(app.table))[0] ?? defaultCadence;
  const mail = await tallyMail(store, app.table, cadence, firstEmail);
  const ledger = await tallyLedger(app.table, new Date(start).toISOString().slice(0, 10));
  const dates = [...new Set([...mail.perDate.keys(), ...ledger.perDate.keys()])].toSorted();
  return {
    weeks: options.weeks,
    from: new Date(start).toISOString(),
    to: new Date(end).toISOString(),
    prospects: ledger.prospects,
    sent: mail.sent,
    skipped: ledger.skipped,
    otherOutcomes: ledger.other,
    ...deeds,
    callTasks: (await countCalls(app.table)) - callsBefore,
    calls,
    duplicates: mail.duplicates,
    outsideWindow: mail.outsideWindow,
    days: dates.map((date) => ({ date, sent: mail.perDate.get(date) ?? 0, skipped: ledger.perDate.get(date) ?? {} })),
  };
}
