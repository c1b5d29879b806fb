import * as z from "zod";
import { HOUR, MINUTE } from "../durations.ts";
import { Limits } from "./sending.ts";

/**
 * An email is handed to the mailer within so many milliseconds of the moment it has a place at; after that its place has lapsed. A place is given only when those of the
 * second before it, this and a little more for the clocks of senders (on AWS they differ by about a millisecond), leave room for it. So no second,
 * wherever it begins, sees more emails than the rate; it costs a tenth of it.
 */
const LAPSES_MS = 80;
const CLOCKS_DIFFER_MS = 20;
const SLACK_MS = LAPSES_MS + CLOCKS_DIFFER_MS;
const SECOND = 1000;

/** Nobody waits longer for a place: a function that waits is paid for, and is ended after a minute. */
export const LONGEST_WAIT_MS = 25_000;

/** SES allows most calls once a second only, and a quota seldom changes. */
const LIMITS_SERVE_MS = 5 * MINUTE;
/** While the provider cannot be asked. */
const OLD_LIMITS_SERVE_MS = HOUR;

/** What was let through, and where the next places are. */
export const Pace = z.object({
  limits: Limits.optional(),
  /** When the limits were asked for, epoch ms. */
  askedAt: z.number().optional(),
  /** Places of the last second and of the time to come, in order of time. */
  taken: z.array(z.object({ at: z.number(), count: z.number() })),
  /** Emails since `askedAt`: the provider did not count them yet. */
  letThrough: z.number(),
  /** Emails of one date, for the warm-up. */
  today: z.object({ date: z.string(), count: z.number() }),
});
export type Pace = z.infer<typeof Pace>;

export const newPace: Pace = { taken: [], letThrough: 0, today: { date: "", count: 0 } };

/** Room for `count` emails that leave from `at` on and before `lapsesAt` (epoch ms). */
export type Places = { readonly at: number; readonly lapsesAt: number; readonly count: number };

export type Wish = {
  readonly count: number;
  readonly now: number;
  /** No place that begins after this. */
  readonly until: number;
  /** The company's date, and the warm-up's cap on it. */
  readonly date: string;
  readonly cap: number | undefined;
};

export type Taken = {
  readonly pace: Pace;
  readonly places: readonly Places[];
  /** Why there is not room for all. */
  readonly reason: string | undefined;
};

export const shouldAsk = ({ limits, askedAt }: Pace, now: number): boolean =>
  !limits || askedAt === undefined || now - askedAt >= LIMITS_SERVE_MS;

/** Known well enough to send by, should the provider not answer? */
export const canServe = ({ limits, askedAt }: Pace, now: number): boolean =>
  limits !== undefined && askedAt !== undefined && now - askedAt < OLD_LIMITS_SERVE_MS;

/** So many emails in any so many milliseconds. */
const rateOf = (perSecond: number): { most: number; within: number } =>
  perSecond >= 1
    ? { most: Math.floor(perSecond), within: SECOND + SLACK_MS }
    : { most: 1, within: Math.ceil(SECOND / perSecond) + SLACK_MS };

/** With the provider's own count up to now; what has a place and has not left is not in it. */
export function withLimits(pace: Pace, limits: Limits, now: number): Pace {
  return { ...pace, limits, askedAt: now, letThrough: Math.min(pace.letThrough, stillToLeave(pace, now)) };
}

const sumOf = (places: readonly { readonly count: number }[]): number =>
  places.reduce((sum, { count }) => sum + count, 0);

const stillToLeave = ({ taken }: Pace, now: number): number => sumOf(taken.filter(({ at }) => at + SLACK_MS > now));

/** As many places as the limits leave room for, in one go and over several seconds if need be. */
export function takePlaces(pace: Pace, wish: Wish): Taken {
  const { limits } = pace;
  const before = pace.today.date === wish.date ? pace.today.count : 0;
  const ofQuota = limits?.perDay === undefined ? Infinity : limits.perDay - limits.sentInDayBefore - pace.letThrough;
  const ofWarmUp = wish.cap === undefined ? Infinity : wish.cap - before;
  const most = Math.max(0, Math.min(wish.count, Math.floor(ofQuota), ofWarmUp));
  const places = placesFor(pace, most, wish);
  const count = sumOf(places);
  return {
    pace: {
      ...pace,
      taken: withPlaces(pace, places, wish.now),
      letThrough: pace.letThrough + count,
      // Nobody counts what no warm-up caps.
      today: wish.cap === undefined ? pace.today : { date: wish.date, count: before + count },
    },
    places,
    reason: count < wish.count ? reasonOf({ fast: count < most, warm: ofWarmUp < ofQuota, wish, limits }) : undefined,
  };
}

type Lack = {
  readonly fast: boolean;
  readonly warm: boolean;
  readonly wish: Wish;
  readonly limits: Limits | undefined;
};

function reasonOf({ fast, warm, wish, limits }: Lack): string {
  if (fast) return `the sending rate of ${limits?.perSecond} emails a second is used up for now`;
  if (warm) return `the warm-up's ${wish.cap} emails of ${wish.date} are used up`;
  return `the daily quota of ${limits?.perDay} emails is used up`;
}

function placesFor({ limits, taken }: Pace, count: number, { now, until }: Wish): Places[] {
  if (count === 0) return [];
  if (!limits?.perSecond) return [{ at: now, lapsesAt: Infinity, count }];
  const { most, within } = rateOf(limits.perSecond);
  const all = [...taken];
  const places: Places[] = [];
  let left = count;
  let at = Math.max(now, all.at(-1)?.at ?? 0);
  while (left > 0 && at <= until) {
    const before = all.filter((one) => one.at > at - within);
    const room = Math.min(left, most - sumOf(before));
    if (room > 0) {
      places.push({ at, lapsesAt: at + LAPSES_MS, count: room });
      all.push({ at, count: room });
      left -= room;
    } else at = before[0]!.at + within;
  }
  return places;
}

/** What has left too long ago to matter is forgotten; one entry for each moment. */
function withPlaces({ limits, taken }: Pace, places: readonly Places[], now: number): Pace["taken"] {
  if (!limits?.perSecond) return [];
  const { within } = rateOf(limits.perSecond);
  const counts = new Map<number, number>();
  for (const { at, count } of [...taken, ...places])
    if (at > now - within) counts.set(at, (counts.get(at) ?? 0) + count);
  return Array.from(counts, ([at, count]) => ({ at, count }));
}

/** Of places that were taken, so many were not used. `taken` as it was before or after taking them. */
export function putBack(pace: Pace, count: number, taken: Pick<Pace, "askedAt" | "today">): Pace {
  const { date } = taken.today;
  return {
    ...pace,
    // Of what came before the provider was asked again its own count tells.
    letThrough: pace.askedAt === taken.askedAt ? Math.max(0, pace.letThrough - count) : pace.letThrough,
    today: pace.today.date === date ? { date, count: Math.max(0, pace.today.count - count) } : pace.today,
  };
}
