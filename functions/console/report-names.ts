/** The reports there are, how their rows are called, and where they are. */
import { LAST_COHORT, REST } from "../../shared/report/report.ts";
import type { Dimension, Range, ReportRow } from "../../shared/report/report.ts";
import { sectorName } from "./sector-name.ts";
import { shortDate } from "./when.ts";

export type ReportName = "slots" | "articles" | "templates" | "sectors" | "cadences" | "segments" | "touches";

type Kind = {
  readonly of: Dimension;
  readonly title: string;
  /** Head of the first column. */
  readonly one: string;
  readonly says: string;
};

export const REPORTS: { readonly [name in ReportName]: Kind } = {
  slots: {
    of: "slot",
    title: "Slots",
    one: "Slot",
    says: "Each date on which emails went out, on the prospects' calendars.",
  },
  articles: {
    of: "article",
    title: "Articles",
    one: "Article",
    says: "What each article's emails came to, with the calls they led to.",
  },
  templates: { of: "template", title: "Templates", one: "Template", says: "What emails of each template came to." },
  sectors: { of: "sector", title: "Sectors", one: "Sector", says: "By the sector that the prospect is in now." },
  cadences: { of: "cadence", title: "Cadences", one: "Cadence", says: "By the cadence that the email was of." },
  segments: {
    of: "segment",
    title: "Segments",
    one: "Segment",
    says: "By the segments that the prospect is in now. Who is in several counts in each of them.",
  },
  touches: {
    of: "touch",
    title: "Touch by touch",
    one: "Email",
    says: "The first email of everybody, the second, and so on. Here a call task counts once, with the last email that led to it.",
  },
};

export const isReportName = (name: string): name is ReportName => Object.hasOwn(REPORTS, name);

export const RANGE_WORDS: { readonly [range in Range]: string } = {
  "4-weeks": "4 weeks",
  "13-weeks": "13 weeks",
  year: "A year",
  all: "All",
};

/** "1st", "2nd", "12th", "13th and later". */
function cohortName(name: string): string {
  const number = Number(name);
  const ending = number > 3 ? "th" : ["st", "nd", "rd"][number - 1];
  return `${number}${ending ?? ""}${number === LAST_COHORT ? " and later" : ""}`;
}

const UNKNOWN: { readonly [of in Dimension]?: string } = {
  template: "Not noted (earlier emails)",
  sector: "No sector known",
  article: "No article known",
};

/** A row's name for people. */
export function rowName(of: Dimension, { name, title }: Pick<ReportRow, "name" | "title">): string {
  if (name === REST) return `All others (${title})`;
  if (name === "") return UNKNOWN[of] ?? "Not known";
  if (of === "slot") return shortDate(name);
  if (of === "week") return `Week of ${shortDate(name)}`;
  if (of === "touch") return cohortName(name);
  return of === "sector" ? sectorName(name) : title;
}

/** Where a row is on its page. */
export const rowId = (name: string): string => `row-${name}`;

/** The place of one thing in its report, for links from other pages: `reportOf("articles", article.id)`. */
export const reportOf = (report: ReportName, name: string): string =>
  `/reports/${report}?range=all&rows=all#${encodeURIComponent(rowId(name))}`;
