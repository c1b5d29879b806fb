import { beforeEach, describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import { handOverCall } from "../../../shared/call/hand-over.ts";
import { snoozeCall } from "../../../shared/call/snooze.ts";
import { getCall, worklist } from "../../../shared/call/store.ts";
import { takeOverCall } from "../../../shared/call/take-over.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { prospectKey } from "../../../shared/keys.ts";
import type { Notice } from "../../../shared/notice/notice.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { getProspect, listRoster } from "../../../shared/prospect/store.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { HOUR, toInstant, toLocal } from "../../../shared/time.ts";
import { rep, rising, sentAt, signal, smallWorld } from "../engagement/small-world.ts";

const LISBON = "Europe/Lisbon";
const lisbon = (date: string, time: string): number => toInstant(LISBON, date, time)!;
const written = (at: number): string => {
  const { date, time, weekday } = toLocal(LISBON, at);
  return `${weekday} ${date} ${time}`;
};
const joao = {
  id: "rep2",
  name: "João Pinto",
  email: "joao@acme.example",
  timeZone: LISBON,
  phone: "+351 210 000 002",
};
const eva = { id: "rep3", name: "Eva Sun", email: "eva@acme.example", timeZone: LISBON };

let app: App;
let clock: { now: number };
let notices: Notice[];
const task = { prospectId: "p1", number: 1, version: 1 };
const openOf = async (repId: string) => (await worklist(app.table, repId)).calls.map(({ prospectId }) => prospectId);
const notes = async () => (await notesOf(app.table, "p1")).map(({ text }) => text);

/** A warming task of Dana's is due on Friday 30 October 2026, 10:00 in Lisbon, and it is that time. */
beforeEach(async () => {
  notices = [];
  const world = await smallWorld();
  app = { ...world.app, notices: { send: async (sent: readonly Notice[]) => void notices.push(...sent) } };
  clock = world.clock;
  await app.table.write(putRep(joao), putRep(eva));
  await recordEngagement(app, rising());
  clock.now = lisbon("2026-10-30", "10:05");
  notices.length = 0;
});

describe("putting a task off", () => {
  test("is to the next good hour, and says so in the history", async () => {
    const done = await snoozeCall(app, { ...task, by: rep.id });
    expect(done).toEqual({ outcome: "done", dueAt: lisbon("2026-11-02", "16:00") });
    const call = await getCall(app.table, "p1", 1);
    expect(call).toMatchObject({
      dueAt: lisbon("2026-11-02", "16:00"),
      version: 2,
      moves: [{ kind: "snoozed", by: rep.id, dueBefore: lisbon("2026-10-30", "10:00"), version: 2 }],
    });
    expect(await notes()).toContain("Call 1 put off to Mon 2 Nov 2026, 16:00 in Lisbon");
    expect(notices).toMatchObject([{ what: "changed", version: 2 }]);
  });

  test.each([
    ["2026-10-30", "monday 2026-11-02 16:00"],
    ["2026-11-03", "tuesday 2026-11-03 10:00"],
    ["2026-11-06", "friday 2026-11-06 10:00"],
  ])("until %s is %s", async (until, due) => {
    const done = await snoozeCall(app, { ...task, by: rep.id, until, why: "At a fair" });
    expect(done.outcome === "done" && written(done.dueAt)).toBe(due);
    expect((await notes()).at(-1)).toMatch(/: At a fair$/);
  });

  test.each(["2026-10-29", "2026-11-07", "soon"])("not until %s", async (until) => {
    await expect(snoozeCall(app, { ...task, by: rep.id, until })).rejects.toMatchObject({
      kind: "invalid",
      message: expect.stringMatching(/^until: /),
    });
    expect(await getCall(app.table, "p1", 1)).toMatchObject({ version: 1 });
  });

  test("somebody who asked waits until the next working morning at most", async () => {
    await recordEngagement(app, [signal("f1", 9, { kind: "form", at: clock.now })]);
    const hot = { ...task, version: 2, by: rep.id };
    await expect(snoozeCall(app, { ...hot, until: "2026-11-03" })).rejects.toThrow(/^until: they asked/);
    expect(await snoozeCall(app, hot)).toEqual({ outcome: "done", dueAt: lisbon("2026-11-02", "09:00") });
  });

  test("an agreed hour that is put off is agreed no more", async () => {
    const nextStep = { kind: "meeting", date: "2026-11-02", time: "11:30" } as const;
    await completeCall(app, { ...task, repId: rep.id, notes: "", disposition: "meeting booked", nextStep });
    await snoozeCall(app, { ...task, number: 2, by: rep.id });
    expect((await getCall(app.table, "p1", 2))?.step).toEqual({ kind: "meeting", date: "2026-11-02" });
  });
});

describe("another rep", () => {
  test("takes a task over, with the prospect, and speaks in the own name", async () => {
    expect(await takeOverCall(app, { ...task, repId: joao.id })).toMatchObject({ outcome: "done" });
    expect([await openOf(rep.id), await openOf(joao.id)]).toEqual([[], ["p1"]]);
    const call = await getCall(app.table, "p1", 1);
    expect(call?.brief.voicemail.text).toMatch(/this is João Pinto of Acme Rounds.*210 000 002/);
    expect(call?.brief).not.toHaveProperty("meetingLink");
    expect(await getProspect(app.table, "p1")).toMatchObject({ repId: joao.id });
    const row = await app.table.get(prospectKey("p1"));
    expect(row?.index?.sk).toBe("rep2#p1");
    expect((await listRoster(app.table, rep.id, {})).lines).toEqual([]);
    expect((await listRoster(app.table, joao.id, {})).lines).toMatchObject([{ id: "p1", name: "Rui Lima" }]);
    expect(await notes()).toContain("João Pinto took call 1 over from Dana Reis, and the prospect with it");
  });

  test("twice is once", async () => {
    await takeOverCall(app, { ...task, repId: joao.id });
    expect(await takeOverCall(app, { ...task, version: 2, repId: joao.id })).toMatchObject({ outcome: "done" });
    expect(await getCall(app.table, "p1", 1)).toMatchObject({ version: 2 });
  });

  test("of two who take it at once one wins, and the other is told who", async () => {
    const both = await Promise.all([joao, eva].map(({ id }) => takeOverCall(app, { ...task, repId: id })));
    const winner = (await getCall(app.table, "p1", 1))?.repId;
    expect(both).toContainEqual({ outcome: "done", dueAt: lisbon("2026-10-30", "10:00") });
    expect(both).toContainEqual({ outcome: "taken", byRepId: winner });
    expect(await getProspect(app.table, "p1")).toMatchObject({ repId: winner });
    expect((await getCall(app.table, "p1", 1))?.moves).toHaveLength(1);
  });

  test("is told when somebody has called meanwhile, or the task is over", async () => {
    await completeCall(app, { ...task, repId: rep.id, notes: "", disposition: "no answer" });
    expect(await takeOverCall(app, { ...task, repId: eva.id })).toEqual({ outcome: "taken", byRepId: rep.id });
    await completeCall(app, { ...task, version: 2, repId: rep.id, notes: "", disposition: "not interested" });
    const late = { ...task, version: 3, by: eva.id };
    expect(await snoozeCall(app, late)).toEqual({ outcome: "taken", byRepId: rep.id });
  });

  test("loses nothing to new evidence", async () => {
    await recordEngagement(app, [signal("o9", 9, { kind: "open", at: sentAt(9) + HOUR - 1000 })]);
    expect(await getCall(app.table, "p1", 1)).toMatchObject({ version: 2 });
    expect(await takeOverCall(app, { ...task, repId: eva.id })).toMatchObject({ outcome: "done" });
  });

  test("is given a task with a reason", async () => {
    const give = { ...task, by: rep.id, why: "Speaks Portuguese" };
    await expect(handOverCall(app, { ...give, to: "nobody" })).rejects.toThrow(/^to: /);
    await expect(handOverCall(app, { ...give, to: rep.id })).rejects.toThrow(/^to: Dana Reis has/);
    await expect(handOverCall(app, { ...give, to: eva.id, why: " " })).rejects.toThrow(/^why: /);
    expect(await handOverCall(app, { ...give, to: eva.id })).toMatchObject({ outcome: "done" });
    expect(await openOf(eva.id)).toEqual(["p1"]);
    expect((await getCall(app.table, "p1", 1))?.moves).toMatchObject([
      { kind: "handed over", by: rep.id, from: rep.id, to: eva.id, why: "Speaks Portuguese" },
    ]);
    expect(await notes()).toContain("Call 1 handed over from Dana Reis to Eva Sun: Speaks Portuguese");
  });

  test("cannot take what is not there, nor can a stranger", async () => {
    await expect(takeOverCall(app, { ...task, number: 7, repId: eva.id })).rejects.toMatchObject({ kind: "not-found" });
    await expect(takeOverCall(app, { ...task, repId: "nobody" })).rejects.toMatchObject({ kind: "invalid" });
  });
});
