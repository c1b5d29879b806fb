/** @jsxImportSource hono/jsx */
import { MOST_TOUCHES } from "../../../shared/practice/answered.ts";
import type { Answered } from "../../../shared/practice/answered.ts";
import type { Figures } from "../../../shared/practice/figures.ts";
import { shareOf } from "../../../shared/practice/intervals.ts";
import type { Share } from "../../../shared/practice/intervals.ts";
import { WEEKDAYS } from "../../../shared/time.ts";
import { barsOf } from "../team-layout.ts";
import { NOT_ENOUGH, shareFigure, waitsInBands } from "../team-words.ts";
import { weekdayName } from "../when.ts";

type TableProps = {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

const Numbers = ({ caption, heads, rows }: TableProps) => (
  <table class="team-table small">
    <caption>{caption}</caption>
    <thead>
      <tr>
        {heads.map((head) => (
          <th scope="col">{head}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([first, ...cells]) => (
        <tr>
          <th scope="row">{first}</th>
          {cells.map((cell) => (
            <td>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const shareCell = (share: Share): string => {
  const { text, under } = shareFigure(share);
  return share.of === 0 ? "none" : under === NOT_ENOUGH ? text : `${text} (${under})`;
};

const answeredRow = (name: string, { dials, conversations }: Answered): (string | number)[] => [
  name,
  dials,
  conversations,
  shareCell(shareOf(conversations, dials)),
];

const ANSWERED = ["Dials", "Spoke", "Answered"];

/** All that the plots show, and conversations by weekday and by touch, as tables. */
export const TeamNumbers = ({ figures: { firstCalls, persistence, clock, touches } }: { figures: Figures }) => (
  <details class="numbers">
    <summary>The numbers</summary>
    <div class="team-tables">
      <Numbers
        caption="First call after somebody asked"
        heads={["When", "Called", "Still waiting"]}
        rows={waitsInBands(firstCalls.all).map(({ words, called, waiting }) => [words, called, waiting])}
      />
      <Numbers
        caption="Calls given up, by attempts"
        heads={["Attempts", "Calls", "Of them lying"]}
        rows={barsOf(persistence.givenUp)
          .filter(({ count }) => count > 0)
          .map(({ attempts, count }) => [
            attempts === 12 ? "12 or more" : attempts,
            count,
            persistence.givenUp.filter((one) => one.lying && Math.min(one.attempts, 12) === attempts).length,
          ])}
      />
      <Numbers
        caption="By the prospect's hour"
        heads={["Hour", ...ANSWERED]}
        rows={clock.hours.flatMap((hour, i) => (hour.dials > 0 ? [answeredRow(`${i}:00`, hour)] : []))}
      />
      <Numbers
        caption="By the prospect's weekday"
        heads={["Weekday", ...ANSWERED]}
        rows={clock.weekdays.flatMap((day, i) => {
          const weekday = WEEKDAYS[i];
          return day.dials > 0 && weekday ? [answeredRow(weekdayName(weekday), day)] : [];
        })}
      />
      <Numbers
        caption="What became of dials, by which touch they were"
        heads={["Touch", "Answered", "Next step agreed"]}
        rows={touches
          .filter(({ conversation }) => conversation.of > 0)
          .map(({ touch, conversation, agreed }) => [
            touch === MOST_TOUCHES ? "12th or later" : String(touch),
            shareCell(conversation),
            shareCell(agreed),
          ])}
      />
    </div>
  </details>
);
