import { createElement } from "react";
import type { Company } from "../config.ts";
import type { Article } from "../content/article.ts";
import { AppError } from "../error.ts";
import type { BulkMail, MailEntry, Rendering } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Rep } from "../rep/rep.ts";
import { modules } from "../template/modules.ts";
import { carries, ownTemplate } from "../template/template-for.ts";
import type { TemplateName } from "../template/templates.ts";
import type { Email, Places } from "./compile.ts";
import type { Values } from "./fill.ts";
import { line, noStop } from "./line.ts";
import { SUBJECT_LENGTH, type Wording, wordingOf } from "./wording.ts";

/** What changes the html itself and not just a value in it: what measures it, and whether a call is booked (`meeting`) or asked for. */
export type Variant = {
  readonly tracked: boolean;
  readonly meeting: boolean;
  /** Instead of the usual one: an experiment's. */
  readonly subject?: string | undefined;
};

/**
 * Where this person's links lead; all absolute. Either `meeting` or `callMe`. Without consent: no pixel, nothing hidden, and `read`, `meeting` and
 * `pricing` are the plain addresses.
 */
export type PersonLinks = {
  readonly read: string;
  readonly meeting?: string | undefined;
  readonly callMe?: string | undefined;
  readonly pricing?: string | undefined;
  readonly unsubscribe: string;
  readonly preferences: string;
  readonly pixel?: string | undefined;
  readonly hidden?: string | undefined;
};

const PLACES: Places = {
  greeting: "both",
  forWhom: "both",
  address: "both",
  repName: "both",
  repLine: "both",
  repInitial: "html",
  read: "both",
  unsubscribe: "both",
  preferences: "both",
};

const placesOf = ({ tracked, meeting }: Variant, company: Company): Places => ({
  ...PLACES,
  ...(meeting ? { meeting: "both" } : { callMe: "both" }),
  ...(pricingPage(company) && { pricing: "both" }),
  ...(tracked && { pixel: "html", hidden: "html" }),
});

/** Where the company says what it costs, if that is an address a browser may be sent to. */
export const pricingPage = ({ pricingPage: page = "" }: Company): string | undefined =>
  /^https?:\/\//i.test(page) ? page : undefined;

/** The template's props with these values for the person's own. */
function bind(values: Values) {
  const { greeting = "", forWhom = "", address = "", repName = "", repLine = "", repInitial = "" } = values;
  const { read = "", unsubscribe = "", preferences = "", meeting, callMe, pricing, pixel, hidden } = values;
  return {
    person: { greeting, forWhom, address, repName, repLine, repInitial },
    links: { read, unsubscribe, preferences, meeting, callMe, pricing, pixel, hidden },
  };
}

/** The templates and React Email are loaded with the first email and not before: they cost 0.4 s and most processes send none. */
async function emailOf({ subject, props }: Wording, template: TemplateName): Promise<(values: Values) => Email> {
  const { default: Letter } = await modules[template]();
  return (values) => ({ subject, body: createElement(Letter, { ...props, ...bind(values) }) });
}

/** Articles in circulation at one time are few; the oldest unused rendering goes first. */
const CACHED = 200;
const renderings = new Map<string, Promise<Rendering>>();

async function compile(wording: Wording, template: TemplateName, places: Places): Promise<Rendering> {
  const [{ compileEmail }, email] = await Promise.all([import("./compile.ts"), emailOf(wording, template)]);
  return compileEmail(email, places);
}

/**
 * The email about an article with everything in it but the person's own values, which `personValues` gives and `fill` puts in.
 * Compiled once (some 10 ms) and then remembered by what it says, not by the article's id, so that an edited article is new.
 * @throws AppError("invalid") for a template that cannot show such an article; `templateFor` gives one that can
 */
export async function renderArticle(
  article: Article,
  company: Company,
  variant: Variant,
  template: TemplateName = ownTemplate(article),
): Promise<Rendering> {
  if (!carries(template, article))
    throw new AppError("invalid", `template: "${template}" cannot show a ${article.kind.replace("-", " ")}`);
  const said = wordingOf(article, company);
  const wording = { ...said, subject: line(variant.subject, SUBJECT_LENGTH) || said.subject };
  const places = placesOf(variant, company);
  const key = JSON.stringify([template, wording, places]);
  const known = renderings.get(key);
  const rendering = known ?? compile(wording, template, places);
  renderings.delete(key);
  renderings.set(key, rendering);
  if (known) return known;
  rendering.catch(() => renderings.delete(key));
  if (renderings.size > CACHED) renderings.delete(renderings.keys().next().value!);
  return rendering;
}

const breaks = /[\s\p{Cc}<>\u200b]/gu;

/** A link as given, except that what would end it early in a header or a plain text is percent-encoded. */
const unbroken = (link: string): string => link.toWellFormed().replaceAll(breaks, encodeURIComponent);

const unbrokenAll = (links: { readonly [name: string]: string | undefined }): { [name: string]: string } =>
  Object.fromEntries(
    Object.entries(links).flatMap(([name, link]) => (link === undefined ? [] : [[name, unbroken(link)]])),
  );

/** A calling link typed in as anything but a web address must not become a live link; the rep's mailbox takes its place. */
const webLink = (link: string, rep: Rep): string =>
  /^https?:\/\//i.test(link) ? unbroken(link) : `mailto:${rep.email}`;

export type PersonInput = {
  readonly prospect: Pick<Prospect, "email" | "firstName" | "company">;
  readonly rep: Rep;
  readonly company: Company;
  readonly links: PersonLinks;
};

/**
 * The person's values for a rendering, raw: on one line, of bounded length and never empty, because React renders an empty text
 * differently and a reader should not see the hole where a name is missing.
 */
export function personValues({ prospect, rep, company, links }: PersonInput): { [name: string]: string } {
  const firstName = line(prospect.firstName, 60);
  const at = noStop(line(prospect.company, 80));
  const sender = noStop(line(company.name, 100));
  const repName = line(rep.name, 80) || sender;
  const title = line(rep.title, 80);
  return {
    greeting: /\p{L}/u.test(firstName) ? `Hi ${firstName},` : "Hello,",
    forWhom: /[\p{L}\p{N}]/u.test(at) ? `you and the team at ${at}` : "you and your team",
    address: line(prospect.email, 254),
    repName,
    repLine: title === "" ? sender : `${title}, ${sender}`,
    repInitial: String.fromCodePoint(repName.codePointAt(0)!).toUpperCase(),
    read: unbroken(links.read),
    unsubscribe: unbroken(links.unsubscribe),
    preferences: unbroken(links.preferences),
    ...(links.meeting !== undefined && { meeting: webLink(links.meeting, rep) }),
    ...unbrokenAll({ callMe: links.callMe, pricing: links.pricing, pixel: links.pixel, hidden: links.hidden }),
  };
}

/** Mail comes in the rep's name from the company's one address; answers go to `rep.email` as reply-to. */
export const fromOf = (rep: Rep, company: Company): BulkMail["from"] => ({
  name: line(rep.name, 80) || noStop(line(company.name, 100)),
  address: company.senderAddress,
});

/** Leaving with one click in the mail client itself, by RFC 2369 and RFC 8058. */
export const listHeaders = (links: { readonly unsubscribe: string }): MailEntry["headers"] => ({
  "List-Unsubscribe": `<${unbroken(links.unsubscribe)}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});
