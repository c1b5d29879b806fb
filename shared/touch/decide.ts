import type { Cadence } from "../cadence/cadence.ts";
import type { Article } from "../content/article.ts";
import { pickArticle } from "../content/pick.ts";
import { enter } from "../experiment/enter.ts";
import type { Entered } from "../experiment/enter.ts";
import { takesPlace } from "../experiment/experiment.ts";
import type { Experiment } from "../experiment/experiment.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { addDays, toLocal } from "../time.ts";
import type { Hold } from "./hold.ts";
import type { SkipReason, TouchBatch } from "./touch.ts";

/** With the article there may be the experiment that the prospect is in, and the subject it gives the email. */
export type Decision =
  | (Pick<Entered, "send"> & Partial<Entered>)
  | { readonly skip: SkipReason; readonly detail?: string };

/** What is the same for everyone in a batch, worked out once. */
export type SlotRules = {
  readonly batch: Pick<TouchBatch, "date" | "slotKind">;
  readonly cadence: Cadence;
  readonly library: readonly Article[];
  /** Those that take place in the slot. */
  readonly experiments: readonly Experiment[];
  /** First date that still counts for each cap. */
  readonly since: {
    readonly sevenDays: string;
    readonly thirtyDays: string;
    readonly longRhythm: string;
    /** The earlier of the last two: older dates are of no use to anyone. */
    readonly remembered: string;
  };
};

export function slotRules(
  batch: SlotRules["batch"],
  cadence: Cadence,
  library: readonly Article[],
  experiments: readonly Experiment[] = [],
): SlotRules {
  const thirtyDays = addDays(batch.date, -29);
  const longRhythm = addDays(batch.date, 1 - cadence.longRhythmDays);
  return {
    batch,
    cadence,
    library,
    experiments: experiments.filter((experiment) => takesPlace(experiment, cadence.id, batch.date)),
    since: {
      sevenDays: addDays(batch.date, -6),
      thirtyDays,
      longRhythm,
      remembered: longRhythm < thirtyDays ? longRhythm : thirtyDays,
    },
  };
}

/** Is the slot's own afternoon still on, on the prospect's wall clock? Later is never sent. */
export function windowOpen(cadence: Cadence, batch: Pick<TouchBatch, "date" | "timeZone">, now: number): boolean {
  const local = toLocal(batch.timeZone, now);
  return local.date === batch.date && local.time >= cadence.window.from && local.time < cadence.window.to;
}

/** Is the slot's own afternoon still to begin: a window that somebody moved, or who wakes us has older zone rules. */
export function windowAhead({ window }: Cadence, batch: Pick<TouchBatch, "date" | "timeZone">, now: number): boolean {
  const local = toLocal(batch.timeZone, now);
  return local.date === batch.date && local.time < window.from;
}

/** Reasons that lie with the person, before any article is looked at. */
function notNow(rules: SlotRules, prospect: Prospect, suppressed: boolean): SkipReason | undefined {
  const { cadence, since } = rules;
  if (suppressed) return "suppressed";
  if (prospect.standing.state !== "active") return prospect.standing.state;
  if (cadence.paused) return "cadence-paused";
  if (!prospect.repId) return "no-rep";
  const recent = prospect.recentTouches;
  const within = (from: string): number => recent.filter((date) => date >= from).length;
  if (prospect.rhythm === "long" && within(since.longRhythm) > 0) return "long-rhythm";
  if (prospect.atMostWeekly && within(since.sevenDays) > 0) return "at-most-weekly";
  if (within(since.sevenDays) >= cadence.caps.per7Days) return "cap-7-days";
  if (within(since.thirtyDays) >= cadence.caps.per30Days) return "cap-30-days";
  return undefined;
}

/** Does this prospect get an email in this slot, and which article, or why not; experiments only choose among what would go out anyway. */
export function decide(
  rules: SlotRules,
  prospect: Prospect,
  known: {
    readonly suppressed: boolean;
    readonly clickedTopics: { readonly [topic: string]: number };
    readonly held?: Hold | undefined;
  },
): Decision {
  const reason = notNow(rules, prospect, known.suppressed);
  if (reason) return { skip: reason };
  if (known.held) return known.held;
  const wanted = {
    prospect,
    date: rules.batch.date,
    slotKind: rules.batch.slotKind,
    sectorRules: rules.cadence.sectorRules,
    clickedTopics: known.clickedTopics,
  };
  const article = pickArticle(rules.library, wanted);
  if (!article) return { skip: "library-used-up" };
  return enter(rules.experiments, article, rules.library, wanted) ?? { send: article };
}

/** What the reservation writes to the profile. */
export function afterTouch(
  rules: SlotRules,
  prospect: Prospect,
  article: Article,
): Pick<Prospect, "seen" | "recentTouches" | "touchCount" | "unanswered" | "rhythm"> {
  const unanswered = prospect.unanswered + 1;
  return {
    seen: [...prospect.seen, article.id],
    recentTouches: [...prospect.recentTouches.filter((date) => date >= rules.since.remembered), rules.batch.date],
    touchCount: prospect.touchCount + 1,
    unanswered,
    rhythm: unanswered >= rules.cadence.quietAfter ? "long" : prospect.rhythm,
  };
}
