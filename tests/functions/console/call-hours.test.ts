import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hourChoices } from "../../../functions/console/call-form-choices.ts";
import { readCallForm } from "../../../functions/console/call-form.ts";
import { isGoodHour } from "../../../shared/call/good-hours.ts";
import { DAY, HOUR, toInstant, toLocal } from "../../../shared/time.ts";
import { MONDAY } from "../../fixtures/world.ts";

const zones = fc.constantFrom(
  "Europe/Lisbon",
  "Pacific/Auckland",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "America/Santiago",
);
const moments = fc.integer({ min: MONDAY, max: MONDAY + 400 * DAY });

describe("the hours offered for a next step", () => {
  test("are good hours of the prospect's to come, in order of time apart, wherever and whenever", () => {
    fc.assert(
      fc.property(zones, zones, moments, (timeZone, zone, now) => {
        const ats = hourChoices({ timeZone }, { zone, now }).map(({ at }) => at);
        expect(ats).toHaveLength(4);
        for (const [i, at] of ats.entries()) {
          expect(isGoodHour(at, { timeZone })).toBe(true);
          expect(at - (ats[i - 1] ?? now)).toBeGreaterThan(4 * HOUR);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("mean the instant they say once the form is read", () => {
    fc.assert(
      fc.property(zones, moments, fc.nat(3), (timeZone, now, which) => {
        const hour = hourChoices({ timeZone }, { zone: timeZone, now })[which]!;
        const form = { version: "1", repId: "ana", disposition: "connected", stepKind: "call", stepAt: hour.value };
        const read = readCallForm(form, toLocal(timeZone, now).date);
        const step = "answer" in read ? read.answer.nextStep : undefined;
        expect(step).toMatchObject({ kind: "call" });
        if (step?.kind === "call") expect(toInstant(timeZone, step.date, step.time ?? "")).toBe(hour.at);
      }),
      { numRuns: 60 },
    );
  });

  test("keep the one that was chosen, though others are offered by now", () => {
    const here = { zone: "Europe/Lisbon", now: MONDAY };
    const values = hourChoices({ timeZone: "Europe/Lisbon" }, here, "2026-12-24T09:15").map(({ value }) => value);
    expect(values).toHaveLength(5);
    expect(values.at(-1)).toBe("2026-12-24T09:15");
    expect(hourChoices({ timeZone: "Europe/Lisbon" }, here, "no hour")).toHaveLength(4);
    expect(hourChoices({ timeZone: "Europe/Lisbon" }, here, "2026-13-45T99:99")).toHaveLength(4);
  });
});
