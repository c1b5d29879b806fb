import { describe, expect, test } from "vitest";
import { Conflict } from "../../shared/error.ts";
import type { Table, Write } from "../../shared/ports.ts";
import { countersCount } from "./table-counters.ts";
import { eachGoesByItself } from "./table-each.ts";
import { item, key, type Make, put, readAll, sorted } from "./table-items.ts";
import { itemsExpire, pagesFollow, queriesAnswer, theIndexFollows } from "./table-queries.ts";

/** What every table adapter keeps to. `make` gives an empty table. */
export function tableContract(name: string, make: Make): void {
  describe(`table: ${name}`, () => {
    describe("reading and writing", () => itemsAreKept(make));
    describe("updating", () => fieldsAreChanged(make));
    describe("counting", () => countersCount(make));
    describe("many changes", () => eachGoesByItself(make));
    describe("transactions", () => transactionsHold(make));
    describe("guards", () => guardsHold(make));
    describe("queries", () => queriesAnswer(make));
    describe("pages", () => pagesFollow(make));
    describe("the index", () => theIndexFollows(make));
    describe("expiry", () => itemsExpire(make));
  });
}

function itemsAreKept(make: Make): void {
  test("an item comes back as it was put", async () => {
    const { table } = await make();
    const whole = item(
      "PROSPECT",
      { name: "Ada 🚀 <b>", score: 1.5, seen: ["a", "b"], standing: { state: "paused", until: null }, tracked: false },
      { index: { pk: "ZONE#Europe/Lisbon", sk: "ada" }, expiresAt: 4_000_000_000_000 },
    );
    await table.write(...put(whole));
    expect(await table.get(key("PROSPECT"))).toEqual(whole);
    expect(await table.get(key("OTHER"))).toBeUndefined();
  });

  test("putting again replaces all of it", async () => {
    const { table } = await make();
    await table.write(...put(item("A", { old: 1 }, { index: { pk: "TO-DO", sk: "a" } })));
    await table.write(...put(item("A", { young: 2 })));
    expect(await table.get(key("A"))).toEqual(item("A", { young: 2 }));
    expect((await table.query({ pk: "TO-DO", index: true })).items).toEqual([]);
  });

  test("many keys are read at once, those that are missing left out and doubled ones read once", async () => {
    const { table } = await make();
    const names = Array.from({ length: 230 }, (_, n) => `N#${n}`);
    await table.writeMany(put(...names.map((sk) => item(sk))));
    const asked = [...names, "N#7", "MISSING"].map((sk) => key(sk));
    expect(sorted(await table.getMany(asked))).toEqual(names.toSorted());
    expect(await table.getMany([])).toEqual([]);
  });

  test("many writes come in any number, and the last one on an item counts", async () => {
    const { table } = await make();
    await table.writeMany(put(...Array.from({ length: 130 }, (_, n) => item(`N#${n}`, { n }))));
    await table.writeMany([
      ...put(item("N#1", { n: 10 }), item("N#1", { n: 11 })),
      { kind: "remove", key: key("N#2") },
    ]);
    const items = await readAll(table, { pk: "PROSPECT#ada" });
    expect(items).toHaveLength(129);
    expect(items.find(({ sk }) => sk === "N#1")?.data).toEqual({ n: 11 });
    await table.writeMany([]);
  });

  test("many writes take no guards and no updates", async () => {
    const { table } = await make();
    await expect(table.writeMany([{ kind: "put", item: item("A"), guard: "absent" }])).rejects.toThrow();
    await expect(table.writeMany([{ kind: "update", key: key("A"), set: {} }])).rejects.toThrow();
    expect(await table.get(key("A"))).toBeUndefined();
  });
}

function fieldsAreChanged(make: Make): void {
  test("an update changes, adds and removes fields and leaves the rest", async () => {
    const { table } = await make();
    const index = { pk: "UNSETTLED", sk: "1" };
    await table.write(...put(item("T", { outcome: "reserved", reason: "x", kept: [1] }, { index, expiresAt: 4e12 })));
    await table.write({ kind: "update", key: key("T"), set: { outcome: "sent", reason: undefined, messageId: "m" } });
    expect(await table.get(key("T"))).toEqual(
      item("T", { outcome: "sent", kept: [1], messageId: "m" }, { index, expiresAt: 4e12 }),
    );
  });

  test("an update of what is not there creates it, unless it has to be present", async () => {
    const { table } = await make();
    await table.write({ kind: "update", key: key("A"), set: { n: 1 }, index: { pk: "TO-DO", sk: "a" } });
    expect(await table.get(key("A"))).toEqual(item("A", { n: 1 }, { index: { pk: "TO-DO", sk: "a" } }));
    const onlyIfPresent = table.write({ kind: "update", key: key("B"), set: { n: 1 }, guard: "present" });
    await expect(onlyIfPresent).rejects.toThrow(Conflict);
    expect(await table.get(key("B"))).toBeUndefined();
  });

  test("nested values are replaced, not merged", async () => {
    const { table } = await make();
    await table.write(...put(item("A", { standing: { state: "paused", until: "2026-12-01" } })));
    await table.write({ kind: "update", key: key("A"), set: { standing: { state: "active" } } });
    expect((await table.get(key("A")))?.data).toEqual({ standing: { state: "active" } });
  });
}

