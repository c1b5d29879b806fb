import { expect, test } from "vitest";
import type { Feedback } from "../../../shared/feedback/feedback.ts";
import { recordFeedback } from "../../../shared/feedback/record.ts";
import { SesEvent } from "../../../shared/feedback/ses-event.ts";
import { lettersOf } from "../../../shared/letter/store.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { getCounts } from "../../../shared/sending/store.ts";
import { MONDAY, mustProspect } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { send, withDraft } from "../letter/agreed.ts";
import { mailerThat, suppressedFor } from "../touch/afternoon.ts";

const ABOUT = {
  prospectId: "rui",
  letter: "follow-up-1-1",
  messageId: "m1",
  recipient: "rui@customer.example",
  sentAt: MONDAY,
  at: MONDAY + 60_000,
} as const;
const BOUNCED: Feedback = { ...ABOUT, kind: "bounced", bounce: "permanent", why: "550 nobody here" };

/** The follow-up was handed over, and the answer got lost. */
async function handedOver(): Promise<TestWorld> {
  const world = await withDraft({ mailer: mailerThat(() => ({ outcome: "unknown", reason: "connection reset" })) });
  await send(world);
  return world;
}
const letter = async (world: TestWorld) => (await lettersOf(world.app.table, "rui"))[0];

test("a letter of which nobody knew is sent once the provider has delivered it", async () => {
  const world = await handedOver();
  await recordFeedback(world.app, [
    { ...ABOUT, kind: "delivered" },
    { ...ABOUT, kind: "sent" },
  ]);
  expect(await letter(world)).toMatchObject({ outcome: "sent", messageId: "m1", at: MONDAY });
  expect((await letter(world))?.reason).toBeUndefined();
});

test("one that the provider gave up is refused, and the rep can read why", async () => {
  const world = await handedOver();
  for (const _ of ["told", "told again"])
    await recordFeedback(world.app, [{ ...ABOUT, kind: "rejected", why: "Bad content" }]);
  expect(await letter(world)).toMatchObject({ outcome: "refused", reason: "Bad content" });
  expect((await notesOf(world.app.table, "rui")).map(({ text }) => text)).toEqual([
    "“Thank you for the call. Next: meeting on Thu 3 Dec 2026” did not go out: Bad content",
  ]);
});

test("a bounce of a letter takes the address out and counts against us, once", async () => {
  const world = await handedOver();
  await recordFeedback(world.app, [BOUNCED, BOUNCED]);
  expect(await suppressedFor(world, "rui@customer.example")).toBe("bounced");
  expect((await mustProspect(world, "rui")).standing).toEqual({ state: "ended", reason: "bounced" });
  expect(await letter(world)).toMatchObject({ outcome: "sent" });
  expect(await getCounts(world.app.table, MONDAY)).toMatchObject({ sent: 1, bounced: 1 });
});

test("who complains of a letter is never mailed again", async () => {
  const world = await handedOver();
  await recordFeedback(world.app, [{ ...ABOUT, kind: "complained" }]);
  expect(await suppressedFor(world, "rui@customer.example")).toBe("complained");
  expect(await send(world)).toMatchObject({ outcome: "already-sent" });
});

test("opens and clicks of a letter are nobody's concern", async () => {
  const world = await handedOver();
  const hit = { automated: false, link: "https://northgate.example/blog/depots" };
  await recordFeedback(world.app, [
    { ...ABOUT, kind: "opened", ...hit },
    { ...ABOUT, kind: "clicked", ...hit },
  ]);
  expect(world.queues.signals.receive(10)).toEqual([]);
});

test("what is told of a letter nobody knows changes nothing", async () => {
  const world = await withDraft();
  await recordFeedback(world.app, [
    { ...ABOUT, kind: "delivered" },
    { ...ABOUT, kind: "rejected", why: "x" },
  ]);
  expect(await letter(world)).toBeUndefined();
});

test("SES tells of a letter by its tags", () => {
  const event = (tags: object) => ({
    source: "aws.ses",
    detail: {
      eventType: "Delivery",
      mail: { timestamp: "2026-11-23T09:00:00Z", messageId: "m1", destination: ["rui@customer.example"], tags },
      delivery: { timestamp: "2026-11-23T09:01:00Z" },
    },
  });
  expect(SesEvent.parse(event({ prospect: ["rui"], letter: ["follow-up-1-1"] }))).toEqual({
    ...ABOUT,
    kind: "delivered",
  });
  expect(SesEvent.parse(event({ prospect: ["rui"] }))).toBeUndefined();
});
