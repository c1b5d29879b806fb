import { entity } from "../entity.ts";
import { callKey, callPrefix, callsKey, prospectPk, worklistKey, worklistPk } from "../keys.ts";
import type { Guard, Item, Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { Call, Calls } from "./call.ts";

const callFrom = (item: Item): Call => Call.parse(item.data);
export const callsFrom = (item: Item): Calls => Calls.parse(item.data);

export async function getCall(table: Table, prospectId: string, number: number): Promise<Call | undefined> {
  const item = await table.get(callKey(prospectId, number));
  return item && callFrom(item);
}

/** All calls of a prospect, oldest first. */
export async function callsOf(table: Table, prospectId: string): Promise<Call[]> {
  return (await readAll(table, { pk: prospectPk(prospectId), prefix: callPrefix })).map(callFrom);
}

/** Before the first call of a prospect. */
export const noCalls = (prospectId: string): Calls => ({ prospectId, open: null, last: 0, coolDownUntil: null });

export async function getCalls(table: Table, prospectId: string): Promise<Calls> {
  const item = await table.get(callsKey(prospectId));
  return item ? callsFrom(item) : noCalls(prospectId);
}

/** Number of the call task that is open, if one is. */
export async function openCallNumber(table: Table, prospectId: string): Promise<number | undefined> {
  return (await getCalls(table, prospectId)).open ?? undefined;
}

/** The open call tasks of many prospects, by prospect id, in two batched reads; those without one are left out. */
export async function openCallsOf(table: Table, prospectIds: readonly string[]): Promise<Map<string, Call>> {
  const locks = (await table.getMany(prospectIds.map(callsKey))).map(entity<Calls>);
  const keys = locks.flatMap(({ prospectId, open }) => (open === null ? [] : [callKey(prospectId, open)]));
  const calls = (keys.length > 0 ? await table.getMany(keys) : []).map(entity<Call>);
  return new Map(calls.filter(({ state }) => state === "open").map((call) => [call.prospectId, call]));
}

/** A rep's open call tasks in due order (`repId` undefined: those of no rep), in pages of `limit`. */
export async function worklist(
  table: Table,
  repId: string | undefined,
  page: { readonly limit?: number | undefined; readonly cursor?: string | undefined } = {},
): Promise<{ calls: Call[]; cursor?: string | undefined }> {
  const found = await table.query({ pk: worklistPk(repId), index: true, limit: page.limit ?? 50, cursor: page.cursor });
  return { calls: found.items.map(callFrom), cursor: found.cursor };
}

const iso = (at: number): string => new Date(at).toISOString();

/** A rep's open call tasks that are due at some time in between (epoch ms), in due order. */
export async function callsDueBetween(table: Table, repId: string, from: number, to: number): Promise<Call[]> {
  // Sort keys go on after the moment.
  const items = await readAll(table, { pk: worklistPk(repId), index: true, from: iso(from), to: `${iso(to)}~` });
  return items.map(callFrom);
}

/** Only an open call is on the worklist. Guards: "absent" for a new one, the version read for a changed one. */
export const putCall = (call: Call, guard: Guard): Write => ({
  kind: "put",
  item: {
    ...callKey(call.prospectId, call.number),
    data: Call.parse(call),
    index: call.state === "open" ? worklistKey(call.repId, call.dueAt, call.prospectId) : undefined,
  },
  guard,
});

/** The lock: holds only if no call was opened or closed since `before` was read. */
export const putCalls = (calls: Calls, before: Calls): Write => ({
  kind: "put",
  item: { ...callsKey(calls.prospectId), data: Calls.parse(calls) },
  guard: before.last === 0 ? "absent" : { match: { open: before.open, last: before.last } },
});
