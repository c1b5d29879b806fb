import * as z from "zod";
import { AppError } from "../error.ts";
import type { Item, Key, Page, Query } from "../ports.ts";
import { byBytes, firstWhere, namesOf } from "./ordered.ts";
import type { Ordered } from "./ordered.ts";

const MOST = 1000;
const USUAL = 100;
/** Stands between the parts of a name on the index, before anything that may be in a key. */
const GAP = "\u0000";

/** What an item is called on the index: in the order of its sort key there, then of its own key. */
export const indexName = (sk: string, item: Key): string => `${sk}${GAP}${item.pk}${GAP}${item.sk}`;

const sortOf = (name: string): string => {
  const gap = name.indexOf(GAP);
  return gap < 0 ? name : name.slice(0, gap);
};

/** One page of a partition, of the table or of the index. `itemOf` gives what is alive. */
export function queryMemory<Entry>(
  list: Ordered<Entry> | undefined,
  query: Query,
  itemOf: (entry: Entry) => Item | undefined,
): Page {
  const limit = query.limit ?? USUAL;
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new RangeError(`a page has 1 to ${MOST} items, not ${limit}`);
  if (query.prefix !== undefined && (query.from !== undefined || query.to !== undefined))
    throw new RangeError("prefix cannot be combined with from and to");
  const names = list ? namesOf(list) : [];
  const [from, to] = spanOf(names, query);
  const items: Item[] = [];
  let last = "";
  for (let step = 0; step < to - from; step += 1) {
    const name = names[query.reverse ? to - 1 - step : from + step]!;
    const item = itemOf(list!.entries.get(name)!);
    if (!item) continue;
    if (items.length === limit) return { items, cursor: cursorOf(last) };
    items.push(query.keysOnly ? bare(item) : item);
    last = name;
  }
  return { items };
}

function spanOf(names: readonly string[], { prefix, from = prefix, to, cursor, reverse }: Query): [number, number] {
  let low = from ? firstWhere(names, (name) => byBytes(sortOf(name), from) >= 0) : 0;
  let high = names.length;
  if (to !== undefined) high = firstWhere(names, (name) => byBytes(sortOf(name), to) > 0);
  if (prefix) high = firstWhere(names, (name) => byBytes(sortOf(name), prefix) > 0 && !name.startsWith(prefix));
  if (cursor === undefined) return [low, high];
  const last = nameOfCursor(cursor);
  if (reverse)
    high = Math.min(
      high,
      firstWhere(names, (name) => byBytes(name, last) >= 0),
    );
  else
    low = Math.max(
      low,
      firstWhere(names, (name) => byBytes(name, last) > 0),
    );
  return [low, high];
}

const bare = ({ pk, sk, index }: Item): Item => ({ pk, sk, data: {}, ...(index && { index }) });

const cursorOf = (name: string): string => Buffer.from(JSON.stringify([name])).toString("base64url");

const Cursor = z.tuple([z.string()]);

function nameOfCursor(cursor: string): string {
  try {
    const read = Cursor.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    if (read.success) return read.data[0];
  } catch {
    // Not even JSON: the same answer.
  }
  throw new AppError("invalid", "this page does not exist; go back to the first one");
}
