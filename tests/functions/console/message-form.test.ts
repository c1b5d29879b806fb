import { describe, expect, test } from "vitest";
import { callsOf } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { getProspect } from "../../../shared/prospect/store.ts";
import { HOUR, MINUTE } from "../../../shared/time.ts";
import { MONDAY, prospect } from "../../fixtures/world.ts";
import { deskOf, mustCall } from "./desk.ts";

const rui = prospect("rui00000000", { lastName: "Costa", phone: "+351912345678" });
const PATH = `/prospects/${rui.id}/messages`;

describe("they got in touch", () => {
  test("a reply is noted, leaves them in the cadence and is on top of the worklist", async () => {
    const { open, send, world } = await deskOf({ prospects: [rui] });
    const noted = await send(PATH, { kind: "reply", when: "", said: "Call me\r\nafter lunch" });
    expect(noted.status).toBe(303);
    expect((await open(noted.headers.get("Location") ?? "")).text).toContain("Noted.");
    await world.pass(MONDAY + MINUTE);
    expect(await getProspect(world.app.table, rui.id)).toMatchObject({ standing: { state: "active" } });
    const page = await open(`/prospects/${rui.id}`);
    expect(page.text).toContain("Replied");
    expect(page.text).toContain("Call me\nafter lunch");
    expect((await open("/")).text).toContain("Asked for it: replied");
  });

  test("when they did is told on the rep's clock", async () => {
    const { send, world } = await deskOf({ prospects: [rui] });
    await send(PATH, { kind: "form", when: "2026-11-23T08:00", said: "" });
    await world.pass(MONDAY + MINUTE);
    expect((await callsOf(world.app.table, rui.id))[0]).toMatchObject({
      lane: "hot",
      evidence: [{ at: MONDAY - HOUR }],
    });
  });

  test("a booked meeting is on the worklist as one", async () => {
    const { open, send, world } = await deskOf({ prospects: [rui] });
    expect((await open(`/prospects/${rui.id}`)).text).toContain("Booked a meeting");
    await send(PATH, { kind: "booking", when: "", said: "Tuesday at ten" });
    await world.pass(MONDAY + MINUTE);
    expect((await open("/")).text).toMatch(/class="why">Booked a meeting</);
  });

  test.each([
    [{ kind: "" }, "Choose what they did."],
    [{ kind: "visit" }, "Choose what they did."],
    [{ kind: "reply", when: "2026-11-23T09:30" }, "This is still to come."],
    [{ kind: "reply", when: "yesterday" }, "Give a date and a time"],
    [{ kind: "reply", when: "2026-02-30T10:00" }, "Give a date and a time"],
    [{ kind: "reply", said: "x".repeat(4001) }, "At most 4000 characters."],
  ])("%j is refused beside its field, and what was typed stays", async (fields, words) => {
    const { send, world } = await deskOf({ prospects: [rui] });
    const page = await send(PATH, { said: "Nice <b>", ...fields });
    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
    if (!("said" in fields)) expect(page.text).toContain("Nice &lt;b&gt;");
    await world.pass(MONDAY + MINUTE);
    expect(await callsOf(world.app.table, rui.id)).toEqual([]);
  });

  test("of nobody is a page, and from another site is refused", async () => {
    const { send } = await deskOf({ prospects: [rui] });
    expect((await send("/prospects/nobody/messages", { kind: "reply" })).status).toBe(404);
    const elsewhere = { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
    expect((await send(PATH, { kind: "reply" }, elsewhere)).status).toBe(403);
  });
});

describe("do not call", () => {
  const marked = { ...rui, doNotCall: true };

  test("is shown on the prospect's page, without a number to tap or a form to call by hand", async () => {
    const { open, send } = await deskOf({ prospects: [marked] });
    const { text } = await open(`/prospects/${rui.id}`);
    expect(text).toContain("Do not call");
    expect(text).not.toContain('href="tel:');
    expect(text).not.toContain('name="why"');
    expect(text).toContain("They got in touch");
    const refused = await send(`/prospects/${rui.id}/calls`, { why: "Met at the fair" });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain("Rui Costa is marked");
  });

  test("is shown on the page of a call they asked for, which can be dialled", async () => {
    const { open, world } = await deskOf({ prospects: [marked] });
    await recordEngagement(world.app, [{ id: "f1", prospectId: rui.id, kind: "form", at: MONDAY }]);
    const { text } = await open(`/prospects/${rui.id}/calls/1`);
    expect(text).toContain("got in touch themselves");
    expect(text).toContain('href="tel:+351912345678"');
  });

  test("is no word on the pages of others", async () => {
    const { open, world } = await deskOf({ prospects: [rui] });
    await mustCall(world, rui.id);
    for (const path of [`/prospects/${rui.id}`, `/prospects/${rui.id}/calls/1`])
      expect((await open(path)).text).not.toContain("Do not call");
  });
});
