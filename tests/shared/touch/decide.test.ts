import { describe, expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { afterTouch, decide, slotRules, windowOpen } from "../../../shared/touch/decide.ts";
import { article, prospect } from "../../fixtures/world.ts";

const cadence = { ...defaultCadence, caps: { per7Days: 2, per30Days: 8 } };
const rules = slotRules({ date: "2026-11-26", slotKind: "blog-post" }, cadence, [article("rounds")]);
const decided = (changes: Partial<Prospect>) =>
  decide(rules, prospect("rui", changes), { suppressed: false, clickedTopics: {} });

describe("who gets an email in a slot", () => {
  test("two in seven days, and the third waits", () => {
    expect(decided({ recentTouches: ["2026-11-25"] })).toHaveProperty("send");
    expect(decided({ recentTouches: ["2026-11-24", "2026-11-25"] })).toEqual({ skip: "cap-7-days" });
    expect(decided({ recentTouches: ["2026-11-19", "2026-11-25"] })).toHaveProperty("send");
  });

  test("eight in thirty days, and the ninth waits", () => {
    const eight = [
      "2026-10-28",
      "2026-10-29",
      "2026-11-04",
      "2026-11-05",
      "2026-11-11",
      "2026-11-12",
      "2026-11-18",
      "2026-11-25",
    ];
    expect(decided({ recentTouches: eight })).toEqual({ skip: "cap-30-days" });
    expect(decided({ recentTouches: ["2026-10-27", ...eight.slice(1)] })).toHaveProperty("send");
  });

  test("who asked for at most one a week gets one a week", () => {
    expect(decided({ atMostWeekly: true, recentTouches: ["2026-11-25"] })).toEqual({ skip: "at-most-weekly" });
    expect(decided({ atMostWeekly: true, recentTouches: ["2026-11-19"] })).toHaveProperty("send");
  });

  test("the paused and the ended get none", () => {
    expect(decided({ standing: { state: "paused", until: "2027-01-01", reason: "asked" } })).toEqual({
      skip: "paused",
    });
    expect(decided({ standing: { state: "ended", reason: "opted out" } })).toEqual({ skip: "ended" });
  });

  test("nobody writes without a rep's name", () => {
    expect(decided({ repId: undefined })).toEqual({ skip: "no-rep" });
  });

  test("after twelve emails without a sign of life the long rhythm begins, one in 28 days", () => {
    const quiet = prospect("rui", { unanswered: 11, touchCount: 11 });
    expect(afterTouch(rules, quiet, article("rounds"))).toMatchObject({
      rhythm: "long",
      unanswered: 12,
      touchCount: 12,
    });
    expect(decided({ rhythm: "long", recentTouches: ["2026-11-04"] })).toEqual({ skip: "long-rhythm" });
    expect(decided({ rhythm: "long", recentTouches: ["2026-10-29"] })).toHaveProperty("send");
  });
});

test("the window is the prospect's own afternoon and closes on the minute", () => {
  const batch = { date: "2026-11-25", timeZone: "Asia/Kathmandu" };
  const open = (at: string) => windowOpen(defaultCadence, batch, Date.parse(at));
  expect(open("2026-11-25T13:00+05:45")).toBe(true);
  expect(open("2026-11-25T12:59+05:45")).toBe(false);
  expect(open("2026-11-25T16:59+05:45")).toBe(true);
  expect(open("2026-11-25T17:00+05:45")).toBe(false);
  expect(open("2026-11-26T15:00+05:45")).toBe(false);
});
