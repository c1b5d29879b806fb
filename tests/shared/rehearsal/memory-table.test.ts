import { expect, test } from "vitest";
import { memoryTable } from "../../../shared/rehearsal/memory-table.ts";
import { byBytes } from "../../../shared/rehearsal/ordered.ts";
import { tableContract } from "../../contract/table.ts";
import { MONDAY } from "../../fixtures/world.ts";

tableContract("in memory", async () => {
  let at = MONDAY;
  const now = (): number => at;
  return { table: memoryTable(now), clock: { now, advance: async (ms) => void (at += ms) } };
});

test("names come in the order of their bytes, characters beyond the first plane last", () => {
  const names = ["\u{1f680}", "\uffee", "é", "a", "ab", ""];
  const bytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));
  expect(names.toSorted(byBytes)).toEqual(names.toSorted(bytes));
});
