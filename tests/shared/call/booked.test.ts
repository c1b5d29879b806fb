import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bookedOn } from "../../../shared/call/booked.ts";
import { callsOf } from "../../../shared/call/store.ts";
import { dayInWords } from "../../../shared/engagement/words.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { addDays } from "../../../shared/time.ts";
import { rising, signal, smallWorld } from "../engagement/small-world.ts";

test.each([
  ["Booked for 2026-12-03, 10:00", "2026-12-03"],
  ["3 December at ten", "2026-12-03"],
  ["Thursday, the 3rd of December 2026", "2026-12-03"],
  ["Dec 3, 2026 at 10am", "2026-12-03"],
  ["December 3", "2026-12-03"],
  ["4 Jan, 9:30", "2027-01-04"],
  ["Tuesday at ten", undefined],
  ["03/12 or 12/03", undefined],
  ["31 February", undefined],
  ["1 June 2020", undefined],
  ["", undefined],
  [undefined, undefined],
])("%j is on %s", (text, date) => {
  expect(bookedOn(text, "2026-11-25")).toBe(date);
});

test("any date to come that is said in words is found", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), (days) => {
      const date = addDays("2026-11-25", days);
      expect(bookedOn(`See you on ${dayInWords(date)} at noon`, "2026-11-25")).toBe(date);
    }),
  );
});

test("the call after a booking prepares the meeting, whatever the task was for before", async () => {
  const booking = (id: string, at: number) => signal(id, 9, { kind: "booking", text: "Meet on 2026-12-03", at });
  const fresh = await smallWorld();
  await recordEngagement(fresh.app, [booking("b1", fresh.clock.now)]);
  const open = await smallWorld();
  await recordEngagement(open.app, rising());
  await recordEngagement(open.app, [booking("b1", open.clock.now)]);
  for (const { app } of [fresh, open]) {
    const [call] = await callsOf(app.table, "p1");
    expect(call).toMatchObject({ number: 1, lane: "hot" });
    expect(call?.brief.prepare).toContain("3 Dec 2026");
    expect(call?.brief.nextStepToAskFor).toMatch(/^An agenda for the meeting they booked for 3 Dec 2026/);
    expect(call?.brief.questions[0]).toMatch(/when the meeting is over/);
    expect(call?.brief.voicemail.text).toContain("Thank you for booking a meeting for 3 Dec 2026");
  }
});
