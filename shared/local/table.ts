import { Conflict } from "../error.ts";
import type { Guard, Item, Key, Table, Write } from "../ports.ts";
import { checkEach, checkUpdate } from "../table-update.ts";
import { queryItems } from "./query.ts";
import { ALIVE, COLUMNS, type ItemRow, itemOf } from "./row.ts";
import type { Sql, Store } from "./store.ts";

const MOST_WRITES = 100;
/** So many at a time, so that other processes get their turn during a long import. */
const CHUNK = 500;

type Statements = { readonly [name in "read" | "put" | "putIfAbsent" | "putIfPresent" | "remove"]: Sql<ItemRow> };

/** The table port on SQLite. `now` (epoch ms) decides what has expired. */
export function localTable(store: Store, now: () => number): Table {
  const statements = prepare(store);
  return {
    get: async (key) => {
      const row = statements.read.get(key.pk, key.sk, now());
      return row && itemOf(row);
    },
    getMany: async (keys) => store.reading(() => readMany(statements, keys, now())),
    query: async (query) => queryItems(store, query, now()),
    write: async (...writes) => {
      checkWrites(writes);
      store.transaction(() => {
        const at = now();
        const failed: number[] = [];
        // Every write is on an item of its own, so guards can be looked at one by one while writing; if any fails, all is undone.
        for (let i = 0; i < writes.length; i += 1) if (!apply(statements, writes[i]!, at)) failed.push(i);
        if (failed.length) throw new Conflict(failed);
      });
    },
    writeMany: async (writes) => {
      for (const write of writes)
        if ((write.kind !== "put" && write.kind !== "remove") || write.guard !== undefined)
          throw new RangeError("writeMany takes only puts and removes without guards");
      for (let start = 0; start < writes.length; start += CHUNK)
        store.transaction(() => {
          for (const write of writes.slice(start, start + CHUNK)) apply(statements, write, 0);
        });
    },
    writeEach: async (writes) => {
      checkEach(writes);
      const lost: number[] = [];
      for (let start = 0; start < writes.length; start += CHUNK)
        store.transaction(() => {
          const at = now();
          for (const [n, write] of writes.slice(start, start + CHUNK).entries())
            if (!apply(statements, write, at)) lost.push(start + n);
        });
      return lost;
    },
  };
}

/** Removes items whose time is over, which nobody sees any more; says how many. */
export function purgeExpired(store: Store, at: number): number {
  return store.transaction(() => Number(store.sql("DELETE FROM items WHERE expires_at <= ?").run(at).changes));
}

function prepare(store: Store): Statements {
  const insert = `INSERT INTO items (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)`;
  const replace = "ipk = excluded.ipk, isk = excluded.isk, expires_at = excluded.expires_at, data = excluded.data";
  return {
    read: store.sql(`SELECT ${COLUMNS} FROM items WHERE pk = ? AND sk = ? AND ${ALIVE}`),
    put: store.sql(`${insert} ON CONFLICT DO UPDATE SET ${replace}`),
    putIfAbsent: store.sql(`${insert} ON CONFLICT DO UPDATE SET ${replace} WHERE items.expires_at <= ?`),
    putIfPresent: store.sql(`UPDATE items SET ipk = ?, isk = ?, expires_at = ?, data = ?
      WHERE pk = ? AND sk = ? AND ${ALIVE}`),
    remove: store.sql("DELETE FROM items WHERE pk = ? AND sk = ?"),
  };
}

const unique = ({ pk, sk }: Key): string => `${pk}\u0000${sk}`;

function readMany({ read }: Statements, keys: readonly Key[], at: number): Item[] {
  const seen = new Set<string>();
  const items: Item[] = [];
  for (const key of keys) {
    const id = unique(key);
    if (seen.has(id)) continue;
    seen.add(id);
    const row = read.get(key.pk, key.sk, at);
    if (row) items.push(itemOf(row));
  }
  return items;
}

const keyOf = (write: Write): Key => (write.kind === "put" ? write.item : write.key);

function checkWrites(writes: readonly Write[]): void {
  if (writes.length < 1 || writes.length > MOST_WRITES)
    throw new RangeError(`a transaction takes 1 to ${MOST_WRITES} writes, not ${writes.length}`);
  if (writes.length > 1 && new Set(writes.map((write) => unique(keyOf(write)))).size < writes.length)
    throw new RangeError("two writes of one transaction are on the same item");
  for (const write of writes) if (write.kind === "update") checkUpdate(write);
}

/** Writes, or does nothing and says false because the guard does not hold. */
function apply(statements: Statements, write: Write, at: number): boolean {
  switch (write.kind) {
    case "put":
      return put(statements, write.item, write.guard, at);
    case "update":
      return update(statements, write, at);
    case "check":
      return holds(write.guard, itemAt(statements, write.key, at));
    default:
      return remove(statements, write, at);
  }
}

function itemAt(statements: Statements, key: Key, at: number): Item | undefined {
  const row = statements.read.get(key.pk, key.sk, at);
  return row && itemOf(row);
}

/** Of an item that is not there every field is absent, so `match` with null holds for it. */
function holds(guard: Guard, item: Item | undefined): boolean {
  if (guard === "absent") return item === undefined;
  if (guard === "present") return item !== undefined;
  for (const field in guard.match) if ((item?.data[field] ?? null) !== guard.match[field]) return false;
  return true;
}

function put(statements: Statements, item: Item, guard: Guard | undefined, at: number): boolean {
  const { pk, sk, index } = item;
  const ipk = index?.pk ?? null;
  const isk = index?.sk ?? null;
  const expiresAt = item.expiresAt ?? null;
  const content = JSON.stringify(item.data);
  if (guard === "absent") return statements.putIfAbsent.run(pk, sk, ipk, isk, expiresAt, content, at).changes !== 0;
  if (guard === "present") return statements.putIfPresent.run(ipk, isk, expiresAt, content, pk, sk, at).changes !== 0;
  if (guard && !holds(guard, itemAt(statements, item, at))) return false;
  statements.put.run(pk, sk, ipk, isk, expiresAt, content);
  return true;
}

function update(statements: Statements, write: Extract<Write, { kind: "update" }>, at: number): boolean {
  const { key, set, guard } = write;
  const before = itemAt(statements, key, at);
  if (guard !== undefined && !holds(guard, before)) return false;
  // JSON leaves out fields that are undefined, which is how they are removed.
  const content = JSON.stringify({ ...before?.data, ...set, ...added(before, write.add) });
  const index = write.index === undefined ? before?.index : write.index;
  statements.put.run(key.pk, key.sk, index?.pk ?? null, index?.sk ?? null, before?.expiresAt ?? null, content);
  return true;
}

function added(before: Item | undefined, add: { readonly [field: string]: number } = {}): Item["data"] {
  return Object.fromEntries(
    Object.entries(add).map(([field, by]) => {
      const value = before?.data[field] === undefined ? 0 : before.data[field];
      if (typeof value !== "number") throw new TypeError(`${field} is no number to add to`);
      return [field, value + by];
    }),
  );
}

function remove(statements: Statements, { key, guard }: Extract<Write, { kind: "remove" }>, at: number): boolean {
  if (guard !== undefined && !holds(guard, itemAt(statements, key, at))) return false;
  statements.remove.run(key.pk, key.sk);
  return true;
}
