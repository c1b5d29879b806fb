import type { PostProps, StudyProps } from "../../emails/template.ts";
import type { Company } from "../config.ts";
import type { Article, CaseStudy } from "../content/article.ts";
import { idOf } from "../id.ts";
import { line, noStop } from "./line.ts";

type SameForAll<Props> = Omit<Props, "person" | "links">;

/** What an email about an article says, whoever gets it; `shown` is the kind of article it is shown as. */
export type Wording = { readonly subject: string } & (
  | { readonly shown: "blog-post" | "resource"; readonly props: SameForAll<PostProps> }
  | { readonly shown: "case-study"; readonly props: SameForAll<StudyProps> }
);

const KIND_WORDS = {
  "blog-post": { label: "From our blog", action: "Read the post" },
  "case-study": { label: "Case study", action: "Read the case study" },
  resource: { label: "Resource", action: "Take a look" },
} as const;

const SECTOR_WORDS: { readonly [sector: string]: string } = {
  "public-sector": "the public sector",
  nonprofit: "the nonprofit sector",
};

/** Subjects longer than this are cut by most inboxes. */
export const SUBJECT_LENGTH = 70;
const PREVIEW_LENGTH = 140;

const letters = (text: string): string => ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ")} `;
const says = (text: string, part: string): boolean => letters(text).includes(letters(part));

/** Long texts are cut here, so that no article makes an email of 90 KB, where Gmail begins to clip. */
function shared(article: Article, company: Company) {
  return {
    title: line(article.title, 200) || noStop(line(company.name, 100)),
    image: article.image !== undefined && article.image.length <= 2000 ? article.image : undefined,
    readingTime: article.readingMinutes === 1 ? "1 minute" : `${article.readingMinutes} minutes`,
    opening: idOf(article.id).codePointAt(0)!,
    company: {
      name: noStop(line(company.name, 100)),
      whatWeDo: line(company.whatWeDo, 600) || undefined,
      website: company.website !== undefined && /^https?:/i.test(company.website) ? company.website : undefined,
      postalAddress: line(company.postalAddress.replaceAll(/,?\s*\n\s*/g, ", "), 300),
      brand: company.brand,
    },
  };
}

function blogPost(article: Article, company: Company): Wording {
  const { title, image, readingTime, opening, company: sender } = shared(article, company);
  const summary = line(article.summary, 400);
  const point = line(article.talkingPoint, 300);
  const talkingPoint = point === "" || says(`${title} ${summary}`, point) ? undefined : point;
  return {
    shown: article.kind === "resource" ? "resource" : "blog-post",
    subject: line(article.subject ?? title, SUBJECT_LENGTH),
    props: {
      article: { title, image, readingTime, summary, talkingPoint, ...KIND_WORDS[article.kind] },
      preview: line(summary || title, PREVIEW_LENGTH),
      opening,
      company: sender,
    },
  };
}

function caseStudy(article: Article, study: CaseStudy, company: Company): Wording {
  const { title, image, readingTime, opening, company: sender } = shared(article, company);
  const client = noStop(line(study.client, 100)) || "a client of ours";
  const number = line(study.number, 24) || undefined;
  const result = line(study.result, 500);
  const sector = article.sector && (SECTOR_WORDS[article.sector] ?? article.sector.replaceAll("-", " "));
  const told = { problem: line(study.problem, 500), result, number, quote: line(study.quote, 400) || undefined };
  return {
    shown: "case-study",
    subject: article.subject === undefined ? caseSubject(title, client) : line(article.subject, SUBJECT_LENGTH),
    props: {
      article: { title, image, readingTime, client, sector, ...told },
      preview: line(number === undefined || result.includes(number) ? result : `${number}: ${result}`, PREVIEW_LENGTH),
      opening,
      company: sender,
    },
  };
}

/** The title where it names the client, else the client first: whom a reader may have heard of is the reason to open it. */
function caseSubject(title: string, client: string): string {
  if (says(title, client)) return line(title, SUBJECT_LENGTH);
  const whole = `How ${client} did it: ${title}`;
  return whole.length <= SUBJECT_LENGTH ? whole : line(`${client}: ${title}`, SUBJECT_LENGTH);
}

/** Subject and props of an article's email, with every text on one line, free of control characters and of bounded length. */
export const wordingOf = (article: Article, company: Company): Wording =>
  article.kind === "case-study" && article.caseStudy !== undefined
    ? caseStudy(article, article.caseStudy, company)
    : blogPost(article, company);
