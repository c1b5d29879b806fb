/** @jsxImportSource hono/jsx */
import type { Chrome } from "../chrome.ts";
import { whenIn } from "../when.ts";
import { When } from "./when.tsx";

/** The one-machine world's clock, and ways to move it on. */
export const TimeBar = ({ chrome }: { chrome: Chrome }) => {
  const { zone, now } = chrome.reader;
  return (
    <section class="time-bar" aria-label="Midweek's clock">
      <p>
        <span class="label">Midweek's clock</span> <When zone={zone} at={now} />
      </p>
      <form method="post" action="/time">
        <input type="hidden" name="back" value={chrome.path} />
        {chrome.moves.map((move) => (
          <button class="quiet" type="submit" name="move" value={move.id} title={whenIn(zone, move.to)}>
            {move.label}
          </button>
        ))}
      </form>
    </section>
  );
};
