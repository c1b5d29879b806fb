/** @jsxImportSource hono/jsx */
import type { Call } from "../../../shared/call/call.ts";
import { clockOf } from "../../../shared/call/asked.ts";
import { sinceWords } from "../../../shared/notice/since.ts";

/** How long ago they asked. Nothing here is announced while it counts; it is right at load, and without a script stays as it was then. */
export const AskedClock = ({ call, now }: { call: Call; now: number }) => {
  const clock = clockOf(call, now);
  if (!clock) return null;
  return (
    <p class={clock.since >= clock.lateFrom ? "asked late" : "asked"}>
      Asked{" "}
      <time
        datetime={new Date(clock.askedAt).toISOString()}
        data-since={String(clock.since)}
        data-late-from={String(clock.lateFrom)}
        aria-live="off"
      >
        {sinceWords(clock.since)}
      </time>{" "}
      ago<span class="if-late">: {clock.atOnce ? "the first five minutes are over" : "due for over five minutes"}</span>
      {clock.atOnce && <span class="if-calm">: answer within five minutes</span>}
    </p>
  );
};
