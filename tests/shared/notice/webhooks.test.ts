import { Webhook } from "standardwebhooks";
import { describe, expect, test, vi } from "vitest";
import { completeCall } from "../../../shared/call/complete.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { addWebhook } from "../../../shared/notice/endpoints.ts";
import { getOutlets } from "../../../shared/notice/outlets-store.ts";
import { WebhookBody } from "../../../shared/notice/payload.ts";
import { retellNotices } from "../../../shared/notice/retell.ts";
import { saveOutlets } from "../../../shared/notice/save-outlets.ts";
import { testOutlet } from "../../../shared/notice/test-outlet.ts";
import { fetchOutlet } from "../../../shared/outlet.ts";
import type { Outgoing } from "../../../shared/ports.ts";
import { DAY, MINUTE } from "../../../shared/time.ts";
import { MONDAY } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { MIRROR, officeOf, rui, SLACK } from "./office.ts";
import { receiver } from "./receiver.ts";

const read = (post: Outgoing): WebhookBody => WebhookBody.parse(JSON.parse(post.body));

describe("a program that mirrors the worklist", () => {
  test("hears of each call task that is opened, changed and done, with the CRM's own record id", async () => {
    const { world, mirror, to } = await officeOf();
    await mirror();
    await openCallByHand(world.app, rui.id, "Asked for a quote");
    await world.pass(MONDAY);
    const attempt = { prospectId: rui.id, number: 1, repId: "ana", notes: "Rui is away" };
    await completeCall(world.app, { ...attempt, version: 1, disposition: "no answer" });
    await world.pass(MONDAY + MINUTE);
    const nextStep = { kind: "declined", note: "Rui said no" } as const;
    await completeCall(world.app, { ...attempt, version: 2, disposition: "not interested", nextStep });
    await world.pass(MONDAY + 2 * MINUTE);
    const told = to(MIRROR).map(read);
    expect(told.map(({ type, data }) => [type, data.call.state, data.call.version])).toEqual([
      ["call.opened", "open", 1],
      ["call.changed", "open", 2],
      ["call.done", "closed", 3],
    ]);
    expect(told[0]).toMatchObject({
      timestamp: "2026-11-23T09:00:00.000Z",
      data: {
        call: { id: `${rui.id}-1`, number: 1, lane: "agreed", why: "Asked for a quote" },
        prospect: { id: rui.id, crmId: "003-77" },
      },
    });
    expect(told[1]?.data.call.lastAttempt).toMatchObject({ disposition: "no answer" });
    expect(told[0]?.data.call.rep).toEqual({ email: "ana@northgate.example", name: "Ana Sousa" });
    expect(told[2]?.data.call.closedAt).toBe("2026-11-23T09:01:00.000Z");
  });

  test("a prospect's name leaves only where the endpoint asks for it", async () => {
    const { world, mirror, to } = await officeOf();
    await mirror();
    await addWebhook(world.app, { url: `${MIRROR}/names`, withNames: true });
    await openCallByHand(world.app, rui.id, "Rui Costa of PORTO FOODS wrote from rui@portofoods.example");
    const declined = { kind: "declined", note: "Costa said no" } as const;
    const attempt = { prospectId: rui.id, number: 1, version: 1, repId: "ana", notes: "Rui" };
    await completeCall(world.app, { ...attempt, disposition: "connected", nextStep: declined });
    await world.pass(MONDAY);
    expect(to(MIRROR)).toHaveLength(2);
    for (const { body } of to(MIRROR)) expect(body).not.toMatch(/rui\b|costa|porto|customer|@portofoods/i);
    const [opened, done] = to(`${MIRROR}/names`).map(read);
    expect(opened?.data.prospect).toMatchObject({ name: "Rui Costa", company: "Porto Foods", email: rui.email });
    expect(opened?.data.call.why).toContain("Rui Costa");
    expect(done?.data.call.lastAttempt?.nextStep?.note).toBe("Costa said no");
  });

  test("a wrong number is told as such, and not as a no", async () => {
    const { world, mirror, to } = await officeOf();
    await mirror();
    await openCallByHand(world.app, rui.id, "A quote");
    const attempt = { prospectId: rui.id, number: 1, version: 1, repId: "ana", notes: "" };
    await completeCall(world.app, { ...attempt, disposition: "wrong number" });
    await world.pass(MONDAY);
    const done = to(MIRROR).map(read).at(-1);
    expect(done?.data.call.lastAttempt).toEqual({ at: "2026-11-23T09:00:00.000Z", disposition: "wrong number" });
  });

  test("a telephone number leaves only where names do, and a date is none", async () => {
    const { world, mirror, to } = await officeOf();
    await mirror();
    await addWebhook(world.app, { url: `${MIRROR}/names`, withNames: true });
    const why = "Said 2026-11-25 at 10:00, on +351 912 345 678 or (0)21-888.12.34, for 250 000 euros";
    await openCallByHand(world.app, rui.id, why);
    await world.pass(MONDAY);
    expect(to(MIRROR).map((post) => read(post).data.call.why)).toEqual([
      "Said 2026-11-25 at 10:00, on … or …, for 250 000 euros",
    ]);
    expect(to(`${MIRROR}/names`).map((post) => read(post).data.call.why)).toEqual([why]);
  });

  test("can check that a message is ours and drop repeats", async () => {
    const theirs = await receiver();
    const { url, got } = theirs;
    try {
      // The receiver's own library refuses what was not signed just now.
      vi.useFakeTimers({ toFake: ["Date"], now: MONDAY });
      const { world } = await officeOf({ outlet: fetchOutlet });
      const { secret } = await addWebhook(world.app, { url, withNames: false });
      await openCallByHand(world.app, rui.id, "Asked for a quote");
      await world.pass(world.app.now());
      theirs.answer(204);
      await world.pass(world.app.now() + MINUTE);
      expect(got).toHaveLength(2);
      expect(new Set(got.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
      for (const { body, headers } of got) {
        expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: "call.opened" });
        expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
      }
    } finally {
      vi.useRealTimers();
      theirs.close();
    }
  });
});

