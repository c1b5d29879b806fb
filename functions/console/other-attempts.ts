import type { Call } from "../../shared/call/call.ts";
import { callsOf } from "../../shared/call/store.ts";
import type { Table } from "../../shared/ports.ts";
import { touchNumber } from "./touch-number.ts";

/** Attempts of all the prospect's other calls; at most one query, and none while their first call is open. */
export async function otherAttempts(table: Table, { prospectId, number, state }: Call): Promise<number> {
  if (number === 1 && state === "open") return 0;
  const calls = await callsOf(table, prospectId);
  return calls.reduce((sum, call) => sum + (call.number === number ? 0 : call.attempts.length), 0);
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

/** "after 3 emails and 1 call"; nothing before the first touch. */
function before(emails: number, attempts: number): string {
  const parts = [
    ...(emails > 0 ? [counted(emails, "email")] : []),
    ...(attempts > 0 ? [counted(attempts, "call")] : []),
  ];
  return parts.length === 0 ? "" : ` after ${parts.join(" and ")}`;
}

/** Which attempt of this call the next one is. */
function attemptNumber({ attempts, brief }: Call, others: number): string {
  if (attempts.length > 0) return `Attempt ${attempts.length + 1} of this call`;
  if (brief.lastConversation !== undefined) return "First attempt since you spoke";
  return others > 0 ? "First attempt of this call" : "First attempt";
}

/**
 * Where an open call stands, told both ways: "Attempt 2 of this call: touch 5 of 12, after 3 emails and 1 call". `emails` the prospect has had,
 * `others`: attempts of their other calls.
 */
export function attemptLine(
  call: Call,
  { emails, others }: { readonly emails: number; readonly others: number },
): string {
  const attempts = others + call.attempts.length;
  const touch = touchNumber(emails + attempts + 1);
  const past = before(emails, attempts);
  return `${attemptNumber(call, others)}: ${touch.charAt(0).toLowerCase()}${touch.slice(1)}${past && `,${past}`}`;
}
