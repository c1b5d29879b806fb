import { nextAttemptAt } from "./attempts.ts";
import type { Call, Disposition } from "./call.ts";
import { nextGoodHour } from "./good-hours.ts";
import type { Where } from "./good-hours.ts";

const UNANSWERED: ReadonlySet<Disposition | undefined> = new Set(["no answer", "voicemail"]);

/**
 * When to dial again (epoch ms) now that a person has read or clicked since the last dial, which nobody answered: two business days after it instead of up
 * to a week. Undefined where that is no sooner, after the first dial, whose next is near anyway, and where a rep has put the task off since. Pure.
 */
export function soonerFor(call: Call, where: Where, now: number): number | undefined {
  const { attempts, moves = [], dueAt } = call;
  const last = attempts.at(-1);
  const made = attempts.length - 1 - attempts.findLastIndex(({ disposition }) => !UNANSWERED.has(disposition));
  if (call.state !== "open" || call.lane === "hot" || !last || made < 2) return undefined;
  if (moves.some(({ kind, at }) => kind === "snoozed" && at > last.at)) return undefined;
  const due = nextAttemptAt(made, last.at, where, { engaged: true });
  if (due === undefined) return undefined;
  const next = due >= now ? due : nextGoodHour({ ...where, after: now, by: dueAt });
  return next < dueAt ? next : undefined;
}
