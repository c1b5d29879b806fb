import type { Article } from "../content/article.ts";
import { rankOf } from "../content/pick.ts";
import type { PickFor } from "../content/pick.ts";
import type { Touch } from "../touch/touch.ts";
import { armOf } from "./experiment.ts";
import type { Experiment } from "./experiment.ts";

/** What goes out instead of, or as, the usual pick, and in which arm of what. */
export type Entered = {
  readonly send: Article;
  readonly experiment: NonNullable<Touch["experiment"]>;
  readonly subject?: string;
};

/**
 * The first of the experiments (those that take place in the slot) that a prospect is in. Two subjects: who gets that article anyway. Two articles: who
 * could get either of them, each fitting the slot as well as the usual pick does.
 * @param picked the usual pick
 */
export function enter(
  experiments: readonly Experiment[],
  picked: Article,
  library: readonly Article[],
  wanted: PickFor & { readonly prospect: { readonly id: string } },
): Entered | undefined {
  for (const experiment of experiments) {
    const arm = armOf(experiment.id, wanted.prospect.id);
    const where = { id: experiment.id, arm };
    if (experiment.of === "subject") {
      if (experiment.articleId === picked.id)
        return { send: picked, experiment: where, subject: experiment.subjects[arm] };
      continue;
    }
    const { a, b } = experiment.articles;
    const [one, other] = [a, b].map((id) => library.find((article) => article.id === id));
    const usual = rankOf(picked, wanted) ?? -1;
    const fits = (article: Article): boolean => (rankOf(article, wanted) ?? Infinity) <= usual;
    if (one && other && fits(one) && fits(other)) return { send: arm === "a" ? one : other, experiment: where };
  }
  return undefined;
}
