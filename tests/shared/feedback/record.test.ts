import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Feedback } from "../../../shared/feedback/feedback.ts";
import { recordFeedback } from "../../../shared/feedback/record.ts";
import { linkUrl } from "../../../shared/link.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { putProspect } from "../../../shared/prospect/store.ts";
import { suppress } from "../../../shared/suppression/suppress.ts";
import { DAY, MINUTE } from "../../../shared/time.ts";
import { markTouches } from "../../../shared/touch/mark.ts";
import { settleUnknown } from "../../../shared/touch/settle.ts";
import { getTouch, putTouch } from "../../../shared/touch/store.ts";
import { article, mustProspect, prospect, testConfig } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { SLOT, atTheSlot, suppressedFor } from "../touch/afternoon.ts";
import { ABOUT_RUI, BOUNCED, COMPLAINED, REJECTED, SENT_AT, reserved, withReserved } from "./heard.ts";

const ruisTouch = (world: TestWorld) => getTouch(world.app.table, "rui", SLOT);
const notes = async (world: TestWorld) => (await notesOf(world.app.table, "rui")).map(({ text }) => text);
const delivered: Feedback = { ...ABOUT_RUI, kind: "delivered" };

test("an email of which nobody knew is sent once SES has delivered it, even when the sweep had given it up", async () => {
  const world = await withReserved();
  world.clock.standAt(SENT_AT + 20 * MINUTE);
  expect(await settleUnknown(world.app)).toBe(1);
  await recordFeedback(world.app, [delivered]);
  const touch = await ruisTouch(world);
  expect(touch).toMatchObject({ outcome: "sent", messageId: "m1", at: SENT_AT });
  expect(touch?.reason).toBeUndefined();
  expect(await settleUnknown(world.app)).toBe(0);
});

test("a skip stays a skip, and a touch that is not there is not made up", async () => {
  const world = await atTheSlot({ prospects: [prospect("rui")] });
  await recordFeedback(world.app, [delivered, REJECTED]);
  expect(await ruisTouch(world)).toBeUndefined();
  await world.app.table.write(putTouch({ ...reserved, outcome: "skipped", reason: "no-rep" }));
  await recordFeedback(world.app, [delivered, REJECTED]);
  expect(await ruisTouch(world)).toMatchObject({ outcome: "skipped", reason: "no-rep" });
});

test("an address that is not there is never mailed again", async () => {
  const world = await withReserved();
  await recordFeedback(world.app, [BOUNCED]);
  expect(await suppressedFor(world, "rui@customer.example")).toBe("bounced");
  expect((await mustProspect(world, "rui")).standing).toEqual({ state: "ended", reason: "bounced" });
  expect(await notes(world)).toEqual(["The address bounced: 550 5.1.1 nobody here"]);
});

test("who complains is out at once, also where there is no touch to go with it", async () => {
  const world = await atTheSlot({ prospects: [prospect("rui")] });
  await recordFeedback(world.app, [COMPLAINED]);
  expect(await suppressedFor(world, "rui@customer.example")).toBe("complained");
  expect((await mustProspect(world, "rui")).standing).toEqual({ state: "ended", reason: "complained" });
});

test("who opted out before stays opted out, whatever else is told", async () => {
  const world = await withReserved();
  await suppress(world.app, "rui", "opted out");
  await recordFeedback(world.app, [BOUNCED, COMPLAINED]);
  expect(await suppressedFor(world, "rui@customer.example")).toBe("opted out");
  expect((await mustProspect(world, "rui")).standing).toEqual({ state: "ended", reason: "opted out" });
});

test("who unsubscribes by SES's own list is out, who only chose among its topics is not", async () => {
  const world = await withReserved();
  await recordFeedback(world.app, [{ ...ABOUT_RUI, kind: "subscription", unsubscribed: false }]);
  expect((await mustProspect(world, "rui")).standing).toEqual({ state: "active" });
  await recordFeedback(world.app, [{ ...ABOUT_RUI, kind: "subscription", unsubscribed: true }]);
  expect((await mustProspect(world, "rui")).standing).toEqual({ state: "ended", reason: "opted out" });
});

test("an absence note is no bounce, and neither is a delay", async () => {
  const world = await withReserved();
  const away: Feedback[] = Array.from({ length: 8 }, (_, week) => ({
    ...ABOUT_RUI,
    kind: "bounced",
    bounce: "out-of-office",
    why: "",
    messageId: `m${week}`,
    at: SENT_AT + week * 7 * DAY,
  }));
  await recordFeedback(world.app, [...away, { ...ABOUT_RUI, kind: "delayed" }]);
  expect((await mustProspect(world, "rui")).standing).toEqual({ state: "active" });
  expect(await ruisTouch(world)).toMatchObject({ outcome: "sent" });
});

