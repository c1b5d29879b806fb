import { describe, expect, test } from "vitest";
import * as z from "zod";
import { putLoggedAttempt } from "../../../shared/call/log.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { getCall } from "../../../shared/call/store.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import { getProspect } from "../../../shared/prospect/store.ts";
import { MINUTE } from "../../../shared/time.ts";
import { MONDAY, prospect } from "../../fixtures/world.ts";
import { many, spoke } from "../../shared/practice/log.ts";
import { officeOf, rui, siv } from "./office.ts";
import type { Who } from "./office.ts";

const Next = z.object({ next: z.string().optional() });
const Log = z.object({ calls: z.array(z.object({ repId: z.string(), at: z.iso.datetime() })) });
const Roster = z.object({ prospects: z.array(z.object({ id: z.string() })) });

const V1 = "/api/v1";
const CALL = `${V1}/prospects/${rui.id}/calls/1`;
const agreed = {
  version: 1,
  disposition: "connected",
  notes: "Wants a demo",
  nextStep: { kind: "demo", date: "2026-12-02", time: "15:00" },
  promises: [{ text: "Send the price list", due: "2026-11-26" }],
};

async function withCall() {
  const office = await officeOf();
  await openCallByHand(office.world.app, rui.id, "Met at the fair");
  return office;
}

describe("what a role may ask", () => {
  const asked: [path: string, answers: { [who in Who]: number }][] = [
    [`${V1}/me`, { ana: 200, ben: 200, cleo: 200, manager: 200, marketing: 200, admin: 200, stranger: 401 }],
    [
      `${V1}/worklist?rep=ana`,
      { ana: 200, ben: 400, cleo: 400, manager: 200, marketing: 403, admin: 200, stranger: 401 },
    ],
    [`${V1}/calls`, { ana: 200, ben: 200, cleo: 200, manager: 200, marketing: 403, admin: 200, stranger: 401 }],
    [`${V1}/prospects`, { ana: 200, ben: 200, cleo: 200, manager: 200, marketing: 200, admin: 200, stranger: 401 }],
    [
      `${V1}/prospects/${rui.id}`,
      { ana: 200, ben: 404, cleo: 404, manager: 200, marketing: 200, admin: 200, stranger: 401 },
    ],
    [
      `${V1}/prospects/${siv.id}`,
      { ana: 404, ben: 404, cleo: 200, manager: 404, marketing: 200, admin: 200, stranger: 401 },
    ],
    [CALL, { ana: 200, ben: 404, cleo: 404, manager: 200, marketing: 403, admin: 200, stranger: 401 }],
    [`${V1}/nothing`, { ana: 404, ben: 404, cleo: 404, manager: 404, marketing: 404, admin: 404, stranger: 401 }],
  ];

  test.each(asked)("%s", async (path, answers) => {
    const office = await withCall();
    for (const who of ["ana", "ben", "cleo", "manager", "marketing", "admin", "stranger"] as const) {
      const { status, body } = await office.get(who, path);
      expect(status, `${who} ${JSON.stringify(body)}`).toBe(answers[who]);
      if (status !== 200) expect(body).toMatchObject({ error: { message: expect.any(String) } });
    }
  });

  const done: [path: string, body: object, answers: { [who in Who]: number }][] = [
    [
      `${CALL}/result`,
      agreed,
      { ana: 200, ben: 404, cleo: 404, manager: 400, marketing: 403, admin: 400, stranger: 401 },
    ],
    [
      `${CALL}/snooze`,
      { version: 1 },
      { ana: 200, ben: 404, cleo: 404, manager: 200, marketing: 403, admin: 200, stranger: 401 },
    ],
    [
      `${CALL}/hand-over`,
      { version: 1, to: "ben", why: "Ill" },
      { ana: 200, ben: 404, cleo: 404, manager: 200, marketing: 403, admin: 200, stranger: 401 },
    ],
    [
      `${CALL}/take-over`,
      { version: 1 },
      { ana: 200, ben: 404, cleo: 404, manager: 404, marketing: 403, admin: 404, stranger: 401 },
    ],
    [
      `${V1}/prospects/${rui.id}/calls`,
      { why: "Again" },
      { ana: 200, ben: 404, cleo: 404, manager: 200, marketing: 403, admin: 200, stranger: 401 },
    ],
    [
      `${V1}/prospects/${rui.id}/messages`,
      { kind: "reply", text: "Call me" },
      { ana: 202, ben: 404, cleo: 404, manager: 202, marketing: 202, admin: 202, stranger: 401 },
    ],
  ];

  test.each(done)("post %s", async (path, body, answers) => {
    for (const who of ["ana", "ben", "cleo", "manager", "marketing", "admin", "stranger"] as const) {
      const office = await withCall();
      const answer = await office.post(who, path, body);
      expect(answer.status, `${who} ${JSON.stringify(answer.body)}`).toBe(answers[who]);
      if (answer.status > 202) expect(await getCall(office.world.app.table, rui.id, 1)).toMatchObject({ version: 1 });
    }
  });

  test("without a token, or with one in a cookie, nobody is let in", async () => {
    const { api, tokens } = await officeOf();
    const bare = await api.request(`${V1}/me`);
    expect(bare.status).toBe(401);
    expect(bare.headers.get("WWW-Authenticate")).toContain("Bearer");
    const cookie = await api.request(`${V1}/me`, { headers: { Cookie: `session=${tokens.ana}; token=${tokens.ana}` } });
    expect(cookie.status).toBe(401);
  });
});

