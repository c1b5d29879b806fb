/** @jsxImportSource hono/jsx */
import type { Pause } from "../../../shared/sending/sending.ts";

/** Leads to the page that asks once more; while sending is paused, to the one that says why. For who may enter /sending. */
export const StopEverything = ({ pause }: { pause: Pause | undefined }) =>
  pause ? (
    <a class="button" href="/sending">
      Sending is paused: look
    </a>
  ) : (
    <a class="button stop" href="/sending/stop">
      Stop everything now
    </a>
  );
