/** What is said of experiments, no closer than it is known. */
import type { Article } from "../../shared/content/article.ts";
import { articlesOf } from "../../shared/experiment/experiment.ts";
import type { Experiment } from "../../shared/experiment/experiment.ts";
import type { Tally } from "../../shared/experiment/tally.ts";
import { COUNTS_AFTER_DAYS } from "../../shared/experiment/tally.ts";
import type { Rate, Verdict } from "../../shared/experiment/verdict.ts";
import type { Arm } from "../../shared/touch/touch.ts";
import { shortDate } from "./when.ts";

const MINUS = "−";

/** "4.2 %"; with two digits that matter below one. */
export const percent = (share: number): string => {
  const hundred = share * 100;
  return `${hundred !== 0 && Math.abs(hundred) < 1 ? hundred.toFixed(2) : hundred.toFixed(1)} %`;
};

/** "+4.2", "−0.3": points of a hundred. */
export const points = (difference: number): string => {
  const tenths = Math.round(difference * 1000);
  const sign = tenths < 0 ? MINUS : tenths > 0 ? "+" : "";
  return `${sign}${(Math.abs(tenths) / 10).toFixed(1)}`;
};

export const thousands = (count: number): string => count.toLocaleString("en-GB");

/** "2.0 to 7.9 %". */
export const rangeWords = ({ low, high }: Rate): string => `${percent(low).slice(0, -2)} to ${percent(high)}`;

/** "4.2 % (2.0 to 7.9 %)", or what is missing. */
export const rateWords = (rate: Rate): string =>
  rate.of === 0 ? "none yet" : `${percent(rate.point)} (${rangeWords(rate)})`;

export const ARM_NAMES: { readonly [arm in Arm]: string } = { a: "A", b: "B" };
const other = (arm: Arm): Arm => (arm === "a" ? "b" : "a");

/** What an arm is: the subject, or the article's title. */
export function armWords(experiment: Experiment, arm: Arm, titles: ReadonlyMap<string, string>): string {
  if (experiment.of === "subject") return experiment.subjects[arm];
  return titles.get(experiment.articles[arm]) ?? "An article that is no longer in the library";
}

/** The titles of what it is about, by article id. */
export const titlesOf = (experiment: Experiment, library: readonly Article[]): Map<string, string> =>
  new Map(
    library
      .filter(({ id }) => articlesOf(experiment).includes(id))
      .map(({ id, title }): [string, string] => [id, title]),
  );

function neededWords({ needed }: Verdict): string {
  if (!needed) return "There are too few clicks yet to say how many more emails it takes.";
  const { emails, low, high } = needed;
  return `About ${thousands(emails)} more measured emails would show a difference like that of ${percent(low)} and ${percent(high)} (${points(high - low).slice(1)} points), if there is one, four times in five.`;
}

type Words = { readonly says: string; readonly more: string };

const nothingWords = (emails: number): Words => ({
  says:
    emails === 0
      ? "Nothing can be said yet: no email of it has gone out."
      : `Nothing can be said yet: an email counts once ${COUNTS_AFTER_DAYS} days are over, where clicks are measured.`,
  more: "",
});

const winnerWords = ({ rates }: Verdict, arm: Arm): Words => ({
  says: `${ARM_NAMES[arm]} is clicked more: ${percent(rates[arm].point)} against ${percent(rates[other(arm)].point)}, and chance alone hardly makes such a difference.`,
  more: "",
});

const tornWords = (called: Arm): Words => ({
  says: `No winner: ${ARM_NAMES[other(called)]} is clicked more, but ${ARM_NAMES[called]} leads to more call tasks.`,
  more: "That is for people to weigh, not for a test.",
});

const unevenWords = ({ rates: { a, b } }: Verdict): Words => ({
  says: `No comparison holds: the halves are not halves (${thousands(a.of)} and ${thousands(b.of)} measured emails), and chance hardly does that.`,
  more: "Something keeps one arm from going out. Look for emails that could not be made, or an article that was taken out of the library.",
});

/** What the test says now, in one plain sentence, and what follows from it in another. */
export function verdictWords(verdict: Verdict, tally: Tally): Words {
  const { state, winner, callsFor } = verdict;
  if (state === "nothing") return nothingWords(tally.a.emails + tally.b.emails);
  if (state === "uneven") return unevenWords(verdict);
  if (winner) return winnerWords(verdict, winner);
  if (state === "torn" && callsFor) return tornWords(callsFor);
  return {
    says: "Not enough data yet: chance alone may make such a difference, or hide one.",
    more: neededWords(verdict),
  };
}

/** "between −1.2 and +4.0 points (B less A)". */
export const differenceWords = ({ difference: { low, high } }: Verdict): string =>
  `between ${points(low)} and ${points(high)} points (B less A)`;

const HOW = { "by hand": "by hand", "by date": "by its date", decided: "because it was decided" } as const;

/** "Running since Wed 25 Nov 2026", "Starts on ...", "Ended on ... by its date". */
export function stateWords(
  { startsOn, endsOn, ended }: Experiment,
  today: string,
  endedOn: string | undefined,
): string {
  if (ended) return `Ended ${endedOn ?? ""} ${HOW[ended.how]}${ended.by ? ` (${ended.by})` : ""}`;
  if (endsOn && endsOn < today) return `Over since ${shortDate(endsOn)}`;
  const until = endsOn ? ` until ${shortDate(endsOn)}` : "";
  return startsOn > today ? `Starts on ${shortDate(startsOn)}${until}` : `Running since ${shortDate(startsOn)}${until}`;
}
