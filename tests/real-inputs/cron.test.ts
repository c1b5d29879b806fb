import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { nextFiring } from "../../shared/local/cron.ts";
import { weekdayOf } from "../../shared/time.ts";

const Instants = z.array(
  z.object({ zone: z.string(), local: z.string(), utc: z.string(), kind: z.enum(["gap", "overlap"]).optional() }),
);
const instants = Instants.parse(JSON.parse(readFileSync("../shared/data/time-zones/golden-2026-11.json", "utf8")));
const HALF_YEAR = 183 * 86_400_000;

/** The same wall time as a one-time schedule, by the date, and by the weekday of that month. */
function expressionsOf(local: string): string[] {
  const [date = "", time = ""] = local.split("T");
  const [year, month, day] = date.split("-").map(Number);
  const [hour, minute] = time.split(":").map(Number);
  const nth = `${weekdayOf(date).slice(0, 3).toUpperCase()}#${Math.ceil(day! / 7)}`;
  return [
    `at(${local})`,
    `cron(${minute} ${hour} ${day} ${month} ? ${year})`,
    `cron(${minute} ${hour} ? ${month} ${nth} ${year})`,
  ];
}

test.each(instants.map((instant) => [instant.zone, instant.local, instant] as const))(
  "a schedule in %s for %s fires at the right instant, once, or never if that time is skipped",
  (zone, local, { utc, kind }) => {
    const right = Date.parse(utc);
    for (const expression of expressionsOf(local)) {
      const first = nextFiring(expression, zone, right - HALF_YEAR);
      expect(first).toBe(kind === "gap" ? undefined : right);
      if (first !== undefined) expect(nextFiring(expression, zone, first)).toBeUndefined();
    }
  },
);
