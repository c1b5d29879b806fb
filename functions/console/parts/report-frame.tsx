/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { isUnderWay } from "../../../shared/report/report.ts";
import { RANGE_NAMES } from "../../../shared/report/report.ts";
import type { Range, ReportHead } from "../../../shared/report/report.ts";
import type { Reader } from "../chrome.ts";
import { RANGE_WORDS, REPORTS } from "../report-names.ts";
import { queryOf } from "../report-view.ts";
import type { Asked } from "../report-view.ts";
import { Empty } from "./empty.tsx";
import { When } from "./when.tsx";

export type FrameProps = {
  readonly reader: Reader;
  readonly head: ReportHead;
  /** "articles"; "" is the overview. */
  readonly here: string;
  readonly title: string;
  readonly says: string;
  readonly asked: Asked;
  /** There is nothing to show in the range. */
  readonly empty: boolean;
  readonly children?: Child;
};

const pathOf = (name: string): string => (name === "" ? "/reports" : `/reports/${name}`);

const PAGES: readonly (readonly [name: string, text: string])[] = [
  ["", "Overview"],
  ...Object.entries(REPORTS).map(([name, { title }]) => [name, title] as const),
  ["deliverability", "Deliverability"],
];

const Pages = ({ here, range }: { here: string; range: Range }) => (
  <nav class="tabs report-pages" aria-label="Reports">
    {PAGES.map(([name, text]) => (
      <a href={`${pathOf(name)}?range=${range}`} aria-current={name === here ? "page" : undefined}>
        {text}
      </a>
    ))}
  </nav>
);

const Ranges = ({ here, asked }: { here: string; asked: Asked }) => (
  <nav class="report-ranges" aria-label="How far back">
    {RANGE_NAMES.map((range) => (
      <a
        href={`${pathOf(here)}${queryOf({ ...asked, range })}`}
        aria-current={range === asked.range ? "true" : undefined}
      >
        {RANGE_WORDS[range]}
      </a>
    ))}
  </nav>
);

const AsOf = ({ head, reader: { zone } }: Pick<FrameProps, "head" | "reader">) => (
  <p>
    {head.asOf === undefined ? (
      "Not worked out yet."
    ) : (
      <>
        As of <When zone={zone} at={head.asOf} />.
      </>
    )}
    {isUnderWay(head) && head.askedAt !== undefined && (
      <>
        {" "}
        Being worked out {head.asOf !== undefined && "again "}since <When zone={zone} at={head.askedAt} />; load the
        page again in a moment.
      </>
    )}
  </p>
);

const Again = ({ here, asked, head }: Pick<FrameProps, "here" | "asked" | "head">) => (
  <form method="post" action="/reports">
    <input type="hidden" name="back" value={`${pathOf(here)}${queryOf(asked)}`} />
    <button type="submit">{head.asOf === undefined ? "Work it out now" : "Work it out again now"}</button>
  </form>
);

const Nothing = ({ head, asked }: Pick<FrameProps, "head" | "asked">) => {
  if (head.asOf === undefined)
    return (
      <Empty title="No report yet">
        Reports are worked out once a day. Work it out now with the button above, and load the page again in a moment.
      </Empty>
    );
  return asked.range === "all" ? (
    <Empty title="No emails yet">
      The figures begin with the first slot. See <a href="/cadence">the cadence</a> for when that is.
    </Empty>
  ) : (
    <Empty title="No emails in this time">Look further back above.</Empty>
  );
};

/** What is around every report: where it stands, how far back it looks, and what to do where there is nothing to see. */
export const ReportFrame = (props: FrameProps) => (
  <>
    <div class="head">
      <div>
        <h1>{props.title}</h1>
        <p>{props.says}</p>
        <AsOf {...props} />
      </div>
      <Again {...props} />
    </div>
    <Pages here={props.here} range={props.asked.range} />
    <Ranges here={props.here} asked={props.asked} />
    {props.head.asOf === undefined || props.empty ? <Nothing {...props} /> : props.children}
  </>
);
