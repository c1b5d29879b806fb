import { text } from "../entity.ts";
import { engagementKey, gatewayKey, prospectPk, signalKey, signalPrefix, usualKey } from "../keys.ts";
import type { Item, Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { Engagement, noEngagement } from "./engagement.ts";
import { Gateway, noGateway } from "./gateway.ts";
import { JudgedSignal } from "./signal.ts";
import { usualFrom } from "./usual.ts";
import type { Usual } from "./usual.ts";

/** A row from before the score ledger is as good as none, except for its version: everything follows from the signals. */
export function engagementFrom(item: Item): Engagement {
  const read = Engagement.safeParse(item.data);
  if (read.success) return read.data;
  return { ...noEngagement(text(item, "prospectId")), version: Number(item.data["version"]) };
}

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

/** A signal goes into the ledger once, however often it is delivered; judged again, it must be there. */
export const putSignal = (signal: JudgedSignal, guard: "absent" | "present"): Write => ({
  kind: "put",
  item: { ...signalKey(signal.prospectId, signal.id), data: JudgedSignal.parse(signal) },
  guard,
});

/** Every signal of a prospect with what was made of it, oldest first. */
export async function signalsOf(table: Table, prospectId: string): Promise<JudgedSignal[]> {
  return (await readAll(table, { pk: prospectPk(prospectId), prefix: signalPrefix }))
    .map((item) => JudgedSignal.parse(item.data))
    .toSorted((a, b) => a.at - b.at || a.id.localeCompare(b.id));
}

/** What a domain's gateway seems to be like; empty before the first click there. */
export async function getGateway(table: Table, domain: string): Promise<Gateway> {
  const item = await table.get(gatewayKey(domain));
  return item ? Gateway.parse(item.data) : noGateway(domain);
}

/** Holds only if nobody else wrote since `before` was read. */
export const putGateway = (next: Gateway, before: Gateway): Write => ({
  kind: "put",
  item: { ...gatewayKey(next.domain), data: Gateway.parse({ ...next, version: before.version + 1 }) },
  guard: before.version === 0 ? "absent" : { match: { version: before.version } },
});

/** What prospects do as a rule; the defaults before it was first worked out. */
export const getUsual = async (table: Table): Promise<Usual> => usualFrom(await table.get(usualKey()));
