import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dynamoTable } from "../../../shared/aws/dynamo-table.ts";
import { openStore } from "../../../shared/local/store.ts";
import { localTable } from "../../../shared/local/table.ts";
import { Conflict } from "../../../shared/error.ts";
import type { ConditionalUpdate, Guard, Item, Table, Write } from "../../../shared/ports.ts";
import { standingClock } from "../../contract/clock.ts";
import { readAll } from "../../contract/table-items.ts";
import { makeTable } from "../../emulators/dynoxide.ts";
import { useDynoxide } from "../../emulators/use-dynoxide.ts";

const newClient = useDynoxide();

async function bothTables() {
  const clock = standingClock();
  const client = newClient();
  const dynamo = dynamoTable({ client, name: await makeTable(client), now: clock.now });
  return { clock, dynamo, sqlite: localTable(openStore(":memory:"), clock.now) };
}

const name = fc.constantFrom("a", "b");
const scalar = fc.constantFrom(1, 2, "2", true, null);
const guard: fc.Arbitrary<Guard | undefined> = fc.oneof(
  fc.constantFrom(undefined, "absent" as const, "present" as const),
  fc.record({ match: fc.dictionary(name, scalar, { maxKeys: 2 }) }),
);
const index = fc.constantFrom(undefined, { pk: "I", sk: "1" }, { pk: "I", sk: "2" });
const START = standingClock().now();
const expiresAt = fc.constantFrom(undefined, undefined, START + 2, START + 4);

const write: fc.Arbitrary<Write> = fc
  .record({
    sk: fc.constantFrom("x", "y", "z"),
    kind: fc.constantFrom("put", "put", "remove", "check", "update", "update"),
    guard,
    fields: fc.dictionary(name, fc.oneof(scalar, fc.constant(undefined), fc.constant([{ deep: [] }])), { maxKeys: 2 }),
    index,
    offIndex: fc.boolean(),
    add: fc.dictionary(fc.constantFrom("n", "m"), fc.integer({ min: -9, max: 9 }), { maxKeys: 2 }),
    expiresAt,
  })
  .map((one): Write => {
    const key = { pk: "P", sk: one.sk };
    if (one.kind === "put") {
      const item: Item = { ...key, data: one.fields, index: one.index, expiresAt: one.expiresAt };
      return { kind: "put", item, guard: one.guard };
    }
    if (one.kind === "update") {
      const { fields: set, add, guard: held } = one;
      return { kind: "update", key, set, add, guard: held, index: one.offIndex ? null : one.index };
    }
    if (one.kind === "remove") return { kind: "remove", key, guard: one.guard };
    return { kind: "check", key, guard: one.guard ?? "present" };
  });
const skOf = (one: Write): string => (one.kind === "put" ? one.item.sk : one.key.sk);
const transaction = fc.uniqueArray(write, { minLength: 1, maxLength: 3, selector: skOf });

const change: fc.Arbitrary<ConditionalUpdate> = fc.record({
  kind: fc.constant("update"),
  key: fc.constantFrom("x", "y", "z").map((sk) => ({ pk: "P", sk })),
  set: fc.dictionary(name, fc.oneof(scalar, fc.constant([{ deep: [null] }])), { minKeys: 1, maxKeys: 2 }),
  guard: fc.oneof(
    fc.constant("present" as const),
    fc.record({ match: fc.dictionary(name, fc.constantFrom(1, 2, "2", true), { minKeys: 1, maxKeys: 2 }) }),
  ),
});
const changes = fc.uniqueArray(change, { maxLength: 3, selector: ({ key }) => key.sk });

const lostBy = (table: Table, writes: readonly Write[]): Promise<unknown> =>
  table.write(...writes).then(
    () => [],
    (error: unknown) => (error instanceof Conflict ? error.failed : error),
  );

test("for any transactions and changes while time goes on, both worlds say and keep the same", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(transaction, changes), { minLength: 1, maxLength: 10 }), async (rounds) => {
      const { clock, dynamo, sqlite } = await bothTables();
      for (const [writes, each] of rounds) {
        expect(await lostBy(dynamo, writes)).toEqual(await lostBy(sqlite, writes));
        expect(await dynamo.writeEach(each)).toEqual(await sqlite.writeEach(each));
        await clock.advance(1);
        for (const query of [{ pk: "P" }, { pk: "I", index: true }])
          expect(await readAll(dynamo, query)).toEqual(await readAll(sqlite, query));
      }
    }),
    { numRuns: 60 },
  );
});

const sortKey = fc.oneof(
  fc.string({ minLength: 1, maxLength: 3, unit: "grapheme" }),
  fc.constantFrom("a", "aa", "ab", "b"),
);

test("for any keys and spans, both worlds give the same pages", async () => {
  const span = fc.oneof(
    fc.record({ prefix: sortKey }),
    fc.record({ from: sortKey, to: sortKey }, { requiredKeys: [] }),
  );
  const more = fc.record({ limit: fc.integer({ min: 1, max: 9 }), reverse: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(sortKey, { maxLength: 20 }), span, more, async (sortKeys, between, how) => {
      const { dynamo, sqlite } = await bothTables();
      const puts = sortKeys.map((sk): Write => ({
        kind: "put",
        item: { pk: "P", sk, data: {}, index: { pk: "I", sk } },
      }));
      for (const table of [dynamo, sqlite]) await table.writeMany(puts);
      for (const query of [{ pk: "P" }, { pk: "I", index: true }]) {
        const whole = { ...query, ...between, ...how };
        expect(await readAll(dynamo, whole)).toEqual(await readAll(sqlite, whole));
        const [one, other] = [await dynamo.query(whole), await sqlite.query(whole)];
        expect([one.items, one.cursor !== undefined]).toEqual([other.items, other.cursor !== undefined]);
      }
    }),
    { numRuns: 40 },
  );
});
