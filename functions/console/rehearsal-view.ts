import type { ArticleKind } from "../../shared/content/article.ts";
import type { Words } from "../../shared/rehearsal/packed.ts";
import { timeOf } from "../../shared/rehearsal/outcomes.ts";
import type { Row } from "../../shared/rehearsal/read.ts";

/** What became of a slot, in the words of a dry run. `time` is the prospect's own wall time. */
export type Told = {
  readonly time: string;
  readonly zone: string;
  readonly reason?: string | undefined;
  readonly detail?: string | undefined;
  readonly title?: string | undefined;
  readonly kind?: ArticleKind | undefined;
  readonly articleId?: string | undefined;
};

export function toldOf(words: Words, row: Pick<Row, "what" | "article" | "minute" | "zone">): Told {
  const what = words.whats[row.what];
  const article = words.articles[row.article - 1];
  return {
    time: timeOf(row.minute),
    zone: words.zones[row.zone] ?? "",
    reason: what?.reason,
    detail: what?.detail,
    ...(article && { title: article.title, kind: article.kind, articleId: article.id }),
  };
}

/** "" = all. `what`: "sent" or a reason. */
export type Filter = { readonly what: string; readonly zone: string; readonly rep: string };

/** Only the rows that a person chose to see. */
export function chosen(rows: readonly Row[], words: Words, { what, zone, rep }: Filter): Row[] {
  return rows.filter(
    (row) =>
      (what === "" || (words.whats[row.what]?.reason ?? "sent") === what) &&
      (zone === "" || words.zones[row.zone] === zone) &&
      (rep === "" || (words.reps[row.rep] || "-") === rep),
  );
}
