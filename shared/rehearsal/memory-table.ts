import { Conflict } from "../error.ts";
import type { Guard, Item, Key, Table, Write } from "../ports.ts";
import { checkEach, checkUpdate } from "../table-update.ts";
import { indexName, queryMemory } from "./memory-query.ts";
import { drop, keep, ordered } from "./ordered.ts";
import type { Ordered } from "./ordered.ts";

const MOST_WRITES = 100;

type Rows = {
  readonly partitions: Map<string, Ordered<Item>>;
  readonly index: Map<string, Ordered<Item>>;
  /** Epoch ms. */
  readonly now: () => number;
};

/**
 * The table port in memory, for what is thrown away: nothing is copied on its way in or out, so nobody may change what they put or got. `now` (epoch
 * ms) decides what has expired.
 */
export function memoryTable(now: () => number): Table {
  const rows: Rows = { partitions: new Map(), index: new Map(), now };
  return {
    get: async (key) => itemAt(rows, key),
    getMany: async (keys) => readMany(rows, keys),
    query: async (query) => {
      const alive = (item: Item): Item | undefined => (isAlive(rows, item) ? item : undefined);
      return queryMemory((query.index ? rows.index : rows.partitions).get(query.pk), query, alive);
    },
    write: async (...writes) => {
      checkWrites(writes);
      const failed = writes.flatMap((write, n) => (holds(rows, write) ? [] : [n]));
      if (failed.length > 0) throw new Conflict(failed);
      // All are worked out before the first is kept, because a sum may fail.
      const changes = writes.map((write) => changeOf(rows, write));
      for (const [n, write] of writes.entries()) apply(rows, write, changes[n]);
    },
    writeMany: async (writes) => {
      for (const write of writes)
        if ((write.kind !== "put" && write.kind !== "remove") || write.guard !== undefined)
          throw new RangeError("writeMany takes only puts and removes without guards");
      for (const write of writes) apply(rows, write, changeOf(rows, write));
    },
    writeEach: async (writes) => {
      checkEach(writes);
      return writes.flatMap((write, n) => {
        if (!holds(rows, write)) return [n];
        apply(rows, write, changeOf(rows, write));
        return [];
      });
    },
  };
}

const isAlive = ({ now }: Rows, { expiresAt }: Item): boolean => expiresAt === undefined || expiresAt > now();

function itemAt(rows: Rows, { pk, sk }: Key): Item | undefined {
  const item = rows.partitions.get(pk)?.entries.get(sk);
  return item && isAlive(rows, item) ? item : undefined;
}

function readMany(rows: Rows, keys: readonly Key[]): Item[] {
  const found = new Set<Item>();
  for (const key of keys) {
    const item = itemAt(rows, key);
    if (item) found.add(item);
  }
  return [...found];
}

const keyOf = (write: Write): Key => (write.kind === "put" ? write.item : write.key);

function checkWrites(writes: readonly Write[]): void {
  if (writes.length < 1 || writes.length > MOST_WRITES)
    throw new RangeError(`a transaction takes 1 to ${MOST_WRITES} writes, not ${writes.length}`);
  const names = writes.map((write) => `${keyOf(write).pk}\u0000${keyOf(write).sk}`);
  if (writes.length > 1 && new Set(names).size < writes.length)
    throw new RangeError("two writes of one transaction are on the same item");
  for (const write of writes) if (write.kind === "update") checkUpdate(write);
}

/** Of an item that is not there every field is absent, so `match` with null holds for it. */
function holds(rows: Rows, write: Write): boolean {
  return write.guard === undefined || guardHolds(write.guard, itemAt(rows, keyOf(write)));
}

function guardHolds(guard: Guard, item: Item | undefined): boolean {
  if (guard === "absent") return item === undefined;
  if (guard === "present") return item !== undefined;
  for (const field in guard.match) if ((item?.data[field] ?? null) !== guard.match[field]) return false;
  return true;
}

/** What the item is after the write; undefined = as it was, or gone. */
function changeOf(rows: Rows, write: Write): Item | undefined {
  if (write.kind === "put") return write.item;
  if (write.kind !== "update") return undefined;
  const { key, set, add, index } = write;
  const before = itemAt(rows, key);
  const data: { [field: string]: Item["data"][string] } = { ...before?.data, ...set };
  for (const field in set) if (set[field] === undefined) delete data[field];
  for (const field in add) data[field] = sum(before?.data[field], add[field] ?? 0, field);
  const place = index === undefined ? before?.index : index;
  return {
    pk: key.pk,
    sk: key.sk,
    data,
    ...(place && { index: place }),
    ...(before?.expiresAt !== undefined && { expiresAt: before.expiresAt }),
  };
}

function sum(value: Item["data"][string], by: number, field: string): number {
  if (value !== undefined && typeof value !== "number") throw new TypeError(`${field} is no number to add to`);
  return (value ?? 0) + by;
}

function apply(rows: Rows, write: Write, change: Item | undefined): void {
  if (write.kind === "check") return;
  const { pk, sk } = keyOf(write);
  const partition = partOf(rows.partitions, pk);
  const before = partition.entries.get(sk);
  if (before?.index && !samePlace(before.index, change?.index))
    drop(partOf(rows.index, before.index.pk), indexName(before.index.sk, before));
  if (!change) return drop(partition, sk);
  keep(partition, sk, change);
  if (change.index) keep(partOf(rows.index, change.index.pk), indexName(change.index.sk, change), change);
}

const samePlace = (one: Key, other: Key | undefined): boolean => one.pk === other?.pk && one.sk === other.sk;

function partOf(parts: Map<string, Ordered<Item>>, pk: string): Ordered<Item> {
  const known = parts.get(pk);
  if (known) return known;
  const made = ordered<Item>();
  parts.set(pk, made);
  return made;
}
