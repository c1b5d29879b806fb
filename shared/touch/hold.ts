import { holdsMail, isLeftLying } from "../call/call.ts";
import type { Call } from "../call/call.ts";
import { momentInWords } from "../engagement/words.ts";
import { HOUR } from "../time.ts";

/** Why an open call task keeps an email from going out now. */
export type Hold = { readonly skip: "in-conversation" | "call-within-the-hour"; readonly detail: string };

/**
 * Does the open call task of a prospect hold back an email that would leave now (epoch ms)? While they talk with a rep there is none, and none in the
 * hour before or after a call (practice 26). A task that was left lying holds nothing, or they would never hear from us again.
 */
export function heldBy(call: Call | undefined, now: number): Hold | undefined {
  if (!call) return undefined;
  const talk = isLeftLying(call, now) ? undefined : holdsMail(call);
  const isOver = call.lane !== "hot" && call.dueAt < now;
  if (talk !== undefined)
    return { skip: "in-conversation", detail: isOver ? `${talk}, and what came of it is not noted yet` : talk };
  if (call.state !== "open" || Math.abs(call.dueAt - now) > HOUR) return undefined;
  return { skip: "call-within-the-hour", detail: `the call is due ${momentInWords(call.timeZone, call.dueAt)}` };
}
