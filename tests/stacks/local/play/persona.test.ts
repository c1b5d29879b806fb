import { expect, test } from "vitest";
import { MINUTE } from "../../../../shared/time.ts";
import { actsOn } from "../../../../stacks/local/play/persona.ts";

const SLOTS = Array.from({ length: 12 }, (_, n) => `slot ${n}`);
const readers = Array.from({ length: 400 }, (_, n) => `reader${n}@customer.example`);
const historyOf = (seed: number, address: string) =>
  SLOTS.map((slot, n) => actsOn(seed, address, { slot, number: n + 1 }));

test("a reader does the same with the same email, whoever was asked before", () => {
  const forwards = readers.map((address) => historyOf(1, address));
  const backwards = readers.toReversed().map((address) => historyOf(1, address));
  expect(backwards.toReversed()).toEqual(forwards);
  expect(readers.map((address) => historyOf(2, address))).not.toEqual(forwards);
});

test("nobody clicks what they did not open, asks for a meeting without a click, or reacts before it was read", () => {
  const all = readers.flatMap((address) => historyOf(1, address));
  const kinds = new Map<string, number>();
  for (const acts of all) {
    const at = new Map(acts.map(({ kind, after }) => [kind, after]));
    for (const kind of at.keys()) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    for (const after of at.values()) expect(after).toBeGreaterThanOrEqual(2 * MINUTE);
    if (at.has("click")) expect(at.get("click")).toBeGreaterThan(at.get("open")!);
    if (at.has("meeting")) expect(at.get("meeting")).toBeGreaterThan(at.get("click")!);
  }
  for (const kind of ["open", "click", "meeting", "unsubscribe"]) expect(kinds.get(kind), kind).toBeGreaterThan(0);
  expect(kinds.get("open")).toBeGreaterThan(kinds.get("click")!);
});

test("some readers warm up: they do more with their later emails than with their first", () => {
  const clicks = (from: number, to: number) =>
    readers.flatMap((address) => historyOf(1, address).slice(from, to).flat()).filter(({ kind }) => kind === "click")
      .length;
  expect(clicks(8, 12)).toBeGreaterThan(1.5 * clicks(0, 4));
});
