import { describe, expect, test } from "vitest";
import { promisesDue } from "../../../shared/call/promise-store.ts";
import { getCall, putCall } from "../../../shared/call/store.ts";
import type { Viewer } from "../../../shared/member/access.ts";
import { prospect, testWorld } from "../../fixtures/world.ts";
import { mustCall } from "./desk.ts";
import { addReps, aroha, bo, cy, deskFor, viewerOf, words } from "./rep-desk.ts";

const rui = prospect("rui00000000", { lastName: "Costa", phone: "+351912345678", repId: "bo" });
const PATH = `/prospects/${rui.id}/calls/1`;

async function deskWithCall() {
  const world = await testWorld({ prospects: [rui] });
  await addReps(world, aroha, bo);
  const { version } = await mustCall(world, rui.id);
  return { world, version: String(version), ...deskFor(world, viewerOf(bo)) };
}

describe("putting a call off", () => {
  test("to the next good hour takes one tap, which says to when", async () => {
    const { open, send, version } = await deskWithCall();
    const offered = /To (\w+ [\d:]+|\w+ \d+ \w+ [\d:]+) Lisbon/.exec(words((await open(PATH)).text))?.[1] ?? "none";
    const { to } = await send(`${PATH}/snooze`, { version });
    const said = words((await open(to)).text);
    expect(said).toContain(`Put off.`);
    expect(said).toContain(`Rui Costa: next call ${offered} Lisbon`);
  });

  test("to a date, with the reason in the call", async () => {
    const { open, send, world, version } = await deskWithCall();
    await send(`${PATH}/snooze`, { version, dated: "yes", until: "2026-11-26", why: "At a fair" });
    const call = await getCall(world.app.table, rui.id, 1);
    expect(new Date(call?.dueAt ?? 0).toISOString()).toMatch(/^2026-11-26T1/);
    expect(words((await open(PATH)).text)).toContain("Put off: At a fair, Mon 23 Nov 2026, 09:00 Lisbon");
  });

  test.each([
    ["", "Until when?"],
    ["2026-11-20", "is over"],
    ["2027-11-20", "7 days ahead at most"],
  ])("until %o is refused beside its field", async (until, reason) => {
    const { send, world, version } = await deskWithCall();
    const page = await send(`${PATH}/snooze`, { version, dated: "yes", until });
    expect(page.status).toBe(422);
    expect(/id="until-error">([^<]*)</.exec(page.text)?.[1]).toContain(reason);
    expect((await getCall(world.app.table, rui.id, 1))?.version).toBe(Number(version));
  });

  test("a call that changed meanwhile is not moved, and the rep is told", async () => {
    const { send, version } = await deskWithCall();
    await send(PATH, { version, tap: "no answer" });
    const late = await send(`${PATH}/snooze`, { version });
    expect(late.status).toBe(409);
    expect(words(late.text)).toContain("The call to Rui Costa changed just before you");
    expect(late.text).toContain(`href="${PATH}"`);
  });
});

describe("handing a call over", () => {
  test("puts it on the other's worklist, with the reason", async () => {
    const { open, send, world, version } = await deskWithCall();
    const done = await send(`${PATH}/hand-over`, { version, to: "aroha", handWhy: "Speaks their language" });
    expect(done.status).toBe(303);
    expect((await open("/")).text).not.toContain(PATH);
    const other = deskFor(world, viewerOf(aroha));
    expect((await other.open("/")).text).toContain(`href="${PATH}"`);
    expect(words((await other.open(PATH)).text)).toContain("Handed over to Aroha Whitcombe: Speaks their language");
  });

  test.each([
    [{ to: "", handWhy: "Ill" }, "to", "Choose whom"],
    [{ to: "nobody", handWhy: "Ill" }, "to", "Choose whom"],
    [{ to: "aroha", handWhy: " " }, "handWhy", "Say in a few words why"],
  ])("%o is refused beside its field", async (fields, field, reason) => {
    const { send, world, version } = await deskWithCall();
    const page = await send(`${PATH}/hand-over`, { version, ...fields });
    expect(page.status).toBe(422);
    expect(new RegExp(`id="${field}-error">([^<]*)<`).exec(page.text)?.[1]).toContain(reason);
    expect((await getCall(world.app.table, rui.id, 1))?.repId).toBe("bo");
  });
});

test("a rep calls in their own name, whatever a form says", async () => {
  const { open, send, world, version } = await deskWithCall();
  expect((await open(PATH)).text).not.toContain("Called by");
  await send(PATH, { version, tap: "no answer", repId: "aroha" });
  expect((await getCall(world.app.table, rui.id, 1))?.attempts[0]?.repId).toBe("bo");
});

describe("who calls", () => {
  const boss = { ...viewerOf(bo, "manager"), repId: undefined, team: "north" };

  test("a manager says which rep of the team it was, and names nobody else's", async () => {
    const { world, version } = await deskWithCall();
    await addReps(world, cy);
    const { open, send } = deskFor(world, boss);
    const choices = /<select id="repId"[^]*?<\/select>/.exec((await open(PATH)).text)?.[0] ?? "";
    expect(words(choices)).toBe(" Choose a rep Aroha Whitcombe Bo Lind ");
    const refused = await send(PATH, { version, tap: "no answer", repId: "cy" });
    expect(refused.status).toBe(422);
    expect(/id="repId-error">([^<]*)</.exec(refused.text)?.[1]).toBe("Choose who made the call.");
    expect((await send(PATH, { version, tap: "no answer", repId: "aroha" })).status).toBe(303);
  });

  test("a promise is ticked off by who made it or sees their work, and by nobody else", async () => {
    const { world, version, send } = await deskWithCall();
    const spoke = { disposition: "connected", stepKind: "call", stepDate: "2026-12-02" };
    await send(PATH, { version, ...spoke, promise1: "Send the sheet", promiseDue1: "2026-11-24" });
    const id = (await promisesDue(world.app.table, "bo"))[0]?.id ?? "";
    const tick = (viewer: Viewer) => deskFor(world, viewer).send(`/promises/${rui.id}/${id}/kept`, { back: "/" });
    expect((await tick(viewerOf(aroha))).status).toBe(404);
    expect(await promisesDue(world.app.table, "bo")).toHaveLength(1);
    expect((await tick(boss)).to).toBe("/?done=promise-kept");
    expect(await promisesDue(world.app.table, "bo")).toEqual([]);
  });
});

test("only who is to pass something on by hand can say that they did", async () => {
  const { open, send, world, version } = await deskWithCall();
  expect((await open(PATH)).text).not.toContain("Passed something on");
  const call = await getCall(world.app.table, rui.id, 1);
  if (call) await world.app.table.write(putCall({ ...call, lane: "share" }, "present"));
  expect((await open(PATH)).text).toContain("Passed something on");
  expect((await send(PATH, { version, disposition: "shared", notes: "A film on sailing" })).status).toBe(303);
  expect((await getCall(world.app.table, rui.id, 1))?.attempts[0]?.disposition).toBe("shared");
});
