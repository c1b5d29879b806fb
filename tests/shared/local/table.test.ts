import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Conflict } from "../../../shared/error.ts";
import { purgeExpired, localTable } from "../../../shared/local/table.ts";
import { openStore } from "../../../shared/local/store.ts";
import type { Guard, Item, Write } from "../../../shared/ports.ts";
import { standingClock } from "../../contract/clock.ts";
import { readAll } from "../../contract/table-items.ts";
import { tableContract } from "../../contract/table.ts";

const inMemory = () => {
  const clock = standingClock();
  const store = openStore(":memory:");
  return { store, clock, table: localTable(store, clock.now) };
};

tableContract("SQLite", async () => inMemory());

const sortKey = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.string({ unit: "grapheme", maxLength: 4 }),
  fc.constantFrom("a", "aa", "a\uffff", "a\u{10ffff}"),
);
const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

test("for any keys and limits, paging gives every item once and in order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(sortKey, { maxLength: 40 }),
      fc.record({
        limit: fc.integer({ min: 1, max: 15 }),
        reverse: fc.boolean(),
        index: fc.boolean(),
        prefix: sortKey,
      }),
      async (sortKeys, query) => {
        const { table } = inMemory();
        await table.writeMany(
          sortKeys.map((sk) => ({
            kind: "put",
            item: { pk: "P", sk, data: {}, index: { pk: "I", sk: sk.slice(0, 1) } },
          })),
        );
        const seen = (await readAll(table, { ...query, pk: query.index ? "I" : "P" })).map(({ sk }) => sk);
        const sortedBy = query.index ? (sk: string) => sk.slice(0, 1) : (sk: string) => sk;
        const expected = sortKeys
          .filter((sk) => sortedBy(sk).startsWith(query.prefix))
          .toSorted((one, other) => byBytes(sortedBy(one), sortedBy(other)) || byBytes(one, other));
        expect(seen).toEqual(query.reverse ? expected.toReversed() : expected);
      },
    ),
    { numRuns: 200 },
  );
});

const guard: fc.Arbitrary<Guard | undefined> = fc.oneof(
  fc.constantFrom(undefined, "absent" as const, "present" as const),
  fc.record({ match: fc.dictionary(fc.constantFrom("a", "b"), fc.constantFrom(1, 2, null), { maxKeys: 2 }) }),
);
const fields = fc.dictionary(fc.constantFrom("a", "b"), fc.constantFrom(1, 2, null), { maxKeys: 2 });
const write: fc.Arbitrary<Write> = fc
  .record({
    sk: fc.constantFrom("x", "y", "z"),
    kind: fc.constantFrom("put", "remove", "check", "update"),
    guard,
    fields,
  })
  .map(({ sk, kind, guard: held, fields: set }): Write => {
    const key = { pk: "P", sk };
    if (kind === "put") return { kind, item: { ...key, data: set }, guard: held };
    if (kind === "update") return { kind, key, set, guard: held };
    return kind === "remove" ? { kind, key, guard: held } : { kind: "check", key, guard: held ?? "present" };
  });
const skOf = (one: Write): string => (one.kind === "put" ? one.item.sk : one.key.sk);

/** The same table in the simplest form there is. */
function applyToModel(model: Map<string, Item["data"]>, writes: readonly Write[]): number[] {
  const holds = ({ guard: held, ...one }: Write): boolean => {
    const before = model.get("item" in one ? one.item.sk : one.key.sk);
    if (held === undefined) return true;
    if (typeof held === "string") return (held === "present") === (before !== undefined);
    return Object.entries(held.match).every(([name, value]) => (before?.[name] ?? null) === value);
  };
  const failed = writes.flatMap((one, position) => (holds(one) ? [] : [position]));
  if (failed.length) return failed;
  for (const one of writes) {
    if (one.kind === "put") model.set(one.item.sk, one.item.data);
    if (one.kind === "update") model.set(one.key.sk, { ...model.get(one.key.sk), ...one.set });
    if (one.kind === "remove") model.delete(one.key.sk);
  }
  return [];
}

test("for any transactions, guards fail and items end as in a plain map", async () => {
  const transaction = fc.uniqueArray(write, { minLength: 1, maxLength: 3, selector: skOf });
  await fc.assert(
    fc.asyncProperty(fc.array(transaction, { maxLength: 12 }), async (transactions) => {
      const { table } = inMemory();
      const model = new Map<string, Item["data"]>();
      for (const writes of transactions) {
        const failed = await table.write(...writes).then(
          () => [],
          (error: unknown) => (error instanceof Conflict ? error.failed : [error]),
        );
        expect(failed).toEqual(applyToModel(model, writes));
      }
      const items = await readAll(table, { pk: "P" });
      expect(new Map(items.map(({ sk, data }) => [sk, data]))).toEqual(model);
    }),
    { numRuns: 200 },
  );
});

test("a touch that expired does not come back through an update, and a purge removes it", async () => {
  const { table, store, clock } = inMemory();
  await table.write({ kind: "put", item: { pk: "P", sk: "A", data: { old: 1 }, expiresAt: clock.now() + 1000 } });
  await table.write({ kind: "put", item: { pk: "P", sk: "B", data: {}, expiresAt: clock.now() + 1000 } });
  await clock.advance(1000);
  await table.write({ kind: "update", key: { pk: "P", sk: "A" }, set: { young: 1 } });
  expect(await table.get({ pk: "P", sk: "A" })).toEqual({ pk: "P", sk: "A", data: { young: 1 } });
  expect(purgeExpired(store, clock.now())).toBe(1);
  expect(await readAll(table, { pk: "P" })).toHaveLength(1);
});
