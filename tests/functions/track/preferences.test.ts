import { describe, expect, it, test } from "vitest";
import { trackApp } from "../../../functions/track/app.ts";
import type { Company } from "../../../shared/config.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { getProspect, standProspect } from "../../../shared/prospect/store.ts";
import { addProspect, pathOf, smallWorld } from "./small-world.ts";

async function atThePage(own: Partial<Prospect> = {}, ours: Partial<Company> = {}) {
  const world = await smallWorld();
  const { config } = world.app;
  const app = { ...world.app, config: { ...config, company: { ...config.company, ...ours } } };
  const prospect = await addProspect(app, own);
  const path = pathOf(app, { kind: "preferences", prospectId: prospect.id });
  const http = trackApp(app);
  const send = (fields: string, type = "application/x-www-form-urlencoded") =>
    http.request(path, { method: "POST", body: fields, headers: { "Content-Type": type } });
  return {
    app,
    prospect,
    send,
    page: async () => (await http.request(path)).text(),
    press: async (fields: string) => (await send(fields)).text(),
    now: () => getProspect(app.table, prospect.id),
  };
}

describe("the preferences page", () => {
  it("offers the library's topics and shows what was chosen before", async () => {
    const { page } = await atThePage({ topics: ["maintenance", "gone-from-the-library"], atMostWeekly: true });
    const html = await page();
    expect(html).toContain("Shift handover");
    expect(html).toMatch(/value="maintenance" checked/);
    expect(html).toMatch(/value="gone-from-the-library" checked/);
    expect(html).not.toMatch(/value="shift-handover" checked/);
    expect(html).toMatch(/name="atMostWeekly" value="yes" checked/);
  });

  it("keeps the topics, the rhythm and the wish not to be measured", async () => {
    const { press, now } = await atThePage();
    expect(await press("action=save&topic=maintenance&topic=shift-handover&atMostWeekly=yes&unmeasured=yes")).toContain(
      "Saved.",
    );
    expect(await now()).toMatchObject({
      topics: ["maintenance", "shift-handover"],
      atMostWeekly: true,
      tracking: "denied",
    });
    await press("action=save");
    expect(await now()).toMatchObject({ topics: [], atMostWeekly: false, tracking: "granted" });
  });

  it("keeps no topic that it did not offer", async () => {
    const { press, now } = await atThePage();
    await press("action=save&topic=made-up&topic=maintenance");
    expect((await now())?.topics).toEqual(["maintenance"]);
  });

  it("takes saving with the box left alone for no consent", async () => {
    const { press, now } = await atThePage();
    await press("action=save&topic=maintenance");
    expect((await now())?.tracking).toBe("unknown");
  });

  it("ticks the box for someone from a country where nobody is measured unasked", async () => {
    expect(await (await atThePage({ country: "DE" })).page()).toMatch(/name="unmeasured" value="yes" checked/);
    expect(await (await atThePage({ country: "PT" })).page()).not.toMatch(/name="unmeasured" value="yes" checked/);
  });
});

test.each([
  [{}, {}, "What was measured so far is deleted."],
  [{}, { eraseOnWithdrawal: false }, "what was measured so far is kept."],
  [{ country: "DE" }, {}, "in your country we ask first."],
  [{ country: "DE", tracking: "denied" }, {}, "What was measured so far is deleted."],
] as const)("the box of %o at a company of %o says: %s", async (own, ours, words) => {
  expect(await (await atThePage(own, ours)).page()).toContain(words);
});

describe("a break", () => {
  it("pauses for 90 days of the prospect's own calendar and names day and zone", async () => {
    // Already Thursday the 26th in Auckland.
    const { press, now } = await atThePage({ timeZone: "Pacific/Auckland" });
    expect(await press("action=pause")).toContain("until Wednesday, 24 February 2027 (Pacific/Auckland time)");
    expect((await now())?.standing).toMatchObject({ state: "paused", until: "2027-02-24" });
  });

  it("starts again for who paused themselves", async () => {
    const { press, page, now } = await atThePage();
    await press("action=pause");
    expect(await page()).toContain("Start again now");
    expect(await press("action=resume")).toContain("Welcome back.");
    expect((await now())?.standing).toEqual({ state: "active" });
  });

  it("leaves alone a pause that a rep agreed on, and who has left", async () => {
    const { app, press, page, now, prospect } = await atThePage();
    const agreed = { state: "paused", until: "2027-06-01", reason: "not now" } as const;
    await app.table.write(...standProspect(prospect, agreed, app.now()));
    expect(await page()).not.toContain("Start again");
    await press("action=resume");
    expect((await now())?.standing).toEqual(agreed);
    const gone = { state: "ended", reason: "complained" } as const;
    await app.table.write(...standProspect(prospect, gone, app.now()));
    for (const action of ["resume", "pause"]) await press(`action=${action}`);
    expect((await now())?.standing).toEqual(gone);
  });
});

describe("leaving from the preferences page", () => {
  it("has a button that unsubscribes", async () => {
    const { app, page, now } = await atThePage();
    const action = /action="\.\.(\/u\/[^"]+)"/.exec(await page())?.[1];
    expect((await trackApp(app).request(action!, { method: "POST" })).status).toBe(200);
    expect((await now())?.standing).toEqual({ state: "ended", reason: "opted out" });
    expect(await page()).not.toContain("/u/");
  });

  it("erases only after a second yes", async () => {
    const { press, now, page } = await atThePage();
    expect(await press("action=erase")).toContain("Yes, erase everything");
    expect(await now()).toBeDefined();
    expect(await press("action=erase-for-good")).toContain("You are erased");
    expect(await now()).toBeUndefined();
    expect(await page()).toContain("We keep nothing about you");
    for (const action of ["save", "pause", "resume", "erase-for-good"])
      expect(await press(`action=${action}`)).toContain("We keep nothing about you");
  });

  it("refuses what its own form does not send, names the field and changes nothing", async () => {
    const { send, now, prospect } = await atThePage();
    const refused = [
      await send("action=delete-all"),
      await send(""),
      await send('{"action":"pause"}', "application/json"),
      await send("action=pause", "text/plain"),
      await send(`action=save${"&topic=a".repeat(101)}`),
      await send("action=save&atMostWeekly=maybe"),
    ];
    expect(refused.map((response) => response.status)).toEqual([400, 400, 400, 400, 400, 400]);
    expect(await refused[5]!.text()).toContain("&quot;atMostWeekly&quot;");
    expect((await send(`action=save&topic=${"x".repeat(11_000)}`)).status).toBe(413);
    expect(await now()).toEqual(prospect);
  });
});
