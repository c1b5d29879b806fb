import type { Call } from "../../shared/call/call.ts";
import { callsOf } from "../../shared/call/store.ts";
import type { Table } from "../../shared/ports.ts";

/** Attempts of all the prospect's other calls; at most one query, and none while their first call is open. */
export async function otherAttempts(table: Table, { prospectId, number, state }: Call): Promise<number> {
  if (number === 1 && state === "open") return 0;
  const calls = await callsOf(table, prospectId);
  return calls.reduce((sum, call) => sum + (call.number === number ? 0 : call.attempts.length), 0);
}
