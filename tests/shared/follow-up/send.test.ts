import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { dropFollowUp } from "../../../shared/follow-up/drop.ts";
import { previewFollowUp } from "../../../shared/follow-up/preview.ts";
import { followUpsOf, getFollowUp, openFollowUps } from "../../../shared/follow-up/store.ts";
import { lettersOf } from "../../../shared/letter/store.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import { suppress } from "../../../shared/suppression/suppress.ts";
import { mustProspect } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { MEETING_AT, closeCall, draft, mailTo, send, withDraft } from "../letter/agreed.ts";
import { mailerThat, suppressedFor } from "../touch/afternoon.ts";

const followUp = (world: TestWorld) => getFollowUp(world.app.table, "rui", 1, 1);
const letters = (world: TestWorld) => lettersOf(world.app.table, "rui");

describe("a follow-up", () => {
  test("goes out as the rep left it, from the rep, with answers to the rep and a way out", async () => {
    const world = await withDraft();
    const text = "It was good to speak.\nSee https://northgate.example/a?b=1&c=2.\n\nBest <wishes>";
    expect(await send(world, { subject: "  What we said ", text })).toEqual({ outcome: "sent" });
    const [email] = mailTo(world);
    expect(email).toMatchObject({
      subject: "What we said",
      from: { name: "Ana Sousa" },
      replyTo: "ana@northgate.example",
    });
    expect(email?.text).toContain("Hi Rui,");
    expect(email?.text).toContain("It was good to speak.\nSee https://northgate.example/a?b=1&c=2.");
    expect(email?.html).toContain('<a href="https://northgate.example/a?b=1&amp;c=2"');
    expect(email?.html).toContain("Best &lt;wishes&gt;");
    expect(email?.headers["List-Unsubscribe"]).toMatch(/^<http:\/\/localhost:4600\/u\/\S+>$/);
    expect(email?.text).toContain("Unsubscribe: http://localhost:4600/u/");
  });

  test("measures nothing", async () => {
    const world = await withDraft({ rui: { tracking: "granted" } });
    await send(world);
    const [email] = mailTo(world);
    expect(email?.html).not.toMatch(/<img|\/c\/|\/o\//);
    expect(email?.tags).toEqual({ prospect: "rui", letter: "follow-up-1-1" });
  });

  test("brings the invitation to the next call, and names its time where the prospect is", async () => {
    const world = await withDraft();
    await send(world);
    const [email] = mailTo(world);
    expect(email?.text).toContain("Thu 3 Dec 2026, 10:00 in Lisbon");
    const [invite] = email?.attachments ?? [];
    const event = new ICAL.Component(ICAL.parse(invite?.content ?? "")).getFirstSubcomponent("vevent")!;
    expect(new ICAL.Event(event).startDate.toJSDate().getTime()).toBe(MEETING_AT);
  });

  test("goes without one where the rep wants none, or the call is off", async () => {
    const plain = await withDraft();
    await send(plain, { invite: false });
    const off = await withDraft();
    await closeCall(off);
    await send(off);
    for (const world of [plain, off]) {
      expect(mailTo(world)).toHaveLength(1);
      expect(mailTo(world)[0]?.attachments).toBeUndefined();
      expect(mailTo(world)[0]?.text).not.toContain("is attached");
    }
  });

  test("sent twice goes out once", async () => {
    const world = await withDraft();
    const both = await Promise.all([send(world), send(world)]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["already-sent", "sent"]);
    expect(await send(world)).toEqual({ outcome: "already-sent" });
    expect(mailTo(world)).toHaveLength(1);
    expect(await followUp(world)).toMatchObject({ state: "sent" });
    expect(await openFollowUps(world.app.table)).toEqual([]);
  });

  test("is kept as it went out, and is no touch", async () => {
    const world = await withDraft();
    await send(world, { subject: "Mine" });
    expect(await letters(world)).toMatchObject([
      { id: "follow-up-1-1", outcome: "sent", subject: "Mine", messageId: "outbox-1" },
    ]);
    expect(await followUpsOf(world.app.table, "rui")).toMatchObject([{ subject: "Mine", state: "sent", by: "ana" }]);
    expect(await mustProspect(world, "rui")).toMatchObject({ touchCount: 0, unanswered: 0, recentTouches: [] });
  });

  test("that brings an article counts as having mailed it", async () => {
    const world = await withDraft();
    await send(world);
    expect((await mustProspect(world, "rui")).seen).toEqual(["depots"]);
    const without = await withDraft();
    await send(without, { text: "No article in here." });
    expect((await mustProspect(without, "rui")).seen).toEqual([]);
  });

  test("needs a subject and a text", async () => {
    const world = await withDraft();
    await expect(send(world, { subject: " " })).rejects.toMatchObject({
      kind: "invalid",
      message: expect.stringMatching(/^subject:/),
    });
    await expect(send(world, { text: "\n" })).rejects.toMatchObject({
      kind: "invalid",
      message: expect.stringMatching(/^text:/),
    });
    await expect(send(world, { text: "a".repeat(10_001) })).rejects.toThrow(/^text:/);
    await expect(send(world, { number: 9 })).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("who gets none", () => {
  test("nobody who unsubscribed", async () => {
    const world = await withDraft();
    await suppress(world.app, "rui", "opted out");
    expect(await send(world)).toMatchObject({ outcome: "suppressed", why: expect.stringContaining("opted out") });
    expect(mailTo(world)).toEqual([]);
    expect(await letters(world)).toEqual([]);
  });

  test("nobody whose address bounced for somebody else", async () => {
    const world = await withDraft({ rui: { standing: { state: "ended", reason: "bounced" } } });
    expect(await send(world)).toMatchObject({ outcome: "suppressed" });
  });

  test("but who is paused, or ended because a meeting is booked, does", async () => {
    for (const standing of [
      { state: "paused", until: "2027-01-01", reason: "on leave" },
      { state: "ended", reason: "meeting booked" },
    ] as const) {
      const world = await withDraft({ rui: { standing } });
      expect(await send(world)).toEqual({ outcome: "sent" });
    }
  });

  test("who asks to be erased leaves nothing of it behind, not even in the outbox", async () => {
    const world = await withDraft();
    await send(world, { text: "Only between us: 4711." });
    await eraseProspect(world.app, "rui");
    expect(await letters(world)).toEqual([]);
    expect(await followUpsOf(world.app.table, "rui")).toEqual([]);
    const kept = world.store.sql<{ rendering: string }>("SELECT rendering FROM renderings").all();
    expect(JSON.stringify([kept, world.emails()])).not.toMatch(/4711|Rui/);
  });
});

describe("trouble at the mailer", () => {
  test("that takes nothing for now: the draft is still there, and the article unread", async () => {
    const mailer = mailerThat(() => ({ outcome: "throttled", reason: "slow down" }));
    const world = await withDraft({ mailer });
    expect(await send(world, { subject: "Mine" })).toEqual({ outcome: "throttled", why: "slow down" });
    expect(await letters(world)).toEqual([]);
    expect(await followUp(world)).toMatchObject({ state: "draft", subject: "Mine" });
    expect((await mustProspect(world, "rui")).seen).toEqual([]);
    expect(await openFollowUps(world.app.table)).toHaveLength(1);
    await send(world);
    expect(mailer.given).toHaveLength(2);
  });

  test("that refuses it: the rep may write it anew", async () => {
    let taken = false;
    const mailer = mailerThat(() =>
      taken ? { outcome: "accepted", messageId: "m1" } : { outcome: "refused", reason: "too long" },
    );
    const world = await withDraft({ mailer });
    expect(await send(world)).toEqual({ outcome: "refused", why: "too long" });
    expect(await letters(world)).toMatchObject([{ outcome: "refused", reason: "too long" }]);
    taken = true;
    expect(await send(world)).toEqual({ outcome: "sent" });
    expect((await letters(world))[0]).toMatchObject({ outcome: "sent", messageId: "m1" });
    expect((await letters(world))[0]?.reason).toBeUndefined();
  });

  test("that says the address is none: it is never mailed again", async () => {
    const world = await withDraft({
      mailer: mailerThat(() => ({ outcome: "refused", reason: "550 nobody here", about: "address" })),
    });
    await send(world);
    expect(await suppressedFor(world, "rui@customer.example")).toBe("bounced");
    expect(await send(world)).toMatchObject({ outcome: "suppressed" });
  });

  test("whose answer is lost: it is never repeated", async () => {
    const mailer = mailerThat(() => Promise.reject(new Error("connection reset")));
    const world = await withDraft({ mailer });
    expect(await send(world)).toEqual({ outcome: "unknown", why: "connection reset" });
    expect(await send(world)).toEqual({ outcome: "already-sent" });
    expect(mailer.given).toHaveLength(1);
    expect(await letters(world)).toMatchObject([{ outcome: "unknown" }]);
  });
});

describe("a draft", () => {
  test("can be seen before it goes, as it goes", async () => {
    const world = await withDraft();
    const seen = await previewFollowUp(world.app, draft());
    await send(world);
    const [email] = mailTo(world);
    expect(seen).toEqual({ subject: email?.subject, html: email?.html, text: email?.text });
    expect((await previewFollowUp(world.app, draft(), false)).text).not.toContain("is attached");
  });

  test("that the rep wants not is dropped with a reason, and not sent after that", async () => {
    const world = await withDraft();
    const drop = (why: string) => dropFollowUp(world.app, { prospectId: "rui", number: 1, attempt: 1, why });
    await expect(drop(" ")).rejects.toMatchObject({ kind: "invalid", message: expect.stringMatching(/^why:/) });
    expect(await drop("We met an hour later")).toEqual({ outcome: "dropped" });
    expect(await followUp(world)).toMatchObject({ state: "dropped", why: "We met an hour later" });
    expect(await openFollowUps(world.app.table)).toEqual([]);
    await expect(send(world)).rejects.toMatchObject({ kind: "conflict" });
    expect(mailTo(world)).toEqual([]);
  });

  test("that was sent cannot be dropped", async () => {
    const world = await withDraft();
    await send(world);
    expect(await dropFollowUp(world.app, { prospectId: "rui", number: 1, attempt: 1, why: "x" })).toEqual({
      outcome: "already-sent",
    });
  });
});