const fullOn = (days: readonly number[]): Feedback[] =>
  days.map((day) => ({
    ...ABOUT_RUI,
    kind: "bounced",
    bounce: "transient",
    why: "mailbox full",
    messageId: `m${day}`,
    at: SENT_AT + day * DAY,
  }));

test.each([
  ["on the fifth day, two weeks after the first", [0, 1, 7, 8, 14], true],
  ["in whatever order they are told", [14, 0, 8, 7, 1], true],
  ["but not after four", [0, 7, 8, 14], false],
  ["and not within two weeks", [0, 1, 2, 8, 13], false],
  ["nor when told again and again", [0, 0, 0, 14, 14, 14, 14], false],
  ["nor over years", [0, 100, 200, 300, 400], false],
])("a full mailbox is given up %s", async (_, days, out) => {
  const world = await withReserved();
  for (const one of fullOn(days)) await recordFeedback(world.app, [one]);
  expect((await mustProspect(world, "rui")).standing.state).toBe(out ? "ended" : "active");
  expect(await suppressedFor(world, "rui@customer.example")).toBe(out ? "bounced" : undefined);
  expect(await notes(world)).toEqual(out ? ["The address keeps bouncing: mailbox full"] : []);
});

test("two bounces told at the same moment both count", async () => {
  const world = await withReserved();
  await recordFeedback(world.app, fullOn([0, 1, 7]));
  await Promise.all(fullOn([8, 14]).map((one) => recordFeedback(world.app, [one])));
  expect((await mustProspect(world, "rui")).standing).toEqual({ state: "ended", reason: "bounced" });
});

test("an address that was put right since is not held against the prospect", async () => {
  const world = await withReserved();
  const before = await mustProspect(world, "rui");
  await world.app.table.write(...putProspect({ ...before, email: "rui.costa@customer.example" }, before));
  await recordFeedback(world.app, [BOUNCED, ...fullOn([0, 1, 7, 8, 14])]);
  expect((await mustProspect(world, "rui")).standing).toEqual({ state: "active" });
  expect(await suppressedFor(world, "rui@customer.example")).toBe("bounced");
  await recordFeedback(world.app, [COMPLAINED]);
  expect((await mustProspect(world, "rui")).standing).toEqual({ state: "ended", reason: "complained" });
  expect(await suppressedFor(world, "rui.costa@customer.example")).toBe("complained");
});

test("an address is the same in whatever letters SES writes it", async () => {
  const world = await withReserved();
  await recordFeedback(world.app, [{ ...BOUNCED, recipient: "Rui@Customer.Example" }]);
  expect((await mustProspect(world, "rui")).standing).toEqual({ state: "ended", reason: "bounced" });
});

test("an email that SES took and then rejected is refused, and its article can be sent again", async () => {
  const world = await withReserved();
  await recordFeedback(world.app, [{ ...ABOUT_RUI, kind: "sent" }]);
  await recordFeedback(world.app, [REJECTED]);
  expect(await ruisTouch(world)).toMatchObject({ outcome: "refused", reason: "Bad content" });
  expect(await mustProspect(world, "rui")).toMatchObject({ seen: [], recentTouches: [], unanswered: 0 });
  expect((await mustProspect(world, "rui")).standing).toEqual({ state: "active" });
});

test("of somebody who was erased nothing is kept", async () => {
  const world = await withReserved();
  await eraseProspect(world.app, "rui");
  await recordFeedback(world.app, [delivered, BOUNCED, COMPLAINED, REJECTED, ...fullOn([0])]);
  expect((await world.app.table.query({ pk: "PROSPECT#rui" })).items).toEqual([]);
  expect(await suppressedFor(world, "rui@customer.example")).toBe("erased");
});

test("nothing new is written about somebody who is just being erased", async () => {
  const world = await atTheSlot({ prospects: [prospect("rui")] });
  await suppress(world.app, "rui", "erased");
  const before = await world.app.table.query({ pk: "PROSPECT#rui" });
  await recordFeedback(world.app, [BOUNCED, COMPLAINED, ...fullOn([0])]);
  expect(await world.app.table.query({ pk: "PROSPECT#rui" })).toEqual(before);
});

const signals = (world: TestWorld) => world.queues.signals.receive(10).map(({ body }) => body);
const opened: Feedback = { ...ABOUT_RUI, kind: "opened", automated: false, userAgent: "Thunderbird/140" };
const clicked: Feedback = { ...opened, kind: "clicked", link: reserved.target };

