import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { feedsApp } from "../../../functions/api/feeds.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import { callUid } from "../../../shared/call/call-uid.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { snoozeCall } from "../../../shared/call/snooze.ts";
import { memberIdOf } from "../../../shared/member/member.ts";
import { putMember } from "../../../shared/member/store.ts";
import { tokensOf } from "../../../shared/member/tokens-store.ts";
import { newToken, revokeToken } from "../../../shared/member/tokens.ts";
import { ana, prospect, testWorld } from "../../fixtures/world.ts";

const auckland = prospect("kiri0000000", { firstName: "Kiri", timeZone: "Pacific/Auckland", country: "NZ" });
const rui = prospect("rui00000000", { lastName: "Costa", phone: "+351912345678" });
const memberId = memberIdOf(ana.email);

async function calendarOfAna() {
  const world = await testWorld({ prospects: [rui, auckland] });
  const { app } = world;
  const { token, id } = await newToken(app, { memberId, kind: "feed", name: "Phone" });
  const feeds = feedsApp(app);
  const read = (path = `/feeds/${token}.ics`, request: RequestInit = {}) => feeds.request(path, request);
  const events = async () => {
    const calendar = new ICAL.Component(ICAL.parse(await (await read()).text()));
    return calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  };
  return { world, app, token, id, feeds, read, events };
}

/** A demo that Rui agreed to: 2 December, 15:00 in Lisbon. */
async function agreed(app: Awaited<ReturnType<typeof calendarOfAna>>["app"]) {
  await openCallByHand(app, rui.id, "Met at the fair, write to rui.costa@customer.example");
  const nextStep = { kind: "demo" as const, date: "2026-12-02", time: "15:00" };
  const place = { prospectId: rui.id, number: 1, version: 1, repId: "ana" };
  await completeCall(app, { ...place, disposition: "connected", notes: "", nextStep });
}

describe("a rep's calendar", () => {
  test("has what was agreed for a time: half an hour, at the right instant, under a name that stays", async () => {
    const { app, events, read } = await calendarOfAna();
    await agreed(app);
    const [event, ...others] = await events();
    expect(others).toEqual([]);
    expect(event?.uid).toBe(callUid(rui.id, 2));
    expect(event?.startDate.toJSDate().toISOString()).toBe("2026-12-02T15:00:00.000Z");
    expect(event?.duration.toSeconds()).toBe(1800);
    expect(event?.summary).toBe("Call Rui Costa, Porto Foods");
    expect(event?.description).toContain("http://localhost:4600/prospects/rui00000000/calls/2");
    expect(event?.description).toContain("There it is 15:00 (Lisbon)");
    const text = await (await read()).text();
    expect(text).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    expect(text).toContain("X-PUBLISHED-TTL:PT1H");
  });

  test("has the day's planned calls, and one that is put off moves with a higher number", async () => {
    const { app, events, world } = await calendarOfAna();
    await openCallByHand(app, rui.id, "Met at the fair");
    const [planned] = await events();
    expect([planned?.uid, planned?.sequence]).toEqual([callUid(rui.id, 1), 1]);
    expect(planned?.startDate.toJSDate().toISOString()).toBe("2026-11-23T16:00:00.000Z");
    await snoozeCall(app, { prospectId: rui.id, number: 1, version: 1, until: "2026-11-25", by: memberId });
    expect(await events()).toEqual([]);
    await world.pass("2026-11-25T00:10Z");
    const [moved] = await events();
    expect([moved?.uid, moved?.sequence]).toEqual([callUid(rui.id, 1), 2]);
    expect(moved?.startDate.toJSDate().toISOString()).toBe("2026-11-25T10:00:00.000Z");
  });

  test("has nobody's email address in it, whatever a rep wrote", async () => {
    const { app, read } = await calendarOfAna();
    await agreed(app);
    await openCallByHand(app, auckland.id, "Write to kiri@customer.example first");
    const unfolded = (await (await read()).text()).replaceAll("\r\n ", "");
    expect(unfolded.replaceAll(/UID:\S+/g, "")).not.toContain("@");
    expect(unfolded).not.toContain("mailto");
  });

  test("is the same file until something changes, and HEAD tells as much", async () => {
    const { app, read, token } = await calendarOfAna();
    await agreed(app);
    const first = await read();
    const tag = first.headers.get("ETag") ?? "";
    expect(first.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    expect(first.headers.get("Cache-Control")).toBe("private, no-cache");
    const unchanged = await read(`/feeds/${token}.ics`, { headers: { "If-None-Match": tag } });
    expect(unchanged.status).toBe(304);
    const head = await read(`/feeds/${token}.ics`, { method: "HEAD" });
    expect([head.status, head.headers.get("ETag"), await head.text()]).toEqual([200, tag, ""]);
  });
});

describe("the address of a calendar", () => {
  test("that is revoked, wrong, a program's or of who left opens nothing, and all answers are the same", async () => {
    const { app, token, id, read } = await calendarOfAna();
    const program = await newToken(app, { memberId, kind: "api", name: "CRM" });
    const wrong = await read(`/feeds/mwf_${"x".repeat(43)}.ics`);
    const words = await wrong.text();
    expect(wrong.status).toBe(404);
    const same = async (path: string) => {
      const answer = await read(path);
      expect([path.slice(0, 12), answer.status, await answer.text()]).toEqual([path.slice(0, 12), 404, words]);
    };
    await same(`/feeds/${program.token}.ics`);
    await same(`/feeds/${token}`);
    await same("/feeds/.ics");
    expect((await read()).status).toBe(200);
    expect(await revokeToken(app, memberId, id)).toBe(true);
    await same(`/feeds/${token}.ics`);
  });

  test("stops at once when the rep's role is taken away, and is noted at most once an hour", async () => {
    const { app, read, world } = await calendarOfAna();
    await read();
    const usedAt = async () => (await tokensOf(app.table, memberId))[0]?.usedAt;
    const first = await usedAt();
    expect(first).toBe(app.now());
    await world.pass(app.now() + 59 * 60_000);
    await read();
    expect(await usedAt()).toBe(first);
    await world.pass(app.now() + 60_000);
    await read();
    expect(await usedAt()).toBe(app.now());
    await app.table.write(putMember({ id: memberId, name: ana.name, email: ana.email, role: "marketing" }));
    expect((await read()).status).toBe(404);
  });
});
