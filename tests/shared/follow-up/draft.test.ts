import { describe, expect, test } from "vitest";
import type { Attempt } from "../../../shared/call/call.ts";
import { HOUR } from "../../../shared/durations.ts";
import { checkCopy } from "../../../shared/practice/check-copy.ts";
import { MONDAY, ana, prospect } from "../../fixtures/world.ts";
import { agreed, draft, made, spoken } from "../letter/agreed.ts";

const after = (changes: Partial<Attempt>) => draft({ attempt: { ...spoken, ...changes } });

test("what was agreed stands in the email as it can go out, within the hour", () => {
  expect(draft()).toMatchObject({ state: "draft", repId: "ana", nextCall: 2, dueBy: MONDAY + HOUR });
  expect(draft().subject).toBe("Thank you for the call. Next: meeting on Thu 3 Dec 2026");
  expect(draft().text.split("\n\n")).toEqual([
    "Thank you for the call on Monday.",
    "Here is something that may be of use until then, “About depots”:\nhttps://northgate.example/blog/depots",
    "We meet on Thu 3 Dec 2026 at 10:00 (Lisbon time).",
    "From my side:\n- the figures of three depots, by Mon 30 Nov 2026",
    "If another time suits you better, pick one here:\nhttps://meet.northgate.example/ana",
  ]);
});

test("the rep's notes are the rep's own", () => {
  const { subject, text } = after({ nextStep: { ...spoken.nextStep, note: "without his boss" } });
  expect(subject + text).not.toMatch(/boss|tight/);
});

test("the time is that of the prospect's own place", () => {
  const far = prospect("rui", { timeZone: "Pacific/Auckland" });
  const { text } = draft({ prospect: far });
  expect(text).toContain("at 10:00 (Auckland time)");
  expect(text).toContain("the call on Monday");
});

test("an article they had by email is not brought again", () => {
  expect(draft({ prospect: prospect("rui", { seen: ["depots"] }) }).text).not.toContain("depots”");
});

test("what stands in the way is named with the date to look at it again", () => {
  const { text } = after({ blocker: { kind: "budget holder", reviewOn: "2027-01-08" } });
  expect(text).toContain("whoever holds the budget has to agree first. We look at it again on Fri 8 Jan 2027.");
});

test("who said no is thanked and left in peace", () => {
  const { subject, text } = after({ nextStep: { kind: "declined" }, promises: [] });
  expect(subject).toBe("Thank you for the call");
  expect(text.split("\n\n")).toEqual([
    "Thank you for the call on Monday.",
    "There is nothing you need to do. Should things change, reply to this email: it comes straight to me.",
  ]);
});

test("after a demo the thanks are for the demo, and a date without a time has none", () => {
  const { subject, text } = draft({
    call: { ...made, step: { kind: "demo", date: "2026-11-23", time: "09:00" } },
    attempt: { ...spoken, nextStep: { kind: "trial", date: "2026-12-09" } },
    nextCall: undefined,
  });
  expect(subject).toBe("Thank you for the demo. Next: trial on Wed 9 Dec 2026");
  expect(text).toContain("You try it out, and I call you about it on Wed 9 Dec 2026.");
});

describe("every draft keeps to the practice", () => {
  const kinds = ["call", "meeting", "demo", "trial", "send material"] as const;
  const blockers = ["budget holder", "approval", "funding", "other project first"] as const;
  test.each([...kinds, "declined"] as const)("%s", (kind) => {
    for (const blocked of blockers) {
      const nextStep = kind === "declined" ? { kind } : { kind, date: "2026-12-03", time: "10:00" };
      const { subject, text } = draft({
        rep: { ...ana, callingLink: undefined },
        attempt: { ...spoken, nextStep, blocker: { kind: blocked, reviewOn: "2027-01-08" } },
        nextCall: agreed,
      });
      expect(checkCopy(`${subject}\n\n${text}`)).toEqual([]);
      expect(text).not.toMatch(/undefined|\[|\]/);
      expect(subject.length).toBeLessThanOrEqual(70);
    }
  });
});
