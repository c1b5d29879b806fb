/** @jsxImportSource hono/jsx */
import { countOf } from "../../../shared/experiment/tally.ts";
import type { ArmTally, Tally } from "../../../shared/experiment/tally.ts";
import type { Rate, Verdict } from "../../../shared/experiment/verdict.ts";
import type { Arm } from "../../../shared/touch/touch.ts";
import { ARM_NAMES, percent, rangeWords, thousands } from "../experiment-words.ts";
import { DifferencePlot, RatesPlot } from "./experiment-plots.tsx";

const ARMS: readonly Arm[] = ["a", "b"];

type NumbersProps = { readonly tally: Tally; readonly verdict: Verdict };

/** What is told of each arm, row by row. */
const ROWS: readonly { readonly text: string; readonly of: (arm: ArmTally) => number }[] = [
  { text: "Emails that went out", of: ({ emails }) => emails },
  { text: "Not seven days old yet", of: ({ young }) => young },
  { text: "Clicks not measured", of: (arm) => countOf(arm) - arm.measured },
  { text: "Clicks measured", of: ({ measured }) => measured },
  { text: "Of these clicked by a person", of: ({ clicks }) => clicks },
];

const Numbers = ({ tally, verdict }: NumbersProps) => (
  <div class="scroll section-top">
    <table class="trial-table">
      <caption>
        Ranges are confidence sequences of 95 %, which hold however often one looks. Clicks are those of people on the
        article's link within seven days.
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">What is counted</span>
          </th>
          {ARMS.map((arm) => (
            <th scope="col">{ARM_NAMES[arm]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map(({ text, of }) => (
          <tr>
            <th scope="row">{text}</th>
            {ARMS.map((arm) => (
              <td>{thousands(of(tally[arm]))}</td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">Clicks for each measured email</th>
          {ARMS.map((arm) => (
            <RateCell rate={verdict.rates[arm]} />
          ))}
        </tr>
        <tr>
          <th scope="row">Call tasks for each email, of those seven days old</th>
          {ARMS.map((arm) => (
            <RateCell rate={verdict.calls[arm]} />
          ))}
        </tr>
      </tbody>
    </table>
  </div>
);

const RateCell = ({ rate }: { rate: Rate }) => (
  <td>
    {rate.of === 0 ? (
      "none yet"
    ) : (
      <>
        {percent(rate.point)}
        <span class="under">
          {rangeWords(rate)}, {thousands(rate.count)} of {thousands(rate.of)}
        </span>
      </>
    )}
  </td>
);

/** Both arms side by side: bars with their bounds, the difference, and a table that says the same. */
export const ExperimentNumbers = ({ tally, verdict }: NumbersProps) => (
  <section class="section">
    <h2>The numbers</h2>
    <div class="trial-plots">
      <figure>
        <figcaption>Clicks for each measured email; the lines are the bounds of each arm alone</figcaption>
        <RatesPlot verdict={verdict} />
      </figure>
      <figure>
        <figcaption>B less A, in points; while the line crosses zero there is no winner</figcaption>
        <DifferencePlot verdict={verdict} />
      </figure>
    </div>
    <Numbers tally={tally} verdict={verdict} />
  </section>
);
