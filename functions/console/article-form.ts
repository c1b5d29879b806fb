/** The form of an article: what was typed, made into what the verbs take, or said what is wrong beside each field. */
import { webAddress } from "../../shared/content/addresses.ts";
import { ArticleKind, type Article, CaseStudy } from "../../shared/content/article.ts";
import type { ArticleEdit } from "../../shared/content/edit.ts";
import type { PageFound } from "../../shared/content/read-page.ts";
import { topicsFrom } from "../../shared/content/topics.ts";
import { Sector } from "../../shared/sector.ts";
import { isDate } from "../../shared/time.ts";
import { SUBJECT_LENGTH } from "../../shared/touch/wording.ts";

export type Form = { readonly [name: string]: unknown };
type Typed = { readonly [field: string]: string };

/** What stands in a form, what is wrong with it by field, and what of the suggestions is ticked ("topic:rounds", "sector:food"). */
export type ArticleFormState = { readonly values: Typed; readonly errors: Typed; readonly ticked: readonly string[] };

/** What comes along unseen: of the page it was read from, for suggestions and for what nobody types. */
const UNSEEN = { words: 8000, keywords: 1000, minutes: 4, source: 2000, version: 16 } as const;
const LENGTHS = {
  title: 200,
  subject: SUBJECT_LENGTH,
  summary: 600,
  url: 2000,
  image: 2000,
  author: 120,
  talkingPoint: 240,
  perspective: 300,
  topics: 1000,
  client: 200,
  problem: 1000,
  result: 1000,
  number: 40,
  quote: 600,
  kind: 20,
  sector: 30,
  expiresOn: 10,
  publishedOn: 10,
} as const;

const typedIn = (form: Form, field: string): string => {
  const value = form[field];
  return typeof value === "string" ? value.trim() : "";
};

/** Everything that was ticked of a field, one or more. */
export function tickedIn(form: Form, field: string): string[] {
  const value = form[field];
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string" && one !== "");
}

/** "topic:rounds" and "sector:food" as what they stand for. */
export function tagsOf(ticked: readonly string[]): { readonly topics: string[]; readonly sector: Sector | undefined } {
  const of = (kind: string): string[] =>
    ticked.filter((one) => one.startsWith(`${kind}:`)).map((one) => one.slice(kind.length + 1));
  return {
    topics: topicsFrom(of("topic")),
    sector: of("sector").flatMap((one) => Sector.safeParse(one).data ?? [])[0],
  };
}

/** An article as it is. */
export function formOf(article: Article): ArticleFormState {
  const { caseStudy, topics, updatedAt, readingMinutes, ...fields } = article;
  const texts = Object.entries({ ...fields, ...caseStudy }).filter(([name]) => Object.hasOwn(LENGTHS, name));
  return {
    values: {
      ...Object.fromEntries(texts.map(([name, value]): [string, string] => [name, String(value)])),
      topics: topics.join(", "),
      version: String(updatedAt),
      minutes: String(readingMinutes),
    },
    errors: {},
    ticked: [],
  };
}

/** What a page said of itself, before anybody looked it over. */
export const formOfPage = (page: PageFound, today: string): ArticleFormState => ({
  values: {
    title: page.title,
    summary: page.summary,
    url: page.url,
    image: page.image ?? "",
    author: page.author ?? "",
    talkingPoint: page.talkingPoint,
    publishedOn: page.publishedOn ?? today,
    kind: "blog-post",
    words: page.text.slice(0, UNSEEN.words),
    keywords: page.keywords.join(",").slice(0, UNSEEN.keywords),
    minutes: String(page.readingMinutes),
    source: page.url,
  },
  errors: {},
  ticked: [],
});

export const emptyForm = (today: string): ArticleFormState => ({
  values: { kind: "blog-post", publishedOn: today },
  errors: {},
  ticked: [],
});

const whole = (name: string): string => `Give a whole address ${name}, starting with https://.`;

function errorsIn(values: Typed): Typed {
  const errors: { [field: string]: string } = {};
  for (const [field, most] of Object.entries(LENGTHS))
    if ((values[field] ?? "").length > most) errors[field] = `At most ${most} characters.`;
  if (!values["title"]) errors["title"] = "Give a title.";
  if (!webAddress(values["url"] ?? "")) errors["url"] = whole("where it can be read");
  if (values["image"] && !webAddress(values["image"])) errors["image"] = `${whole("of a picture")} Or leave it empty.`;
  if (!ArticleKind.safeParse(values["kind"]).success) errors["kind"] = "Choose what it is.";
  if (values["sector"] && !Sector.safeParse(values["sector"]).success) errors["sector"] = "Choose a sector, or none.";
  if (!isDate(values["publishedOn"] ?? "")) errors["publishedOn"] = "Give the day it was published.";
  if (values["expiresOn"] && !isDate(values["expiresOn"])) errors["expiresOn"] = "Give a day, or leave it empty.";
  if (values["kind"] === "case-study")
    for (const part of ["client", "problem", "result"])
      if (!values[part]) errors[part] = "A case study needs its client, the problem and the result.";
  return errors;
}

export type ReadArticle = {
  readonly edit: ArticleEdit;
  readonly state: ArticleFormState;
  /** As it was when they opened it. */
  readonly seen: number;
  readonly minutes: number;
  readonly source: string;
};

/** Reads the form with what was ticked of the suggestions; `state` is what to show again. */
export function readArticleForm(form: Form): ReadArticle | { readonly state: ArticleFormState } {
  const fields = [...Object.keys(LENGTHS), ...Object.keys(UNSEEN)];
  const values: Typed = Object.fromEntries(fields.map((field) => [field, typedIn(form, field)]));
  const ticked = tickedIn(form, "suggested");
  const errors = errorsIn(values);
  const state = { values, errors, ticked };
  if (Object.keys(errors).length > 0) return { state };
  return {
    edit: editOf(values, ticked),
    state,
    seen: Number(values["version"]) || 0,
    minutes: Math.min(999, Math.max(1, Math.round(Number(values["minutes"])) || 1)),
    source: (values["source"] || "Added by hand").slice(0, UNSEEN.source),
  };
}

function editOf(values: Typed, ticked: readonly string[]): ArticleEdit {
  const tags = tagsOf(ticked);
  const given = (field: string): string | undefined => values[field] || undefined;
  const parts = Object.entries(values).filter(([name, value]) => Object.hasOwn(CaseStudy.shape, name) && value);
  const kind = ArticleKind.parse(values["kind"]);
  return {
    title: values["title"] ?? "",
    summary: values["summary"] ?? "",
    kind,
    subject: given("subject"),
    caseStudy: kind === "case-study" ? CaseStudy.parse(Object.fromEntries(parts)) : undefined,
    sector: Sector.safeParse(values["sector"]).data ?? tags.sector,
    topics: topicsFrom([...(values["topics"] ?? "").split(","), ...tags.topics]),
    talkingPoint: values["talkingPoint"] ?? "",
    perspective: given("perspective"),
    expiresOn: given("expiresOn"),
    image: webAddress(values["image"] ?? ""),
    url: webAddress(values["url"] ?? "") ?? "",
    author: given("author"),
    publishedOn: values["publishedOn"] ?? "",
  };
}
