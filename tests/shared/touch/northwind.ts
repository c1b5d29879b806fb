import * as fc from "fast-check";
import { Company } from "../../../shared/config.ts";
import { Article } from "../../../shared/content/article.ts";
import { Prospect } from "../../../shared/prospect/prospect.ts";
import { Rep } from "../../../shared/rep/rep.ts";
import { type PersonInput, personValues } from "../../../shared/touch/compose.ts";

export const company = Company.parse({
  name: "Tidewater Planning",
  whatWeDo: "We plan delivery routes.",
  website: "https://tidewater.example",
  senderAddress: "hello@tidewater.example",
  postalAddress: "14 Quay Street\nBristol BS1 4RB",
  timeZone: "Europe/London",
  pricingPage: "https://tidewater.example/prices?from=email&for=you",
});
export const rep = Rep.parse({
  id: "maya",
  name: "Maya Okafor",
  email: "maya@tidewater.example",
  title: "Account executive",
  timeZone: "Europe/London",
  callingLink: "https://cal.example/maya",
});
export const ana = Prospect.parse({
  id: "ana",
  email: "ana@northwind.example",
  firstName: "Ana",
  company: "Northwind",
  timeZone: "Europe/Lisbon",
  timeZoneFrom: "city",
  createdAt: 0,
  updatedAt: 0,
});
export const post = Article.parse({
  id: "windows",
  kind: "blog-post",
  title: "What a missed window costs",
  summary: "The second trip, the calls, the empty dock.",
  url: "https://tidewater.example/blog/windows",
  image: "https://tidewater.example/windows.png",
  publishedOn: "2026-10-01",
  topics: ["delivery"],
  readingMinutes: 4,
  talkingPoint: "The hour of explaining costs more than the trip.",
  source: "windows.md",
  addedAt: 0,
  updatedAt: 0,
});
export const study = Article.parse({
  ...post,
  id: "harbour",
  kind: "case-study",
  sector: "logistics",
  title: "Mornings without phone calls",
  caseStudy: {
    client: "Harbour Freight",
    problem: "Plans by hand.",
    result: "Plans by six.",
    number: "31 %",
    quote: "Coffee.",
  },
});
export const links = {
  read: "https://mail.example/c/1?a=1&b=2",
  meeting: "https://mail.example/c/2",
  pricing: "https://mail.example/c/6?a=1&b=2",
  unsubscribe: "https://mail.example/u/3",
  preferences: "https://mail.example/p/4",
  pixel: "https://mail.example/o/5.gif",
  hidden: "https://mail.example/c/7",
};
const { meeting: _, ...others } = links;
/** Of an email from a rep who takes no bookings. */
export const linksToAsk = { ...others, callMe: "https://mail.example/m/8" };

/** Ana's values in an email from Maya, with something about it changed. */
export const valuesOf = (over: Partial<PersonInput> = {}) =>
  personValues({ prospect: ana, rep, company, links, ...over });

/** What imports and feeds bring under names and titles. */
export const odd = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "<b>",
        "</td>",
        "&",
        "&lt;",
        '"',
        "'",
        "$&",
        "{{name}}",
        "😀",
        "\ud83d",
        "שלום",
        "\r\n",
        "\u0000",
        "\u202e",
        "...",
      ),
      fc.string({ unit: "binary" }),
    ),
  )
  .map((pieces) => pieces.join(""));
