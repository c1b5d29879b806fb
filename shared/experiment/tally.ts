import * as z from "zod";
import { DAY } from "../durations.ts";
import { isPerson } from "../engagement/weights.ts";
import type { TouchFact } from "../report/fact.ts";
import type { Arm } from "../touch/touch.ts";
import type { Experiment } from "./experiment.ts";

/** An email counts once its seven days are over, because clicks come late, and then so does what came in them. */
export const COUNTS_AFTER_DAYS = 7;
const WEEK = COUNTS_AFTER_DAYS * DAY;

const ArmTally = z.object({
  /** Emails that went out and did not bounce. */
  emails: z.number().int(),
  /** Of these, so many went out less than seven days ago and do not count yet. */
  young: z.number().int(),
  /** Of those that count, so many in which clicks are measured. */
  measured: z.number().int(),
  /** Of the measured ones, in so many a person followed the article's link within seven days. */
  clicks: z.number().int(),
  /** Of those that count, measured or not, so many led to a call task within seven days. */
  calls: z.number().int(),
});
export type ArmTally = z.infer<typeof ArmTally>;

/** What became of the emails of an experiment's two arms, by `at`. */
export const Tally = z.object({ a: ArmTally, b: ArmTally, at: z.number() });
export type Tally = z.infer<typeof Tally>;

const none: ArmTally = { emails: 0, young: 0, measured: 0, clicks: 0, calls: 0 };

/** Before anything went out. */
export const emptyTally = (at: number): Tally => ({ a: none, b: none, at });

/** How many emails of an arm count, measured or not. */
export const countOf = ({ emails, young }: ArmTally): number => emails - young;

const flag = (yes: boolean): number => (yes ? 1 : 0);

function counted(arm: ArmTally, fact: TouchFact, now: number): ArmTally {
  const until = fact.sentAt + WEEK;
  const young = until > now;
  const task = fact.callTask;
  return {
    emails: arm.emails + 1,
    young: arm.young + flag(young),
    measured: arm.measured + flag(!young && fact.measured),
    clicks: arm.clicks + flag(!young && fact.measured && isPerson(fact.readInAWeek)),
    calls: arm.calls + flag(!young && task !== undefined && task.at <= until),
  };
}

/** Tallies of several experiments that are added to with one walk over all emails. Bounced ones are left out: nobody got them. */
export function tallier(experiments: readonly Pick<Experiment, "id">[], now: number) {
  const tallies = new Map(experiments.map(({ id }) => [id, emptyTally(now)]));
  return {
    take: (fact: TouchFact): void => {
      const { id, arm } = fact.experiment ?? { id: "", arm: "a" satisfies Arm };
      const tally = tallies.get(id);
      if (tally && fact.outcome !== "bounced") tallies.set(id, { ...tally, [arm]: counted(tally[arm], fact, now) });
    },
    /** By experiment id. */
    tallies: (): ReadonlyMap<string, Tally> => tallies,
  };
}

/** The same for one experiment whose emails are all at hand; emails of others may be among them. */
export function tallyOf(experiment: Pick<Experiment, "id">, facts: Iterable<TouchFact>, now: number): Tally {
  const { take, tallies } = tallier([experiment], now);
  for (const fact of facts) take(fact);
  return tallies().get(experiment.id) ?? emptyTally(now);
}
