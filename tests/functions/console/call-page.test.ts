import { describe, expect, test } from "vitest";
import { getCall } from "../../../shared/call/store.ts";
import { article, prospect } from "../../fixtures/world.ts";
import { deskOf, mustCall } from "./desk.ts";

const rui = prospect("rui00000000", { lastName: "Costa", phone: "+351912345678" });
const PATH = `/prospects/${rui.id}/calls/1`;

async function deskWithCall() {
  const desk = await deskOf({ prospects: [rui], articles: [article("rounds")] });
  const call = await mustCall(desk.world, rui.id);
  return { ...desk, call, filled: { version: String(call.version), repId: "ana" } };
}

describe("before the call", () => {
  test("shows why now, when, and the whole brief", async () => {
    const { open, call } = await deskWithCall();
    const { text } = await open(PATH);
    expect(text).toContain("By hand: Asked for a quote");
    expect(text).toContain("It is 09:00 in Lisbon now");
    expect(text).toContain("One thing about rounds.");
    expect(text).toContain('href="/library/rounds"');
    expect(text).toContain("This is the first time you speak.");
    expect(text).toContain(`${call.brief.voicemail.seconds} seconds`);
    expect(text.match(/name="disposition"/g)).toHaveLength(5);
    expect([...text.matchAll(/name="tap" value="([^"]+)"/g)].map(([, tap]) => tap)).toEqual(["no answer", "voicemail"]);
  });

  test("a call that is not there is a page", async () => {
    const { open } = await deskWithCall();
    expect((await open(`/prospects/${rui.id}/calls/2`)).status).toBe(404);
    expect((await open(`/prospects/${rui.id}/calls/x`)).status).toBe(404);
  });
});

describe("after the call", () => {
  test("nothing is saved without a result, and what was typed stays", async () => {
    const { send, world, filled } = await deskWithCall();
    const page = await send(PATH, { ...filled, notes: "Nice talk <b>" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Choose what came of the call.");
    expect(page.text).toContain("Nothing was saved yet.");
    expect(page.text).toContain("Nice talk &lt;b&gt;");
    expect((await getCall(world.app.table, rui.id, 1))?.attempts).toEqual([]);
  });

  test.each([
    [{ disposition: "connected" }, "Choose the next step you agreed on"],
    [{ disposition: "connected", stepKind: "demo" }, "Give the date of the next step."],
    [{ disposition: "connected", stepKind: "demo", stepDate: "2026-11-20" }, "This date is over."],
    [{ disposition: "connected", stepKind: "demo", stepDate: "2026-11-25", stepTime: "25:00" }, "a time like 15:00"],
    [{ disposition: "connected", stepKind: "party", stepDate: "2026-11-25" }, "Choose the next step"],
    [{ disposition: "meeting booked", stepKind: "declined" }, "A booked meeting needs its date"],
    [{ disposition: "not now" }, "Give a date after today"],
    [{ disposition: "not now", notNowUntil: "2026-11-23" }, "Give a date after today"],
    [{ disposition: "voicemail", giveUpReason: "No use" }, "giving up takes at least 5"],
    [{ disposition: "voicemail", repId: "" }, "Choose who made the call."],
    [{ disposition: "voicemail", repId: "nobody" }, "Choose who made the call"],
  ])("%o is refused beside its field", async (fields, words) => {
    const { send, filled } = await deskWithCall();
    const page = await send(PATH, { ...filled, ...fields });
    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
    expect(page.text).toContain('aria-invalid="true"');
    if ("stepDate" in fields) expect(page.text).toContain(`value="${fields.stepDate}"`);
  });

  test("a voicemail moves the call on and leads back to the worklist", async () => {
    const { send, open, world, filled } = await deskWithCall();
    const saved = await send(PATH, { ...filled, disposition: "voicemail", notes: "" });
    expect(saved.status).toBe(303);
    const worklist = await open(saved.headers.get("Location") ?? "");
    expect(worklist.text).toContain("Saved. The next step is planned.");
    expect(worklist.text).toContain("Attempt 2 of this call: touch 2 of 12, after 1 call");
    expect((await getCall(world.app.table, rui.id, 1))?.attempts).toHaveLength(1);
  });

  test("a demo agreed on closes this call and opens the next", async () => {
    const { send, open, filled } = await deskWithCall();
    await send(PATH, {
      ...filled,
      disposition: "connected",
      notes: "They run three shifts.\r\nWants to see it.",
      stepKind: "demo",
      stepDate: "2026-12-02",
      stepTime: "10:30",
    });
    expect((await open(PATH)).text).toContain("This call is closed");
    const history = await open(`/prospects/${rui.id}`);
    expect(history.text).toContain("Call 1 by Ana Sousa: connected");
    expect(history.text).toContain("They run three shifts.\nWants to see it.");
    expect(history.text).toContain("Next: demo, Wed 2 Dec 2026 10:30");
    expect(history.text).toContain("To be called Wed 2 Dec 10:30 Lisbon");
  });

  test("whoever comes second keeps what was typed and can save on top", async () => {
    const { send, world, filled } = await deskWithCall();
    await send(PATH, { ...filled, disposition: "voicemail", notes: "First" });
    const second = await send(PATH, { ...filled, disposition: "no answer", notes: "Second" });
    expect(second.status).toBe(409);
    expect(second.text).toContain("Somebody saved this call just before you.");
    expect(second.text).toContain("Second");
    const version = /name="version" value="(\d+)"/.exec(second.text)?.[1] ?? "";
    await send(PATH, { ...filled, version, disposition: "no answer", notes: "Second" });
    const call = await getCall(world.app.table, rui.id, 1);
    expect(call?.attempts.map(({ notes }) => notes)).toEqual(["First", "Second"]);
  });
});
