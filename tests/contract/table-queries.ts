import { expect, test } from "vitest";
import type { Query, Table } from "../../shared/ports.ts";
import { item, key, type Make, put, readAll } from "./table-items.ts";

const sortKeys = [
  "CALL#0001",
  "TOUCH#2026-11-18",
  "TOUCH#2026-11-25",
  "TOUCH#2026-12-02",
  "TOUCHÉ",
  "TOUCH",
  "ZZ",
  "é",
];

export function queriesAnswer(make: Make): void {
  const filled = async (): Promise<Table> => {
    const { table } = await make();
    await table.writeMany(put(...sortKeys.map((sk) => item(sk)), { ...item("TOUCH#2026-11-25"), pk: "PROSPECT#bob" }));
    return table;
  };
  const ask = async (query: Omit<Query, "pk">): Promise<string[]> =>
    (await (await filled()).query({ pk: "PROSPECT#ada", ...query })).items.map(({ sk }) => sk);

  test("items of one partition come in the order of their sort keys' bytes, or backwards", async () => {
    const inOrder = [
      "CALL#0001",
      "TOUCH",
      "TOUCH#2026-11-18",
      "TOUCH#2026-11-25",
      "TOUCH#2026-12-02",
      "TOUCHÉ",
      "ZZ",
      "é",
    ];
    expect(await ask({})).toEqual(inOrder);
    expect(await ask({ reverse: true })).toEqual(inOrder.toReversed());
  });

  test("a prefix, and a span with both ends in it", async () => {
    expect(await ask({ prefix: "TOUCH#" })).toEqual(["TOUCH#2026-11-18", "TOUCH#2026-11-25", "TOUCH#2026-12-02"]);
    expect(await ask({ prefix: "TOUCH#2026-11", reverse: true })).toEqual(["TOUCH#2026-11-25", "TOUCH#2026-11-18"]);
    expect(await ask({ from: "TOUCH#2026-11-18", to: "TOUCH#2026-11-25" })).toHaveLength(2);
    expect(await ask({ from: "TOUCH#2026-11-19" })).toEqual([
      "TOUCH#2026-11-25",
      "TOUCH#2026-12-02",
      "TOUCHÉ",
      "ZZ",
      "é",
    ]);
    expect(await ask({ to: "TOUCH" })).toEqual(["CALL#0001", "TOUCH"]);
    expect(await ask({ prefix: "NOTHING" })).toEqual([]);
  });

  test("a prefix together with a span, and limits out of range, are refused", async () => {
    const { table } = await make();
    await expect(table.query({ pk: "P", prefix: "A", from: "B" })).rejects.toThrow();
    for (const limit of [0, 1001, 1.5]) await expect(table.query({ pk: "P", limit })).rejects.toThrow();
  });
}

