import { repKey, repsPk } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { Rep } from "./rep.ts";

/** All reps; a company has few enough to read them at once. */
export async function getReps(table: Table): Promise<Rep[]> {
  return (await readAll(table, { pk: repsPk })).map((item) => Rep.parse(item.data));
}

export async function getRep(table: Table, id: string): Promise<Rep | undefined> {
  const item = await table.get(repKey(id));
  return item && Rep.parse(item.data);
}

export const putRep = (rep: Rep): Write => ({ kind: "put", item: { ...repKey(rep.id), data: Rep.parse(rep) } });
