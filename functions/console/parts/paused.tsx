/** @jsxImportSource hono/jsx */
import type { Pause } from "../../../shared/sending/sending.ts";
import { noStop } from "../../../shared/touch/line.ts";
import { When } from "./when.tsx";

/** Why no email goes out, and what ends it. */
export const Paused = ({ pause, zone }: { pause: Pause; zone: string }) => (
  <section class="flash bad" aria-label="Sending is paused">
    <strong>Sending is paused</strong> since <When zone={zone} at={pause.at} />: {noStop(pause.says)}.{" "}
    {pause.until === undefined ? (
      <>
        It goes on when somebody resumes it: <code>npm run -s midweek -- sending resume</code>
      </>
    ) : (
      <>
        It goes on by itself at <When zone={zone} at={pause.until} />.
      </>
    )}
  </section>
);
