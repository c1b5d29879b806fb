import { expect, test } from "vitest";
import { feedback } from "../../../functions/feedback.ts";
import { recordFeedback } from "../../../shared/feedback/record.ts";
import type { Feedback } from "../../../shared/feedback/feedback.ts";
import { putProspect } from "../../../shared/prospect/store.ts";
import { resumeSending } from "../../../shared/sending/resume.ts";
import { countSent, getCounts } from "../../../shared/sending/store.ts";
import { sendingPause } from "../../../shared/sending/watch.ts";
import { mustProspect, prospect } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { SLOT, atTheSlot } from "../touch/afternoon.ts";
import { ABOUT_RUI, BOUNCED, COMPLAINED, SENT_AT, withReserved } from "./heard.ts";

const counts = ({ app }: TestWorld) => getCounts(app.table, app.now());
const eightTimes = (one: Feedback): Feedback[] => Array.from({ length: 8 }, () => one);

test("told eight times, counted once, in one batch or in eight at the same moment", async () => {
  for (const tell of [
    (world: TestWorld) => recordFeedback(world.app, [...eightTimes(BOUNCED), ...eightTimes(COMPLAINED)]),
    (world: TestWorld) => Promise.all(eightTimes(BOUNCED).map((one) => recordFeedback(world.app, [one, COMPLAINED]))),
  ]) {
    const world = await withReserved();
    await tell(world);
    expect(await counts(world)).toEqual({ sent: 0, bounced: 1, complained: 1 });
  }
});

test("a full mailbox, an absence note and a person who leaves are not held against us", async () => {
  const world = await withReserved();
  await recordFeedback(world.app, [
    { ...ABOUT_RUI, kind: "bounced", bounce: "transient", why: "mailbox full" },
    { ...ABOUT_RUI, kind: "bounced", bounce: "out-of-office", why: "" },
    { ...ABOUT_RUI, kind: "subscription", unsubscribed: true },
  ]);
  expect(await counts(world)).toEqual({ sent: 0, bounced: 0, complained: 0 });
});

test("a bounce of an address that was put right since counts as well, once", async () => {
  const world = await withReserved();
  const before = await mustProspect(world, "rui");
  await world.app.table.write(...putProspect({ ...before, email: "rui.costa@customer.example" }, before));
  await recordFeedback(world.app, eightTimes(BOUNCED));
  await recordFeedback(world.app, [BOUNCED]);
  expect(await counts(world)).toEqual({ sent: 0, bounced: 1, complained: 0 });
  expect((await mustProspect(world, "rui")).standing).toEqual({ state: "active" });
});

const names = ["ana", "bea", "caio", "duda", "eva", "flor"];
const timestamp = new Date(SENT_AT).toISOString();
const messages = (of: readonly string[], sentAt = timestamp) =>
  of.map((name) => ({
    id: name,
    attempt: 1,
    body: {
      eventType: "Bounce",
      mail: {
        timestamp: sentAt,
        messageId: name,
        destination: [`${name}@customer.example`],
        tags: { prospect: [name], slot: [SLOT] },
      },
      bounce: { timestamp: sentAt, bounceType: "Permanent" },
    },
  }));

test("when too many bounce, nothing more is sent and the alarm is raised; after somebody has resumed, only new ones count", async () => {
  const world = await atTheSlot({ prospects: names.map((name) => prospect(name)) });
  await world.app.table.write(countSent(world.app.now(), 100));
  expect(await feedback(world.app, messages(names.slice(0, 4)))).toEqual([]);
  expect(await sendingPause(world.app)).toBeUndefined();
  await feedback(world.app, messages(names.slice(3, 5)));
  expect(await sendingPause(world.app)).toMatchObject({ cause: "bounce-rate" });
  expect(world.alarms).toEqual([{ name: "sending-paused", says: expect.stringContaining("5 of the 100 emails") }]);
  world.clock.standAt(world.app.now() + 60_000);
  await resumeSending(world.app);
  await feedback(world.app, messages(names));
  expect(await sendingPause(world.app)).toBeUndefined();
  expect(world.alarms).toHaveLength(1);
});
