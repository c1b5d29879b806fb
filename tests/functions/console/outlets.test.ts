import { describe, expect, test } from "vitest";
import { webhookExample } from "../../../functions/console/webhook-example.ts";
import { getOutlets } from "../../../shared/notice/outlets-store.ts";
import { WebhookBody } from "../../../shared/notice/payload.ts";
import type { Outgoing } from "../../../shared/ports.ts";
import { deskOf } from "./desk.ts";

const MIRROR = "https://crm.example/midweek";

async function deskWithServers(status = 200) {
  const posts: Outgoing[] = [];
  const outlet = {
    get: async () => ({ failed: "nobody there" }),
    post: async (outgoing: Outgoing) => (posts.push(outgoing), { status }),
  };
  const desk = await deskOf({ outlet });
  return { ...desk, posts, outlets: () => getOutlets(desk.world.app.table) };
}

describe("the page of outlets", () => {
  test("is reached from Settings, and starts with alerts to reps and nothing else", async () => {
    const { open } = await deskWithServers();
    expect((await open("/settings")).text).toContain('href="/outlets"');
    const { status, text } = await open("/outlets");
    expect(status).toBe(200);
    expect(text).toContain("No program is told yet");
    expect(text).toMatch(/<option value="yes" selected="">At once/);
    expect(text).not.toContain("Send a test");
  });

  test("shows those who write the program a message as it would come", async () => {
    const { open } = await deskWithServers();
    expect((await open("/outlets")).text).toContain("&quot;type&quot;: &quot;call.changed&quot;");
    expect(WebhookBody.parse(webhookExample)).toEqual(webhookExample);
  });

  test("keeps who is alerted", async () => {
    const { send, open, outlets } = await deskWithServers();
    const slackUrl = "https://hooks.slack.com/services/T/B/x";
    const saved = await send("/outlets", { alertReps: "no", fallbackEmail: " desk@northgate.example ", slackUrl });
    expect([saved.status, saved.headers.get("Location")]).toEqual([303, "/outlets?done=outlets-saved"]);
    expect(await outlets()).toMatchObject({ alertReps: false, fallbackEmail: "desk@northgate.example", slackUrl });
    expect((await open("/outlets")).text).toContain(slackUrl);
    await send("/outlets", { alertReps: "yes", fallbackEmail: "", slackUrl: "" });
    const { alertReps, fallbackEmail, slackUrl: kept } = await outlets();
    expect([alertReps, fallbackEmail, kept]).toEqual([true, undefined, undefined]);
  });

  test("says what is wrong beside the field, keeps what was typed, and saves nothing", async () => {
    const { send, outlets } = await deskWithServers();
    const page = await send("/outlets", {
      alertReps: "maybe",
      fallbackEmail: "desk",
      slackUrl: "http://slack.example/x",
    });
    expect(page.status).toBe(422);
    for (const [field, says] of [
      ["alertReps", "Choose whether they get one."],
      ["fallbackEmail", "Give an email address, or leave it empty."],
      ["slackUrl", "It has to start with https://."],
    ])
      expect(page.text).toContain(`<p class="error" id="${field}-error">${says}</p>`);
    expect(page.text).toContain('value="http://slack.example/x"');
    expect((await outlets()).slackUrl).toBeUndefined();
  });

  test("adds a program and shows its secret this once", async () => {
    const { send, open, outlets } = await deskWithServers();
    const added = await send("/outlets/add", { url: MIRROR, withNames: "yes" });
    expect(added.status).toBe(201);
    const [endpoint] = (await outlets()).webhooks;
    expect(endpoint).toMatchObject({ url: MIRROR, withNames: true });
    expect(added.text).toContain(`<code class="copy section-top">${endpoint?.secret}</code>`);
    expect(added.headers.get("Cache-Control")).toBe("no-store");
    const page = await open("/outlets");
    expect(page.text).toContain("With names and addresses of prospects");
    expect(page.text).not.toContain("whsec_");
    const again = await send("/outlets/add", { url: MIRROR, withNames: "yes" });
    expect(again.status).toBe(422);
    expect(again.text).toContain('<p class="error" id="url-error">It is there already.</p>');
    expect(again.text).not.toContain("whsec_");
  });

  test.each([
    [{ url: "crm.example", withNames: "no" }, "url", "Give a whole address, like https://example.com/midweek."],
    [{ url: MIRROR, withNames: "" }, "withNames", "Choose what it is told."],
  ])("refuses %j", async (fields, field, says) => {
    const { send, outlets } = await deskWithServers();
    const page = await send("/outlets/add", fields);
    expect(page.status).toBe(422);
    expect(page.text).toContain(`<p class="error" id="${field}-error">${says}</p>`);
    expect((await outlets()).webhooks).toEqual([]);
  });

  test("tests a program, says what went wrong last with when, and removes it", async () => {
    const { send, open, outlets, posts } = await deskWithServers(500);
    await send("/outlets/add", { url: MIRROR, withNames: "no" });
    const { id } = (await outlets()).webhooks[0]!;
    const tested = await send("/outlets/test", { which: id });
    expect(tested.headers.get("Location")).toBe("/outlets?done=outlet-ill");
    expect(posts.map(({ url }) => url)).toEqual([MIRROR]);
    expect((await open("/outlets")).text).toMatch(
      /Last failure: answered 500, <time[^>]*>Mon 23 Nov 2026, 09:00 Lisbon/,
    );
    await send("/outlets/remove", { id });
    expect((await open("/outlets")).text).toContain("No program is told yet");
    expect((await send("/outlets/test", { which: id })).status).toBe(404);
  });

  test("says when a test was answered well", async () => {
    const { send } = await deskWithServers(204);
    await send("/outlets", { alertReps: "yes", fallbackEmail: "", slackUrl: "https://hooks.slack.com/services/T/B/x" });
    expect((await send("/outlets/test", { which: "slack" })).headers.get("Location")).toBe("/outlets?done=outlet-well");
  });
});