const many = (count: number): Write[] => put(...Array.from({ length: count }, (_, n) => item(`N#${n}`)));

function transactionsHold(make: Make): void {
  test("when one guard fails nothing is written, and every failed position is named", async () => {
    const { table } = await make();
    await table.write(...put(item("B"), item("D")));
    const lost: unknown = await table
      .write(
        { kind: "put", item: item("A") },
        { kind: "put", item: item("B", { new: true }), guard: "absent" },
        { kind: "update", key: key("C"), set: { n: 1 } },
        { kind: "check", key: key("E"), guard: "present" },
        { kind: "remove", key: key("D") },
      )
      .catch((error: unknown) => error);
    expect(lost).toBeInstanceOf(Conflict);
    expect(lost).toHaveProperty("failed", [1, 3]);
    expect(await readAll(table, { pk: "PROSPECT#ada" })).toEqual([item("B"), item("D")]);
  });

  test("takes a hundred writes, and refuses none, more, or two on one item", async () => {
    const { table } = await make();
    await expect(table.write(...many(101))).rejects.toThrow();
    await expect(table.write()).rejects.toThrow();
    await expect(table.write(...many(1), ...many(1))).rejects.toThrow();
    expect(await readAll(table, { pk: "PROSPECT#ada" })).toEqual([]);
    await table.write(...many(100));
    expect(await readAll(table, { pk: "PROSPECT#ada" })).toHaveLength(100);
  });

  test("of two who reserve the same touch at the same time exactly one wins", async () => {
    const { table } = await make();
    const reserve = (): Promise<void> => table.write({ kind: "put", item: item("TOUCH#2026-11-25"), guard: "absent" });
    const both = await Promise.allSettled([reserve(), reserve()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
}

const guarded = async (table: Table, write: Write): Promise<boolean> =>
  table.write(write).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Conflict) return false;
      throw error;
    },
  );

const at = (version: number) => ({ match: { version } });

function guardsHold(make: Make): void {
  test("absent and present", async () => {
    const { table } = await make();
    expect(await guarded(table, { kind: "put", item: item("A"), guard: "present" })).toBe(false);
    expect(await guarded(table, { kind: "put", item: item("A"), guard: "absent" })).toBe(true);
    expect(await guarded(table, { kind: "put", item: item("A", { n: 2 }), guard: "absent" })).toBe(false);
    expect(await guarded(table, { kind: "put", item: item("A", { n: 3 }), guard: "present" })).toBe(true);
    expect(await guarded(table, { kind: "check", key: key("A"), guard: "absent" })).toBe(false);
    expect(await guarded(table, { kind: "remove", key: key("A"), guard: "absent" })).toBe(false);
    expect(await guarded(table, { kind: "remove", key: key("A"), guard: "present" })).toBe(true);
    expect(await guarded(table, { kind: "remove", key: key("A") })).toBe(true);
  });

  test("match compares fields; null means absent or null, also of an item that is not there", async () => {
    const { table } = await make();
    await table.write(...put(item("A", { version: 3, open: null, state: "open", tracked: true })));
    const check = (match: { [field: string]: string | number | boolean | null }, sk = "A"): Promise<boolean> =>
      guarded(table, { kind: "check", key: key(sk), guard: { match } });
    expect(await check({ version: 3, state: "open", tracked: true, open: null, other: null })).toBe(true);
    for (const wrong of [{ version: 4 }, { version: "3" }, { version: null }, { other: 1 }, { version: 3, open: 1 }])
      expect(await check(wrong)).toBe(false);
    expect(await check({ open: null }, "MISSING")).toBe(true);
    expect(await check({ open: 1 }, "MISSING")).toBe(false);
  });

  test("a put, an update and a removal can be held to a match", async () => {
    const { table } = await make();
    await table.write(...put(item("A", { version: 1 })));
    expect(await guarded(table, { kind: "update", key: key("A"), set: { version: 2 }, guard: at(1) })).toBe(true);
    expect(await guarded(table, { kind: "update", key: key("A"), set: { version: 2 }, guard: at(1) })).toBe(false);
    expect(await guarded(table, { kind: "put", item: item("A", { version: 3 }), guard: at(1) })).toBe(false);
    expect(await guarded(table, { kind: "put", item: item("A", { version: 3 }), guard: at(2) })).toBe(true);
    expect(await guarded(table, { kind: "remove", key: key("A"), guard: at(2) })).toBe(false);
    expect(await guarded(table, { kind: "remove", key: key("A"), guard: at(3) })).toBe(true);
  });
}
