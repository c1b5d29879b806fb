import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import type { Cadence } from "../../../shared/cadence/cadence.ts";
import { PROMISED, mistakesIn, remarksOn } from "../../../shared/cadence/rules.ts";

const cadence = (changes: Partial<Cadence>): Cadence => ({ ...defaultCadence, ...changes });
const at = (time: string, weekday: "wednesday" | "thursday" = "wednesday") =>
  ({ weekday, time, kind: "blog-post" }) as const;

describe("what keeps a cadence from being saved", () => {
  test("the one that companies begin with may be saved, and there is nothing to remark on it", () => {
    expect(mistakesIn(defaultCadence)).toEqual({});
    expect(remarksOn(defaultCadence)).toEqual([]);
  });

  test.each([
    [{ name: " " }, "name", "Give it a name."],
    [{ slots: [] }, "slots.0.weekday", "at least one slot"],
    [{ slots: [at("12:59")] }, "slots.0.time", "promises"],
    [{ slots: [at("17:00")] }, "slots.0.time", "between 13:00 and 17:00"],
    [{ slots: [at("half past")] }, "slots.0.time", "a time like 15:00"],
    [{ slots: [at("16:50")] }, "slots.0.time", "at least 15 minutes"],
    [{ window: { from: "14:00", to: "16:00" }, slots: [at("13:30")] }, "slots.0.time", "outside the send window"],
    [{ slots: [at("14:00"), at("15:00")] }, "slots.1.weekday", "two emails on one date"],
    [{ window: { from: "09:00", to: "17:00" } }, "window.from", "promises"],
    [{ window: { from: "13:00", to: "17:30" } }, "window.to", "promises"],
    [{ window: { from: "15:00", to: "15:00" } }, "window.to", "must end after it begins"],
    [{ caps: { per7Days: 0, per30Days: 10 } }, "caps.per7Days", "from 1 to 7"],
    [{ caps: { per7Days: 2, per30Days: 1.5 } }, "caps.per30Days", "from 1 to 30"],
    [{ quietAfter: Number.NaN }, "quietAfter", "from 1 to 100"],
    [{ longRhythmDays: 6 }, "longRhythmDays", "from 7 to 365"],
  ])("%j is refused at %s", (changes, place, says) => {
    const found = mistakesIn(cadence(changes));
    expect(found[place]).toContain(says);
    expect(Object.keys(found)).toEqual([place]);
  });

  test("a day other than Wednesday and Thursday is refused, and so is a fifth slot", () => {
    const slot = { weekday: "monday", time: "15:00", kind: "blog-post" };
    expect(mistakesIn({ ...defaultCadence, slots: [slot] })["slots.0.weekday"]).toBe("Choose Wednesday or Thursday.");
    const five = Array.from({ length: 5 }, () => slot);
    expect(mistakesIn({ ...defaultCadence, slots: five })["slots.4.weekday"]).toContain("at most four");
  });

  test("whatever times are asked for, none outside what Midweek promises is ever let through", () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
    fc.assert(
      fc.property(time, time, time, (from, to, slot) => {
        const asked = cadence({ window: { from, to }, slots: [at(slot)] });
        if (Object.keys(mistakesIn(asked)).length > 0) return;
        expect(PROMISED.from <= from && from <= slot && slot < to && to <= PROMISED.to).toBe(true);
      }),
    );
  });
});

describe("what is allowed and said", () => {
  test.each([
    [{ caps: { per7Days: 1, per30Days: 10 } }, "There are 2 slots a week, but at most 1 in 7 days may go out"],
    [{ caps: { per7Days: 2, per30Days: 6 } }, "up to 10 times in 30 days, but at most 6"],
    [{ slots: [at("16:15")] }, "Wednesday 16:15 leaves 45 minutes"],
    [
      { sectorRules: { neutralCaseStudy: false, blogPostInstead: false } },
      "On Thursday whoever has no case study of their sector left gets nothing.",
    ],
  ])("%j", (changes, says) => {
    expect(mistakesIn(cadence(changes))).toEqual({});
    expect(remarksOn(cadence(changes)).join("\n")).toContain(says);
  });
});
