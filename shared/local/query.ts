import * as z from "zod";
import { AppError } from "../error.ts";
import type { Page, Query } from "../ports.ts";
import { ALIVE, COLUMNS, KEY_COLUMNS, type ItemRow, itemOf } from "./row.ts";
import type { Store } from "./store.ts";

const MOST = 1000;
const USUAL = 100;

/** One page of the items under a partition key, of the table or of the index. */
export function queryItems(store: Store, query: Query, at: number): Page {
  const limit = query.limit ?? USUAL;
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new RangeError(`a page has 1 to ${MOST} items, not ${limit}`);
  if (query.prefix !== undefined && (query.from !== undefined || query.to !== undefined))
    throw new RangeError("prefix cannot be combined with from and to");
  const { text, values } = statementOf(query);
  // One more than asked for tells whether there is another page.
  const rows = store.sql<ItemRow>(text).all(...values, at, limit + 1);
  const isFull = rows.length > limit;
  if (isFull) rows.pop();
  const items = rows.map(itemOf);
  return isFull ? { items, cursor: cursorOf(rows.at(-1)!, query.index) } : { items };
}

/** The text has few variants, so that it stays prepared. */
function statementOf(query: Query): { text: string; values: string[] } {
  const sort = query.index ? "isk" : "sk";
  const order = query.index ? ["isk", "pk", "sk"] : ["sk"];
  const conditions = [`${query.index ? "ipk" : "pk"} = ?`];
  const values = [query.pk];
  const where = (condition: string, ...more: string[]): void => {
    conditions.push(condition);
    values.push(...more);
  };
  const from = query.prefix ?? query.from;
  if (from) where(`${sort} >= ?`, from);
  if (query.to !== undefined) where(`${sort} <= ?`, query.to);
  const end = query.prefix && endOfPrefix(query.prefix);
  if (end) where(`${sort} < ?`, end);
  if (query.cursor !== undefined) {
    const last = keyOfCursor(query.cursor, order.length);
    where(`(${order.join(", ")}) ${query.reverse ? "<" : ">"} (${order.map(() => "?").join(", ")})`, ...last);
  }
  const direction = query.reverse ? " DESC" : "";
  return {
    text: `SELECT ${query.keysOnly ? KEY_COLUMNS : COLUMNS} FROM items WHERE ${conditions.join(" AND ")} AND ${ALIVE}
      ORDER BY ${order.map((column) => column + direction).join(", ")} LIMIT ?`,
    values,
  };
}

/** The first text, in the order of UTF-8 bytes, after all that start with `prefix`; undefined when there is none. */
function endOfPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0)!);
  while (points.length) {
    const last = points.pop()!;
    // Surrogates are no characters of their own.
    const next = last === 0xd7ff ? 0xe000 : last + 1;
    if (next <= 0x10ffff) return String.fromCodePoint(...points, next);
  }
  return undefined;
}

const cursorOf = (row: ItemRow, isIndex: boolean | undefined): string =>
  Buffer.from(JSON.stringify(isIndex ? [row.isk, row.pk, row.sk] : [row.sk])).toString("base64url");

const CursorKey = z.array(z.string());

function keyOfCursor(cursor: string, parts: number): string[] {
  try {
    const key = CursorKey.length(parts).safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    if (key.success) return key.data;
  } catch {
    // Not even JSON: the same answer.
  }
  throw new AppError("invalid", "this page does not exist; go back to the first one");
}
