import type { ArticleState } from "../../shared/content/state.ts";
import type { OwnField } from "../../shared/content/own.ts";

export const KIND_NAMES = { "blog-post": "Blog post", "case-study": "Case study", resource: "Resource" } as const;

export const STATE_NAMES: { readonly [state in ArticleState]: string } = {
  sendable: "Can be sent",
  flawed: "To be mended",
  retired: "Retired",
  expired: "Expired",
  "to come": "Not published yet",
};

export const FIELD_NAMES: { readonly [field in OwnField]: string } = {
  title: "title",
  subject: "subject",
  summary: "summary",
  kind: "kind",
  caseStudy: "the case study",
  sector: "sector",
  topics: "topics",
  talkingPoint: "talking point",
  perspective: "perspective",
  expiresOn: "last day",
  image: "picture",
  url: "address",
  author: "author",
  publishedOn: "date",
};
