/** @jsxImportSource hono/jsx */
import type { Day } from "../timeline.ts";
import { longDate, timeIn } from "../when.ts";
import { When } from "./when.tsx";

export const Timeline = ({ days, zone }: { days: readonly Day[]; zone: string }) => (
  <div class="timeline">
    {days.map((day) => (
      <section class="day">
        <h3>{longDate(day.date)}</h3>
        <ol>
          {day.entries.map((entry) => (
            <li class={`entry ${entry.kind}`}>
              <When zone={zone} at={entry.at}>
                {timeIn(zone, entry.at)}
              </When>
              <div>
                <p class="what">{entry.href ? <a href={entry.href}>{entry.what}</a> : entry.what}</p>
                {entry.detail && <p class="detail">{entry.detail}</p>}
              </div>
            </li>
          ))}
        </ol>
      </section>
    ))}
  </div>
);
