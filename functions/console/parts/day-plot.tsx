/** @jsxImportSource hono/jsx */
import type { Totals } from "../../../shared/rehearsal/rehearsal.ts";
import { PLOT, barsOf } from "../rehearsal-plot.ts";
import { many, number } from "../rehearsal-words.ts";
import { shortDate } from "../when.ts";

const inWords = (days: Totals["days"]): string => {
  const busiest = days.toSorted((one, other) => other.sent - one.sent)[0];
  const sent = days.reduce((sum, day) => sum + day.sent, 0);
  return busiest
    ? `${many(sent, "email")} on ${many(days.length, "day")}, the most on ${shortDate(busiest.date)}: ${number(busiest.sent)}. The table of days below says the same.`
    : "No day has an email.";
};

/** A bar for each day: emails filled, what was skipped hollow above them. */
export const DayPlot = ({ days }: { days: Totals["days"] }) => {
  const { bars, most } = barsOf(days);
  return (
    <div>
      <svg
        class="day-plot"
        viewBox={`0 0 ${PLOT.width} ${PLOT.height}`}
        role="img"
        aria-labelledby="day-plot-title"
        aria-describedby="day-plot-desc"
      >
        <title id="day-plot-title">Emails a day</title>
        <desc id="day-plot-desc">{inWords(days)}</desc>
        <path class="grid" d={`M${PLOT.left} ${PLOT.top} H${PLOT.width}`} />
        <path class="axis" d={`M${PLOT.left} ${PLOT.base} H${PLOT.width}`} />
        <text x={PLOT.left - 6} y={PLOT.top + 4} text-anchor="end">
          {number(most)}
        </text>
        <text x={PLOT.left - 6} y={PLOT.base + 4} text-anchor="end">
          0
        </text>
        {bars.map(({ x, width, sentY, skippedY, named, date }) => (
          <>
            {skippedY < sentY && <rect class="skipped" x={x} y={skippedY} width={width} height={sentY - skippedY} />}
            {sentY < PLOT.base && <rect class="sent" x={x} y={sentY} width={width} height={PLOT.base - sentY} />}
            {named && (
              <text x={Math.min(x, PLOT.width - 76)} y={PLOT.base + 24}>
                {shortDate(date).slice(4, -5)}
              </text>
            )}
          </>
        ))}
      </svg>
      <p class="small quiet-text">Filled: emails. Hollow: prospects whose slot stays without one.</p>
    </div>
  );
};
