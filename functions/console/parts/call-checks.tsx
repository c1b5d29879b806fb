/** @jsxImportSource hono/jsx */
import type { Call } from "../../../shared/call/call.ts";
import { checklistsFor } from "../../../shared/call/checklists.ts";

/** To tick off while preparing; nothing of it is kept. */
const Checks = ({ legend, checks }: { legend: string; checks: readonly string[] }) => (
  <fieldset class="checks">
    <legend>{legend}</legend>
    {checks.map((check) => (
      <label>
        <input type="checkbox" autocomplete="off" />
        {check}
      </label>
    ))}
  </fieldset>
);

export const Checklists = ({ call }: { call: Call }) => {
  const { before, after } = checklistsFor(call);
  return (
    <details class="card fold">
      <summary>
        <h2>Checklists</h2>
      </summary>
      <Checks legend="Before the call" checks={before} />
      <Checks legend="After the call" checks={after} />
      <p class="small quiet-text">For yourself: ticks are not kept.</p>
    </details>
  );
};

const MINUTES = 30;

/** Counts only where there is a script; without one it is not there to promise anything. */
export const CallTimer = () => (
  <section class="card timer" data-timer={String(MINUTES * 60)} hidden>
    <h2>Timer</h2>
    <p>
      <span class="figure" data-timer-left role="timer" aria-live="off">
        {MINUTES}:00
      </span>{" "}
      <span class="quiet-text">End on time: half an hour at most.</span>
    </p>
    <button type="button" data-timer-start>
      Start {MINUTES} minutes
    </button>
  </section>
);
