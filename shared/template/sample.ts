import type { Article, ArticleKind } from "../content/article.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Rep } from "../rep/rep.ts";

const common = {
  url: "https://example.com/read",
  publishedOn: "2026-01-07",
  topics: [],
  readingMinutes: 4,
  source: "sample",
  addedAt: 0,
  updatedAt: 0,
};

const post = {
  ...common,
  title: "What a missed delivery window really costs",
  summary:
    "Most of the bill never shows up on an invoice: the second trip, the phone calls, the dock that stood empty. We added it up for three fleets.",
  talkingPoint: "The second trip costs less than the hour your dispatcher spends explaining it.",
};

const ARTICLES: { readonly [kind in ArticleKind]: Article } = {
  "blog-post": { ...post, id: "sample-post", kind: "blog-post" },
  resource: {
    ...post,
    id: "sample-resource",
    kind: "resource",
    title: "A checklist for the first hour of a late truck",
  },
  "case-study": {
    ...common,
    id: "sample-study",
    kind: "case-study",
    title: "Harbour Freight Lines gave its dispatchers their mornings back",
    summary: "Forty trucks, planned before the first driver arrives.",
    talkingPoint: "Their plan stands before the first driver arrives.",
    sector: "logistics",
    caseStudy: {
      client: "Harbour Freight Lines",
      problem: "Forty trucks were planned by hand between five and eight each morning, and every change went by phone.",
      result: "Plans stand before the first driver arrives, and empty kilometres fell by almost a third in a quarter.",
      number: "31 %",
      quote: "I used to start the day with an apology. Now I start it with coffee.",
    },
  },
};

/** An article of ours, to show a template with while the library has none for it. */
export const sampleArticle = (kind: ArticleKind): Article => ARTICLES[kind];

/** Whom a template is shown to while nobody is chosen. */
export const samplePerson: Pick<Prospect, "email" | "firstName" | "company"> = {
  email: "ana@northwind.example",
  firstName: "Ana",
  company: "Northwind",
};

/** In whose name, while there is no rep. */
export const sampleRep: Rep = {
  id: "sample",
  name: "Maya Okafor",
  title: "Account executive",
  email: "maya@example.com",
  timeZone: "UTC",
};
