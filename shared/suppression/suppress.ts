import type { App } from "../app.ts";
import { addressHash } from "../id.ts";
import { alterProspect } from "../prospect/alter.ts";
import { getSuppressions, neverAgain } from "./store.ts";
import type { Words } from "./store.ts";
import type { Suppression } from "./suppression.ts";

/**
 * The address is never mailed again: suppressed by its hash, the prospect out of the audience, a note on the timeline (`note`, or a sentence for the
 * reason), all in one transaction. Saying it again changes nothing and keeps the first reason. An open call task stays open.
 */
export async function suppress(
  app: App,
  prospectId: string,
  reason: Suppression["reason"],
  note?: string | Words,
): Promise<"suppressed" | "already-suppressed" | "unknown-prospect"> {
  return alterProspect<"suppressed" | "already-suppressed">(app, prospectId, async (prospect, at) => {
    const hash = addressHash(prospect.email);
    const known = (await getSuppressions(app.table, [hash])).get(hash);
    const writes = neverAgain(prospect, { reason, known, note }, at);
    return { writes, answer: writes.length ? "suppressed" : "already-suppressed" };
  });
}
