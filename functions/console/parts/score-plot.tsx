/** @jsxImportSource hono/jsx */
import { PLOT, layoutOf } from "../score-layout.ts";
import type { Column } from "../score-layout.ts";
import { ANSWERS, answerTo, dayAndMonth, figure, plotInWords } from "../score-words.ts";
import type { Answer, Score } from "../score-words.ts";
import { ScoreNumbers } from "./score-numbers.tsx";

/** Each of another shape, because colours alone tell some readers nothing. */
const SHAPES: { readonly [answer in Answer]: string } = {
  clicked: "M0 -5.5 L5 0 L0 5.5 L-5 0 Z",
  opened: "M-4 0 A4 4 0 1 1 4 0 A4 4 0 1 1 -4 0 Z",
  nothing: "M-3.5 0 H3.5",
  "not measurable": "M-3.5 -3.5 L3.5 3.5 M3.5 -3.5 L-3.5 3.5",
  waiting: "M-4.5 0 h.01 M0 0 h.01 M4.5 0 h.01",
};

const kind = (answer: Answer): string => `mark-${answer.replace(" ", "-")}`;

const Shape = ({ answer, x, y }: { answer: Answer; x: number; y: number }) => (
  <path class={kind(answer)} d={SHAPES[answer]} transform={`translate(${x} ${y})`} />
);

const Email = ({ column: { email, answer, x, y } }: { column: Column }) => (
  <g>
    <title>
      {dayAndMonth(email.date)}: {answer}; factor {figure(email.ratio)}, score {figure(email.score)}
    </title>
    <circle class="point" cx={x} cy={y} r={2.2} />
    <Shape answer={answer} x={x} y={PLOT.marks} />
  </g>
);

const DateLabel = ({ column: { email, x } }: { column: Column }) => {
  const anchor = x > PLOT.width - 24 ? "end" : x < 24 ? "start" : "middle";
  return (
    <>
      <path class="grid" d={`M${x} ${PLOT.marks + 8} V${PLOT.dates - 11}`} />
      <text x={anchor === "end" ? PLOT.width : x} y={PLOT.dates} text-anchor={anchor}>
        {dayAndMonth(email.date)}
      </text>
    </>
  );
};

const across = (y: number): string => `M${PLOT.left} ${y} H${PLOT.width - PLOT.right}`;

const Drawing = ({ score }: { score: Score }) => {
  const { columns, lines, anew, threshold, ticks } = layoutOf(score);
  return (
    <svg
      class="score-plot"
      viewBox={`0 0 ${PLOT.width} ${PLOT.height}`}
      role="img"
      aria-labelledby="score-title"
      aria-describedby="score-desc"
    >
      <title id="score-title">The score, email by email</title>
      <desc id="score-desc">{plotInWords(score)}</desc>
      <path class="grid" d={across(PLOT.base)} />
      {ticks.map(({ value, y }) => (
        <>
          <path class="grid" d={`M${PLOT.left - 4} ${y} h4`} />
          <text x={PLOT.left - 7} y={y + 4} text-anchor="end">
            {value}
          </text>
        </>
      ))}
      {anew.map((x) => (
        <path class="anew" d={`M${x} ${PLOT.top - 6} V${PLOT.base + 4}`} />
      ))}
      <path class="threshold" d={across(threshold)} />
      {lines.map((line) => (
        <path class="line" d={line} />
      ))}
      {columns.map((column) => (
        <Email column={column} />
      ))}
      <text class="threshold-label" x={PLOT.left + 4} y={threshold - 5}>
        a call task from {figure(score.threshold)}
      </text>
      {columns
        .filter(({ dated }) => dated)
        .map((column) => (
          <DateLabel column={column} />
        ))}
    </svg>
  );
};

const Key = ({ emails }: Pick<Score, "emails">) => {
  const answers = emails.map(answerTo);
  return (
    <ul class="plot-key">
      {ANSWERS.filter((answer) => answers.includes(answer)).map((answer) => (
        <li>
          <svg class="score-plot" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
            <Shape answer={answer} x={0} y={0} />
          </svg>
          {answer} {answers.filter((one) => one === answer).length}
        </li>
      ))}
      {emails.some((email) => email.anew) && (
        <li>
          <svg class="score-plot" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
            <path class="anew" d="M0 -7 V7" />
          </svg>
          began anew
        </li>
      )}
    </ul>
  );
};

/** The score as it went from email to email, and what was answered; in numbers too. `all` is what the numbers go back to. */
export const ScorePlot = ({ score, all = score.emails }: { score: Score; all?: Score["emails"] }) => (
  <figure class="score">
    <figcaption class="small quiet-text">The score after each email, on a scale of tens</figcaption>
    <Drawing score={score} />
    <Key emails={score.emails} />
    <ScoreNumbers emails={all} />
  </figure>
);
