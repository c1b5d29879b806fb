import type { Company } from "../config.ts";
import type { Article, ArticleKind } from "../content/article.ts";
import type { Rep } from "../rep/rep.ts";
import { sampleArticle, samplePerson, sampleRep } from "../template/sample.ts";
import type { PersonInput, PersonLinks, Variant } from "../touch/compose.ts";

const image = "https://example.com/picture.png";

const long = (text: string): string => `${text} `.repeat(20).trim();

/** Of one kind: with everything, with nothing that may be missing, and with texts longer than any that is shown. */
export function sampleArticles(kind: ArticleKind): { full: Article; bare: Article; long: Article } {
  const article = sampleArticle(kind);
  const { sector: _, ...plain } = article;
  const study = article.caseStudy;
  return {
    full: { ...article, image },
    bare: {
      ...plain,
      talkingPoint: "",
      ...(study && { caseStudy: { client: study.client, problem: study.problem, result: study.result } }),
    },
    long: {
      ...article,
      image,
      title: long(article.title),
      summary: long(article.summary),
      talkingPoint: long(article.talkingPoint),
      ...(study && { caseStudy: { ...study, problem: long(study.problem), result: long(study.result) } }),
    },
  };
}

/** Measured or not, and with a rep who takes bookings or is asked for a call. */
export const VARIANTS: readonly Variant[] = [true, false].flatMap((tracked) =>
  [true, false].map((meeting) => ({ tracked, meeting })),
);

const at = (path: string): string => `https://mail.example/${path}`;

/** Where links lead in an email that nobody gets; `read` and what it costs are the real ones where nothing is measured. */
export const linksFor = (
  { tracked, meeting }: Variant,
  article: Article,
  pricing: string | undefined,
): PersonLinks => ({
  read: tracked ? at("c/read") : article.url,
  ...(meeting ? { meeting: at("c/meeting") } : { callMe: at("m/call") }),
  ...(pricing !== undefined && { pricing: tracked ? at("c/pricing") : pricing }),
  unsubscribe: at("u/leave"),
  preferences: at("p/choose"),
  ...(tracked && { pixel: at("o/open.gif"), hidden: at("c/hidden") }),
});

type Person = Omit<PersonInput, "links">;

/** Somebody of whom all is known, and then with each thing missing, and all of them. */
export function people(company: Company): { readonly whole: Person; readonly lacking: readonly Person[] } {
  const { title: _, ...untitled } = sampleRep;
  const nobody = { email: samplePerson.email };
  const { firstName = "Ana", company: employer = "Northwind" } = samplePerson;
  const person = (prospect: Person["prospect"], rep: Rep): Person => ({ prospect, rep, company });
  return {
    whole: person(samplePerson, sampleRep),
    lacking: [
      person({ ...nobody, company: employer }, sampleRep),
      person({ ...nobody, firstName }, sampleRep),
      person({ ...nobody, firstName: " ", company: " . " }, { ...sampleRep, name: " ", title: " " }),
      person(nobody, untitled),
    ],
  };
}
