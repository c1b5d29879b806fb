/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { shareIn } from "../../../shared/report/counts.ts";
import type { Outcome } from "../../../shared/report/counts.ts";
import { REST } from "../../../shared/report/report.ts";
import { BarPlot } from "../plot/bar-plot.tsx";
import type { Limit, LinePoint } from "../plot/line-layout.ts";
import { LinePlot } from "../plot/line-plot.tsx";
import { percent, shareInWords } from "../plot/share-words.ts";
import { COLUMN_WORDS } from "../report-view.ts";
import type { Line } from "../report-view.ts";
import { shortDate } from "../when.ts";

/** More points than that stand too close to be read: half a year of the default cadence. */
const MOST_POINTS = 52;
/** More bars are a table. */
const MOST_BARS = 13;

const Figure = ({ title, under, children }: { title: string; under: string; children?: Child }) => (
  <figure>
    <figcaption>
      {title} <span class="under">{under}</span>
    </figcaption>
    {children}
  </figure>
);

/** "2026-11-25" -> "25 Nov". */
const shortDay = (date: string): string => shortDate(date).split(" ").slice(1, 3).join(" ");

/** Lines whose names are dates, oldest first. */
function pointsOf(lines: readonly Line[], outcome: Outcome): LinePoint[] {
  const dated = lines.filter(({ name }) => name !== REST).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return dated.slice(-MOST_POINTS).map(({ name, title, counts }) => ({
    label: shortDay(name),
    name: title,
    share: shareIn(counts, outcome),
  }));
}

const Numbers = ({ caption, points }: { caption: string; points: readonly LinePoint[] }) => (
  <details class="numbers">
    <summary>The same in numbers</summary>
    <table>
      <caption class="under">{caption}</caption>
      <tbody>
        {points.map(({ name, share }) => (
          <tr>
            <th scope="row">{name}</th>
            <td>{shareInWords(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);

type AlongProps = { readonly lines: readonly Line[]; readonly outcome: Outcome; readonly limits?: readonly Limit[] };

/** A share along slots or weeks. */
export const Along = ({ lines, outcome, limits = [] }: AlongProps) => {
  const points = pointsOf(lines, outcome);
  const title = COLUMN_WORDS[outcome];
  const some = points.some(({ share }) => share.enough);
  return (
    <Figure title={title} under={some ? "with the interval of 95 %" : "not enough data for a line"}>
      {(some || limits.length > 0) && (
        <LinePlot id={`along-${outcome}`} title={title} points={points} limits={limits} />
      )}
      <Numbers caption={title} points={points} />
    </Figure>
  );
};

/** A share of the first lines of a table, side by side. */
export const Beside = ({ lines, outcome }: { lines: readonly Line[]; outcome: Outcome }) => {
  const rows = lines.filter(({ name }) => name !== REST).slice(0, MOST_BARS);
  const title = COLUMN_WORDS[outcome];
  const under = rows.length < lines.length ? `the first ${rows.length} of the table below` : "as in the table below";
  return (
    <Figure title={title} under={under}>
      <BarPlot
        id={`beside-${outcome}`}
        title={title}
        rows={rows.map((line) => ({ name: line.title, share: shareIn(line.counts, outcome) }))}
      />
    </Figure>
  );
};

export const limitsOf = (limits: { readonly review: number; readonly stop: number }): Limit[] => [
  { at: limits.review, text: `${percent(limits.review)}: SES reviews, Midweek pauses` },
  { at: limits.stop, text: `${percent(limits.stop)}: SES may stop you` },
];
