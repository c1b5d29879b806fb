import type { App } from "../app.ts";
import { Conflict, messageOf } from "../error.ts";
import { canServe, putBack, shouldAsk, takePlaces, withLimits } from "./pace.ts";
import type { Pace, Taken } from "./pace.ts";
import { pauseSending } from "./pause.ts";
import { isPaused } from "./sending.ts";
import type { Limits } from "./sending.ts";
import { getSending, putPace } from "./store.ts";
import { warmUpDay } from "./warm-up.ts";

/** More senders at the same moment than have a place at the queue. */
const TRIES = 20;

export type Pacing = {
  /** Not a copy: its configuration may change while it runs. */
  readonly app: Pick<App, "table" | "now" | "config" | "alarm">;
  /** Asks the provider; without it there are no limits but the warm-up. */
  readonly limits?: (() => Promise<Limits>) | undefined;
};

/** Places for some or all, and why not for all. `pace`: to put back what is not used. */
export type Got = Pick<Taken, "places" | "reason"> & { readonly pace?: Pace };

const none = (reason: string): Got => ({ places: [], reason });

/** Takes places for `count` emails that begin until `until` (epoch ms), whoever else is taking some: one write, again when somebody was faster. */
export async function takeUntil(pacing: Pacing, count: number, until: number): Promise<Got> {
  const ask = asksOnce(pacing);
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const sending = await getSending(pacing.app.table);
    const now = pacing.app.now();
    if (isPaused(sending.pause, now)) return none(sending.pause.says);
    const known = await limited(pacing, sending.pace, ask);
    if (!known) return none(LIMITS_UNKNOWN);
    if (known.limits?.stopped) {
      await pauseSending(pacing.app, known.limits.stopped);
      return none(known.limits.stopped.says);
    }
    const taken = takePlaces(known, {
      count,
      until,
      now: pacing.app.now(),
      ...warmUpDay(pacing.app.config.company, pacing.app.now()),
    });
    try {
      if (isWorthKeeping(sending.pace, taken)) await pacing.app.table.write(putPace(sending, taken.pace));
      return taken;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
  return none("too many senders wanted a place at the same moment");
}

/** What could not be used after all may be used by others today. */
export async function returnPlaces(pacing: Pacing, count: number, taken: Pace | undefined): Promise<void> {
  if (
    !taken ||
    count === 0 ||
    (taken.limits?.perDay === undefined && warmUpDay(pacing.app.config.company, pacing.app.now()).cap === undefined)
  )
    return;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const sending = await getSending(pacing.app.table);
    try {
      return await pacing.app.table.write(putPace(sending, putBack(sending.pace, count, taken)));
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

/** Without a rate, a quota or a warm-up there is nothing to keep in mind. */
const isWorthKeeping = (before: Pace, { pace, places }: Taken): boolean =>
  pace.askedAt !== before.askedAt || (places.length > 0 && (pace.limits !== undefined || pace.today !== before.today));

const LIMITS_UNKNOWN = "the mail provider does not say how much it takes";

type Asked = { readonly limits: Limits; readonly at: number } | { readonly error: unknown };

function asksOnce({ limits, app }: Pacing): (() => Promise<Asked>) | undefined {
  let asked: Promise<Asked> | undefined;
  return (
    limits &&
    (() =>
      (asked ??= limits().then(
        (found) => ({ limits: found, at: app.now() }),
        (error: unknown) => ({ error }),
      )))
  );
}

/** The pace with limits to go by; undefined when there are none and none are to be had. */
async function limited(pacing: Pacing, pace: Pace, ask: (() => Promise<Asked>) | undefined): Promise<Pace | undefined> {
  if (!ask || !shouldAsk(pace, pacing.app.now())) return pace;
  const asked = await ask();
  if ("limits" in asked) return withLimits(pace, asked.limits, asked.at);
  if (canServe(pace, pacing.app.now())) return pace;
  // Somebody else may have asked at the same moment and been told.
  const { pace: latest } = await getSending(pacing.app.table);
  if (canServe(latest, pacing.app.now())) return latest;
  const why = messageOf(asked.error);
  pacing.app.alarm({ name: "limits-unknown", says: `Nothing is sent, because ${LIMITS_UNKNOWN}: ${why}` });
  return undefined;
}
