import type { Calls } from "../call/call.ts";
import { callsFrom, noCalls } from "../call/store.ts";
import type { Company } from "../config.ts";
import { callsKey, engagementKey, prospectKey, signalKey } from "../keys.ts";
import type { Table } from "../ports.ts";
import { Prospect } from "../prospect/prospect.ts";
import { touchesOf } from "../touch/store.ts";
import { noEngagement } from "./engagement.ts";
import type { Before } from "./fold.ts";
import { engagementFrom } from "./store.ts";

export type Known = Before & { readonly calls: Calls };

/**
 * All that is known of a prospect when signals come: one read of the rows by key and one of the touches. Undefined when there is no
 * such prospect, or one being erased.
 */
export async function readKnown(
  table: Table,
  company: Company,
  prospectId: string,
  signalIds: readonly string[],
): Promise<Known | undefined> {
  const [items, touches] = await Promise.all([
    table.getMany([
      prospectKey(prospectId),
      engagementKey(prospectId),
      callsKey(prospectId),
      ...signalIds.map((id) => signalKey(prospectId, id)),
    ]),
    touchesOf(table, prospectId),
  ]);
  const rows = new Map(items.map((item) => [item.sk, item]));
  const profile = rows.get(prospectKey(prospectId).sk);
  const prospect = profile && Prospect.parse(profile.data);
  if (!prospect || (prospect.standing.state === "ended" && prospect.standing.reason === "erased")) return undefined;
  const engagement = rows.get(engagementKey(prospectId).sk);
  const calls = rows.get(callsKey(prospectId).sk);
  return {
    prospect,
    touches,
    company,
    engagement: engagement ? engagementFrom(engagement) : noEngagement(prospectId),
    calls: calls ? callsFrom(calls) : noCalls(prospectId),
    ledger: new Set(signalIds.filter((id) => rows.has(signalKey(prospectId, id).sk))),
  };
}
