import { expect, test } from "vitest";
import type { ConditionalUpdate, Item, Table } from "../../shared/ports.ts";
import { item, key, type Make, put, readAll } from "./table-items.ts";

const change = (
  sk: string,
  set: ConditionalUpdate["set"],
  guard: ConditionalUpdate["guard"] = "present",
): ConditionalUpdate => ({ kind: "update", key: key(sk), set, guard });
const reserved = { match: { outcome: "reserved" } };
const dataOf = async (table: Table, sk: string): Promise<Item["data"] | undefined> => (await table.get(key(sk)))?.data;

export function eachGoesByItself(make: Make): void {
  test("what holds is written, what does not is named, and neither holds up the other", async () => {
    const { table } = await make();
    await table.write(...put(item("A", { outcome: "reserved", kept: 1 }), item("B", { outcome: "sent" }), item("D")));
    const lost = await table.writeEach([
      change("A", { outcome: "sent", messageId: "m" }, reserved),
      change("B", { outcome: "unknown" }, reserved),
      change("MISSING", { outcome: "sent" }, reserved),
      change("D", { n: 1 }),
      change("NOWHERE", { n: 1 }),
    ]);
    expect(lost).toEqual([1, 2, 4]);
    expect(await readAll(table, { pk: "PROSPECT#ada" })).toEqual([
      item("A", { outcome: "sent", kept: 1, messageId: "m" }),
      item("B", { outcome: "sent" }),
      item("D", { n: 1 }),
    ]);
  });

  test("in any number", async () => {
    const { table } = await make();
    const names = Array.from({ length: 130 }, (_, n) => `N#${String(n).padStart(3, "0")}`);
    await table.writeMany(put(...names.map((sk, n) => item(sk, { outcome: n % 40 ? "reserved" : "unknown" }))));
    const marks = names.map((sk) => change(sk, { outcome: "sent" }, reserved));
    expect(await table.writeEach(marks)).toEqual([0, 40, 80, 120]);
    const outcomes = (await readAll(table, { pk: "PROSPECT#ada" })).map(({ data }) => data["outcome"]);
    expect(outcomes.filter((outcome) => outcome === "sent")).toHaveLength(126);
    expect(await table.writeEach([])).toEqual([]);
  });

  test("any kind of value goes in, under any name of letters, and is compared as what it is", async () => {
    const { table } = await make();
    const set = { name: 'O\'Hara "x" ?', where: { deep: [1, null] }, set: true, size: 1.5, value: null };
    await table.write(...put(item("A", { order: 3, open: true, group: "a" }, { index: key("1", "TO-DO") })));
    for (const match of [{ order: 4 }, { order: "3" }, { open: false }, { order: 3, group: "b" }, { status: "x" }])
      expect(await table.writeEach([change("A", set, { match })])).toEqual([0]);
    expect(await table.writeEach([change("A", set, { match: { order: 3, open: true, group: "a" } })])).toEqual([]);
    expect(await table.get(key("A"))).toEqual(
      item("A", { order: 3, open: true, group: "a", ...set }, { index: key("1", "TO-DO") }),
    );
  });

  test("what has no time left counts as absent, what has some keeps it", async () => {
    const { table, clock } = await make();
    const later = clock.now() + 1000;
    await table.write(
      ...put(item("A", { n: 1 }, { expiresAt: clock.now() + 1 }), item("B", { n: 1 }, { expiresAt: later })),
    );
    await clock.advance(1);
    const guard = { match: { n: 1 } };
    expect(await table.writeEach([change("A", { n: 2 }, guard), change("B", { n: 2 }, guard)])).toEqual([0]);
    expect(await table.get(key("B"))).toEqual(item("B", { n: 2 }, { expiresAt: later }));
    expect(await dataOf(table, "A")).toBeUndefined();
  });

  test("two on one item, one that changes nothing or depends on nothing, and odd names are refused before anything is written", async () => {
    const { table } = await make();
    await table.write(...put(item("A", { n: 1 }), item("B")));
    const wrong = [
      change("A", { n: 3 }),
      change("B", {}),
      change("B", { 'n"': 1 }),
      change("B", { n: 1 }, { match: { "reserved by": 1 } }),
      change("B", { n: 1 }, { match: {} }),
    ];
    for (const one of wrong) await expect(table.writeEach([change("A", { n: 2 }), one])).rejects.toThrow(RangeError);
    expect(await dataOf(table, "A")).toEqual({ n: 1 });
  });
}
