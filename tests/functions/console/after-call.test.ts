import { describe, expect, test } from "vitest";
import { getCall } from "../../../shared/call/store.ts";
import { promisesDue } from "../../../shared/call/promise-store.ts";
import { article, prospect } from "../../fixtures/world.ts";
import { deskOf, mustCall } from "./desk.ts";
import { words } from "./rep-desk.ts";

const rui = prospect("rui00000000", { lastName: "Costa", phone: "+351912345678" });
const PATH = `/prospects/${rui.id}/calls/1`;

async function deskWithCall() {
  const desk = await deskOf({ prospects: [rui], articles: [article("rounds")] });
  const { version } = await mustCall(desk.world, rui.id);
  return { ...desk, filled: { version: String(version), repId: "ana", notes: "" } };
}

const SPOKE = { disposition: "connected", stepKind: "call", stepAt: "2026-12-02T10:00" };

describe("one tap", () => {
  test.each([
    ["no answer", "No answer"],
    ["voicemail", "Left a voicemail"],
  ])("%s is logged at once, and the next attempt is told", async (tap, label) => {
    const { open, send, world, filled } = await deskWithCall();
    expect((await open(PATH)).text).toContain(`<button type="submit" name="tap" value="${tap}">${label}</button>`);
    const saved = await send(PATH, { ...filled, tap });
    expect(saved.status).toBe(303);
    expect((await getCall(world.app.table, rui.id, 1))?.attempts[0]?.disposition).toBe(tap);
    const { text } = await open(saved.headers.get("Location") ?? "");
    expect(words(text)).toMatch(/Saved\. .*Rui Costa: attempt 2 is tomorrow 16:00 Lisbon, in 1 day\./);
  });

  test("Enter in a field presses a button that logs nothing by itself", async () => {
    const { open } = await deskWithCall();
    const form = /<form class="card form after-call"[^]*?<\/form>/.exec((await open(PATH)).text)?.[0] ?? "";
    expect(/<button[^>]*>/.exec(form)?.[0]).not.toContain("name=");
  });

  test("counts over what was chosen before it", async () => {
    const { send, world, filled } = await deskWithCall();
    await send(PATH, { ...filled, ...SPOKE, tap: "no answer" });
    expect((await getCall(world.app.table, rui.id, 1))?.attempts[0]?.disposition).toBe("no answer");
  });
});

describe("the next step", () => {
  test("is taken from the hour that was tapped", async () => {
    const { send, world, filled } = await deskWithCall();
    await send(PATH, { ...filled, ...SPOKE, stepDate: "2026-12-24", stepTime: "" });
    expect((await getCall(world.app.table, rui.id, 1))?.attempts[0]?.nextStep).toEqual({
      kind: "call",
      date: "2026-12-02",
      time: "10:00",
    });
  });

  test("is another date where none of the hours suits", async () => {
    const { send, world, filled } = await deskWithCall();
    await send(PATH, { ...filled, ...SPOKE, stepAt: "other", stepDate: "2026-12-01" });
    expect((await getCall(world.app.table, rui.id, 1))?.attempts[0]?.nextStep).toEqual({
      kind: "call",
      date: "2026-12-01",
    });
  });
});

describe("what goes with a result", () => {
  const kept = {
    promise2: "Send the price list",
    promiseDue2: "2026-11-25",
    blocker: "approval",
    blockerReview: "2027-01-11",
    recording: "https://calls.example/77",
  };

  test("is kept, and the promise is on the rep's list until it is done", async () => {
    const { open, send, world, filled } = await deskWithCall();
    expect((await send(PATH, { ...filled, ...SPOKE, ...kept })).status).toBe(303);
    expect((await getCall(world.app.table, rui.id, 1))?.attempts[0]).toMatchObject({
      promises: [{ text: "Send the price list", due: "2026-11-25" }],
      blocker: { kind: "approval", reviewOn: "2027-01-11" },
      recording: "https://calls.example/77",
    });
    const worklist = (await open("/")).text;
    expect(words(worklist)).toMatch(/Promised 1 Send the price list by Wed 25 Nov to Rui Costa/);
    const next = (await open(`/prospects/${rui.id}/calls/2`)).text;
    expect(words(next)).toMatch(/You promised Send the price list By Wed 25 Nov .*Done/);
    expect(words(next)).toContain("In the way: approval");
    const done = /action="(\/promises\/[^"]+)"/.exec(worklist)?.[1] ?? "";
    const said = await open((await send(done, {})).headers.get("Location") ?? "");
    expect(said.text).toContain("Promise kept.");
    expect(words(said.text)).not.toContain("Promised 1");
    expect(await promisesDue(world.app.table, "ana")).toEqual([]);
    expect(words((await open(`/prospects/${rui.id}/calls/2`)).text)).toContain("Send the price list Kept");
    const history = words((await open(`/prospects/${rui.id}`)).text);
    for (const line of [
      "Promised for Wed 25 Nov 2026: Send the price list",
      "In the way: approval, again on Mon 11 Jan 2027",
      "Recording: https://calls.example/77",
      "Promise kept: Send the price list",
    ])
      expect(history).toContain(line);
  });

  test.each([
    [{ promise1: "Call back", promiseDue1: "" }, "promiseDue1", "By when? Give a date."],
    [{ promise1: "Call back", promiseDue1: "2026-02-30" }, "promiseDue1", "By when? Give a date."],
    [{ promise1: "Call back", promiseDue1: "2026-11-20" }, "promiseDue1", "is over"],
    [{ promise1: "", promiseDue1: "2026-11-30" }, "promise1", "Say what you promised"],
    [{ promise2: "Call back", promiseDue2: "2026-11-20" }, "promiseDue2", "is over"],
    [{ blocker: "approval" }, "blockerReview", "Give a date."],
    [{ blocker: "weather", blockerReview: "2027-01-11" }, "blocker", "Choose one of these"],
    [{ blockerReview: "2027-01-11" }, "blocker", "Choose what stands in the way"],
    [{ blocker: "approval", blockerReview: "2026-11-20" }, "blockerReview", "not after today"],
    [{ recording: "calls/77" }, "recording", "Give a whole web address"],
  ])("%o is refused beside its field, unfolded", async (wrong, field, reason) => {
    const { send, world, filled } = await deskWithCall();
    const page = await send(PATH, { ...filled, ...SPOKE, ...wrong });
    expect(page.status).toBe(422);
    const beside = new RegExp(`<p class="error" id="${field}-error">([^<]*)</p>`).exec(page.text)?.[1];
    expect(beside).toContain(reason);
    expect(page.text).toContain('value="2026-12-02T10:00" checked');
    expect((await getCall(world.app.table, rui.id, 1))?.attempts).toEqual([]);
  });
});

test("stopping is offered from the fifth attempt on", async () => {
  const { open, send, world, filled } = await deskWithCall();
  for (let tries = 0; tries < 4; tries += 1) {
    expect((await open(PATH)).text).not.toContain("Stop trying");
    const version = String((await getCall(world.app.table, rui.id, 1))?.version);
    await send(PATH, { ...filled, version, tap: "no answer" });
  }
  expect((await open(PATH)).text).toContain("Stop trying");
});
