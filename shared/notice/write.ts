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
  const { atOnce = [], later = [] } = Object.groupBy(notices, ({ sure }) => (sure === false ? "later" : "atOnce"));
  // Those that are not sent are found by the sweep.
  if (atOnce.length > 0) await app.notices.send(atOnce).catch(() => undefined);
  if (later.length > 0) await app.notices.send(later, { delaySeconds: SHOWS_ITSELF_WITHIN_S }).catch(() => undefined);
}

/**
 * A machine that follows the calling link goes on to other links, or to other mailboxes, and its task is taken back within seconds (2 to 17 in played
 * quarters); nobody should be called away for it. Who says so in words is told of at once.
 */
const SHOWS_ITSELF_WITHIN_S = 20;

/** What is to be told of the call tasks among the writes. */
export const noticesOf = (writes: readonly Write[], at: number): Notice[] =>
  writes.flatMap((write) => {
    if (write.kind !== "put" || !write.item.sk.startsWith(callPrefix)) return [];
    const call = entity<Call>(write.item);
    const what = call.state === "closed" ? "done" : call.version === 1 ? "opened" : "changed";
    const { prospectId, number, version } = call;
    const asked = clockOf(call, at);
    const notice = { id: newId(), at, what, prospectId, number, version } as const;
    return [{ ...notice, ...(asked && { askedAt: asked.latestAt, sure: inWords(call, asked.latestAt) }) }];
  });

const inWords = ({ evidence }: Call, askedAt: number): boolean =>
  evidence.some(({ at, asks, rule }) => asks === true && at === askedAt && rule === "own-words");
