import * as z from "zod";
import type { Company } from "../config.ts";
import type { Cadence } from "../cadence/cadence.ts";
import type { Article } from "../content/article.ts";
import { wordingOf } from "../touch/wording.ts";
import { articlesOf, isRunning } from "./experiment.ts";
import type { Experiment } from "./experiment.ts";
import { subjectFault } from "./subject.ts";

/** An experiment as somebody would have it. Texts are trimmed; an empty `subjectA` is the usual subject, an empty `endsOn` no end. */
export type ExperimentDraft = {
  readonly of: "subject" | "article";
  readonly name: string;
  readonly cadenceId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly articleId: string;
  readonly subjectA: string;
  readonly subjectB: string;
  readonly articleA: string;
  readonly articleB: string;
};

export type DraftFaults = { readonly [field in keyof ExperimentDraft]?: string };

/** What a draft is held against; `library` is what can be mailed. */
export type DraftFacts = {
  readonly cadences: readonly Pick<Cadence, "id">[];
  readonly library: readonly Article[];
  readonly experiments: readonly Experiment[];
  readonly company: Company;
  /** By the company's calendar. */
  readonly today: string;
};

const LONGEST_NAME = 80;
const isDate = (text: string): boolean => z.iso.date().safeParse(text).success;

/** The subject that the email about an article has today. */
export const usualSubject = (article: Article, company: Company): string => wordingOf(article, company).subject;

function whenFaults({ startsOn, endsOn }: ExperimentDraft, today: string): DraftFaults {
  const start = !isDate(startsOn)
    ? "Give its first day."
    : startsOn < today
      ? "That day is over: what was sent then had no arms."
      : undefined;
  const end =
    endsOn === ""
      ? undefined
      : !isDate(endsOn)
        ? "Give its last day, or leave it empty."
        : endsOn < startsOn
          ? "It ends before it begins."
          : undefined;
  return { ...(start && { startsOn: start }), ...(end && { endsOn: end }) };
}

/** What is wrong with an article of a draft: it is not there, or another experiment is on it. */
function articleFault(id: string, { library, experiments }: DraftFacts): string | undefined {
  if (!library.some((article) => article.id === id)) return "Choose an article that can be mailed.";
  const other = experiments.find((one) => isRunning(one) && articlesOf(one).includes(id));
  return other && `“${other.name}” is running on that article; two at once would spoil each other.`;
}

function subjectFaults(draft: ExperimentDraft, facts: DraftFacts): DraftFaults {
  const articleId = articleFault(draft.articleId, facts);
  const article = facts.library.find(({ id }) => id === draft.articleId);
  const usual = article && usualSubject(article, facts.company);
  const subjectA = draft.subjectA === "" ? undefined : subjectFault(draft.subjectA);
  const isSame = draft.subjectB === (draft.subjectA || usual);
  const subjectB = isSame ? "It is the same as the other." : subjectFault(draft.subjectB);
  return { ...(articleId && { articleId }), ...(subjectA && { subjectA }), ...(subjectB && { subjectB }) };
}

/** Why nobody could be sent either of the two. */
function pairFault(a: Article, b: Article): string | undefined {
  if (a.id === b.id) return "It is the same as the other.";
  if (a.kind !== b.kind) return "It is of another kind, so both never fit the same slot.";
  if (a.kind === "case-study" && a.sector !== b.sector)
    return "It is of another sector, so nobody could be sent either of the two.";
  return undefined;
}

function articleFaults({ articleA, articleB }: ExperimentDraft, facts: DraftFacts): DraftFaults {
  const [a, b] = [articleA, articleB].map((id) => facts.library.find((article) => article.id === id));
  const faultA = articleFault(articleA, facts);
  const faultB = articleFault(articleB, facts) ?? (a && b && pairFault(a, b));
  return { ...(faultA && { articleA: faultA }), ...(faultB && { articleB: faultB }) };
}

/** What keeps a draft from becoming an experiment, by field, in sentences; nothing when it may. Pure. */
export function faultsOf(draft: ExperimentDraft, facts: DraftFacts): DraftFaults {
  const name =
    draft.name === ""
      ? "Give it a name."
      : draft.name.length > LONGEST_NAME
        ? `Give it a name of at most ${LONGEST_NAME} characters.`
        : undefined;
  const isCadence = facts.cadences.some(({ id }) => id === draft.cadenceId);
  return {
    ...(name && { name }),
    ...(!isCadence && { cadenceId: "Choose a cadence." }),
    ...whenFaults(draft, facts.today),
    ...(draft.of === "subject" ? subjectFaults(draft, facts) : articleFaults(draft, facts)),
  };
}
