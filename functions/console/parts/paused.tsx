/** @jsxImportSource hono/jsx */
import type { Pause } from "../../../shared/sending/sending.ts";
import { noStop } from "../../../shared/touch/line.ts";
import { When } from "./when.tsx";

type PausedProps = {
  readonly pause: Pause;
  readonly zone: string;
  readonly mayResume: boolean;
};

/** Why no email goes out, and what ends it. */
export const Paused = ({ pause, zone, mayResume }: PausedProps) => (
  <section class="flash bad paused" aria-label="Sending is paused">
    <p>
      <strong>Sending is paused</strong> since <When zone={zone} at={pause.at} />
      {pause.by !== undefined && (
        <>
          {" "}
          by <span dir="auto">{pause.by}</span>
        </>
      )}
      : {noStop(pause.says)}.{" "}
      {pause.until === undefined ? (
        <>It goes on when somebody {!mayResume && "of marketing or an admin "}resumes it.</>
      ) : (
        <>
          It goes on by itself at <When zone={zone} at={pause.until} />.
        </>
      )}
    </p>
    {mayResume && <Resume pause={pause} />}
  </section>
);

/** What a person stopped, one press lets go on; what the provider or too many bounces stopped, needs a look first. */
const Resume = ({ pause }: { pause: Pause }) =>
  pause.cause === "by hand" ? (
    <form method="post" action="/sending/resume">
      <button type="submit">Resume sending</button>
    </form>
  ) : (
    <a class="button" href="/sending">
      Look at it and resume
    </a>
  );
