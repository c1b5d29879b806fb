import { describe, expect, test } from "vitest";
import { Conflict } from "../../shared/error.ts";
import { openStore } from "../../shared/local/store.ts";
import { localTable } from "../../shared/local/table.ts";
import type { Table, Write } from "../../shared/ports.ts";
import { writeBundles } from "../../shared/write-bundles.ts";

const put = (pk: string): Write => ({ kind: "put", item: { pk, sk: "place", data: {} }, guard: "absent" });
const bundle = (name: string, ...places: string[]) => ({ of: name, writes: places.map(put) });

/** A table that counts transactions and the writes in each. */
function countedTable() {
  const table = localTable(openStore(":memory:"), () => 0);
  const sizes: number[] = [];
  const write: Table["write"] = (...writes) => {
    sizes.push(writes.length);
    return table.write(...writes);
  };
  const taken = async (...places: string[]) =>
    (await table.getMany(places.map((pk) => ({ pk, sk: "place" })))).map(({ pk }) => pk).toSorted();
  return { table: { ...table, write }, sizes, taken };
}

test("many go in as few transactions as hold a hundred writes, and no bundle is split", async () => {
  const { table, sizes } = countedTable();
  const bundles = Array.from({ length: 70 }, (_, n) => bundle(`b${n}`, `a${n}`, `b${n}`, `c${n}`));
  const { written, lost } = await writeBundles(table, bundles);
  expect(written.toSorted()).toEqual(bundles.map(({ of }) => of).toSorted());
  expect(lost).toEqual(new Set());
  expect(sizes).toEqual([99, 99, 12]);
});

test("who lost the race is left out whole; everybody else keeps their place", async () => {
  const { table, taken, sizes } = countedTable();
  await table.write(put("b2"), put("d1"), put("d2"));
  const bundles = [bundle("a", "a1", "a2"), bundle("b", "b1", "b2"), bundle("c", "c1", "c2"), bundle("d", "d1", "d2")];
  const { written, lost } = await writeBundles(table, bundles);
  expect(written.toSorted()).toEqual(["a", "c"]);
  expect(lost).toEqual(new Set(["b", "d"]));
  expect(await taken("a1", "a2", "b1", "c1", "c2")).toEqual(["a1", "a2", "c1", "c2"]);
  expect(sizes).toEqual([3, 8, 4]);
});

test("everybody lost: nothing is written and it ends", async () => {
  const { table } = countedTable();
  await table.write(put("a"), put("b"));
  expect(await writeBundles(table, [bundle("a", "a"), bundle("b", "b")])).toEqual({
    written: [],
    lost: new Set(["a", "b"]),
  });
  expect(await writeBundles(table, [])).toEqual({ written: [], lost: new Set() });
});

test("who loses while the others go again is left out too", async () => {
  const { table, taken } = countedTable();
  await table.write(put("a"));
  let tries = 0;
  const write: Table["write"] = async (...writes) => {
    if (++tries === 2) await table.write(put("b"));
    await table.write(...writes);
  };
  const bundles = [bundle("a", "a"), bundle("b", "b"), bundle("c", "c")];
  const outcome = await writeBundles({ ...table, write }, bundles);
  expect(outcome).toEqual({ written: ["c"], lost: new Set(["a", "b"]) });
  expect(await taken("c")).toEqual(["c"]);
});

test("when nobody says whose guard it was they go one by one, and who is refused alone has lost", async () => {
  const { table } = countedTable();
  await table.write(put("b"));
  let calls = 0;
  const write: Table["write"] = async (...writes) => {
    if (++calls === 1) throw new Conflict([]);
    await table.write(...writes);
  };
  const outcome = await writeBundles({ ...table, write }, [bundle("a", "a"), bundle("b", "b"), bundle("c", "c")]);
  expect(outcome).toEqual({ written: ["a", "c"], lost: new Set(["b"]) });
});

test("a conflict that never names anybody comes to an end", async () => {
  const { table } = countedTable();
  const write = (): Promise<void> => Promise.reject(new Conflict([]));
  const outcome = await writeBundles({ ...table, write }, [bundle("a", "a"), bundle("b", "b")]);
  expect(outcome).toEqual({ written: [], lost: new Set(["a", "b"]) });
});

test("any other failure is the caller's", async () => {
  const { table } = countedTable();
  const write = (): Promise<void> => Promise.reject(new Error("no disk"));
  await expect(writeBundles({ ...table, write }, [bundle("c", "c")])).rejects.toThrow("no disk");
});

describe("writes on the same item", () => {
  const zone: Write = { kind: "put", item: { pk: "zone", sk: "place", data: {} } };

  test("alike ones are one write", async () => {
    const { table, sizes } = countedTable();
    const bundles = ["a", "b", "c"].map((of) => ({ of, writes: [put(of), zone] }));
    expect((await writeBundles(table, bundles)).written).toEqual(["a", "b", "c"]);
    expect(sizes).toEqual([4]);
  });

  test("when its guard fails all who need it have lost, and nobody else", async () => {
    const { table, taken } = countedTable();
    await table.write(put("shared"));
    const bundles = [bundle("a", "a", "shared"), bundle("b", "b", "shared"), bundle("c", "c")];
    expect(await writeBundles(table, bundles)).toEqual({ written: ["c"], lost: new Set(["a", "b"]) });
    expect(await taken("a", "b", "c", "shared")).toEqual(["c", "shared"]);
  });

  test("different ones are made one after the other, in order", async () => {
    const { table, sizes } = countedTable();
    const version = (n: number): Write => ({ kind: "update", key: { pk: "a", sk: "place" }, set: { n } });
    const bundles = [1, 2, 3].map((n) => ({ of: n, writes: [version(n), put(`p${n}`)] }));
    expect((await writeBundles(table, bundles)).written).toEqual([1, 2, 3]);
    expect(sizes).toEqual([2, 2, 2]);
    expect((await table.get({ pk: "a", sk: "place" }))?.data).toEqual({ n: 3 });
  });
});
