import type { Item, Key, Query, Table, Write } from "../../shared/ports.ts";
import type { Clock } from "./clock.ts";

/** Makes an empty table. */
export type Make = () => Promise<{ readonly table: Table; readonly clock: Clock }>;

export const key = (sk: string, pk = "PROSPECT#ada"): Key => ({ pk, sk });
export const item = (sk: string, data: Item["data"] = {}, more: Partial<Item> = {}): Item => ({
  ...key(sk),
  data,
  ...more,
});
export const put = (...items: Item[]): Write[] => items.map((one) => ({ kind: "put", item: one }));
export const sorted = (items: readonly Item[]): string[] => items.map(({ sk }) => sk).toSorted();

/** Every item of a query in order, page by page. */
export async function readAll(table: Table, query: Query): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await table.query({ ...query, cursor });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items;
}
