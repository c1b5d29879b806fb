import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { knownZone, offsetAt, toInstant, toLocal } from "../../shared/time.ts";

const read = <Shape>(name: string, shape: z.ZodType<Shape>): Shape =>
  shape.parse(JSON.parse(readFileSync(`../shared/data/time-zones/${name}`, "utf8")));

const golden = read(
  "golden-2026-11.json",
  z.array(
    z.object({ zone: z.string(), local: z.string(), utc: z.string(), why: z.string(), kind: z.string().optional() }),
  ),
);

test("there are 97 golden instants, one of them in a gap", () => {
  expect(golden).toHaveLength(97);
  expect(golden.filter(({ kind }) => kind === "gap")).toHaveLength(1);
});

test.each(golden)("$zone $local ($why) is $utc, or skipped when the clock skips it", ({ zone, local, utc, kind }) => {
  const [date = "", time = ""] = local.split("T");
  const at = toInstant(zone, date, time.slice(0, 5));
  expect(at).toBe(kind === "gap" ? undefined : Date.parse(utc));
  if (at !== undefined) expect(toLocal(zone, at)).toMatchObject({ date, time: time.slice(0, 5) });
});

/** Stopped changing their clocks in 2026d to 2026f; the list of changes is of 2026c. */
const KEEP_SUMMER_TIME = new Set(["America/Winnipeg", "America/Inuvik", "America/Havana"]);

test("every change of offset from 2025 to 2028 comes at its second, by its amount", () => {
  const changes = read(
    "transitions-2025-2028.json",
    z.array(z.object({ zone: z.string(), utc: z.string(), off_before_min: z.number(), off_after_min: z.number() })),
  );
  expect(changes.length).toBeGreaterThan(500);
  const wrong = changes.filter(({ zone, utc, off_before_min: before, off_after_min: after }) => {
    const at = Date.parse(utc);
    return offsetAt(zone, at - 1) !== before || offsetAt(zone, at) !== after;
  });
  expect(wrong.filter(({ zone }) => !KEEP_SUMMER_TIME.has(zone))).toEqual([]);
  const since = Date.parse("2026-11-01T00:00:00Z");
  expect(wrong.filter(({ utc }) => Date.parse(utc) < since)).toEqual([]);
});

test("zones whose offset is no whole hour have the offsets the list says", () => {
  const odd = read("non-hour-offsets-2026.json", z.record(z.string(), z.array(z.number())));
  const days = Array.from({ length: 365 }, (_, day) => Date.UTC(2026, 0, 1 + day, 12));
  for (const [zone, offsets] of Object.entries(odd)) {
    expect(knownZone(zone)).toBe(zone);
    expect(new Set(days.map((at) => offsetAt(zone, at)))).toEqual(new Set(offsets));
  }
});
