/** @jsxImportSource hono/jsx */
import type { Figures } from "../../../shared/practice/figures.ts";
import { BARS, HEAT, STRIP, TIME_TICKS, WIDTH, barsOf, cellsOf, dotsOf, timeX } from "../team-layout.ts";
import { lengthInWords, many, waitsInBands } from "../team-words.ts";
import { Plot } from "../plot/frame.tsx";

/** In the width and look of the team's page. */
export const TeamPlot = (plot: Omit<Parameters<typeof Plot>[0], "width" | "look">) => (
  <Plot look="team-plot" width={WIDTH} {...plot} />
);

/** A text under an axis that stays within the plot. */
export const Tick = ({ x, y, text }: { x: number; y: number; text: string }) => (
  <text
    x={x < 16 ? 0 : x > WIDTH - 16 ? WIDTH : x}
    y={y}
    text-anchor={x < 16 ? "start" : x > WIDTH - 16 ? "end" : "middle"}
  >
    {text}
  </text>
);

function waitsInWords({ all, withinOne, withinFive, median }: Figures["firstCalls"]): string {
  if (all.length === 0) return "Nobody asked in this time.";
  return [
    `${withinOne.count} of ${withinOne.of} were called within 1 minute, ${withinFive.count} of ${withinFive.of} within 5.`,
    median && `Half took ${lengthInWords(median.point)} or more.`,
    ...waitsInBands(all).flatMap(({ words, waiting }) => (waiting ? [`${waiting} still waiting, ${words}.`] : [])),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Each who asked is a dot, on a logarithmic axis from five seconds to a week; hollow: still waiting. */
export const FirstCallStrip = ({ id, figures: { firstCalls } }: { id: string; figures: Figures }) => (
  <TeamPlot
    id={id}
    height={STRIP.height}
    title="Time to the first call after somebody asked"
    desc={waitsInWords(firstCalls)}
  >
    <path class="axis" d={`M0 ${STRIP.base} H${WIDTH}`} />
    {TIME_TICKS.map(({ at, text, marked }) => (
      <>
        <path class={marked ? "mark" : "axis"} d={`M${timeX(at)} ${marked ? 2 : STRIP.base} V${STRIP.base + 5}`} />
        <Tick x={timeX(at)} y={STRIP.base + 18} text={text} />
      </>
    ))}
    {dotsOf(firstCalls.all).map(({ x, y, waiting }) => (
      <circle class={waiting ? "waiting" : "done"} cx={x} cy={y} r={STRIP.radius} />
    ))}
  </TeamPlot>
);

function barsInWords({ givenUp, beyondFive }: Figures["persistence"]): string {
  if (givenUp.length === 0) return "No call without an answer is over yet.";
  const bars = barsOf(givenUp).filter(({ count }) => count > 0);
  const lying = givenUp.filter((one) => one.lying).length;
  return [
    bars
      .map(({ attempts, count }) => `${many(count, "call")} after ${attempts === BARS.most ? "12 or more" : attempts}`)
      .join(", "),
    `. ${beyondFive.count} of ${beyondFive.of} had more than five.`,
    lying > 0 && ` ${lying} of them ${lying === 1 ? "was" : "were"} not closed but left to lie for more than a week.`,
  ]
    .filter(Boolean)
    .join("");
}

/** One bar for each number of attempts; hollow at the top: left to lie. The line stands before the fifth. */
export const GivingUpBars = ({ id, figures: { persistence } }: { id: string; figures: Figures }) => (
  <TeamPlot id={id} height={BARS.height} title="Attempts before giving up" desc={barsInWords(persistence)}>
    <path class="axis" d={`M0 ${BARS.base} H${WIDTH}`} />
    {barsOf(persistence.givenUp).map(({ attempts, x, count, y, closedY }) => (
      <>
        {count > 0 && <rect class="lying" x={x} y={y} width={BARS.width} height={closedY - y} />}
        {closedY < BARS.base && <rect class="bar" x={x} y={closedY} width={BARS.width} height={BARS.base - closedY} />}
        {count > 0 && (
          <text x={x + BARS.width / 2} y={y - 4} text-anchor="middle">
            {count}
          </text>
        )}
        <text x={x + BARS.width / 2} y={BARS.base + 15} text-anchor="middle">
          {attempts === BARS.most ? "12+" : attempts}
        </text>
      </>
    ))}
    <path class="mark" d={`M${4 * BARS.step} 2 V${BARS.base}`} />
    <text class="mark-label" x={4 * BARS.step + 5} y={11}>
      at least five
    </text>
  </TeamPlot>
);

const HOUR_TICKS = [0, 6, 10, 13, 16, 20];

function hoursInWords(hours: Figures["clock"]["hours"]): string {
  const some = hours.flatMap(({ dials, conversations }, hour) =>
    dials > 0 ? [`${hour}:00 ${many(dials, "dial")}, ${many(conversations, "conversation")}`] : [],
  );
  return some.length > 0 ? `${some.join("; ")}.` : "No dial of this time knows the prospect's hour.";
}

const column = (hour: number): number => HEAT.left + hour * HEAT.step;

/** Two rows of 24 hours on the prospect's clock, dials and conversations; the practice's hours are underlined. */
export const HourStrip = ({ id, figures: { clock } }: { id: string; figures: Figures }) => (
  <TeamPlot
    id={id}
    height={HEAT.height}
    title="Dials and conversations by the prospect's hour of the day"
    desc={hoursInWords(clock.hours)}
  >
    {["dials", "spoke"].map((text, row) => (
      <text x={0} y={(HEAT.rows[row] ?? 0) + 12}>
        {text}
      </text>
    ))}
    {cellsOf(clock.hours).map(({ x, y, opacity }) => (
      <>
        <rect class="cell" x={x} y={y} width={HEAT.step - 1} height={HEAT.cell} />
        {opacity > 0 && (
          <rect class="heat" x={x} y={y} width={HEAT.step - 1} height={HEAT.cell} fill-opacity={opacity} />
        )}
      </>
    ))}
    {[10, 16].map((hour) => (
      <path class="good-hour" d={`M${column(hour)} ${HEAT.rows[1] + HEAT.cell + 4} h${HEAT.step - 1}`} />
    ))}
    {HOUR_TICKS.map((hour) => (
      <text x={column(hour) + HEAT.step / 2} y={HEAT.height - 3} text-anchor="middle">
        {hour}
      </text>
    ))}
  </TeamPlot>
);
