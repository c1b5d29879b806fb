/** @jsxImportSource hono/jsx */
import type { Call } from "../../../shared/call/call.ts";
import type { Company } from "../../../shared/config.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import type { Reader } from "../chrome.ts";
import type { SeenEvidence } from "../evidence.ts";
import { AskedClock, ClockScript } from "./asked-clock.tsx";
import { Unmeasured } from "./consent.tsx";
import { EvidenceList } from "./evidence.tsx";
import { ScorePlot } from "./score-plot.tsx";
import { When } from "./when.tsx";

type WhyNowProps = {
  readonly call: Call;
  readonly evidence: readonly SeenEvidence[];
  readonly prospect: Prospect;
  readonly company: Company;
  readonly reader: Reader;
};

/** The reason for a call in words, what it stands on, and how the score went that opened it. */
export const WhyNow = ({ call, evidence, prospect, company, reader }: WhyNowProps) => (
  <section class="card">
    <h2>Why now</h2>
    <p class="say">{call.why}</p>
    <AskedClock call={call} now={reader.now} />
    <EvidenceList evidence={evidence} zone={call.timeZone} now={reader.now} />
    {evidence.some(({ sure }) => sure) && (
      <p class="small">
        <a class="more" href="/engagement#sure">
          Why so sure?
        </a>
      </p>
    )}
    {call.lane === "warming" && call.score && (
      <div class="rise">
        <h3>How interest rose</h3>
        <p class="small quiet-text">
          As it stood <When zone={reader.zone} at={call.score.at} />.{" "}
          <a class="more" href="/engagement#rise">
            How is this worked out?
          </a>
        </p>
        <ScorePlot score={call.score} />
      </div>
    )}
    <Unmeasured prospect={prospect} company={company} />
    <ClockScript calls={[call]} />
  </section>
);
