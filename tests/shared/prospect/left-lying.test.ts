import { describe, expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { nextTouchOf } from "../../../shared/prospect/next-touch.ts";
import type { Outlook } from "../../../shared/prospect/next-touch.ts";
import { DAY } from "../../../shared/time.ts";
import { noCalls } from "../../../shared/call/store.ts";
import { MONDAY, article, prospect } from "../../fixtures/world.ts";
import { agreed } from "../letter/agreed.ts";

const overdue = (days: number, changes: Partial<Outlook> = {}): Outlook => ({
  prospect: prospect("rui"),
  started: true,
  cadence: defaultCadence,
  calls: { ...noCalls("rui"), open: 2, last: 2 },
  openCall: { ...agreed, dueAt: MONDAY - days * DAY },
  library: [article("rounds")],
  repIds: new Set(["ana"]),
  suppressed: false,
  sendingPause: undefined,
  hasSchedule: () => true,
  now: MONDAY,
  ...changes,
});

describe("a call that nobody makes", () => {
  test("is what comes next for a week after it was due", () => {
    expect(nextTouchOf(overdue(7))).toEqual({ kind: "call", at: MONDAY - 7 * DAY });
  });

  test("then the next email is", () => {
    expect(nextTouchOf(overdue(8))).toEqual({ kind: "email", at: Date.parse("2026-11-25T15:00Z") });
  });

  test.each([
    ["the library is used up", { library: [] }],
    ["they get no email", { prospect: prospect("rui", { standing: { state: "ended", reason: "opted out" } }) }],
    ["they have no rep", { prospect: prospect("rui", { repId: undefined }) }],
  ] satisfies [string, Partial<Outlook>][])("and where %s they are dropped, as the list says", (_, changes) => {
    expect(nextTouchOf(overdue(8, changes))).toEqual({
      kind: "dropped",
      why: "call 2 is due since 15 Nov 2026, and nobody calls",
    });
  });

  test("who is paused comes back on their day", () => {
    const paused = prospect("rui", { standing: { state: "paused", until: "2027-01-08", reason: "own wish" } });
    expect(nextTouchOf(overdue(8, { prospect: paused }))).toMatchObject({ kind: "back", on: "2027-01-08" });
  });
});
