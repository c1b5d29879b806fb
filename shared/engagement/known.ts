import type { Calls } from "../call/call.ts";
import { callsFrom, noCalls } from "../call/store.ts";
import type { Company } from "../config.ts";
import { callsKey, engagementKey, prospectKey, signalKey } from "../keys.ts";
import type { Table } from "../ports.ts";
import { Prospect } from "../prospect/prospect.ts";
import { touchesOf } from "../touch/store.ts";
import { noEngagement } from "./engagement.ts";
import type { Before } from "./fold.ts";
import type { JudgedSignal, Signal } from "./signal.ts";
import { engagementFrom, signalsOf } from "./store.ts";
import { VISIT_MS } from "./visit.ts";

export type Known = Before & { readonly calls: Calls };

/**
 * All that is known of a prospect when signals come: one read of the rows by key, one of the touches and one of earlier signals. Undefined when
 * there is no such prospect, or one being erased.
 */
export async function readKnown(
  table: Table,
  company: Company,
  prospectId: string,
  signals: readonly Signal[],
): Promise<Known | undefined> {
  const signalIds = signals.map(({ id }) => id);
  const [items, touches, nearby] = await Promise.all([
    table.getMany([
      prospectKey(prospectId),
      engagementKey(prospectId),
      callsKey(prospectId),
      ...signalIds.map((id) => signalKey(prospectId, id)),
    ]),
    touchesOf(table, prospectId),
    nearbySignals(table, prospectId, signals),
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
    nearby,
    company,
    engagement: engagement ? engagementFrom(engagement) : noEngagement(prospectId),
    calls: calls ? callsFrom(calls) : noCalls(prospectId),
    ledger: new Set(signalIds.filter((id) => rows.has(signalKey(prospectId, id).sk))),
  };
}

/** Earlier clicks and opens close to these in time; nothing is read when there are no clicks or opens among them. */
async function nearbySignals(table: Table, prospectId: string, signals: readonly Signal[]): Promise<JudgedSignal[]> {
  const fetched = signals.filter(({ kind }) => kind === "open" || kind === "click");
  if (fetched.length === 0) return [];
  // One that is near a near one matters too: an open beside a click that came with another click.
  const reach = 2 * VISIT_MS;
  return (await signalsOf(table, prospectId)).filter(({ at }) =>
    fetched.some((signal) => Math.abs(signal.at - at) <= reach),
  );
}