describe("a rep's program", () => {
  test("reads the worklist, saves a result, and sees what comes next", async () => {
    const { get, post, world } = await withCall();
    const list = await get("ana", `${V1}/worklist`);
    expect(list.body).toMatchObject({
      rep: { id: "ana", name: "Ana Sousa" },
      groups: [
        {
          tasks: [
            {
              prospectId: rui.id,
              name: "Rui Costa",
              crmId: "crm-7",
              why: "Met at the fair",
              due: { timeZone: "Europe/Lisbon", local: expect.stringMatching(/^2026-11-\d\dT\d\d:\d\d$/) },
              version: 1,
            },
          ],
        },
      ],
    });
    const saved = await post("ana", `${CALL}/result`, agreed);
    expect(saved.body).toMatchObject({ nextDueAt: "2026-12-02T15:00:00.000Z", nextNumber: 2 });
    expect((await get("ana", CALL)).body).toMatchObject({
      state: "closed",
      attempts: [{ disposition: "connected", notes: "Wants a demo", repId: "ana", promises: [{ due: "2026-11-26" }] }],
    });
    const profile = (await get("ana", `${V1}/prospects/${rui.id}`)).body;
    expect(profile).toMatchObject({ name: "Rui Costa", openCall: { number: 2, lane: "agreed" } });
    expect(profile).not.toHaveProperty("tracking");
    expect(profile).not.toHaveProperty("seen");
    const log = (await get("ana", `${V1}/calls`)).body;
    expect(log).toMatchObject({
      calls: [{ repId: "ana", crmId: "crm-7", notes: "Wants a demo", disposition: "connected" }],
    });
    expect((await get("cleo", `${V1}/calls`)).body).toEqual({ calls: [] });
    expect(await getCall(world.app.table, rui.id, 1)).toMatchObject({ state: "closed" });
  });

  test("reads nothing of who asked to be erased but that there was a call", async () => {
    const { get, post, world } = await withCall();
    await post("ana", `${CALL}/result`, { ...agreed, nextStep: { ...agreed.nextStep, note: "with Mrs Costa" } });
    expect(JSON.stringify((await get("ana", `${V1}/calls`)).body)).toContain("with Mrs Costa");
    await eraseProspect(world.app, rui.id);
    const { body } = await get("ana", `${V1}/calls`);
    expect(body).toMatchObject({ calls: [{ disposition: "connected", nextStep: { kind: "demo" } }] });
    expect(JSON.stringify(body)).not.toMatch(/Costa|crm-7|Wants a demo/);
    expect((await get("ana", CALL)).status).toBe(404);
  });

  test("which sends a result twice is told that it was saved, and by whom", async () => {
    const { post, world } = await withCall();
    await post("ana", `${CALL}/result`, { version: 1, disposition: "no answer" });
    const again = await post("ana", `${CALL}/result`, { version: 1, disposition: "no answer" });
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ error: { kind: "conflict", takenBy: { id: "ana", name: "Ana Sousa" } } });
    expect((await getCall(world.app.table, rui.id, 1))?.attempts).toHaveLength(1);
  });

  test("takes what is nobody's, and of two the second is told who has it", async () => {
    const nobodys = { ...rui, repId: undefined };
    const { post, world } = await officeOf([nobodys]);
    await openCallByHand(world.app, rui.id, "Asked at the stand");
    expect((await post("ana", `${CALL}/take-over`, { version: 1 })).status).toBe(200);
    expect((await getProspect(world.app.table, rui.id))?.repId).toBe("ana");
    const late = await post("ben", `${CALL}/take-over`, { version: 1 });
    expect(late).toMatchObject({ status: 409, body: { error: { takenBy: { id: "ana", name: "Ana Sousa" } } } });
    // Whoever could not have taken it, as it is now, learns nothing.
    expect((await post("cleo", `${CALL}/take-over`, { version: 2 })).status).toBe(404);
    const manager = await post("manager", `${CALL}/snooze`, { version: 1 });
    expect(manager.status).toBe(409);
    expect(manager.body).toMatchObject({ error: { takenBy: { id: "ana" } } });
  });

  test("hands a call over with the prospect, who is then the other's to see", async () => {
    const { get, post } = await withCall();
    await post("ana", `${CALL}/hand-over`, { version: 1, to: "ben", why: "She speaks Finnish" });
    expect((await get("ben", CALL)).body).toMatchObject({ repId: "ben" });
    expect((await get("ana", CALL)).status).toBe(404);
  });

  test("tells of a reply, which opens a hot call", async () => {
    const { get, post, world } = await officeOf();
    await post("ana", `${V1}/prospects/${rui.id}/messages`, { kind: "reply", text: "Call me" });
    await world.pass(MONDAY + MINUTE);
    expect((await get("ana", `${V1}/worklist`)).body).toMatchObject({
      groups: [{ kind: "hot", tasks: [{ lane: "hot", askedAt: "2026-11-23T09:00:00.000Z" }] }],
    });
  });
});

