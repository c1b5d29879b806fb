import { entity } from "../entity.ts";
import { promiseDueKey, promiseKey, promisePrefix, promisesPk, prospectPk } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { Promised } from "./promise.ts";

/** What was kept is on nobody's list. */
export const putPromise = (promised: Promised): Write => ({
  kind: "put",
  item: {
    ...promiseKey(promised.prospectId, promised.id),
    data: Promised.parse(promised),
    index: promised.keptAt === undefined ? indexOf(promised) : undefined,
  },
});

/** The id is of the prospect's own calls; beside those of others it takes whose. */
const indexOf = ({ repId, due, prospectId, id }: Promised) => promiseDueKey(repId, due, `${prospectId}#${id}`);

/** It is kept; holds only while it was not. `at`: epoch ms. */
export const markKept = ({ prospectId, id }: Promised, at: number, by: string): Write => ({
  kind: "update",
  key: promiseKey(prospectId, id),
  set: { keptAt: at, keptBy: by },
  index: null,
  guard: { match: { id, keptAt: null } },
});

export async function getPromise(table: Table, prospectId: string, id: string): Promise<Promised | undefined> {
  const item = await table.get(promiseKey(prospectId, id));
  return item && entity<Promised>(item);
}

/** What a rep still has to keep, the soonest first. */
export async function promisesDue(table: Table, repId: string): Promise<Promised[]> {
  const items = await readAll(table, { pk: promisesPk(repId), index: true });
  return items.map(entity<Promised>).filter(({ keptAt }) => keptAt === undefined);
}

/** All that was promised to a prospect, kept or not, in the order it was made. */
export async function promisesTo(table: Table, prospectId: string): Promise<Promised[]> {
  return (await readAll(table, { pk: prospectPk(prospectId), prefix: promisePrefix })).map(entity<Promised>);
}
