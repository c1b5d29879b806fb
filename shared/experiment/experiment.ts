import { createHash } from "node:crypto";
import * as z from "zod";
import type { Arm } from "../touch/touch.ts";

/** by hand: somebody of ours did. by date: `endsOn` is over. decided: the test found a difference. */
const Ended = z.object({
  at: z.number(),
  how: z.enum(["by hand", "by date", "decided"]),
  /** Name of who ended it by hand. */
  by: z.string().optional(),
  /** What the test had found by then. */
  winner: z.enum(["a", "b"]).optional(),
});

const shared = {
  id: z.string().min(1),
  name: z.string().min(1),
  /** It takes place in the slots of this cadence. */
  cadenceId: z.string().min(1),
  /** The first and the last date (on the prospect's calendar) of slots in which it takes place. */
  startsOn: z.iso.date(),
  endsOn: z.iso.date().optional(),
  /** Name of who made it. */
  createdBy: z.string(),
  createdAt: z.number(),
  ended: Ended.optional(),
  /** The winning subject became the article's own. */
  adopted: z.object({ at: z.number(), by: z.string(), arm: z.enum(["a", "b"]) }).optional(),
};

/** Two subjects of the email about one article; the texts are kept as they were when it was made. */
const SubjectExperiment = z.object({
  ...shared,
  of: z.literal("subject"),
  articleId: z.string().min(1),
  subjects: z.object({ a: z.string().min(1), b: z.string().min(1) }),
});

/** Two articles, by their ids, for those to whom both could go. */
const ArticleExperiment = z.object({
  ...shared,
  of: z.literal("article"),
  articles: z.object({ a: z.string().min(1), b: z.string().min(1) }),
});

/** Two things held against each other, half and half, to learn which is clicked more. */
export const Experiment = z.discriminatedUnion("of", [SubjectExperiment, ArticleExperiment]);
export type Experiment = z.infer<typeof Experiment>;

/**
 * Which arm a prospect is in: a fair coin that always falls the same way for the same two ids, by a bit of their SHA-256, so that it is the same on one
 * machine, on AWS and in a dry run, and says nothing of any other experiment.
 */
export function armOf(experimentId: string, prospectId: string): Arm {
  const digest = createHash("sha256").update(`${experimentId} ${prospectId}`).digest();
  return digest.readUInt8() % 2 === 0 ? "a" : "b";
}

/** Until somebody, its date or the test ends it. */
export const isRunning = ({ ended }: Experiment): boolean => ended === undefined;

/** Does it take place in the cadence's slot of this date? */
export const takesPlace = (experiment: Experiment, cadenceId: string, date: string): boolean =>
  isRunning(experiment) &&
  experiment.cadenceId === cadenceId &&
  experiment.startsOn <= date &&
  (experiment.endsOn === undefined || date <= experiment.endsOn);

/** The ids of the articles it is about. */
export const articlesOf = (experiment: Experiment): string[] =>
  experiment.of === "subject" ? [experiment.articleId] : [experiment.articles.a, experiment.articles.b];