describe("a manager's program", () => {
  test("says who called", async () => {
    const { post, world } = await withCall();
    const answer = await post("manager", `${CALL}/result`, { ...agreed, repId: "ben" });
    expect(answer.status).toBe(200);
    expect((await getCall(world.app.table, rui.id, 1))?.attempts[0]?.repId).toBe("ben");
    const cleo = await post("manager", `${V1}/prospects/${rui.id}/calls/2/result`, { ...agreed, repId: "cleo" });
    expect(cleo.body).toMatchObject({ error: { kind: "invalid", field: "repId" } });
  });
});

describe("what is wrong is said with its field", () => {
  test.each([
    [{ ...agreed, disposition: "sold" }, "disposition"],
    [{ ...agreed, version: "1" }, "version"],
    [{ ...agreed, nextStep: { kind: "demo", date: "2. Dez" } }, "nextStep.date"],
    [{ ...agreed, nextStep: { kind: "demo", date: "2026-11-02" } }, "nextStep.date"],
    [{ ...agreed, nextStep: undefined }, "nextStep"],
    [{ ...agreed, promises: [{ text: "Call", due: "2026-01-01" }] }, "promises.0.due"],
    [{ ...agreed, recording: "javascript:alert(1)" }, "recording"],
  ])("%j", async (body, field) => {
    const { post } = await withCall();
    const answer = await post("ana", `${CALL}/result`, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { kind: "invalid", field } });
  });

  test.each([
    [`${V1}/calls?from=yesterday`, "from"],
    [`${V1}/calls?from=2026-11-25T00:00:00Z&to=2026-11-24T00:00:00Z`, "from"],
    [`${V1}/calls?cursor=made-up`, "cursor"],
    [`${V1}/calls?cursor=${Buffer.from('["ana","",-9e99,9e99]').toString("base64url")}`, "cursor"],
    [`${V1}/calls?rep=cleo`, "rep"],
    [`${V1}/prospects/${rui.id}/calls/first`, "number"],
  ])("%s", async (path, field) => {
    const { get } = await withCall();
    expect(await get("ana", path)).toMatchObject({ status: 400, body: { error: { kind: "invalid", field } } });
  });

  test("a body that is no JSON", async () => {
    const { api, tokens } = await withCall();
    const headers = { Authorization: `Bearer ${tokens.ana}`, "Content-Type": "application/json" };
    const answer = await api.request(`${CALL}/result`, { method: "POST", headers, body: "{" });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { kind: "invalid" } });
  });

  test("a body that is too large", async () => {
    const { post } = await withCall();
    const answer = await post("ana", `${CALL}/result`, { ...agreed, notes: "x".repeat(70_000) });
    expect(answer).toMatchObject({ status: 400, body: { error: { kind: "invalid", field: "body" } } });
  });
});

describe("lists come in pages", () => {
  /** From the first to the last page. */
  async function all(get: (path: string) => Promise<{ body: unknown }>, path: string) {
    const pages: unknown[] = [];
    for (let next: string | undefined = ""; next !== undefined;) {
      const { body } = await get(`${path}?cursor=${encodeURIComponent(next)}`.replace(/\?cursor=$/, ""));
      pages.push(body);
      next = Next.parse(body).next;
    }
    return pages;
  }

  test("of calls, over all reps, each once", async () => {
    const { get, world } = await officeOf();
    const rows = ["ana", "ben"].flatMap((repId) =>
      many(250, (n) => spoke({ repId, prospectId: `p${n}`, at: MONDAY - n * MINUTE })),
    );
    await world.app.table.writeMany(rows.map(putLoggedAttempt));
    const pages = (await all((path) => get("manager", path), `${V1}/calls`)).map((page) => Log.parse(page).calls);
    expect(pages.map((page) => page.length)).toEqual([200, 200, 100]);
    expect(new Set(pages.flat().map(({ repId, at }) => `${repId} ${at}`)).size).toBe(500);
    expect((await all((path) => get("cleo", path), `${V1}/calls`)).length).toBe(1);
  });

  test("of prospects, those of nobody for who sees all", async () => {
    const people = Array.from({ length: 150 }, (_, n) => prospect(`p${n}`, { repId: n % 2 ? undefined : "ana" }));
    const { get } = await officeOf(people);
    const ids = async (who: "ana" | "admin" | "marketing") =>
      (await all((path) => get(who, path), `${V1}/prospects`)).flatMap((page) => Roster.parse(page).prospects).length;
    expect([await ids("ana"), await ids("admin"), await ids("marketing")]).toEqual([75, 150, 150]);
  });
});
