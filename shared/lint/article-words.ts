import type { Article } from "../content/article.ts";
import { type Found, flaw } from "./finding.ts";
import { TITLE_MOST } from "./rules.ts";
import { capitalsIn, type Said, wordsIn } from "./words.ts";

/** What of an article its email shows. */
export type ArticleWords = Pick<
  Article,
  "kind" | "title" | "summary" | "url" | "image" | "talkingPoint" | "caseStudy" | "subject"
>;

/** What the email about an article says in the article's own words. A case study is told by client, problem and result, and not by its summary. */
function saidBy({ title, subject, summary, talkingPoint, caseStudy }: ArticleWords): Said[] {
  const { client = "", problem = "", result = "", number = "", quote = "" } = caseStudy ?? {};
  const own: { readonly [part: string]: string } = caseStudy
    ? { "the client": client, "the problem": problem, "the result": result, "the number": number, "the quote": quote }
    : { "the summary": summary, "the talking point": talkingPoint };
  return Object.entries({ "the title": title, "the subject": subject ?? "", ...own }).map(([part, text]) => ({
    part,
    text,
  }));
}

const isPlain = (address: string | undefined): address is string =>
  address !== undefined && !/^https:\/\//i.test(address);
const PLAIN = "It does not begin with https.";

const addresses = ({ url, image }: ArticleWords): Found[] => [
  ...(isPlain(url) ? flaw("https-link", PLAIN, "the address", [url]) : []),
  ...(isPlain(image) ? flaw("picture", PLAIN, "the picture's address", [image]) : []),
];

const lengths = ({ title, summary, caseStudy }: ArticleWords): Found[] => [
  ...(title.length > TITLE_MOST ? flaw("long-title", `It has ${title.length} characters.`, "the title", [title]) : []),
  ...(caseStudy || summary.trim() !== "" ? [] : flaw("no-summary", "There is none.", "the summary")),
];

/** What is wrong with an article by itself, before any template. Pure and without rendering. */
export function articleFlaws(article: ArticleWords): Found[] {
  const said = saidBy(article);
  return [
    ...said.filter(({ part }) => part === "the title" || part === "the subject").flatMap(capitalsIn),
    ...said.flatMap(wordsIn),
    ...addresses(article),
    ...lengths(article),
  ];
}
