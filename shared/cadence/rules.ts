import { ArticleKind } from "../content/article.ts";
import { WallTime } from "./cadence.ts";
import type { Cadence } from "./cadence.ts";

/** What Midweek promises of every email: Wednesday or Thursday, between these local times; `to` is not in it. */
export const PROMISED = { from: "13:00", to: "17:00" } as const;

const WEEKDAYS: ReadonlySet<string> = new Set(["wednesday", "thursday"]);
/** A hand-over, and a provider that takes its time, must fit between a slot and the end of the window. */
const LEAST_MINUTES = 15;
const MOST_NAME = 60;

/** A cadence as somebody asks for it, before anything of it was looked at: a number that was none is NaN. */
export type Asked = {
  readonly name: string;
  readonly slots: readonly { readonly weekday: string; readonly time: string; readonly kind: string }[];
  readonly caps: Cadence["caps"];
  readonly window: Cadence["window"];
  readonly quietAfter: number;
  readonly longRhythmDays: number;
};

/** By the place in the cadence ("slots.0.time"): what is wrong there, as a sentence. */
export type Mistakes = { readonly [place: string]: string };

const isTime = (text: string): boolean => WallTime.safeParse(text).success;
const isKind = (text: string): boolean => ArticleKind.safeParse(text).success;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const WHY_WINDOW =
  "Midweek writes between 13:00 and 17:00 of the prospect's own day, and promises that to whoever gets its emails.";

function boundMistake(time: string): string | undefined {
  if (!isTime(time)) return "Give a time like 13:00.";
  return time < PROMISED.from || time > PROMISED.to ? `${WHY_WINDOW} Choose a time within.` : undefined;
}

function windowMistakes({ from, to }: Cadence["window"]): Mistakes {
  const first = boundMistake(from);
  const last = boundMistake(to);
  return {
    ...(first && { "window.from": first }),
    ...(last && { "window.to": last }),
    ...(!first && !last && from >= to && { "window.to": "The window must end after it begins." }),
  };
}

function timeMistake(time: string, window: Cadence["window"]): string | undefined {
  if (!isTime(time)) return "Give a time like 15:00.";
  if (time < PROMISED.from || time >= PROMISED.to) return `${WHY_WINDOW} Choose a time within.`;
  // Of a window that is wrong itself nothing can be said.
  if (Object.keys(windowMistakes(window)).length > 0) return undefined;
  if (time < window.from || time >= window.to)
    return `This is outside the send window, ${window.from} to ${window.to}: nothing would go out.`;
  return minutesOf(window.to) - minutesOf(time) < LEAST_MINUTES
    ? `The window ends at ${window.to}, and what has not left by then is left out. Leave at least ${LEAST_MINUTES} minutes.`
    : undefined;
}

function slotMistakes({ slots, window }: Asked): Mistakes {
  const found: { [place: string]: string } = {};
  if (slots.length === 0) found["slots.0.weekday"] = "A cadence has at least one slot. Choose a day.";
  for (const [at, { weekday, time, kind }] of slots.entries()) {
    const before = slots.findIndex((slot) => slot.weekday === weekday);
    if (!WEEKDAYS.has(weekday)) found[`slots.${at}.weekday`] = "Choose Wednesday or Thursday.";
    else if (before < at)
      found[`slots.${at}.weekday`] =
        `Slot ${before + 1} is on ${capital(weekday)} already. Nobody gets two emails on one date, so this one would never go out.`;
    const wrong = timeMistake(time, window);
    if (wrong) found[`slots.${at}.time`] = wrong;
    if (!isKind(kind)) found[`slots.${at}.kind`] = "Choose what the slot carries.";
  }
  if (slots.length > 4) found["slots.4.weekday"] = "A cadence has at most four slots.";
  return found;
}

type Ranged = { readonly place: string; readonly value: number; readonly least: number; readonly most: number };

function numberMistakes({ caps, quietAfter, longRhythmDays }: Asked): Mistakes {
  const numbers: readonly Ranged[] = [
    { place: "caps.per7Days", value: caps.per7Days, least: 1, most: 7 },
    { place: "caps.per30Days", value: caps.per30Days, least: 1, most: 30 },
    { place: "quietAfter", value: quietAfter, least: 1, most: 100 },
    { place: "longRhythmDays", value: longRhythmDays, least: 7, most: 365 },
  ];
  return Object.fromEntries(
    numbers
      .filter(({ value, least, most }) => !Number.isInteger(value) || value < least || value > most)
      .map(({ place, least, most }) => [place, `Give a whole number from ${least} to ${most}.`]),
  );
}

/** Everything that keeps a cadence from being saved. Pure; empty for one that may be. */
export const mistakesIn = (asked: Asked): Mistakes => ({
  ...(asked.name.trim() === "" && { name: "Give it a name." }),
  ...(asked.name.length > MOST_NAME && { name: `At most ${MOST_NAME} characters.` }),
  ...slotMistakes(asked),
  ...windowMistakes(asked.window),
  ...numberMistakes(asked),
});

/** A Wednesday and a Thursday come at most five times each in thirty days. */
const MOST_IN_30_DAYS = 5;

/** What is allowed and worth knowing: rules that take away from each other, as sentences. Pure. */
export function remarksOn({ slots, caps, window, sectorRules }: Cadence): string[] {
  const short = slots.filter(({ time }) => minutesOf(window.to) - minutesOf(time) < 60);
  const studies = slots.filter(({ kind }) => kind === "case-study");
  const inThirty = slots.length * MOST_IN_30_DAYS;
  const some = slots.length === 1 ? "There is 1 slot" : `There are ${slots.length} slots`;
  return [
    ...(caps.per7Days < slots.length
      ? [`${some} a week, but at most ${caps.per7Days} in 7 days may go out: the rest is left out.`]
      : []),
    ...(caps.per30Days < inThirty
      ? [`The slots come up to ${inThirty} times in 30 days, but at most ${caps.per30Days} may go out.`]
      : []),
    ...short.map(
      ({ weekday, time }) =>
        `${capital(weekday)} ${time} leaves ${minutesOf(window.to) - minutesOf(time)} minutes until the window ends: what has not left by then is left out.`,
    ),
    ...(sectorRules.neutralCaseStudy || sectorRules.blogPostInstead
      ? []
      : studies.map(
          ({ weekday }) => `On ${capital(weekday)} whoever has no case study of their sector left gets nothing.`,
        )),
  ];
}
