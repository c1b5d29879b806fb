/** @jsxImportSource hono/jsx */
import type { Call } from "../../../shared/call/call.ts";
import type { Company } from "../../../shared/config.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import type { Reader } from "../chrome.ts";
import type { SeenEvidence } from "../evidence.ts";
import { AskedClock } from "./asked-clock.tsx";
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

/** So much is read at a glance; the rest is there for who wants it. */
const AT_A_GLANCE = 3;

const Evidence = ({ call, evidence, reader }: Pick<WhyNowProps, "call" | "evidence" | "reader">) => {
  // What was said last time has a card of its own.
  const told = evidence.filter(({ text }) => text !== call.brief.lastConversation);
  const [first, rest] = [told.slice(0, AT_A_GLANCE), told.slice(AT_A_GLANCE)];
  return (
    <>
      <EvidenceList evidence={first} zone={call.timeZone} now={reader.now} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <EvidenceList evidence={rest} zone={call.timeZone} now={reader.now} />
        </details>
      )}
      {told.some(({ sure }) => sure) && (
        <p class="small">
          <a class="more" href="/engagement#sure">
            Why so sure?
          </a>
        </p>
      )}
    </>
  );
};

/** The reason for a call in words, what it stands on, and how the score went that opened it. */
export const WhyNow = ({ call, evidence, prospect, company, reader }: WhyNowProps) => (
  <section class="card">
    <h2>Why now</h2>
    <p class="say">{call.why}</p>
    <AskedClock call={call} now={reader.now} />
    <Evidence call={call} evidence={evidence} reader={reader} />
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
  </section>
);
