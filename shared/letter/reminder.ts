import { agreedAt } from "../call/agreed-at.ts";
import type { Call } from "../call/call.ts";
import { MINUTE } from "../time.ts";

/** A reminder goes out in the final hour, and with time left to move the call (practice 51: T-60 to T-15 minutes). */
export const EARLIEST = 60 * MINUTE;
export const LATEST = 15 * MINUTE;

const KINDS: ReadonlySet<string> = new Set(["call", "meeting", "demo"]);

/**
 * The instant of the call that the prospect was promised (epoch ms), if it still is: the task is due then, or was until they asked for a call besides. Of a
 * moment that the rep or the practice chose they know nothing.
 */
export function agreedFor(
  call: Pick<Call, "state" | "lane" | "step" | "dueAt" | "timeZone" | "heatedFrom">,
): number | undefined {
  const at = agreedAt(call);
  if (call.state !== "open" || at === undefined || !KINDS.has(call.step?.kind ?? "")) return undefined;
  return call.dueAt === at || (call.lane === "hot" && call.heatedFrom?.dueAt === at) ? at : undefined;
}

/** "reminder-4-202612021530": one for each moment a call is agreed for. */
export const reminderId = ({ number, dueAt }: Pick<Call, "number" | "dueAt">): string =>
  `reminder-${number}-${new Date(dueAt).toISOString().slice(0, 16).replaceAll(/\D/g, "")}`;
