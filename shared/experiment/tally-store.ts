import { experimentTalliesPk, experimentTallyKey } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { Tally } from "./tally.ts";

/** What became of each experiment's emails, by its id. */
export async function getTallies(table: Table): Promise<Map<string, Tally>> {
  const rows = await readAll(table, { pk: experimentTalliesPk });
  return new Map(rows.map((item) => [item.sk.slice("EXPERIMENT#".length), Tally.parse(item.data)]));
}

export async function getTally(table: Table, experimentId: string): Promise<Tally | undefined> {
  const item = await table.get(experimentTallyKey(experimentId));
  return item && Tally.parse(item.data);
}

export const putTally = (experimentId: string, tally: Tally): Write => ({
  kind: "put",
  item: { ...experimentTallyKey(experimentId), data: Tally.parse(tally) },
});
