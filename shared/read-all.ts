import type { Item, Query, Table } from "./ports.ts";

/** Every item of a partition that is known to be small (reps, cadences, one prospect's history), page by page. */
export async function readAll(table: Table, query: Query): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await table.query({ ...query, limit: query.limit ?? 1000, cursor });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return items;
}
