import type { App } from "../app.ts";
import { clockOf } from "../call/asked.ts";
import type { Call } from "../call/call.ts";
import { entity } from "../entity.ts";
import { newId } from "../id.ts";
import { callPrefix } from "../keys.ts";
import type { Write } from "../ports.ts";
import type { Notice } from "./notice.ts";
import { putNotice } from "./store.ts";

/**
 * Writes a transaction in which call tasks change, each with a notice of it, and has the notices told. A process that dies in between leaves the notice
 * in the table, where the sweep finds it. Throws `Conflict` as the table does; positions are those of `writes`.
 */
export async function writeCalls(app: App, ...writes: readonly Write[]): Promise<void> {
  const notices = noticesOf(writes, app.now());
  await app.table.write(...writes, ...notices.map(putNotice));
  if (notices.length > 0) await app.notices.send(notices).catch(() => undefined);
}

/** What is to be told of the call tasks among the writes. */
export const noticesOf = (writes: readonly Write[], at: number): Notice[] =>
  writes.flatMap((write) => {
    if (write.kind !== "put" || !write.item.sk.startsWith(callPrefix)) return [];
    const call = entity<Call>(write.item);
    const what = call.state === "closed" ? "done" : call.version === 1 ? "opened" : "changed";
    const { prospectId, number, version } = call;
    const asked = clockOf(call, at);
    const handed = wasHanded(call) && { handed: true };
    const notice = { id: newId(), at, what, prospectId, number, version, ...handed } as const;
    return [{ ...notice, ...(asked && { askedAt: asked.latestAt, sure: inWords(call, asked.latestAt) }) }];
  });

/** By this very change, and not by the rep who has it now. */
function wasHanded({ moves, version }: Call): boolean {
  const last = moves?.at(-1);
  return last?.version === version && last.kind !== "snoozed" && last.by !== last.to;
}

const inWords = ({ evidence }: Call, askedAt: number): boolean =>
  evidence.some(({ at, asks, rule }) => asks === true && at === askedAt && rule === "own-words");
