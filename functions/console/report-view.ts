/** What the query of a report asks for, and the rows that answer it. Pure. */
import type { Counts, Outcome } from "../../shared/report/counts.ts";
import { shareIn, arrivalsKnown } from "../../shared/report/counts.ts";
import { RANGE_NAMES, REST } from "../../shared/report/report.ts";
import type { Dimension, Range, ReportRow } from "../../shared/report/report.ts";
import { rowName } from "./report-names.ts";

/** In the order of their columns. */
export const OUTCOMES = [
  "delivered",
  "bounced",
  "opened",
  "clicked",
  "unsubscribed",
  "callTasks",
  "conversations",
  "meetings",
] as const satisfies readonly Outcome[];
export type Column = Outcome | "sent" | "name";

export const COLUMN_WORDS: { readonly [column in Column]: string } = {
  name: "Name",
  sent: "Sent",
  delivered: "Delivered",
  bounced: "Bounced",
  bouncedForGood: "Bounced for good",
  complained: "Complained",
  opened: "Opened by a person",
  clicked: "Clicked by a person",
  unsubscribed: "Unsubscribed",
  callTasks: "Calls it led to",
  conversations: "Conversations",
  meetings: "Meetings",
};

const isColumn = (text: string): text is Column => Object.hasOwn(COLUMN_WORDS, text);

export type Asked = { readonly range: Range; readonly sort: Column; readonly all: boolean };

/** As many rows as are read at a glance; the rest is a link away. */
export const SHOWN = 25;

/** `?range=&sort=&rows=all`; what makes no sense is as if it were not there. */
export function askedOf(query: (name: string) => string | undefined, sort: Column = "sent"): Asked {
  const wanted = query("sort") ?? "";
  return {
    range: RANGE_NAMES.find((range) => range === query("range")) ?? "13-weeks",
    sort: isColumn(wanted) ? wanted : sort,
    all: query("rows") === "all",
  };
}

export const queryOf = ({ range, sort, all }: Asked): string =>
  `?${new URLSearchParams({ range, sort, ...(all && { rows: "all" }) })}`;

export type Line = { readonly name: string; readonly title: string; readonly counts: Counts };

/** Of none of the emails that went out is it known whether they arrived. */
export const isUntold = (counts: Counts, outcome: Outcome): boolean =>
  outcome === "delivered" && counts.sent > 0 && arrivalsKnown(counts) === 0;

/** The rows with emails in the range, best first (names from A on, dates from the newest); what stands for all others comes last. */
export function linesOf(of: Dimension, rows: readonly ReportRow[], { range, sort }: Asked): Line[] {
  const lines = rows.flatMap(({ name, title, ranges }) => {
    const counts = ranges[range];
    return counts ? [{ name, title: rowName(of, { name, title }), counts }] : [];
  });
  return lines.toSorted(
    (a, b) => Number(a.name === REST) - Number(b.name === REST) || better(of, sort, a, b) || inOrder(of, a, b),
  );
}

const DATES: ReadonlySet<Dimension> = new Set(["slot", "week"]);

function inOrder(of: Dimension, a: Line, b: Line): number {
  if (DATES.has(of)) return a.name < b.name ? 1 : -1;
  return of === "touch" ? (a.name < b.name ? -1 : 1) : a.title.localeCompare(b.title) || (a.name < b.name ? -1 : 1);
}

/** A bounce is one too many in any number of emails. */
const AGAINST_US: ReadonlySet<Column> = new Set(["bounced", "bouncedForGood", "complained"]);

/** Where there is not enough data to tell, a row is no better than another that has enough. */
function better(of: Dimension, sort: Column, a: Line, b: Line): number {
  if (sort === "name") return 0;
  if (sort === "sent") return b.counts.sent - a.counts.sent;
  const [one, other] = [shareIn(a.counts, sort), shareIn(b.counts, sort)];
  if (AGAINST_US.has(sort)) return other.count - one.count || other.point - one.point;
  return (
    Number(other.enough) - Number(one.enough) ||
    (one.enough ? other.point - one.point : other.count - one.count) ||
    b.counts.sent - a.counts.sent
  );
}
