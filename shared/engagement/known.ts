import type { Call, Calls } from "../call/call.ts";
import { callsFrom, getCall, noCalls } from "../call/store.ts";
import type { Company } from "../config.ts";
import { callsKey, engagementKey, prospectKey, usualKey } from "../keys.ts";
import type { Table } from "../ports.ts";
import { Prospect } from "../prospect/prospect.ts";
import { touchesOf } from "../touch/store.ts";
import type { Touch } from "../touch/touch.ts";
import { noEngagement } from "./engagement.ts";
import type { Engagement } from "./engagement.ts";
import type { JudgedSignal } from "./signal.ts";
import { engagementFrom, signalsOf } from "./store.ts";
import { usualFrom } from "./usual.ts";
import type { Usual } from "./usual.ts";

/** All that is known of a prospect when signals come. */
export type Known = {
  readonly prospect: Prospect;
  readonly engagement: Engagement;
  readonly touches: readonly Touch[];
  /** Every signal so far, as it was judged. */
  readonly ledger: readonly JudgedSignal[];
  readonly calls: Calls;
  /** The open one. */
  readonly call?: Call | undefined;
  readonly usual: Usual;
  readonly company: Company;
};

/**
 * One read of the rows by key, one of the touches, one of the signals, and the open call task if there is one. Undefined when there is no such prospect,
 * or one being erased.
 */
export async function readKnown(table: Table, company: Company, prospectId: string): Promise<Known | undefined> {
  const [items, touches, ledger] = await Promise.all([
    table.getMany([prospectKey(prospectId), engagementKey(prospectId), callsKey(prospectId), usualKey()]),
    touchesOf(table, prospectId),
    signalsOf(table, prospectId),
  ]);
  const rows = new Map(items.map((item) => [item.sk, item]));
  const profile = rows.get(prospectKey(prospectId).sk);
  const prospect = profile && Prospect.parse(profile.data);
  if (!prospect || (prospect.standing.state === "ended" && prospect.standing.reason === "erased")) return undefined;
  const engagement = rows.get(engagementKey(prospectId).sk);
  const row = rows.get(callsKey(prospectId).sk);
  const calls = row ? callsFrom(row) : noCalls(prospectId);
  return {
    prospect,
    touches,
    ledger,
    calls,
    call: calls.open === null ? undefined : await getCall(table, prospectId, calls.open),
    usual: usualFrom(rows.get(usualKey().sk)),
    company,
    engagement: engagement ? engagementFrom(engagement) : noEngagement(prospectId),
  };
}
