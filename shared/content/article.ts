import * as z from "zod";
import { Sector } from "../sector.ts";

export const ArticleKind = z.enum(["blog-post", "case-study", "resource"]);
export type ArticleKind = z.infer<typeof ArticleKind>;

export const CaseStudy = z.object({
  client: z.string().min(1),
  problem: z.string().min(1),
  result: z.string().min(1),
  /** The one big figure, with its unit, as it should be shown: "31 %". */
  number: z.string().optional(),
  quote: z.string().optional(),
});
export type CaseStudy = z.infer<typeof CaseStudy>;

/** A piece of content in the library. */
export const Article = z.object({
  /** idOf() of where it came from, so the same article again updates it. */
  id: z.string().min(1),
  kind: ArticleKind,
  title: z.string().min(1),
  /** What the email about it has as its subject; without one it is made of the title. One line. */
  subject: z.string().optional(),
  /** Plain text, at most about 300 characters. */
  summary: z.string(),
  /** Absolute, http or https. */
  url: z.url({ protocol: /^https?$/ }),
  image: z.url({ protocol: /^https?$/ }).optional(),
  author: z.string().optional(),
  publishedOn: z.iso.date(),
  /** Lower case, as slugs. */
  topics: z.array(z.string()),
  /** A case study without one is sector-neutral. */
  sector: Sector.optional(),
  readingMinutes: z.number().int().min(1),
  /** One sentence a rep can say on the phone. */
  talkingPoint: z.string(),
  caseStudy: CaseStudy.optional(),
  /** Another way to look at the reader's problem that it teaches (practice 38), in a sentence. */
  perspective: z.string().optional(),
  /** The last day on which it may be mailed. */
  expiresOn: z.iso.date().optional(),
  /** Never mailed again since then; what was mailed stays known. */
  retiredAt: z.number().optional(),
  /** Fields that a person set here, which an import leaves as they are. */
  own: z.array(z.string()).optional(),
  /** What keeps it from being mailed until it is mended, in sentences for people; none = nothing. */
  flaws: z.array(z.string()).optional(),
  /** Where it came from, as people know it: file name or feed address. */
  source: z.string(),
  addedAt: z.number(),
  updatedAt: z.number(),
});
export type Article = z.infer<typeof Article>;
