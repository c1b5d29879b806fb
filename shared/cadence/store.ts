import { audiencePk, cadenceKey, cadencesPk, zonesChangedKey, zonesPk } from "../keys.ts";
import type { Guard, Item, Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { Cadence } from "./cadence.ts";

export async function getCadence(table: Table, id: string): Promise<Cadence | undefined> {
  const item = await table.get(cadenceKey(id));
  return item && Cadence.parse(item.data);
}

export async function getCadences(table: Table): Promise<Cadence[]> {
  return (await readAll(table, { pk: cadencesPk })).map((item) => Cadence.parse(item.data));
}

/** A cadence and the guard of whoever changes it: still as it was read. */
export type ReadCadence = { readonly cadence: Cadence; readonly unchanged: Guard };

export async function readCadence(table: Table, id: string): Promise<ReadCadence | undefined> {
  const item = await table.get(cadenceKey(id));
  return item && { cadence: Cadence.parse(item.data), unchanged: unchangedSince(item) };
}

/** Rows from before versions were counted have none. */
const unchangedSince = ({ data: { version } }: Item): Guard => ({
  match: { version: typeof version === "number" ? version : null },
});

export const putCadence = (cadence: Cadence, guard?: Guard): Write => ({
  kind: "put",
  item: { ...cadenceKey(cadence.id), data: Cadence.parse(cadence) },
  guard,
});

export const removeCadenceRow = (id: string, guard: Guard): Write => ({ kind: "remove", key: cadenceKey(id), guard });

/** Zones that have or had prospects in the cadence. */
export async function getZones(table: Table, cadenceId: string): Promise<string[]> {
  return (await readAll(table, { pk: zonesPk(cadenceId) })).map((item) => item.sk);
}

/**
 * One page of prospect ids who may be mailed, of one shard of a zone. Only the index is read, which may lag a moment: some may have left meanwhile, so
 * sending looks at everybody again.
 */
export async function audiencePage(
  table: Table,
  part: { cadenceId: string; timeZone: string; shard: number },
  page: { cursor?: string | undefined; limit: number },
): Promise<{ prospectIds: string[]; cursor?: string | undefined }> {
  const found = await table.query({
    pk: audiencePk(part.cadenceId, part.timeZone, part.shard),
    index: true,
    keysOnly: true,
    limit: page.limit,
    cursor: page.cursor,
  });
  return { prospectIds: found.items.map((item) => item.pk.slice("PROSPECT#".length)), cursor: found.cursor };
}

/** To be written with whatever brings somebody into a zone's audience; the next sweep then looks after the schedules. */
export const zonesChanged = (at: number): Write => ({ kind: "put", item: { ...zonesChangedKey(), data: { at } } });

/** When zones last changed without the schedules having been looked after; undefined when all is well. */
export const zonesChangedAt = async (table: Table): Promise<unknown> =>
  (await table.get(zonesChangedKey()))?.data["at"];

/** Unless they have changed again meanwhile. */
export const zonesSettled = (at: number): Write => ({
  kind: "remove",
  key: zonesChangedKey(),
  guard: { match: { at } },
});
