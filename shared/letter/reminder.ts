import type { Call } from "../call/call.ts";
import { MINUTE, toInstant } from "../time.ts";

/** A reminder goes out in the final hour, and with time left to move the call (practice 51: T-60 to T-15 minutes). */
export const EARLIEST = 60 * MINUTE;
export const LATEST = 15 * MINUTE;

const KINDS: ReadonlySet<string> = new Set(["call", "meeting", "demo"]);

/** Is the task due when it was agreed with the prospect? Of a moment that the rep or the practice chose they know nothing. */
export function hasReminder({
  state,
  step,
  dueAt,
  timeZone,
}: Pick<Call, "state" | "step" | "dueAt" | "timeZone">): boolean {
  if (state !== "open" || !step || step.kind === "declined" || !KINDS.has(step.kind) || !step.time) return false;
  return toInstant(timeZone, step.date, step.time) === dueAt;
}

/** "reminder-4-202612021530": one for each moment a call is agreed for. */
export const reminderId = ({ number, dueAt }: Pick<Call, "number" | "dueAt">): string =>
  `reminder-${number}-${new Date(dueAt).toISOString().slice(0, 16).replaceAll(/\D/g, "")}`;
