/** What the call page offers to choose from. */
import { nextGoodHour, type Where } from "../../shared/call/good-hours.ts";
import { HOUR, MINUTE, isDate, placeOf, toInstant, toLocal } from "../../shared/time.ts";
import { HOUR_VALUE, hourValue } from "./call-form-step.ts";
import { nearIn } from "./when.ts";

export type HourChoice = {
  /** As the form sends it. */
  readonly value: string;
  readonly at: number;
  /** "Thu 3 Dec 10:00", there. */
  readonly there: string;
  /** The same here, where that differs: "Thu 3 Dec 23:00 Auckland". */
  readonly here: string | undefined;
};

const CHOICES = 4;
/** Nobody agrees on 10:23. The offsets of all zones are whole quarters. */
const QUARTER = 15 * MINUTE;

/** The next good hours of the prospect, from half a day on, no two within five hours, and the one that is chosen already. */
export function hourChoices(where: Where, { zone, now }: Here, chosen?: string): HourChoice[] {
  const { timeZone } = where;
  const hours: number[] = [];
  for (
    let after = QUARTER * Math.ceil((now + 12 * HOUR) / QUARTER);
    hours.length < CHOICES;
    after = (hours.at(-1) ?? after) + 5 * HOUR
  )
    hours.push(nextGoodHour({ ...where, after }));
  const offered = hours.map((at) => choiceOf(at, timeZone, { zone, now }));
  const before = offered.some(({ value }) => value === chosen)
    ? undefined
    : chosenHour(chosen, timeZone, { zone, now });
  return before ? [...offered, before] : offered;
}

/** The hour that was chosen on a page of before, should it not be among those offered by now. */
function chosenHour(value: string | undefined, timeZone: string, here: Here): HourChoice | undefined {
  const [, date, time] = HOUR_VALUE.exec(value ?? "") ?? [];
  const at = date === undefined || time === undefined || !isDate(date) ? undefined : toInstant(timeZone, date, time);
  return at === undefined ? undefined : choiceOf(at, timeZone, here);
}

type Here = { readonly zone: string; readonly now: number };

function choiceOf(at: number, timeZone: string, { zone, now }: Here): HourChoice {
  const { date, time } = toLocal(timeZone, at);
  const there = nearIn(timeZone, at, now);
  const here = nearIn(zone, at, now);
  return { value: hourValue(date, time), at, there, here: here === there ? undefined : `${here} ${placeOf(zone)}` };
}
