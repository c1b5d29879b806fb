import { addressHash } from "../id.ts";
import { callsFrom, openCallsOf } from "../call/store.ts";
import type { Call, Calls } from "../call/call.ts";
import { addressKey, callsKey, crmKey } from "../keys.ts";
import type { Item, Table } from "../ports.ts";
import { getSuppressions } from "../suppression/store.ts";
import type { Suppression } from "../suppression/suppression.ts";
import type { Draft } from "./draft.ts";
import { mustNotBeCalled } from "./prospect.ts";
import type { Prospect } from "./prospect.ts";
import { getProspects } from "./store.ts";

/** What the table knows of the people in some rows. */
export type Known = {
  readonly byCrmId: ReadonlyMap<string, Prospect>;
  readonly byAddress: ReadonlyMap<string, Prospect>;
  /** By address hash. */
  readonly suppressions: ReadonlyMap<string, Suppression>;
  /** By prospect id: call tasks that are open. */
  readonly openCalls: ReadonlyMap<string, OpenCall>;
  /** By prospect id: those that end should a row say "do not call", because nobody asked for them. */
  readonly unaskedCalls: ReadonlyMap<string, OpenCall>;
};

export type OpenCall = { readonly call: Call; readonly calls: Calls };

/** Looks up record ids, addresses and suppressions of many rows in few round trips. */
export async function lookUp(table: Table, drafts: readonly Draft[]): Promise<Known> {
  const crmIds = unique(drafts.flatMap(({ crmId }) => (crmId ? [crmId] : [])));
  const addresses = unique(drafts.flatMap((draft) => draft.addresses));
  const references = await table.getMany([
    ...crmIds.map(crmKey),
    ...addresses.map((address) => addressKey(addressHash(address))),
  ]);
  const idAt = new Map(references.map((item) => [item.pk, prospectIdOf(item)]));
  const prospects = await getProspects(table, unique([...idAt.values()].filter((id) => id !== undefined)));
  const found = (words: readonly string[], pkOf: (word: string) => string): Map<string, Prospect> =>
    new Map(
      words.flatMap((word) => {
        const prospect = prospects.get(idAt.get(pkOf(word)) ?? "");
        return prospect ? [[word, prospect] as const] : [];
      }),
    );
  const byCrmId = found(crmIds, (crmId) => crmKey(crmId).pk);
  const byAddress = found(addresses, (address) => addressKey(addressHash(address)).pk);
  const everyAddress = unique([...addresses, ...[...prospects.values()].map(({ email }) => email)]);
  const openCalls = await openCallsWith(table, [...prospects.keys()]);
  return {
    byCrmId,
    byAddress,
    openCalls,
    suppressions: await getSuppressions(table, everyAddress.map(addressHash)),
    unaskedCalls: new Map(
      [...openCalls].filter(([id, { call }]) => {
        const prospect = prospects.get(id);
        return call.lane !== "hot" && prospect !== undefined && !mustNotBeCalled(prospect);
      }),
    ),
  };
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];

const prospectIdOf = (item: Item): string | undefined =>
  typeof item.data["prospectId"] === "string" ? item.data["prospectId"] : undefined;

/** The open call tasks of these prospects, each with the lock that says so, by prospect id. */
export async function openCallsWith(table: Table, ids: readonly string[]): Promise<Map<string, OpenCall>> {
  const open = await openCallsOf(table, ids);
  const locks = (await table.getMany([...open.keys()].map(callsKey))).map(callsFrom);
  return new Map(
    locks.flatMap((calls) => {
      const call = open.get(calls.prospectId);
      return call && call.number === calls.open ? [[calls.prospectId, { call, calls }] as const] : [];
    }),
  );
}
