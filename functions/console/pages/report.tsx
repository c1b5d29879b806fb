/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { SelectField } from "../parts/field.tsx";
import { ReportFoot } from "../parts/report-foot.tsx";
import { ReportFrame } from "../parts/report-frame.tsx";
import type { FrameProps } from "../parts/report-frame.tsx";
import { HowCounted } from "../parts/report-how.tsx";
import { Along, Beside } from "../parts/report-plots.tsx";
import { ReportTable } from "../parts/report-table.tsx";
import { RANGE_WORDS, REPORTS } from "../report-names.ts";
import type { ReportName } from "../report-names.ts";
import { COLUMN_WORDS, OUTCOMES, SHOWN, queryOf } from "../report-view.ts";
import type { Asked, Line } from "../report-view.ts";

export type ReportPageProps = Pick<FrameProps, "reader" | "head" | "asked"> & {
  readonly name: ReportName;
  /** All of them, in the order asked for. */
  readonly lines: readonly Line[];
  /** What more there is to say below the table. */
  readonly children?: Child;
};

/** For screens on which the heads of the columns are not seen. */
const Sort = ({ name, asked }: { name: ReportName; asked: Asked }) => (
  <form class="report-sort" method="get" action={`/reports/${name}`}>
    <input type="hidden" name="range" value={asked.range} />
    <SelectField
      name="sort"
      label="Sort by"
      value={asked.sort}
      choices={(["name", "sent", ...OUTCOMES] as const).map((value) => ({ value, text: COLUMN_WORDS[value] }))}
    />
    <button type="submit">Sort</button>
  </form>
);

/** The lines of one report: two plots, and the table with everything. */
export const ReportPage = ({ name, lines, children, ...frame }: ReportPageProps) => {
  const { title, one, says } = REPORTS[name];
  const { asked } = frame;
  const shown = asked.all ? lines : lines.slice(0, SHOWN);
  const Drawn = name === "slots" ? Along : Beside;
  return (
    <>
      <ReportFrame {...frame} here={name} title={title} says={says} empty={lines.length === 0}>
        <div class="plots">
          <Drawn lines={lines} outcome="clicked" />
          <Drawn lines={lines} outcome="callTasks" />
        </div>
        <section class="section">
          <h2>In numbers</h2>
          <Sort name={name} asked={asked} />
          <ReportTable
            caption={`${title}, ${RANGE_WORDS[asked.range].toLowerCase()}`}
            one={one}
            columns={OUTCOMES}
            lines={shown}
            sorted={asked.sort}
            newestFirst={name === "slots"}
            sortedBy={(sort) => `/reports/${name}${queryOf({ ...asked, sort })}`}
          />
          <ReportFoot
            path={`/reports/${name}`}
            asked={asked}
            shown={shown.length}
            there={lines.length}
            one="line"
            files={[{ path: `/reports/${name}.csv`, text: "All of it as CSV" }]}
          />
        </section>
        {children}
      </ReportFrame>
      <HowCounted />
    </>
  );
};
