import { expect, test } from "vitest";
import { Conflict } from "../../shared/error.ts";
import type { Item, Table } from "../../shared/ports.ts";
import { item, key, type Make, put } from "./table-items.ts";

const dataOf = async (table: Table, sk: string): Promise<Item["data"] | undefined> => (await table.get(key(sk)))?.data;

export function countersCount(make: Make): void {
  test("a counter that is not there yet begins at nothing, and goes up and down from where it is", async () => {
    const { table } = await make();
    const count = (sent: number, bounced: number): Promise<void> =>
      table.write({ kind: "update", key: key("DAY"), set: {}, add: { sent, bounced } });
    await count(50, 0);
    await count(20, 2);
    await count(-5, 1);
    expect(await dataOf(table, "DAY")).toEqual({ sent: 65, bounced: 3 });
  });

  test("many who count at once lose nothing", async () => {
    const { table } = await make();
    const one = (): Promise<void> => table.write({ kind: "update", key: key("DAY"), set: {}, add: { sent: 1 } });
    await Promise.all(Array.from({ length: 20 }, one));
    expect(await dataOf(table, "DAY")).toEqual({ sent: 20 });
  });

  test("fields can be set and removed in the same write, and what is not named stays", async () => {
    const { table } = await make();
    await table.write(...put(item("DAY", { sent: 1, pause: "x", kept: true }, { index: key("1", "TO-DO") })));
    const set = { pause: undefined, at: 5 };
    await table.write({ kind: "update", key: key("DAY"), set, add: { sent: 1 }, index: key("2", "TO-DO") });
    expect(await table.get(key("DAY"))).toEqual(
      item("DAY", { sent: 2, kept: true, at: 5 }, { index: key("2", "TO-DO") }),
    );
  });

  test("counts on condition, alone and in a transaction, which counts in all places or in none", async () => {
    const { table } = await make();
    const add = { sent: 1 };
    await table.write({ kind: "update", key: key("DAY"), set: { open: true }, add, guard: "absent" });
    await table.write({ kind: "update", key: key("DAY"), set: {}, add, guard: { match: { open: true } } });
    await table.write({ kind: "update", key: key("DAY"), set: {}, add, guard: "present" }, ...put(item("OTHER")));
    const lost = table.write(
      { kind: "update", key: key("DAY"), set: {}, add },
      { kind: "update", key: key("HOUR"), set: {}, add, guard: "present" },
    );
    await expect(lost).rejects.toThrow(Conflict);
    expect(await dataOf(table, "DAY")).toEqual({ open: true, sent: 3 });
    expect(await dataOf(table, "HOUR")).toBeUndefined();
  });

  test("a counter whose time is over begins again", async () => {
    for (const others of [[], put(item("OTHER"))]) {
      const { table, clock } = await make();
      await table.write(...put(item("DAY", { sent: 9 }, { expiresAt: clock.now() + 1 })));
      await clock.advance(1);
      await table.write({ kind: "update", key: key("DAY"), set: {}, add: { sent: 1 } }, ...others);
      expect(await dataOf(table, "DAY")).toEqual({ sent: 1 });
    }
  });

  test("what is no number is not added to, nor is a field that is set in the same write, and nothing is no sum", async () => {
    const { table } = await make();
    for (const wrong of ["1", null, [1]]) {
      await table.write(...put(item("DAY", { sent: wrong })));
      for (const others of [[], put(item("OTHER"))])
        await expect(
          table.write({ kind: "update", key: key("DAY"), set: {}, add: { sent: 1 } }, ...others),
        ).rejects.toThrow();
      expect(await dataOf(table, "DAY")).toEqual({ sent: wrong });
    }
    const both = table.write({ kind: "update", key: key("DAY"), set: { n: 1 }, add: { n: 1 } });
    await expect(both).rejects.toThrow(RangeError);
    const none = table.write({ kind: "update", key: key("DAY"), set: {}, add: { n: Number.NaN } });
    await expect(none).rejects.toThrow(RangeError);
  });
}
