import { slugOf } from "./addresses.ts";
import { type Fields, fieldOf, textOf, textsOf, type Value } from "./fields.ts";

/** Words that file a text and say nothing of what it is about. */
const NO_TOPIC = new Set([
  "",
  "uncategorized",
  "blog",
  "blog-post",
  "post",
  "posts",
  "article",
  "articles",
  "news-item",
]);

/** Lower-case slugs, each once, at most twenty. */
export function topicsFrom(names: readonly string[]): string[] {
  const slugs = names.map((name) => slugOf(name).slice(0, 60)).filter((slug) => !NO_TOPIC.has(slug));
  return [...new Set(slugs)].slice(0, 20);
}

/** "a, b" is two; Jekyll reads "a b" as two as well, where a list was asked for. */
function listed(value: Value | undefined): string[] {
  if (typeof value === "string") return value.split(value.includes(",") ? "," : /\s+/).filter(Boolean);
  return textsOf(value);
}

export function topicsOf(fields: Fields): string[] {
  return topicsFrom([
    ...listed(fieldOf(fields, "tags", "keywords")),
    ...textsOf(fieldOf(fields, "tag")),
    ...listed(fieldOf(fields, "categories")),
    ...textsOf(fieldOf(fields, "category")),
    ...textsOf(fieldOf(fields, "topics", "topic")),
  ]);
}

/** "ryan-johnson" is a key into a site's list of people; shown as a name. */
const asName = (text: string): string =>
  /^[a-z]+(?:-[a-z]+)+$/.test(text)
    ? text.replace(/(?:^|-)([a-z])/g, (_whole, letter: string) => ` ${letter.toUpperCase()}`).trim()
    : text;

/** "A", "A and B", "A, B and C"; `plain` turns markup into words. */
export function authorOf(fields: Fields, plain: (text: string) => string): string | undefined {
  const value = fieldOf(fields, "author", "authors", "by", "byline", "creator");
  const names = (typeof value === "string" ? [textOf(value) ?? ""] : textsOf(value)).map((text) => asName(plain(text)));
  return joined(names);
}

export function joined(names: readonly string[]): string | undefined {
  const known = [...new Set(names.filter(Boolean))];
  return known.length < 2 ? known[0] : `${known.slice(0, -1).join(", ")} and ${known.at(-1)}`;
}
