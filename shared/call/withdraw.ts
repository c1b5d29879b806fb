import type { Write } from "../ports.ts";
import { putNote } from "../prospect/note.ts";
import type { Call, Calls } from "./call.ts";
import { notRestarted } from "./restarts.ts";
import { putCall, putCalls } from "./store.ts";

/** The call task is taken back: closed without a call, as if it had never been, but with the reason in the history. */
export function withdrawCall(call: Call, calls: Calls, why: string, now: number): Write[] {
  const { prospectId, number, version } = call;
  return [
    putCall(
      { ...call, state: "closed", closedAt: now, withdrawn: { at: now, why }, version: version + 1 },
      { match: { version, state: "open" } },
    ),
    putCalls({ ...notRestarted(calls, call.openedAt), open: null }, calls),
    putNote({ prospectId, at: now, text: `Call ${number} taken back: ${why}` }),
  ];
}

export type Revision = Partial<Pick<Call, "lane" | "why" | "evidence" | "score" | "dueAt" | "heatedFrom">>;

/** The task goes on with other evidence. */
export const reviseCall = (call: Call, changes: Revision): Write =>
  putCall({ ...call, ...changes, version: call.version + 1 }, { match: { version: call.version, state: "open" } });
