import type { Cadence } from "../cadence/cadence.ts";
import { MINUTE } from "../durations.ts";
import { toInstant, toLocal, weekdayOf } from "../time.ts";

/** Longer than it takes until a zone that is new to a cadence has its schedules: two sweeps. */
const AHEAD = 30 * MINUTE;
/** Longer than an order that the mailer took nothing of waits for its next turn, at which it is closed with a word if the window is over. */
const AFTER = 20 * MINUTE;

/**
 * May somebody move from one cadence to another at this moment without that the slot of today is lost between the two: an order of the old one that is
 * under way would find them gone, and the new one's may have been given already. Pure.
 * @param touched whether today's slot has its outcome already, whatever it is
 */
export function mayMoveNow(
  moving: { readonly from: Cadence | undefined; readonly to: Cadence | undefined; readonly timeZone: string },
  now: number,
  touched: boolean,
): boolean {
  const { from, to, timeZone } = moving;
  const today = toLocal(timeZone, now);
  const old = slotsOn(from, timeZone, today.date);
  if (!from || old.length === 0 || touched || isOver(from, timeZone, now)) return true;
  // Something is ordered already, or will be in a moment.
  if (Math.min(...old) <= now + AHEAD) return false;
  const others = slotsOn(to, timeZone, today.date);
  return others.length === 0 || others.some((at) => at > now + AHEAD);
}

function isOver({ window }: Cadence, timeZone: string, now: number): boolean {
  const end = toInstant(timeZone, toLocal(timeZone, now).date, window.to);
  return end !== undefined && now >= end + AFTER;
}

function slotsOn(cadence: Cadence | undefined, timeZone: string, date: string): number[] {
  const weekday = weekdayOf(date);
  const ofDay = cadence?.slots.filter((slot) => slot.weekday === weekday) ?? [];
  return ofDay.flatMap(({ time }) => toInstant(timeZone, date, time) ?? []);
}
