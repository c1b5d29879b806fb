import { createHash } from "node:crypto";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { clockScript, sinceWords } from "../../../functions/console/clock.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/time.ts";
import { MONDAY, prospect } from "../../fixtures/world.ts";
import { deskOf, mustCall } from "./desk.ts";

const rui = prospect("rui00000000", { lastName: "Costa", phone: "+351912345678" });
const CALL = `/prospects/${rui.id}/calls/1`;

/** A desk at which Rui has just replied. */
async function deskWithReply(at = MONDAY) {
  const desk = await deskOf({ prospects: [rui] });
  await desk.world.pass(at);
  await recordEngagement(desk.world.app, [{ id: "r1", prospectId: rui.id, kind: "reply", at, text: "Call me" }]);
  return desk;
}

const said = (text: string): string =>
  (/<p class="asked[^]*?<\/p>/.exec(text)?.[0] ?? "").replaceAll(/<[^>]+>/g, "").replaceAll(/\s+/g, " ");

describe("the clock of who asked", () => {
  test.each(["/", CALL])("on %s says how long ago, calm within five minutes and late after them", async (path) => {
    const { open, world } = await deskWithReply();
    await world.pass(MONDAY + 3 * MINUTE + 12_000);
    const calm = (await open(path)).text;
    expect(said(calm)).toContain("Asked 3 min 12 s ago");
    expect(calm).toMatch(/class="asked"[^]*answer within five minutes/);
    await world.pass(MONDAY + 5 * MINUTE);
    expect((await open(path)).text).toMatch(/class="asked late"[^]*the first five minutes are over/);
  });

  test("is not late at night, and once they can be called counts five minutes from there", async () => {
    const evening = MONDAY + 12 * HOUR;
    const { open, world } = await deskWithReply(evening);
    await world.pass(evening + 8 * HOUR);
    expect((await open("/")).text).toMatch(/class="asked">Asked/);
    await world.pass(evening + 12 * HOUR + 6 * MINUTE);
    expect((await open("/")).text).toMatch(/class="asked late"[^]*due for over five minutes/);
  });

  test("stops at the first attempt, and is not there for calls nobody asked for", async () => {
    const { open, send } = await deskWithReply();
    await send(CALL, { version: "1", repId: "ana", disposition: "voicemail", notes: "" });
    for (const path of ["/", CALL]) expect((await open(path)).text).not.toMatch(/data-since|<script/);
    const other = await deskOf({ prospects: [rui] });
    await mustCall(other.world, rui.id);
    expect((await other.open("/")).text).not.toMatch(/data-since|<script/);
  });

  test("runs again when they ask once more after an attempt", async () => {
    const { open, send, world } = await deskWithReply();
    await send(CALL, { version: "1", repId: "ana", disposition: "no answer", notes: "" });
    const next = MONDAY + DAY;
    await world.pass(next);
    await recordEngagement(world.app, [{ id: "f1", prospectId: rui.id, kind: "form", at: next, text: "Call me" }]);
    await world.pass(next + 3 * MINUTE);
    for (const path of ["/", CALL]) expect(said((await open(path)).text)).toContain("Asked 3 min 0 s ago");
    await send(CALL, { version: "3", repId: "ana", disposition: "no answer", notes: "" });
    for (const path of ["/", CALL]) expect((await open(path)).text).not.toContain("data-since");
  });

  test("is the only thing the pages may run: the policy names these characters and no others", async () => {
    const { open } = await deskWithReply();
    const { text, headers } = await open("/");
    const scripts = [...text.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script]) => script ?? "");
    expect(scripts).toHaveLength(1);
    const hash = createHash("sha256").update(scripts[0]!).digest("base64");
    const policy = headers
      .get("Content-Security-Policy")
      ?.split("; ")
      .find((one) => one.startsWith("script-src"));
    expect(policy).toBe(`script-src 'sha256-${hash}'`);
  });
});

/** What the page's script makes of a clock, so long (ms) after it was loaded. */
function ranOn(since: number, lateFrom: number, later: number) {
  let now = Date.parse("2030-01-01T00:00Z");
  const waits: number[] = [];
  let next = (): void => undefined;
  const classes = new Set<string>();
  const toggle = (name: string, on: boolean): void => void (on ? classes.add(name) : classes.delete(name));
  const clock = {
    dataset: { since: String(since), lateFrom: String(lateFrom) },
    textContent: "",
    closest: () => ({ classList: { toggle } }),
  };
  runInNewContext(clockScript, {
    document: { querySelectorAll: () => [clock] },
    Date: { now: () => now },
    setTimeout: (then: () => void, wait: number) => {
      next = then;
      waits.push(wait);
    },
  });
  now += later;
  next();
  return { words: clock.textContent, late: classes.has("late"), wait: waits.at(-1) };
}

describe("in the browser", () => {
  test.each([0, 59, 60, 192, 3599, 3600, 7500, 86_399, 86_400, 3.5 * 86_400])(
    "it counts on from %d seconds in the same words as the server",
    (seconds) => {
      expect(ranOn(seconds, 300, 0).words).toBe(sinceWords(seconds));
      expect(ranOn(0, 300, seconds * 1000).words).toBe(sinceWords(seconds));
    },
  );

  test("it turns late by itself, and counts by the minute after an hour", () => {
    expect(ranOn(290, 300, 9_000)).toMatchObject({ late: false, wait: 1000 });
    expect(ranOn(290, 300, 10_000)).toMatchObject({ late: true });
    expect(ranOn(0, 300, HOUR)).toMatchObject({ words: "1 h 0 min", wait: MINUTE });
    expect(ranOn(0, 2 * 86_400, DAY)).toMatchObject({ late: false, words: "1 d 0 h" });
  });
});
