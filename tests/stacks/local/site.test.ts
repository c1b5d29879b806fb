import { afterAll, describe, expect, test } from "vitest";
import { linkUrl } from "../../../shared/link.ts";
import { openStore } from "../../../shared/local/store.ts";
import { putProspect } from "../../../shared/prospect/store.ts";
import type { Heartbeat } from "../../../stacks/local/heartbeat.ts";
import { listen, siteOf } from "../../../stacks/local/site.ts";
import type { SiteSettings } from "../../../stacks/local/site.ts";
import { MONDAY, prospect } from "../../fixtures/world.ts";
import { worldAt } from "./folders.ts";

const heartbeat: Heartbeat = { moveTo: async () => undefined, stop: async () => undefined };
const world = await worldAt(openStore(":memory:"), MONDAY);
await world.app.table.write(...putProspect(prospect("rui"), undefined));
const { address, close } = await listen(siteOf(world, heartbeat), { port: 0, host: "127.0.0.1" });
afterAll(close);

test("each link of an email is answered, and behind a proxy it is kept which network it came from", async () => {
  const of = { prospectId: "rui", slot: "2026-11-25" };
  const answers: number[] = [];
  for (const kind of ["open", "call-me", "unsubscribe", "preferences"] as const) {
    const { pathname } = new URL(linkUrl(world.app.config, { kind, ...of }));
    const headers = { "X-Forwarded-For": "198.51.100.4, 203.0.113.9" };
    answers.push((await fetch(address + pathname, { headers })).status);
  }
  expect(answers).toEqual([200, 200, 200, 200]);
  const signals = world.queues.signals.receive(10).map(({ body }) => body);
  expect(signals).toMatchObject([
    { kind: "open", network: "203.0.113.0/24" },
    { kind: "click", link: "call-me", network: "203.0.113.0/24" },
  ]);
});

describe("the console", () => {
  const ask = (settings: SiteSettings, publicUrl: string, url: string) => {
    const site = siteOf(
      Object.assign(world, { app: { ...world.app, config: { ...world.app.config, publicUrl } } }),
      heartbeat,
      settings,
    );
    return site.fetch(new Request(url, { headers: { Accept: "text/html" } }));
  };
  const here = "http://localhost:4600";
  const there = "https://mail.northgate.example";

  test.each([
    ["127.0.0.1", here, `${here}/members`, 200],
    ["127.0.0.1", here, "http://evil.example/members", 421],
    ["127.0.0.1", there, `${there}/members`, 303],
    ["127.0.0.1", there, `${here}/members`, 303],
    ["127.0.0.1", there, "http://evil.example/members", 421],
    ["0.0.0.0", here, `${here}/members`, 303],
    ["0.0.0.0", there, `${there}/members`, 303],
    ["0.0.0.0", there, "http://192.0.2.7:4600/members", 303],
  ])("on HOST %s with MIDWEEK_URL %s answers %s with %i", async (host, publicUrl, url, status) => {
    expect((await ask({ host }, publicUrl, url)).status).toBe(status);
  });
});
