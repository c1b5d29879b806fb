import { expect, test } from "vitest";
import type { Feedback } from "../../../shared/feedback/feedback.ts";
import { recordFeedback } from "../../../shared/feedback/record.ts";
import { SesEvent } from "../../../shared/feedback/ses-event.ts";
import { linkUrl } from "../../../shared/link.ts";
import type { Link } from "../../../shared/link.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import { getTouch, putTouch } from "../../../shared/touch/store.ts";
import type { Touch } from "../../../shared/touch/touch.ts";
import { prospect, testConfig } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { SLOT, atTheSlot } from "../touch/afternoon.ts";
import { ABOUT_RUI, REJECTED, SENT_AT, reserved, withReserved } from "./heard.ts";

const ruisTouch = (world: TestWorld) => getTouch(world.app.table, "rui", SLOT);
const deliveredAfter = (seconds: number): Feedback => ({
  ...ABOUT_RUI,
  kind: "delivered",
  at: SENT_AT + seconds * 1000,
});
const clickOn = (link: string): Feedback => ({ ...ABOUT_RUI, kind: "clicked", automated: false, link });
const sent: Touch = { ...reserved, outcome: "sent", messageId: "m1" };

async function withTouch(touch: Touch): Promise<TestWorld> {
  const world = await atTheSlot({ prospects: [prospect("rui")] });
  await world.app.table.write(putTouch(touch));
  return world;
}

test("an email that a server put off for a quarter of an hour was delivered then, and nothing else of it changes", async () => {
  const world = await withTouch(sent);
  await recordFeedback(world.app, [deliveredAfter(900)]);
  await recordFeedback(world.app, [deliveredAfter(900), deliveredAfter(900)]);
  expect(await ruisTouch(world)).toEqual({ ...sent, deliveredAt: SENT_AT + 900_000 });
});

test("so it is when that is told before our own write", async () => {
  const world = await withReserved();
  await recordFeedback(world.app, [deliveredAfter(900)]);
  expect(await ruisTouch(world)).toMatchObject({ outcome: "sent", at: SENT_AT, deliveredAt: SENT_AT + 900_000 });
});

test("an email that arrives at once costs no write, nor one whose delivery is told again", async () => {
  for (const touch of [sent, { ...sent, deliveredAt: SENT_AT + 900_000 }]) {
    const world = await withTouch(touch);
    const refused = () => Promise.reject(new Error("written"));
    const table = { ...world.app.table, write: refused, writeEach: refused };
    await recordFeedback({ ...world.app, table }, [deliveredAfter(touch.deliveredAt === undefined ? 30 : 900)]);
    expect(await ruisTouch(world)).toEqual(touch);
  }
});

test("what was skipped, refused or erased was never delivered", async () => {
  for (const outcome of ["skipped", "refused"] as const) {
    const world = await withTouch({ ...reserved, outcome });
    await recordFeedback(world.app, [deliveredAfter(900)]);
    expect(await ruisTouch(world)).toEqual({ ...reserved, outcome });
  }
  const world = await withReserved();
  await recordFeedback(world.app, [deliveredAfter(900)]);
  await recordFeedback(world.app, [REJECTED]);
  expect((await ruisTouch(world))?.deliveredAt).toBeUndefined();
  await eraseProspect(world.app, "rui");
  await recordFeedback(world.app, [deliveredAfter(1000)]);
  expect(await ruisTouch(world)).toBeUndefined();
});

test("an open that SES saw is kept with the block of addresses it came from, and without the address", async () => {
  const mail = {
    timestamp: "2026-11-25T15:00:00.000Z",
    messageId: "m1",
    tags: { prospect: ["rui"], slot: [SLOT] },
  };
  const open = { timestamp: "2026-11-25T15:01:00.000Z", ipAddress: "203.0.113.9" };
  const seen = SesEvent.parse({ eventType: "Open", mail, open });
  const world = await withReserved();
  await recordFeedback(world.app, seen ? [seen] : []);
  const [signal] = world.queues.signals.receive(10).map(({ body }) => body);
  expect(signal).toMatchObject({ kind: "open", network: "203.0.113.0/24" });
  expect(JSON.stringify([seen, signal])).not.toContain("203.0.113.9");
  const inside = SesEvent.parse({ eventType: "Open", mail, open: { ...open, ipAddress: "10.0.0.9" } });
  expect(inside).toMatchObject({ kind: "opened", network: undefined });
});

test("a click that SES saw is told by its token, the hidden link and the wish for a call too", async () => {
  const world = await withReserved();
  const of = { prospectId: "rui", slot: SLOT };
  const links: Link[] = [
    { ...of, kind: "click", link: "pricing" },
    { ...of, kind: "click", link: "hidden" },
    { ...of, kind: "call-me" },
  ];
  await recordFeedback(
    world.app,
    links.map((link) => clickOn(linkUrl(testConfig, link))),
  );
  const names = world.queues.signals.receive(10).map(({ body }) => body.link);
  expect(names).toEqual(["pricing", "hidden", "call-me"]);
});
