import { engagementKey, prospectPk, signalKey, signalPrefix } from "../keys.ts";
import type { Item, Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { Engagement, noEngagement } from "./engagement.ts";
import { JudgedSignal } from "./signal.ts";

export const engagementFrom = (item: Item): Engagement => Engagement.parse(item.data);

/** What we believe of a prospect; empty before the first signal. */
export async function getEngagement(table: Table, prospectId: string): Promise<Engagement> {
  const item = await table.get(engagementKey(prospectId));
  return item ? engagementFrom(item) : noEngagement(prospectId);
}

/** Holds only if nobody else wrote since `before` was read. */
export const putEngagement = (next: Engagement, before: Engagement): Write => ({
  kind: "put",
  item: { ...engagementKey(next.prospectId), data: Engagement.parse(next) },
  guard: before.version === 0 ? "absent" : { match: { version: before.version } },
});

/** A signal goes into the ledger once, however often it is delivered. */
export const putSignal = (signal: JudgedSignal): Write => ({
  kind: "put",
  item: { ...signalKey(signal.prospectId, signal.id), data: JudgedSignal.parse(signal) },
  guard: "absent",
});

/** Every signal of a prospect with what was made of it, oldest first. */
export async function signalsOf(table: Table, prospectId: string): Promise<JudgedSignal[]> {
  return (await readAll(table, { pk: prospectPk(prospectId), prefix: signalPrefix }))
    .map((item) => JudgedSignal.parse(item.data))
    .toSorted((a, b) => a.at - b.at || a.id.localeCompare(b.id));
}
