import type { App } from "../app.ts";
import { MINUTE } from "../durations.ts";
import { toLocal } from "../time.ts";
import type { Local } from "../time.ts";
import type { Cadence, CadenceSlot } from "./cadence.ts";
import { scheduleOf } from "./schedules.ts";
import { getZones } from "./store.ts";

type Rhythm = Pick<Cadence, "slots" | "window">;

/** What a change makes of a date, where its wall clock stands at `local`: "today" = a slot of it moved to a time that is past. */
export type Moved = {
  readonly slot: CadenceSlot;
  /** today: the date had a slot, whose emails must not get lost. next-week: the date had none, so the slot begins a week later. */
  readonly comes: "today" | "next-week";
};

/** Pure; undefined where the schedules alone do the right thing. */
export function movedPast(before: Rhythm, after: Rhythm, { weekday, time }: Local): Moved | undefined {
  const ofDay = ({ slots }: Rhythm): CadenceSlot[] => slots.filter((slot) => slot.weekday === weekday);
  const had = ofDay(before);
  const slot = ofDay(after).find((one) => one.time <= time && !had.some((other) => other.time === one.time));
  if (!slot) return undefined;
  if (had.length === 0) return { slot, comes: "next-week" };
  // Later than both windows the old slot has had its emails, or they are closed.
  const end = before.window.to > after.window.to ? before.window.to : after.window.to;
  return time < end ? { slot, comes: "today" } : undefined;
}

/** A schedule has to lie ahead when it is put. */
const AHEAD = 30_000;

/**
 * Orders what a change would make people miss: where a slot of today moved to a time that is past there, its emails are ordered with the next full
 * minute, by a schedule that fires once. Who had theirs at the old time gets no second: there is one touch a date.
 * @returns in which ways slots moved, over all zones
 */
export async function orderMoved(app: App, before: Cadence, after: Cadence): Promise<ReadonlySet<Moved["comes"]>> {
  const ways = new Set<Moved["comes"]>();
  for (const timeZone of await getZones(app.table, after.id)) {
    const now = app.now();
    const moved = movedPast(before, after, toLocal(timeZone, now));
    if (!moved) continue;
    ways.add(moved.comes);
    if (moved.comes === "next-week") continue;
    const at = Math.ceil((now + AHEAD) / MINUTE) * MINUTE;
    const { name, target, input } = scheduleOf(after, moved.slot, timeZone);
    const expression = `at(${new Date(at).toISOString().slice(0, 19)})`;
    await app.scheduler.put({ name: `${MOVED}.${name}`, expression, timeZone: "UTC", target, input });
  }
  return ways;
}

/** First part of their names; no cadence has it for an id. */
export const MOVED = "moved";
