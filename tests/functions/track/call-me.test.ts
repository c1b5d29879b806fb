import { describe, expect, it } from "vitest";
import { trackApp } from "../../../functions/track/app.ts";
import type { App } from "../../../shared/app.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { DAY } from "../../../shared/time.ts";
import { SLOT, WEDNESDAY, addProspect, pathOf, smallWorld } from "./small-world.ts";

const BROWSER = { "User-Agent": "Firefox/140", "Content-Type": "application/x-www-form-urlencoded" };
const OFFICE = { requestContext: { http: { sourceIp: "203.0.113.9" } } };

async function offered(own: Partial<Prospect> = {}, change: Partial<App> = {}) {
  const world = await smallWorld();
  const prospect = await addProspect(world.app, own);
  const http = trackApp({ ...world.app, ...change }, () => undefined);
  const path = pathOf(world.app, { kind: "call-me", prospectId: prospect.id, slot: SLOT });
  const press = (body: string, headers: { [name: string]: string } = BROWSER) =>
    http.request(path, { method: "POST", body, headers }, OFFICE);
  const come = (method = "GET") => http.request(path, { method, headers: BROWSER }, OFFICE);
  return { ...world, prospect, http, path, press, come };
}

describe("the page where a call is asked for", () => {
  it("says who will call, and shows nothing of the one who asks", async () => {
    const { come } = await offered({ phone: "+351210000001" });
    const page = await (await come()).text();
    expect(page).toContain("Ask Rui Costa to call you");
    expect(page).toContain("Rui Costa of Brightwater Works");
    expect(page).not.toMatch(/351210000001|ana@|Ana|value=/);
    expect(page.match(/<button/g)).toHaveLength(1);
  });

  it("is a click on that link, by HEAD too, and no wish for a call yet", async () => {
    const { come, signals, prospect } = await offered();
    await come();
    await come("HEAD");
    const click = { kind: "click", link: "call-me", prospectId: prospect.id, slot: SLOT, network: "203.0.113.0/24" };
    expect(signals).toMatchObject([
      { ...click, method: "GET" },
      { ...click, method: "HEAD" },
    ]);
  });

  it("speaks for the company where no rep is known", async () => {
    const { come, press } = await offered({ repId: undefined });
    expect(await (await come()).text()).toContain("Ask for a call");
    expect(await (await press("")).text()).toContain("Somebody from Brightwater Works will call you");
  });

  it("is there also while the click cannot be queued", async () => {
    const { come } = await offered({}, { signals: { send: () => Promise.reject(new Error("the queue is down")) } });
    expect((await come()).status).toBe(200);
  });
});

describe("asking for a call", () => {
  it("passes on what was said and that it was said, and nothing that was not", async () => {
    const { press, signals, prospect } = await offered();
    const answer = await press("phone=%2B351+21+000+00+02&when=Thursday%0D%0Amorning");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("Rui Costa will call you");
    const text = "Please call me on +351 21 000 00 02. When: Thursday morning";
    const asked = { kind: "form", prospectId: prospect.id, slot: SLOT, at: WEDNESDAY, method: "POST", text };
    expect(signals).toEqual([{ id: expect.any(String), ...asked }]);
  });

  it("needs no more than the button", async () => {
    const { press, signals } = await offered();
    await press("phone=&when=");
    await press("");
    expect(signals.map(({ text }) => text)).toEqual(["Please call me.", "Please call me."]);
  });

  it("on something that is no number is asked again, with what was entered, and sends nothing", async () => {
    const { press, signals } = await offered();
    const answer = await press("phone=not+a+phone&when=today");
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("“not a phone” is no phone number we could call");
    expect(page).toContain('value="today"');
    expect(signals).toEqual([]);
  });

  it("twice in the same words is one wish, in others another", async () => {
    const { press, signals, clock } = await offered();
    await press("when=today");
    clock.now += 60_000;
    await press("when=today");
    await press("when=tomorrow");
    expect(new Set(signals.map(({ id }) => id)).size).toBe(2);
  });

  it("is kept five times a link and day, whatever is sent; the button alone has its own place", async () => {
    const { press, signals, clock } = await offered();
    await press("");
    for (let n = 1; n <= 60; n += 1) await press(n % 2 ? `when=at+${n}` : `phone=${n}`);
    const kept = new Set(signals.map(({ id }) => id));
    expect(kept.size).toBe(5);
    expect(signals.filter(({ id }) => id === signals[0]?.id)).toHaveLength(1);
    clock.now += DAY;
    await press("when=at+1");
    expect(kept).not.toContain(signals.at(-1)?.id);
  });

  it("that could not be passed on is not said to be", async () => {
    const { press } = await offered({}, { signals: { send: () => Promise.reject(new Error("the queue is down")) } });
    const answer = await press("");
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("will call you");
  });

  it("takes only what its own form sends", async () => {
    const { press, signals } = await offered();
    const refused = [
      await press('{"phone":"1"}', { "Content-Type": "application/json" }),
      await press("phone=1", { "Content-Type": "text/plain" }),
      await press(`phone=${"1".repeat(41)}`),
      await press(`when=${"x".repeat(201)}`),
      await press("phone=1&phone=2"),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
    expect((await press(`when=${"x".repeat(11_000)}`)).status).toBe(413);
    expect(signals).toEqual([]);
  });
});

describe("the link to ask for a call", () => {
  it("takes no token of another kind, and none of its own elsewhere", async () => {
    const { app, http, path, signals, prospect } = await offered();
    for (const kind of ["open", "click", "unsubscribe", "preferences"] as const) {
      const token = pathOf(app, { kind, prospectId: prospect.id, slot: SLOT }).slice("/o/".length);
      for (const method of ["GET", "POST"])
        expect((await http.request(`/m/${token}`, { method, headers: BROWSER })).status).toBe(404);
    }
    expect((await http.request(path.replace("/m/", "/c/"))).status).toBe(404);
    expect(signals).toEqual([]);
  });

  it("of somebody who was erased meanwhile leads to nobody", async () => {
    const { app, come, press, signals, prospect } = await offered();
    await eraseProspect(app, prospect.id);
    for (const answer of [await come(), await press("phone=1")]) {
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain("We keep nothing about you");
    }
    expect(signals).toEqual([]);
  });
});
