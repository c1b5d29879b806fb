import type { Experiment } from "../../../shared/experiment/experiment.ts";
import { armOf } from "../../../shared/experiment/experiment.ts";
import type { TouchFact } from "../../../shared/report/fact.ts";
import type { Arm } from "../../../shared/touch/touch.ts";
import { MONDAY } from "../../fixtures/world.ts";

const made = { cadenceId: "default", startsOn: "2026-11-23", createdBy: "Mia Duarte", createdAt: MONDAY };

/** Two subjects of the post "rounds". */
export const ofSubjects = (changes: Partial<Extract<Experiment, { of: "subject" }>> = {}): Experiment => ({
  id: "question",
  name: "Question or statement",
  ...made,
  of: "subject",
  articleId: "rounds",
  subjects: { a: "About rounds", b: "Are your rounds too long?" },
  ...changes,
});

/** The posts "rounds" and "vans". */
export const ofArticles = (changes: Partial<Extract<Experiment, { of: "article" }>> = {}): Experiment => ({
  id: "pair",
  name: "Rounds or vans",
  ...made,
  of: "article",
  articles: { a: "rounds", b: "vans" },
  ...changes,
});

/** The first ids "p0", "p1", ... whose arm of the experiment this is. */
export const idsIn = (arm: Arm, experimentId: string, count: number): string[] =>
  Array.from({ length: count * 8 + 20 }, (_, n) => `p${n}`)
    .filter((id) => armOf(experimentId, id) === arm)
    .slice(0, count);

/** An email of an experiment that went out and was delivered, and that nobody did anything with. */
export const fact = (changes: Partial<TouchFact> = {}): TouchFact => ({
  prospectId: "rui",
  date: "2026-11-25",
  sentAt: Date.parse("2026-11-25T15:00Z"),
  cadenceId: "default",
  articleId: "rounds",
  articleTitle: "About rounds",
  articleKind: "blog-post",
  domain: "customer.example",
  touchNumber: 1,
  experiment: { id: "question", arm: "a" },
  outcome: "delivered",
  complained: false,
  measured: true,
  opened: 0,
  clicked: 0,
  readInAWeek: 0,
  unsubscribed: false,
  conversation: false,
  meeting: false,
  ...changes,
});