describe("when a server of others is down", () => {
  test("Slack and the rep are told once although the webhook failed twice", async () => {
    const { world, mirror, answer, ask, to, emails, waiting } = await officeOf();
    await saveOutlets(world.app, { alertReps: true, slackUrl: SLACK });
    await mirror();
    answer(MIRROR, 500);
    await ask();
    await world.pass(MONDAY);
    answer(MIRROR, "nothing");
    await world.pass(MONDAY + MINUTE);
    answer(MIRROR, 200);
    await world.pass(MONDAY + 5 * MINUTE);
    expect(to(MIRROR)).toHaveLength(3);
    expect(new Set(to(MIRROR).map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect([to(SLACK).length, emails().length]).toEqual([1, 1]);
    expect(await waiting()).toEqual([]);
    expect(world.failures.map(String)).toEqual([
      expect.stringMatching(/^Error: not told everywhere: hook_\w+ answered 500$/),
      expect.stringMatching(/^Error: not told everywhere: hook_\w+ no answer: nobody there$/),
    ]);
  });

  test("Slack hears of it all the same once it is there again, and the rep not twice", async () => {
    const { world, answer, ask, to, emails } = await officeOf();
    await saveOutlets(world.app, { alertReps: true, slackUrl: SLACK });
    answer(SLACK, 503);
    await ask();
    await world.pass(MONDAY);
    answer(SLACK, 200);
    await world.pass(MONDAY + MINUTE);
    expect(to(SLACK).map(({ body }) => /waiting [\d a-z]+/.exec(body)?.[0])).toEqual(["waiting 0 s", "waiting 30 s"]);
    expect(emails()).toHaveLength(1);
  });

  test("a redirect is no answer: who is told has to be at the address that was given", async () => {
    const { world, mirror, answer, waiting } = await officeOf();
    await mirror();
    answer(MIRROR, 302);
    await openCallByHand(world.app, rui.id, "Asked for a quote");
    await world.pass(MONDAY);
    expect(await waiting()).toHaveLength(1);
  });

  test("one that says it is gone for good is switched off until a test is answered", async () => {
    const { world, mirror, answer, to, waiting } = await officeOf();
    const { id } = await mirror();
    answer(MIRROR, 410);
    await openCallByHand(world.app, rui.id, "Asked for a quote");
    await world.pass(MONDAY);
    const off = async () => (await getOutlets(world.app.table)).webhooks[0]?.off;
    expect(await off()).toEqual({ at: MONDAY, why: "it answered 410: gone for good" });
    expect(await waiting()).toEqual([]);
    await completeCall(world.app, {
      prospectId: rui.id,
      number: 1,
      version: 1,
      repId: "ana",
      disposition: "no answer",
      notes: "",
    });
    await world.pass(MONDAY + MINUTE);
    expect(to(MIRROR)).toHaveLength(1);
    answer(MIRROR, 200);
    expect(await testOutlet(world.app, id)).toEqual({ well: true, says: "it answered well" });
    expect(await off()).toBeUndefined();
  });

  test("it is tried again all day, a few times each time, without filling the dead letters; then given up with an alarm", async () => {
    const { world, mirror, answer, to, waiting } = await officeOf();
    await mirror();
    answer(MIRROR, 500);
    await openCallByHand(world.app, rui.id, "Asked for a quote");
    await world.pass(MONDAY + 15 * MINUTE);
    expect(to(MIRROR)).toHaveLength(5);
    await sweepUntil(world, MONDAY + 3 * 60 * MINUTE);
    expect(to(MIRROR).length).toBeGreaterThan(10);
    expect(to(MIRROR).length).toBeLessThan(40);
    expect(world.queues.notices.deadLetters()).toEqual([]);
    expect(world.alarms).toEqual([]);
    await sweepUntil(world, MONDAY + DAY + 15 * MINUTE);
    expect(await waiting()).toEqual([]);
    expect(world.alarms).toMatchObject([
      { name: "notice-undelivered", says: expect.stringMatching(/^1 change of call tasks/) },
    ]);
  });

  test("what a process that died left behind is told by the sweep", async () => {
    const { world, mirror, to, waiting } = await officeOf();
    await mirror();
    const lost = { ...world.app, notices: { send: () => Promise.reject(new Error("no queue")) } };
    await openCallByHand(lost, rui.id, "Asked for a quote");
    await world.pass(MONDAY + 4 * MINUTE);
    expect([to(MIRROR).length, (await waiting()).length]).toEqual([0, 1]);
    await sweepUntil(world, MONDAY + 30 * MINUTE);
    expect([to(MIRROR).length, (await waiting()).length]).toEqual([1, 0]);
  });
});

/** Sweeps every quarter of an hour until then. */
async function sweepUntil(world: TestWorld, until: number): Promise<void> {
  for (let at = world.app.now() + 15 * MINUTE; at <= until; at += 15 * MINUTE) {
    await world.pass(at);
    await retellNotices(world.app);
    await world.pass(at);
  }
}
