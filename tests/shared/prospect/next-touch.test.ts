import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import type { Calls } from "../../../shared/call/call.ts";
import { noCalls } from "../../../shared/call/store.ts";
import { nextTouchOf } from "../../../shared/prospect/next-touch.ts";
import type { Outlook } from "../../../shared/prospect/next-touch.ts";
import type { Standing } from "../../../shared/prospect/prospect.ts";
import { addDays, toLocal, zoneNames } from "../../../shared/time.ts";
import { MONDAY, article, caseStudy, prospect } from "../../fixtures/world.ts";

const outlook = (changes: Partial<Outlook> = {}): Outlook => ({
  prospect: prospect("rui"),
  started: true,
  cadence: defaultCadence,
  calls: noCalls("rui"),
  openCall: undefined,
  library: [article("rounds")],
  repIds: new Set(["ana"]),
  suppressed: false,
  sendingPause: undefined,
  hasSchedule: () => true,
  now: MONDAY,
  ...changes,
});
const next = (changes: Partial<Outlook> = {}) => nextTouchOf(outlook(changes));
const WEDNESDAY = Date.parse("2026-11-25T15:00Z");

describe("what comes next for a prospect", () => {
  test("the email of the next slot on their own clock", () => {
    expect(next()).toEqual({ kind: "email", at: WEDNESDAY });
    const tokyo = prospect("rui", { timeZone: "Asia/Tokyo" });
    expect(next({ prospect: tokyo })).toEqual({ kind: "email", at: Date.parse("2026-11-25T06:00Z") });
  });

  test("caps and the long rhythm only delay", () => {
    const capped = prospect("rui", { recentTouches: ["2026-11-19", "2026-11-20"] });
    expect(next({ prospect: capped })).toEqual({ kind: "email", at: Date.parse("2026-11-26T15:00Z") });
    const quiet = prospect("rui", { rhythm: "long", recentTouches: ["2026-11-19"] });
    expect(next({ prospect: quiet })).toEqual({ kind: "email", at: Date.parse("2026-12-17T15:00Z") });
  });

  test("a post that is out in three weeks is something to come", () => {
    const library = [article("rounds", { publishedOn: "2026-12-10" })];
    expect(next({ library })).toEqual({ kind: "email", at: Date.parse("2026-12-10T15:00Z") });
  });

  test.each([
    [
      "opted out",
      { prospect: prospect("rui", { standing: { state: "ended", reason: "opted out" } }) },
      "they opted out",
    ],
    ["on the do-not-mail list", { suppressed: true }, "do-not-mail list"],
    ["without a rep", { prospect: prospect("rui", { repId: undefined }) }, "they have no rep"],
    ["while the cadence is paused", { cadence: { ...defaultCadence, paused: true } }, "cadence Midweek is paused"],
    ["while sending is paused", { sendingPause: "too many bounces" }, "too many bounces"],
    ["before Settings", { started: false, cadence: undefined }, "Settings are not filled in"],
    [
      "not to be called, with nothing left",
      { library: [], prospect: prospect("rui", { doNotCall: true }) },
      "must not be called",
    ],
  ] satisfies [string, Partial<Outlook>, string][])("nothing, by name: %s", (_, changes, why) => {
    expect(next(changes)).toEqual({ kind: "none", why: expect.stringContaining(why) });
  });

  test("the paused come back on their day", () => {
    const paused = prospect("rui", { standing: { state: "paused", until: "2027-01-08", reason: "own wish" } });
    expect(next({ prospect: paused })).toEqual({ kind: "back", on: "2027-01-08", why: "own wish" });
  });

  test("a used-up library asks for something by hand, and after that again in four weeks", () => {
    expect(next({ library: [] })).toMatchObject({ kind: "dropped", repair: "share" });
    const calls: Calls = { ...noCalls("rui"), last: 1, sharedAt: MONDAY };
    expect(next({ library: [], calls })).toMatchObject({ kind: "back", on: "2026-12-21" });
  });

  test.each([
    ["a lock on a call that is not there", { calls: { ...noCalls("rui"), last: 2, open: 2 } }, "unlock"],
    ["a zone that no schedule wakes", { hasSchedule: () => false }, "schedule"],
    ["a cadence that is gone", { cadence: undefined }, undefined],
    ["a zone that is none", { prospect: prospect("rui", { timeZone: "Mars/Base" }) }, undefined],
  ] satisfies [string, Partial<Outlook>, string | undefined][])("dropped: %s", (_, changes, repair) => {
    expect(next(changes)).toEqual({ kind: "dropped", why: expect.any(String), ...(repair && { repair }) });
  });
});

const dates = fc.integer({ min: 1, max: 40 }).map((days) => addDays("2026-11-23", -days));
const standings: fc.Arbitrary<Standing> = fc.oneof(
  fc.constant<Standing>({ state: "active" }),
  fc
    .constantFrom("opted out", "bounced", "customer", "not interested", "erased")
    .map((reason): Standing => ({ state: "ended", reason })),
  fc.constant<Standing>({ state: "paused", until: "2027-02-01", reason: "own wish" }),
);

test("whoever they are and whatever they had: never dropped while the library has something for them and a schedule wakes their zone", () => {
  const cases = fc.record({
    standing: standings,
    timeZone: fc.constantFrom(...zoneNames()),
    recentTouches: fc.uniqueArray(dates, { maxLength: 12 }).map((all) => all.toSorted()),
    rhythm: fc.constantFrom("normal" as const, "long" as const),
    atMostWeekly: fc.boolean(),
    sector: fc.constantFrom("food" as const, "retail" as const, undefined),
    suppressed: fc.boolean(),
    hours: fc.integer({ min: 0, max: 24 * 400 }),
  });
  fc.assert(
    fc.property(cases, ({ suppressed, hours, ...profile }) => {
      const now = MONDAY + hours * 3_600_000;
      const found = next({
        prospect: prospect("rui", profile),
        suppressed,
        now,
        library: [caseStudy("own"), article("post")],
      });
      expect(found.kind).not.toBe("dropped");
      if (found.kind !== "email") return;
      expect(found.at).toBeGreaterThan(now);
      const { time, weekday } = toLocal(profile.timeZone, found.at);
      expect([time, weekday === "wednesday" || weekday === "thursday"]).toEqual(["15:00", true]);
    }),
  );
});
