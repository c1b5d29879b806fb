import { describe, expect, test } from "vitest";
import { script, scriptPath } from "../../../functions/console/script.ts";
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
    for (const path of ["/", CALL]) expect((await open(path)).text).not.toMatch(/data-since/);
    const other = await deskOf({ prospects: [rui] });
    await mustCall(other.world, rui.id);
    expect((await other.open("/")).text).not.toMatch(/data-since/);
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

  test("goes on counting by the console's one script, and the pages may run nothing else", async () => {
    const { open } = await deskWithReply();
    const { text, headers } = await open("/");
    expect([...text.matchAll(/<script\b[^>]*>[^]*?<\/script>/g)].map(([tag]) => tag)).toEqual([
      `<script src="${scriptPath}" defer=""></script>`,
    ]);
    const policy = headers.get("Content-Security-Policy")?.split("; ");
    expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'self'"]));
    const served = await open(scriptPath);
    expect(served.text).toBe(script);
    expect(served.headers.get("Content-Type")).toContain("text/javascript");
    expect(served.headers.get("Cache-Control")).toContain("immutable");
  });
});
