/** @jsxImportSource hono/jsx */
import { shareIn } from "../../../shared/report/counts.ts";
import type { Counts, Outcome } from "../../../shared/report/counts.ts";
import { ReportFrame } from "../parts/report-frame.tsx";
import type { FrameProps } from "../parts/report-frame.tsx";
import { HowCounted } from "../parts/report-how.tsx";
import { Along } from "../parts/report-plots.tsx";
import { NOT_ENOUGH, NOT_KNOWN, countedIn, percent, percentRange } from "../plot/share-words.ts";
import { REPORTS } from "../report-names.ts";
import { COLUMN_WORDS, OUTCOMES, isUntold } from "../report-view.ts";
import type { Line } from "../report-view.ts";

export type ReportsPageProps = Pick<FrameProps, "reader" | "head" | "asked"> & {
  /** Of all emails in the range; undefined where there are none. */
  readonly total: Counts | undefined;
  readonly slots: readonly Line[];
  /** Pages of the kind that the viewer may enter. */
  readonly beside: readonly { readonly path: string; readonly text: string; readonly says: string }[];
};

const Total = ({ counts, outcome }: { counts: Counts; outcome: Outcome }) => {
  const share = shareIn(counts, outcome);
  if (isUntold(counts, outcome))
    return (
      <div>
        <dt>{COLUMN_WORDS[outcome]}</dt>
        <dd>
          {NOT_KNOWN}
          <span class="under">known a day after they went out</span>
        </dd>
      </div>
    );
  return (
    <div>
      <dt>{COLUMN_WORDS[outcome]}</dt>
      <dd>
        {share.enough ? percent(share.point) : countedIn(share)}
        <span class="under">
          {share.enough ? `${percentRange(share.low, share.high)}, ${countedIn(share)}` : NOT_ENOUGH}
        </span>
      </dd>
    </div>
  );
};

const Totals = ({ counts }: { counts: Counts }) => (
  <dl class="facts report-total">
    <div>
      <dt>Emails sent</dt>
      <dd>
        {counts.sent.toLocaleString("en")}
        <span class="under">
          openings can be measured in {percent(counts.openable / counts.sent)}, clicks in{" "}
          {percent(counts.measured / counts.sent)}
        </span>
      </dd>
    </div>
    {[...OUTCOMES, "complained" as const].map((outcome) => (
      <Total counts={counts} outcome={outcome} />
    ))}
  </dl>
);

const Places = ({ range, beside }: { range: string; beside: ReportsPageProps["beside"] }) => (
  <ul class="rows">
    {[
      ...Object.entries(REPORTS).map(([name, { title, says }]) => ({ path: `/reports/${name}`, text: title, says })),
      {
        path: "/reports/deliverability",
        text: "Deliverability",
        says: "Bounces and complaints by week and by recipient domain, beside the provider's limits.",
      },
    ].map(({ path, text, says }) => (
      <li>
        <a class="title" href={`${path}?range=${range}`}>
          {text}
        </a>
        <p class="quiet-text">{says}</p>
      </li>
    ))}
    {beside.map(({ path, text, says }) => (
      <li>
        <a class="title" href={path}>
          {text}
        </a>
        <p class="quiet-text">{says}</p>
      </li>
    ))}
  </ul>
);

/** All emails of a time together, how it went slot by slot, and the way to each report. */
export const ReportsPage = ({ total, slots, beside, ...frame }: ReportsPageProps) => (
  <>
    <ReportFrame
      {...frame}
      here=""
      title="Reports"
      says="What became of the emails, and what they led to."
      empty={total === undefined}
    >
      {total && <Totals counts={total} />}
      <section class="section">
        <h2>Slot by slot</h2>
        <div class="plots">
          <Along lines={slots} outcome="clicked" />
          <Along lines={slots} outcome="callTasks" />
        </div>
      </section>
    </ReportFrame>
    <section class="section">
      <h2>Closer up</h2>
      <Places range={frame.asked.range} beside={beside} />
    </section>
    <HowCounted />
  </>
);
