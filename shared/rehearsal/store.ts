import { DAY } from "../durations.ts";
import { entity } from "../entity.ts";
import { rehearsalKey, rehearsalPartKey, rehearsalPartsPk, rehearsalsPk } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { unpack } from "./packed.ts";
import { Rehearsal } from "./rehearsal.ts";

/** A dry run is soon out of date. */
const KEPT_MS = 7 * DAY;

export async function getRehearsal(table: Table, id: string): Promise<Rehearsal | undefined> {
  const item = await table.get(rehearsalKey(id));
  return item && entity<Rehearsal>(item);
}

/** All that are kept, newest first; they are few. */
export const getRehearsals = async (table: Table): Promise<Rehearsal[]> =>
  (await readAll(table, { pk: rehearsalsPk, reverse: true })).map(entity<Rehearsal>);

/** Ordered anew. */
export const putRehearsal = (rehearsal: Rehearsal): Write => ({
  kind: "put",
  item: {
    ...rehearsalKey(rehearsal.id),
    data: Rehearsal.parse(rehearsal),
    expiresAt: rehearsal.orderedAt + KEPT_MS,
  },
  guard: "absent",
});

/** Holds only while it is in the state that was read: whoever stops it ends it. */
export const changeRehearsal = (
  { id, state }: Pick<Rehearsal, "id" | "state">,
  set: Partial<Omit<Rehearsal, "id">>,
): Write => ({
  kind: "update",
  key: rehearsalKey(id),
  set: Rehearsal.partial().parse(set),
  guard: { match: { state } },
});

/** Parts go by themselves: a week after, with what they belong to. */
export const putPart = ({ id, orderedAt }: Pick<Rehearsal, "id" | "orderedAt">, part: number, text: string): Write => ({
  kind: "put",
  item: { ...rehearsalPartKey(id, part), data: { text }, expiresAt: orderedAt + KEPT_MS },
});

/** What a part holds, to be parsed; undefined when it is gone. */
export async function getPart(table: Table, id: string, part: number): Promise<unknown> {
  const text = (await table.get(rehearsalPartKey(id, part)))?.data["text"];
  return typeof text === "string" ? unpack(text) : undefined;
}

/** It and all its parts. */
export async function dropRehearsal(table: Table, id: string): Promise<void> {
  const parts = await readAll(table, { pk: rehearsalPartsPk(id), keysOnly: true });
  const keys = [rehearsalKey(id), ...parts.map(({ pk, sk }) => ({ pk, sk }))];
  await table.writeMany(keys.map((key) => ({ kind: "remove", key })));
}
