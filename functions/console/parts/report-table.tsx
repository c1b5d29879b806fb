/** @jsxImportSource hono/jsx */
import { shareIn, arrivalsKnown } from "../../../shared/report/counts.ts";
import type { Outcome } from "../../../shared/report/counts.ts";
import { NOT_ENOUGH, NOT_KNOWN, countedIn, percent, percentRange } from "../plot/share-words.ts";
import { rowId } from "../report-names.ts";
import { COLUMN_WORDS, isUntold } from "../report-view.ts";
import type { Column, Line } from "../report-view.ts";

export type ReportTableProps = {
  readonly caption: string;
  /** Head of the first column. */
  readonly one: string;
  readonly columns: readonly Outcome[];
  readonly lines: readonly Line[];
  readonly sorted: Column;
  /** Names are dates, the newest first. */
  readonly newestFirst?: boolean;
  /** Where the same table is, sorted by that. */
  readonly sortedBy: (column: Column) => string;
};

type HeadProps = Pick<ReportTableProps, "sorted" | "sortedBy" | "newestFirst"> & {
  readonly column: Column;
  readonly text: string;
};

const Head = ({ column, text, sorted, sortedBy, newestFirst = false }: HeadProps) => (
  <th
    scope="col"
    aria-sort={column === sorted ? (column === "name" && !newestFirst ? "ascending" : "descending") : undefined}
  >
    <a href={sortedBy(column)}>{text}</a>
  </th>
);

/** What an outcome is of where that is not all emails sent. */
function seenIn({ counts }: Line, outcome: Outcome): string | undefined {
  if (outcome === "delivered" && arrivalsKnown(counts) < counts.sent)
    return `known of ${percent(arrivalsKnown(counts) / counts.sent)}`;
  if (outcome !== "opened" || counts.sent === 0) return undefined;
  return `measurable in ${percent(counts.openable / counts.sent)}`;
}

const Figure = ({ line, outcome }: { line: Line; outcome: Outcome }) => {
  if (isUntold(line.counts, outcome)) return <td data-label={COLUMN_WORDS[outcome]}>{NOT_KNOWN}</td>;
  const share = shareIn(line.counts, outcome);
  const seen = seenIn(line, outcome);
  return (
    <td data-label={COLUMN_WORDS[outcome]}>
      {share.enough ? percent(share.point) : share.of === 0 ? "none yet" : countedIn(share)}{" "}
      <span class={share.enough ? "under range" : "under"}>
        {share.enough ? percentRange(share.low, share.high) : NOT_ENOUGH}
      </span>{" "}
      {share.enough && <span class="under">{countedIn(share)}</span>} {seen && <span class="under range">{seen}</span>}
    </td>
  );
};

/** One line each: how many emails, and the share of each outcome with its interval and what it was counted from. */
export const ReportTable = (props: ReportTableProps) => (
  <table class="report-table">
    <caption>{props.caption}</caption>
    <thead>
      <tr>
        <Head {...props} column="name" text={props.one} />
        <Head {...props} column="sent" text={COLUMN_WORDS.sent} />
        {props.columns.map((column) => (
          <Head {...props} column={column} text={COLUMN_WORDS[column]} />
        ))}
      </tr>
    </thead>
    <tbody>
      {props.lines.map((line) => (
        <tr id={rowId(line.name)}>
          <th scope="row" dir="auto">
            {line.title}
          </th>
          <td data-label={COLUMN_WORDS.sent}>{line.counts.sent.toLocaleString("en")}</td>
          {props.columns.map((outcome) => (
            <Figure line={line} outcome={outcome} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