export function pagesFollow(make: Make): void {
  const numbers = Array.from({ length: 250 }, (_, n) => String(n).padStart(3, "0"));
  const filled = async (): Promise<Table> => {
    const { table } = await make();
    await table.writeMany(put(...numbers.map((sk) => item(sk, {}, { index: { pk: "TO-DO", sk } }))));
    return table;
  };

  test("a page has a hundred items if nobody says otherwise, and its cursor leads on", async () => {
    const table = await filled();
    const first = await table.query({ pk: "PROSPECT#ada" });
    expect(first.items.map(({ sk }) => sk)).toEqual(numbers.slice(0, 100));
    const second = await table.query({ pk: "PROSPECT#ada", cursor: first.cursor });
    expect(second.items.map(({ sk }) => sk)).toEqual(numbers.slice(100, 200));
  });

  for (const index of [false, true])
    for (const reverse of [false, true])
      test(`page by page every item comes once, ${index ? "by the index" : "by the key"}${reverse ? ", backwards" : ""}`, async () => {
        const table = await filled();
        const pk = index ? "TO-DO" : "PROSPECT#ada";
        const seen = (await readAll(table, { pk, index, reverse, limit: 37, from: "010", to: "239" })).map(
          ({ sk }) => sk,
        );
        const expected = numbers.slice(10, 240);
        expect(seen).toEqual(reverse ? expected.toReversed() : expected);
      });

  test("of keys alone the pages are the same, without what the items hold", async () => {
    const { table } = await make();
    const whole = numbers.map((sk) => item(sk, { n: sk }, { index: { pk: "TO-DO", sk }, expiresAt: 4e12 }));
    await table.writeMany(put(...whole, item("LAST", { n: 1 })));
    const bare = numbers.map((sk) => item(sk, {}, { index: { pk: "TO-DO", sk } }));
    const byIndex = { pk: "TO-DO", index: true, keysOnly: true, limit: 40 };
    expect(await readAll(table, byIndex)).toEqual(bare);
    expect(await readAll(table, { ...byIndex, reverse: true, prefix: "1" })).toEqual(bare.slice(100, 200).toReversed());
    expect((await table.query({ pk: "PROSPECT#ada", keysOnly: true, from: "249" })).items).toEqual([
      bare.at(-1),
      item("LAST"),
    ]);
  });

  test("a made-up cursor is refused", async () => {
    const table = await filled();
    await expect(table.query({ pk: "PROSPECT#ada", cursor: "made-up" })).rejects.toThrow("page");
  });
}

const toDo = async (table: Table, pk = "TO-DO"): Promise<string[]> =>
  (await table.query({ pk, index: true })).items.map(({ sk }) => sk);

export function theIndexFollows(make: Make): void {
  test("only items that carry index keys are on it, in their order, whole", async () => {
    const { table } = await make();
    const second = item("A", { n: 1 }, { index: { pk: "TO-DO", sk: "2" } });
    await table.write(...put(second, item("B", {}, { index: { pk: "TO-DO", sk: "1" } }), item("C")));
    expect(await toDo(table)).toEqual(["B", "A"]);
    expect((await table.query({ pk: "TO-DO", index: true, prefix: "2" })).items).toEqual([second]);
  });

  test("an update leaves the item on it, moves it, or takes it off", async () => {
    const { table } = await make();
    await table.write(...put(item("A", {}, { index: { pk: "TO-DO", sk: "1" } })));
    await table.write({ kind: "update", key: key("A"), set: { n: 1 } });
    expect(await toDo(table)).toEqual(["A"]);
    await table.write({ kind: "update", key: key("A"), set: {}, index: { pk: "LATER", sk: "1" } });
    expect([await toDo(table), await toDo(table, "LATER")]).toEqual([[], ["A"]]);
    await table.write({ kind: "update", key: key("A"), set: {}, index: null });
    expect(await toDo(table, "LATER")).toEqual([]);
    expect((await table.get(key("A")))?.index).toBeUndefined();
  });

  test("a removed item is off it", async () => {
    const { table } = await make();
    await table.write(...put(item("A", {}, { index: { pk: "TO-DO", sk: "1" } })));
    await table.write({ kind: "remove", key: key("A") });
    expect(await toDo(table)).toEqual([]);
  });
}

export function itemsExpire(make: Make): void {
  test("an item is not seen any more once its time is over, and its place is free", async () => {
    const { table, clock } = await make();
    const short = item("A", {}, { expiresAt: clock.now() + 2000, index: { pk: "TO-DO", sk: "1" } });
    await table.write(...put(short, item("B")));
    expect(await table.get(key("A"))).toEqual(short);
    await clock.advance(3000);
    expect(await table.get(key("A"))).toBeUndefined();
    expect(await table.getMany([key("A"), key("B")])).toEqual([item("B")]);
    expect(await readAll(table, { pk: "PROSPECT#ada" })).toEqual([item("B")]);
    expect(await readAll(table, { pk: "TO-DO", index: true })).toEqual([]);
    await table.write({ kind: "put", item: item("A", { fresh: true }), guard: "absent" });
    expect(await table.get(key("A"))).toEqual(item("A", { fresh: true }));
  });
}
