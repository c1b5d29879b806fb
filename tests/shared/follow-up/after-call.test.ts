import ICAL from "ical.js";
import { expect, test } from "vitest";
import { completeCall } from "../../../shared/call/complete.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { MINUTE } from "../../../shared/durations.ts";
import { getFollowUp } from "../../../shared/follow-up/store.ts";
import { toInstant, toLocal } from "../../../shared/time.ts";
import { article, prospect, testWorld } from "../../fixtures/world.ts";
import { mailTo, send } from "../letter/agreed.ts";

test("from a call to its follow-up with the invitation, and the reminder in the hour before the next", async () => {
  const world = await testWorld({
    prospects: [prospect("rui", { timeZone: "Pacific/Auckland", country: "NZ", phone: "+6421000000" })],
    articles: [article("depots")],
  });
  await openCallByHand(world.app, "rui", "Met at the fair");
  const saved = await completeCall(world.app, {
    prospectId: "rui",
    number: 1,
    version: 1,
    repId: "ana",
    disposition: "connected",
    notes: "Careful with the boss.",
    nextStep: { kind: "demo", date: "2026-12-03", time: "10:00" },
    promises: [{ text: "the figures of three depots", due: "2026-11-30" }],
  });
  expect(saved).toMatchObject({ followUp: { number: 1, attempt: 1 }, nextNumber: 2 });
  const draft = (await getFollowUp(world.app.table, "rui", 1, 1))!;
  expect(await send(world, { subject: draft.subject, text: draft.text })).toEqual({ outcome: "sent" });
  const [letter] = mailTo(world);
  expect(letter?.text).toContain("The demo is on Thu 3 Dec 2026 at 10:00 (Auckland time).");
  expect(letter?.text).toContain("- the figures of three depots, by Mon 30 Nov 2026");
  expect(letter?.text).not.toContain("boss");
  const calendar = new ICAL.Component(ICAL.parse(letter?.attachments?.[0]?.content ?? ""));
  const start = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined).startDate.toJSDate().getTime();
  expect(toLocal("Pacific/Auckland", start)).toMatchObject({ date: "2026-12-03", time: "10:00" });

  const demo = toInstant("Pacific/Auckland", "2026-12-03", "10:00")!;
  await world.pass(demo);
  expect(
    mailTo(world)
      .map(({ at, subject }) => [at, subject])
      .slice(1),
  ).toEqual([[demo - 45 * MINUTE, "Our demo at 10:00 (Auckland time)"]]);
  expect(world.failures).toEqual([]);
});
