/** Rui, who has a meeting with Ana on Thursday 3 December at 10:00, writes the Monday before. */
import { beforeEach, describe, expect, test } from "vitest";
import { completeCall } from "../../../shared/call/complete.ts";
import { getCall } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { scheduleReminder } from "../../../shared/letter/schedule-reminder.ts";
import { holdsMail } from "../../../shared/call/call.ts";
import { toInstant } from "../../../shared/time.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { MEETING_AT, afterTheCall, agreed, mailTo } from "./agreed.ts";

const MONDAY = toInstant("Europe/Lisbon", "2026-11-30", "16:00")!;
const reply = { id: "r1", prospectId: "rui", kind: "reply", at: MONDAY, text: "See you on Thursday" } as const;
let world: TestWorld;
const task = async () => (await getCall(world.app.table, "rui", 2))!;
const unanswered = async () => {
  const { version } = await task();
  await completeCall(world.app, {
    prospectId: "rui",
    number: 2,
    version,
    repId: "ana",
    disposition: "no answer",
    notes: "",
  });
};

beforeEach(async () => {
  world = await afterTheCall();
  await scheduleReminder(world.app, agreed);
  await world.pass(MONDAY);
  await recordEngagement(world.app, [reply]);
});

describe("who writes before a meeting", () => {
  test("is called at once, and reminded of the meeting all the same", async () => {
    expect(await task()).toMatchObject({ lane: "hot", dueAt: MONDAY });
    await world.pass(MEETING_AT);
    expect(mailTo(world).filter(({ tags }) => tags["letter"] === "reminder-2-202612031000")).toMatchObject([
      { at: MEETING_AT - 45 * 60_000, subject: "Our meeting at 10:00 (Lisbon time)" },
    ]);
  });

  test("and is not reached then is called at the time of the meeting at the latest, and reminded of it", async () => {
    await unanswered();
    await world.pass(toInstant("Europe/Lisbon", "2026-12-02", "16:00")!);
    await unanswered();
    expect((await task()).dueAt).toBe(MEETING_AT);
    await world.pass(MEETING_AT);
    expect(mailTo(world).map(({ tags }) => tags["letter"])).toContain("reminder-2-202612031000");
  });

  test("and is tried that very morning still has the meeting; afterwards it is booked no more", async () => {
    world.clock.standAt(toInstant("Europe/Lisbon", "2026-12-03", "09:10")!);
    await unanswered();
    expect(await task()).toMatchObject({ dueAt: MEETING_AT, step: { kind: "meeting" } });
    world.clock.standAt(MEETING_AT);
    await unanswered();
    const after = await task();
    expect(after.step).toBeUndefined();
    expect(holdsMail({ ...after, lane: "agreed" })).toBeUndefined();
  });
});
