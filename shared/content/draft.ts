import * as z from "zod";
import { Article } from "./article.ts";

/** An article as read from a post or a feed, before the library knows it. */
export const ArticleDraft = Article.omit({ addedAt: true, updatedAt: true }).extend({
  /** What was left open or guessed, in words for the person who imports. */
  warnings: z.array(z.string()),
  /** The date is not the author's but the best there was; one already in the library is kept. */
  dateIsGuessed: z.boolean(),
});
export type ArticleDraft = z.infer<typeof ArticleDraft>;

/** left-out: nothing wrong, it is not for readers (a draft). refused: it should have gone in and could not. */
export type ReadResult =
  | { readonly outcome: "article"; readonly article: ArticleDraft }
  | { readonly outcome: "left-out" | "refused"; readonly reason: string };

/** Which fields of a draft the library would not take, and why; undefined when it is sound. */
export function flawOf(draft: ArticleDraft): string | undefined {
  const checked = ArticleDraft.safeParse(draft);
  if (checked.success) return undefined;
  return checked.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
}