test("opens and clicks become signals, the same one each time they are told", async () => {
  const world = await withReserved();
  await recordFeedback(world.app, [opened, opened, clicked]);
  await recordFeedback(world.app, [opened]);
  const found = signals(world);
  expect(found).toMatchObject([
    { kind: "open", prospectId: "rui", slot: SLOT, at: ABOUT_RUI.at },
    { kind: "click", link: "read" },
    { kind: "open" },
  ]);
  expect(found[2]!.id).toBe(found[0]!.id);
});

test("a click on our own link is a click on what it leads to, one on the unsubscribe link is none", async () => {
  const world = await withReserved();
  const link = (kind: "click" | "unsubscribe") =>
    linkUrl(testConfig, { kind, prospectId: "rui", slot: SLOT, ...(kind === "click" && { link: "meeting" as const }) });
  await recordFeedback(world.app, [
    { ...clicked, link: link("click") },
    { ...clicked, link: link("unsubscribe") },
    { ...clicked, link: "mailto:ana@northgate.example" },
  ]);
  expect(signals(world)).toMatchObject([{ kind: "click", link: "meeting" }]);
});

test("what SES takes for a machine's says so", async () => {
  const world = await withReserved();
  await recordFeedback(world.app, [{ ...opened, automated: true }, clicked]);
  const [automated, own] = signals(world);
  expect(automated).toMatchObject({ kind: "open", automated: true });
  expect(own).not.toHaveProperty("automated");
});

test("what was not to be measured is no signal", async () => {
  const world = await atTheSlot({ prospects: [prospect("rui")], articles: [article("rounds")] });
  await world.app.table.write(putTouch({ ...reserved, outcome: "sent", tracked: false }));
  await recordFeedback(world.app, [opened, { ...opened, automated: true }, clicked]);
  expect(signals(world)).toEqual([]);
});

/** Everything there is to see, but for the moments at which things were written. */
async function endState(world: TestWorld): Promise<object> {
  const touch = await ruisTouch(world);
  const { updatedAt: _, ...rui } = await mustProspect(world, "rui");
  return {
    touch,
    rui,
    suppressed: await suppressedFor(world, "rui@customer.example"),
    notes: (await notes(world)).toSorted(),
    signals: new Set(signals(world).map(({ id }) => id)),
  };
}

type Step = Feedback | "our own write";

/** What is told comes in batches of at most `size`. */
async function after(steps: readonly Step[], size: number): Promise<object> {
  const world = await withReserved();
  const before = prospect("rui");
  const batch: Feedback[] = [];
  const deliver = async () => recordFeedback(world.app, batch.splice(0));
  for (const step of steps) {
    if (step !== "our own write") batch.push(step);
    if (step === "our own write" || batch.length === size) await deliver();
    if (step === "our own write")
      await markTouches(world.app, [
        { touch: reserved, prospect: before, result: { outcome: "accepted", messageId: "m1" } },
      ]);
  }
  await deliver();
  return endState(world);
}

const everything: Feedback[] = [
  { ...ABOUT_RUI, kind: "sent" },
  { ...ABOUT_RUI, kind: "delayed" },
  delivered,
  BOUNCED,
  COMPLAINED,
  REJECTED,
  { ...ABOUT_RUI, kind: "bounced", bounce: "transient", why: "mailbox full" },
  { ...ABOUT_RUI, kind: "subscription", unsubscribed: true },
  opened,
  clicked,
];

test("what is told of a touch up to eight times, in any order, before or after our own write, comes to the same", async () => {
  const story = fc
    .subarray(everything, { minLength: 1 })
    .chain((told) =>
      fc.record({
        told: fc.constant(told),
        times: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: told.length, maxLength: told.length }),
      }),
    )
    .map(({ told, times }) => ({ told, steps: told.flatMap((one, n) => Array.from({ length: times[n]! }, () => one)) }))
    .chain(({ told, steps }) => {
      const all: Step[] = ["our own write", ...steps];
      return fc.record({
        size: fc.integer({ min: 1, max: 10 }),
        plain: fc.constant<Step[]>(["our own write", ...told]),
        mixed: fc.shuffledSubarray(all, { minLength: all.length }),
      });
    });
  await fc.assert(
    fc.asyncProperty(story, async ({ plain, mixed, size }) => {
      expect(await after(mixed, size)).toEqual(await after(plain, 1));
    }),
    { numRuns: 60 },
  );
});
