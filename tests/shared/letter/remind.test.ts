import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "../../../shared/durations.ts";
import { remindProspect } from "../../../shared/letter/remind.ts";
import { reminderAt, scheduleReminder } from "../../../shared/letter/schedule-reminder.ts";
import { lettersOf } from "../../../shared/letter/store.ts";
import { pauseSending } from "../../../shared/sending/pause.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { suppress } from "../../../shared/suppression/suppress.ts";
import { toInstant } from "../../../shared/time.ts";
import { MONDAY, mustProspect } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { mailerThat } from "../touch/afternoon.ts";
import { MEETING_AT, afterTheCall, agreed, closeCall, mailTo, moveCall } from "./agreed.ts";

const order = { prospectId: "rui", number: 2, dueAt: MEETING_AT };
const scheduled = (world: TestWorld) => world.app.scheduler.list("remind.");
const notes = async (world: TestWorld) => (await notesOf(world.app.table, "rui")).map(({ text }) => text);

/** The meeting was agreed, and the reminder is on its way. */
async function agreedOn(parts: Parameters<typeof afterTheCall>[0] = {}): Promise<TestWorld> {
  const world = await afterTheCall(parts);
  await scheduleReminder(world.app, { ...agreed, ...parts?.call });
  return world;
}

describe("in the hour before a call", () => {
  test("the prospect hears of it once: when, with whom, where, about what, and how to move it", async () => {
    const world = await agreedOn();
    await world.pass(MEETING_AT - 46 * MINUTE);
    expect(mailTo(world)).toEqual([]);
    await world.pass(MEETING_AT + HOUR);
    expect(mailTo(world)).toHaveLength(1);
    const [email] = mailTo(world);
    expect(email).toMatchObject({
      at: MEETING_AT - 45 * MINUTE,
      subject: "Our meeting at 10:00 (Lisbon time)",
      from: { name: "Ana Sousa" },
      replyTo: "ana@northgate.example",
      tags: { prospect: "rui", letter: "reminder-2-202612031000" },
    });
    for (const said of [
      "Meeting with Ana Sousa, 30 minutes",
      "Thu 3 Dec 2026, 10:00 in Lisbon",
      "To join, or to move it:\nhttps://meet.northgate.example/ana",
      "1. Where things stand on your side",
      "2. Something new that may be of use: About depots",
      "3. What comes next, and by when",
      "reply to this email, and we move it",
    ])
      expect(email?.text.replaceAll(/\n+/g, "\n")).toContain(said);
    expect(email?.html).not.toMatch(/<img|\/c\/|\/o\//);
    expect(await scheduled(world)).toEqual([]);
    expect(world.failures).toEqual([]);
    expect(await mustProspect(world, "rui")).toMatchObject({ touchCount: 0, unanswered: 0 });
  });

  test("a prospect far away reads the time of their own clock, and the number they are called at", async () => {
    const call = { ...agreed, step: { kind: "call", date: "2026-12-03", time: "10:00" } } as const;
    const world = await agreedOn({ rui: { timeZone: "Pacific/Auckland" }, call });
    await world.pass(MEETING_AT);
    expect(mailTo(world)[0]?.subject).toBe("Our call at 23:00 (Auckland time)");
    expect(mailTo(world)[0]?.text).toContain("Thu 3 Dec 2026, 23:00 in Auckland");
    expect(mailTo(world)[0]?.text).toContain("I call you at +351912345678. You reach me at +351210000000.");
  });

  test("a call moved to Thursday reminds on Thursday only", async () => {
    const world = await agreedOn();
    const thursday = toInstant("Europe/Lisbon", "2026-12-10", "16:00")!;
    await scheduleReminder(world.app, await moveCall(world, "2026-12-10", "16:00"));
    await world.pass(thursday);
    expect(mailTo(world).map(({ at }) => at)).toEqual([thursday - 45 * MINUTE]);
    expect(await scheduled(world)).toEqual([]);
  });

  test("even where the old schedule fires all the same", async () => {
    const world = await afterTheCall();
    const moved = await moveCall(world, "2026-12-03", "10:15");
    world.clock.standAt(MEETING_AT - 45 * MINUTE);
    await remindProspect(world.app, order);
    expect(mailTo(world)).toEqual([]);
    await remindProspect(world.app, { ...order, dueAt: moved.dueAt });
    expect(mailTo(world)).toHaveLength(1);
  });

  test("of a call that is off, nobody hears", async () => {
    const world = await agreedOn();
    await closeCall(world);
    await scheduleReminder(world.app, { ...agreed, state: "closed" });
    expect(await scheduled(world)).toEqual([]);
    world.clock.standAt(MEETING_AT - 45 * MINUTE);
    await remindProspect(world.app, order);
    expect(mailTo(world)).toEqual([]);
  });

  test("an order that comes three times writes once", async () => {
    const world = await afterTheCall();
    world.clock.standAt(MEETING_AT - 45 * MINUTE);
    await Promise.all([remindProspect(world.app, order), remindProspect(world.app, order)]);
    await remindProspect(world.app, order);
    expect(mailTo(world)).toHaveLength(1);
  });

  test("who unsubscribed hears nothing, and the rep can read why", async () => {
    const world = await agreedOn();
    await suppress(world.app, "rui", "opted out");
    await world.pass(MEETING_AT);
    expect(mailTo(world)).toEqual([]);
    expect(await notes(world)).toContain(
      "No reminder went out before the call of Thu 3 Dec 2026, 10:00 in Lisbon: No email may go to them: opted out",
    );
  });

  test("while all sending is paused nothing goes out either", async () => {
    const world = await agreedOn();
    await pauseSending(world.app, { cause: "by hand", says: "Sending is paused by hand." });
    await world.pass(MEETING_AT);
    expect(mailTo(world)).toEqual([]);
    expect((await notes(world)).join()).toContain("Sending is paused by hand");
  });

  test("a mailer that takes nothing for a minute is asked again", async () => {
    let tries = 0;
    const mailer = mailerThat(() =>
      ++tries < 3 ? { outcome: "throttled", reason: "slow down" } : { outcome: "accepted", messageId: "m1" },
    );
    const world = await agreedOn({ mailer });
    await world.pass(MEETING_AT);
    expect(await lettersOf(world.app.table, "rui")).toMatchObject([
      { kind: "reminder", outcome: "sent", messageId: "m1" },
    ]);
    expect(mailer.given).toHaveLength(3);
  });
});

describe("the order comes", () => {
  test.each([
    [61, 0],
    [60, 1],
    [15, 1],
    [13, 0],
  ])("%i minutes before the call: %i emails", async (minutes, emails) => {
    const world = await afterTheCall();
    world.clock.standAt(MEETING_AT - minutes * MINUTE - (minutes > 60 ? 1 : 0));
    await remindProspect(world.app, order);
    expect(mailTo(world)).toHaveLength(emails);
  });

  test("too late: nothing goes out, and a note says so once", async () => {
    const world = await afterTheCall();
    world.clock.standAt(MEETING_AT + 5 * MINUTE);
    await remindProspect(world.app, order);
    await remindProspect(world.app, order);
    expect(mailTo(world)).toEqual([]);
    expect(await notes(world)).toEqual([
      "No reminder went out before the call of Thu 3 Dec 2026, 10:00 in Lisbon: it was too late for one",
    ]);
  });
});

describe("when the reminder is due", () => {
  test("45 minutes before; at once where that is over; not at all in the last quarter of an hour", () => {
    expect(reminderAt(MEETING_AT, MONDAY)).toBe(MEETING_AT - 45 * MINUTE);
    expect(reminderAt(MEETING_AT, MEETING_AT - 30 * MINUTE)).toBe(MEETING_AT - 29 * MINUTE);
    expect(reminderAt(MEETING_AT, MEETING_AT - 14 * MINUTE)).toBeUndefined();
    expect(reminderAt(MEETING_AT, MEETING_AT + HOUR)).toBeUndefined();
  });

  test("always a full minute that lies ahead, within the hour and before its last quarter", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2 * HOUR, max: 30 * HOUR }),
        fc.integer({ min: 0, max: 59_999 }),
        (ahead, part) => {
          const dueAt = MEETING_AT + part;
          const now = dueAt - ahead;
          const at = reminderAt(dueAt, now);
          if (at === undefined) return ahead < 16.5 * MINUTE;
          return at % MINUTE === 0 && at > now && dueAt - at <= HOUR && dueAt - at >= 15 * MINUTE;
        },
      ),
    );
  });

  test.each([
    ["the practice put on a date", { step: undefined }],
    ["has no time of the clock", { step: { kind: "meeting", date: "2026-12-03" } as const }],
    ["was put off by the rep alone", { dueAt: MEETING_AT + 24 * HOUR }],
    ["is about material", { step: { kind: "send material", date: "2026-12-03", time: "10:00" } as const }],
  ])("never for a call that %s", async (_, call) => {
    const world = await agreedOn({ call });
    expect(await scheduled(world)).toEqual([]);
  });
});
