import { describe, expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { addressHash } from "../../../shared/id.ts";
import { readEmail } from "../../../shared/local/outbox.ts";
import type { MailResult } from "../../../shared/ports.ts";
import { putSuppression } from "../../../shared/suppression/store.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { settleUnknown } from "../../../shared/touch/settle.ts";
import { getTouch, touchesOf } from "../../../shared/touch/store.ts";
import { article, caseStudy, mustProspect, prospect, testWorld } from "../../fixtures/world.ts";
import { atTheSlot, batch, mailerThat } from "./afternoon.ts";

describe("sending a batch of touches", () => {
  test("sends one email in the rep's name and marks the touch", async () => {
    const world = await atTheSlot({ prospects: [prospect("rui")], articles: [article("rounds")] });
    expect(Object.fromEntries(await sendTouches(world.app, batch(["rui"])))).toEqual({ rui: "sent" });
    const [email] = world.emails();
    expect(email).toMatchObject({
      from: { name: "Ana Sousa", address: "hello@northgate.example" },
      replyTo: "ana@northgate.example",
    });
    expect(email?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    const touch = await getTouch(world.app.table, "rui", "2026-11-25");
    expect(touch).toMatchObject({
      outcome: "sent",
      articleId: "rounds",
      target: "https://northgate.example/blog/rounds",
    });
  });

  test("the same order twice sends once", async () => {
    const world = await atTheSlot({ prospects: [prospect("rui")], articles: [article("rounds"), article("more")] });
    await sendTouches(world.app, batch(["rui"]));
    expect(Object.fromEntries(await sendTouches(world.app, batch(["rui"])))).toEqual({ rui: "already-touched" });
    expect(world.emails()).toHaveLength(1);
  });

  test("two senders at once with the same order send once", async () => {
    const ids = Array.from({ length: 50 }, (_, n) => `p${n}`);
    const world = await atTheSlot({ prospects: ids.map((id) => prospect(id)), articles: [article("rounds")] });
    await Promise.all([sendTouches(world.app, batch(ids)), sendTouches(world.app, batch(ids))]);
    expect(new Set(world.emails().map((email) => email.tags["prospect"])).size).toBe(50);
    expect(world.emails()).toHaveLength(50);
  });

  test("never writes to a suppressed address, even when the suppression came after the order", async () => {
    const world = await atTheSlot({ prospects: [prospect("rui")], articles: [article("rounds")] });
    await world.app.table.write(
      putSuppression({ addressHash: addressHash("RUI@customer.example"), reason: "opted out", at: 1 }),
    );
    await sendTouches(world.app, batch(["rui"]));
    expect(world.emails()).toHaveLength(0);
    expect(await getTouch(world.app.table, "rui", "2026-11-25")).toMatchObject({
      outcome: "skipped",
      reason: "suppressed",
    });
  });

  test("an order that comes after the window is closed, not sent late", async () => {
    const world = await testWorld({ prospects: [prospect("rui")], articles: [article("rounds")] });
    world.clock.standAt(Date.parse("2026-11-25T17:00Z"));
    await sendTouches(world.app, batch(["rui"]));
    expect(world.emails()).toHaveLength(0);
    expect(await getTouch(world.app.table, "rui", "2026-11-25")).toMatchObject({
      outcome: "skipped",
      reason: "window-closed",
    });
  });

  test("a prospect who moved to another zone is left to that zone's own afternoon", async () => {
    const world = await atTheSlot({
      prospects: [prospect("rui", { timeZone: "Asia/Tokyo" })],
      articles: [article("rounds")],
    });
    expect(Object.fromEntries(await sendTouches(world.app, batch(["rui"])))).toEqual({ rui: "moved" });
    expect(await touchesOf(world.app.table, "rui")).toEqual([]);
  });

  test("no article is ever sent to the same person twice, and an empty library is a reason", async () => {
    const world = await testWorld({ prospects: [prospect("rui")], articles: [article("rounds"), article("more")] });
    await world.pass("2026-12-24T18:00Z");
    expect(world.emails()).toHaveLength(2);
    expect(new Set(world.emails().map((email) => email.tags["article"]))).toEqual(new Set(["more", "rounds"]));
    const reasons = (await touchesOf(world.app.table, "rui")).map((touch) => touch.reason).filter(Boolean);
    expect(new Set(reasons)).toEqual(new Set(["library-used-up"]));
  });

  test("one rendering and one bulk call for everyone who gets the same article from the same rep", async () => {
    const mailer = mailerThat(() => ({ outcome: "accepted", messageId: "m" }));
    const ids = Array.from({ length: 50 }, (_, n) => `p${n}`);
    const world = await atTheSlot({ prospects: ids.map((id) => prospect(id)), articles: [article("rounds")], mailer });
    await sendTouches(world.app, batch(ids));
    expect(mailer.given.map((mail) => mail.entries.length)).toEqual([50]);
  });
});

describe("what the mailer answers", () => {
  const parts = { prospects: [prospect("rui")], articles: [article("rounds")] };

  test("throttled: the slot is given back and tried again within the window", async () => {
    let busy = true;
    const mailer = mailerThat(() =>
      busy ? { outcome: "throttled", reason: "rate" } : { outcome: "accepted", messageId: "m1" },
    );
    const world = await atTheSlot({ ...parts, mailer });
    expect(Object.fromEntries(await sendTouches(world.app, batch(["rui"])))).toEqual({ rui: "throttled" });
    expect(await mustProspect(world, "rui")).toMatchObject({ seen: [], recentTouches: [], touchCount: 0 });
    busy = false;
    await world.pass("2026-11-25T15:02Z");
    expect(await getTouch(world.app.table, "rui", "2026-11-25")).toMatchObject({ outcome: "sent", messageId: "m1" });
  });

  test("refused: closed with the reason, the article is not used up", async () => {
    const world = await atTheSlot({
      ...parts,
      mailer: mailerThat(() => ({ outcome: "refused", reason: "no such address" })),
    });
    await sendTouches(world.app, batch(["rui"]));
    expect(await getTouch(world.app.table, "rui", "2026-11-25")).toMatchObject({
      outcome: "refused",
      reason: "no such address",
    });
    expect((await mustProspect(world, "rui")).seen).toEqual([]);
  });

  test("an answer that was lost is never followed by a second email", async () => {
    const mailer = mailerThat(() => ({ outcome: "unknown", reason: "timeout" }));
    const world = await atTheSlot({ ...parts, mailer });
    await sendTouches(world.app, batch(["rui"]));
    await sendTouches(world.app, batch(["rui"]));
    expect(mailer.given).toHaveLength(1);
    expect(await getTouch(world.app.table, "rui", "2026-11-25")).toMatchObject({ outcome: "unknown" });
  });

  test("a process that died between reserving and marking leaves a touch that the sweep closes and nobody repeats", async () => {
    const mailer = {
      forget: async () => undefined,
      sendBulk: async (): Promise<MailResult[]> => [{ outcome: "accepted", messageId: "m" }],
    };
    const world = await atTheSlot({ ...parts, mailer });
    const { table } = world.app;
    const writeEach = (): Promise<never> => Promise.reject(new Error("killed"));
    const dying = { ...world.app, table: { ...table, writeEach } };
    await expect(sendTouches(dying, batch(["rui"]))).rejects.toThrow("killed");
    await world.pass("2026-11-25T15:00:01Z");
    expect(Object.fromEntries(await sendTouches(world.app, batch(["rui"])))).toEqual({ rui: "already-touched" });
    world.clock.standAt(Date.parse("2026-11-25T15:30Z"));
    expect(await settleUnknown(world.app)).toBe(1);
    expect(await getTouch(world.app.table, "rui", "2026-11-25")).toMatchObject({ outcome: "unknown" });
    expect(await settleUnknown(world.app)).toBe(0);
  });
});

describe("consent to be measured", () => {
  test("someone who denied it, or never said and lives where silence means no, gets plain links and no pixel", async () => {
    const denied = prospect("denied", { tracking: "denied" });
    const silent = prospect("silent", { tracking: "unknown", country: "DE" });
    const granted = prospect("granted");
    const world = await atTheSlot({
      prospects: [denied, silent, granted],
      articles: [caseStudy("harbour", { sector: "food" })],
    });
    await sendTouches(world.app, batch(["denied", "silent", "granted"], { slotKind: "case-study" }));
    for (const { id, to } of world.emails()) {
      const html = readEmail(world.store, id)?.html ?? "";
      const measured = to.address.startsWith("granted");
      expect(html.includes("localhost:4600/o/")).toBe(measured);
      expect(html.includes("localhost:4600/c/")).toBe(measured);
      expect(html.includes("https://northgate.example/blog/harbour")).toBe(!measured);
    }
  });
});

test("a paused cadence sends nothing and says so", async () => {
  const world = await testWorld({
    prospects: [prospect("rui")],
    articles: [article("rounds")],
    cadence: { ...defaultCadence, paused: true },
  });
  await world.pass("2026-11-27T00:00Z");
  expect(world.emails()).toHaveLength(0);
  expect((await touchesOf(world.app.table, "rui")).map((touch) => touch.reason)).toEqual([
    "cadence-paused",
    "cadence-paused",
  ]);
});

test("a post that would lead prospects to Midweek itself is not sent", async () => {
  const homeless = article("homeless", { url: "http://localhost:4600/homeless" });
  const world = await atTheSlot({ prospects: [prospect("rui")], articles: [homeless] });
  await sendTouches(world.app, batch(["rui"]));
  expect(world.emails()).toHaveLength(0);
  expect((await touchesOf(world.app.table, "rui")).map((touch) => touch.reason)).toEqual(["library-used-up"]);
});
