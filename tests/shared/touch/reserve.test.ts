import { expect, test } from "vitest";
import { Conflict } from "../../../shared/error.ts";
import { openStore } from "../../../shared/local/store.ts";
import { localTable } from "../../../shared/local/table.ts";
import type { Table, Write } from "../../../shared/ports.ts";
import { writeBundles } from "../../../shared/touch/reserve.ts";

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
  expect(lost).toEqual([]);
  expect(sizes).toEqual([99, 99, 12]);
});

test("who lost the race is left out whole, with the guard that failed first; everybody else keeps their place", async () => {
  const { table, taken, sizes } = countedTable();
  await table.write(put("b2"), put("d1"), put("d2"));
  const bundles = [bundle("a", "a1", "a2"), bundle("b", "b1", "b2"), bundle("c", "c1", "c2"), bundle("d", "d1", "d2")];
  const { written, lost } = await writeBundles(table, bundles);
  expect(written.toSorted()).toEqual(["a", "c"]);
  expect(lost).toEqual([
    { of: "b", guard: 1 },
    { of: "d", guard: 0 },
  ]);
  expect(await taken("a1", "a2", "b1", "c1", "c2")).toEqual(["a1", "a2", "c1", "c2"]);
  expect(sizes).toEqual([3, 8, 4]);
});

test("everybody lost: nothing is written and it ends", async () => {
  const { table } = countedTable();
  await table.write(put("a"), put("b"));
  expect(await writeBundles(table, [bundle("a", "a"), bundle("b", "b")])).toEqual({
    written: [],
    lost: [
      { of: "a", guard: 0 },
      { of: "b", guard: 0 },
    ],
  });
  expect(await writeBundles(table, [])).toEqual({ written: [], lost: [] });
});

test("who loses while the others go again is left out too", async () => {
  const { table, taken } = countedTable();
  await table.write(put("a"));
  let tries = 0;
  const write: Table["write"] = async (...writes) => {
    if (++tries === 2) await table.write(put("b"));
    await table.write(...writes);
  };
  const { written, lost } = await writeBundles({ ...table, write }, [
    bundle("a", "a"),
    bundle("b", "b"),
    bundle("c", "c"),
  ]);
  expect({ written, lost: lost.map(({ of }) => of) }).toEqual({ written: ["c"], lost: ["a", "b"] });
  expect(await taken("c")).toEqual(["c"]);
});

test("a lost race of which nobody says whose it was is tried again, and any other failure is the caller's", async () => {
  const { table } = countedTable();
  const failing = (error: Error): Table => {
    let failed = false;
    const write: Table["write"] = async (...writes) => {
      if (!failed) {
        failed = true;
        throw error;
      }
      await table.write(...writes);
    };
    return { ...table, write };
  };
  const retried = await writeBundles(failing(new Conflict([])), [bundle("a", "a"), bundle("b", "b")]);
  expect(retried.written.toSorted()).toEqual(["a", "b"]);
  await expect(writeBundles(failing(new Error("no disk")), [bundle("c", "c")])).rejects.toThrow("no disk");
});

test("a conflict that names nobody is not tried for ever", async () => {
  const { table } = countedTable();
  const write = async (): Promise<void> => {
    throw new Conflict([]);
  };
  await expect(writeBundles({ ...table, write }, [bundle("a", "a")])).rejects.toThrow(Conflict);
});
