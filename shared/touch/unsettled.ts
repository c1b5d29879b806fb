import { entity } from "../entity.ts";
import { handOverKey, handOversPk, unsettledPk } from "../keys.ts";
import type { Key, Table, Write } from "../ports.ts";
import type { Touch } from "./touch.ts";

/** Touches of one date that are reserved and handed over together; `id` tells those of one millisecond apart. */
export type HandOver = {
  readonly id: string;
  readonly at: number;
  readonly date: string;
  readonly prospectIds: readonly string[];
};

const keyOf = ({ at, id }: HandOver): Key => handOverKey(at, id);

/** To be written before the reservations: whatever becomes of the process after that, its touches are found by this. */
export const noteHandOver = (handOver: HandOver): Write => ({
  kind: "put",
  item: { ...keyOf(handOver), data: handOver },
});

/** None of its touches is without an outcome. */
export const forgetHandOver = (handOver: HandOver): Write => ({ kind: "remove", key: keyOf(handOver) });

/** A page of hand-overs noted before that time (epoch ms) and not forgotten since, oldest first. */
export async function handOversBefore(
  table: Table,
  before: number,
  cursor?: string,
): Promise<{ handOvers: HandOver[]; cursor: string | undefined }> {
  // With 50 touches each, which are all read at once.
  const page = await table.query({ pk: handOversPk, to: new Date(before).toISOString(), limit: 20, cursor });
  return { handOvers: page.items.map(entity<HandOver>), cursor: page.cursor };
}

/** The same of touches that an older version reserved, each of which is on the index by itself. */
export async function unsettledTouches(
  table: Table,
  before: number,
  cursor?: string,
): Promise<{ touches: Touch[]; cursor: string | undefined }> {
  const to = new Date(before).toISOString();
  const page = await table.query({ pk: unsettledPk, index: true, to, limit: 1000, cursor });
  return { touches: page.items.map(entity<Touch>), cursor: page.cursor };
}
