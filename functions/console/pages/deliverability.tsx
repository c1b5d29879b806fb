/** @jsxImportSource hono/jsx */
import type { Outcome } from "../../../shared/report/counts.ts";
import { LIMITS } from "../../../shared/report/limits.ts";
import { ReportFoot } from "../parts/report-foot.tsx";
import { ReportFrame } from "../parts/report-frame.tsx";
import type { FrameProps } from "../parts/report-frame.tsx";
import { Along, limitsOf } from "../parts/report-plots.tsx";
import { ReportTable } from "../parts/report-table.tsx";
import { percent } from "../plot/share-words.ts";
import { SHOWN, queryOf } from "../report-view.ts";
import type { Line } from "../report-view.ts";

export type DeliverabilityPageProps = Pick<FrameProps, "reader" | "head" | "asked"> & {
  readonly weeks: readonly Line[];
  /** In the order asked for. */
  readonly domains: readonly Line[];
};

const PATH = "/reports/deliverability";
const COLUMNS = ["delivered", "bounced", "bouncedForGood", "complained"] as const satisfies readonly Outcome[];

const { bouncedForGood: bounces, complained: complaints } = LIMITS;

const Limits = () => (
  <section class="section">
    <h2>The limits</h2>
    <ul class="rules">
      <li>
        Amazon SES puts an account under review from {percent(bounces.review)} of bounces for good and from{" "}
        {percent(complaints.review)} of complaints on, and may stop it from {percent(bounces.stop)} and{" "}
        {percent(complaints.stop)} on (SES developer guide, "Reputation metrics messages"). Other providers have limits
        of that size.
      </li>
      <li>
        Midweek stops by itself at the lower ones, counted over the last seven days and all emails, follow-ups and
        reminders too; it takes five bounces or two complaints at least, because fewer are chance.
      </li>
      <li>
        A bounce for good is of an address that does not exist; other bounces are of full mailboxes and the like, and do
        not count there. What bounced or complained is never mailed again.
      </li>
      <li>Only what the provider tells is counted: an outbox or a plain mail server tells nothing of it.</li>
    </ul>
  </section>
);

/** Bounces and complaints along weeks, with the provider's limits, and by recipient domain. */
export const DeliverabilityPage = ({ weeks, domains, ...frame }: DeliverabilityPageProps) => {
  const { asked } = frame;
  const shown = asked.all ? domains : domains.slice(0, SHOWN);
  return (
    <>
      <ReportFrame
        {...frame}
        here="deliverability"
        title="Deliverability"
        says="Whether the emails arrive, and what the provider holds against you."
        empty={weeks.length === 0}
      >
        <div class="plots">
          <Along lines={weeks} outcome="bouncedForGood" limits={limitsOf(bounces)} />
          <Along lines={weeks} outcome="complained" limits={limitsOf(complaints)} />
        </div>
        <section class="section">
          <h2>By recipient domain</h2>
          <ReportTable
            caption="Bounces and complaints by recipient domain"
            one="Domain"
            columns={COLUMNS}
            lines={shown}
            sorted={asked.sort}
            sortedBy={(sort) => `${PATH}${queryOf({ ...asked, sort })}`}
          />
          <ReportFoot
            path={PATH}
            asked={asked}
            shown={shown.length}
            there={domains.length}
            one="domain"
            files={[
              { path: "/reports/domains.csv", text: "Domains as CSV" },
              { path: "/reports/weeks.csv", text: "Weeks as CSV" },
            ]}
          />
        </section>
      </ReportFrame>
      <Limits />
    </>
  );
};
