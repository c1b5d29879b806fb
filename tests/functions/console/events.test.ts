import { describe, expect, test } from "vitest";
import { consoleApp } from "../../../functions/console/app.tsx";
import { cursorOf, newsStream, seesOf } from "../../../functions/console/events.ts";
import type { Sees } from "../../../functions/console/events.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { hotCursorAt } from "../../../shared/notice/hot.ts";
import type { Rep } from "../../../shared/rep/rep.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { MINUTE } from "../../../shared/time.ts";
import { ana, MONDAY, prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { deskOf } from "./desk.ts";

const rui = prospect("rui00000000", { lastName: "Costa" });
const eva = prospect("eva00000000", { firstName: "Eva", repId: "ben", company: "Vila Mills" });
const ben: Rep = { ...ana, id: "ben", name: "Ben Reis", email: "ben@northgate.example" };

const asks = (world: TestWorld, { id: prospectId } = rui, id = "r1") =>
  world.app.signals.send([{ id, prospectId, kind: "reply", at: world.app.now(), text: "Call me" }]);

const everybody: Sees = () => true;

describe("an open console", () => {
  test("is told of a hot call within a second of its opening, and of no call twice", async () => {
    const world = await testWorld({ prospects: [rui] });
    let looks = 0;
    const wait = async (ms: number): Promise<boolean> => {
      looks += 1;
      if (looks === 5) await asks(world);
      await world.pass(world.app.now() + ms);
      return looks < 12;
    };
    const stream = newsStream(world.app, everybody, hotCursorAt(MONDAY), wait);
    const { value: news } = await stream.next();
    expect(news).toMatchObject({
      prospectId: rui.id,
      number: 1,
      name: "Rui Costa, Porto Foods",
      href: `/prospects/${rui.id}/calls/1`,
      askedAt: MONDAY + 4 * 400,
    });
    expect(world.app.now() - (MONDAY + 4 * 400)).toBeLessThanOrEqual(1000);
    expect(await stream.next()).toMatchObject({ done: true });
    expect(looks).toBe(12);
  });

  test("is told nothing of who was called meanwhile, or belongs to others", async () => {
    const world = await testWorld({ prospects: [rui, eva] });
    await world.app.table.write(putRep(ben));
    await asks(world);
    await asks(world, eva, "r2");
    await world.pass(MONDAY);
    const told = async (sees: Sees) => {
      const names: unknown[] = [];
      for await (const news of newsStream(world.app, sees, hotCursorAt(MONDAY - 1), async () => false))
        names.push(news === "beat" ? news : news.name);
      return names;
    };
    expect(new Set(await told(everybody))).toEqual(new Set(["Eva, Vila Mills", "Rui Costa, Porto Foods"]));
    expect(await told((repId) => repId === "ben")).toEqual(["Eva, Vila Mills"]);
    const attempt = { prospectId: eva.id, number: 1, version: 1, repId: "ben", notes: "" };
    await completeCall(world.app, { ...attempt, disposition: "no answer" });
    expect(await told(everybody)).toEqual(["Rui Costa, Porto Foods"]);
  });

  test("hears every quarter of a minute that the line stands, and after five minutes has to come back", async () => {
    const world = await testWorld();
    let waited = 0;
    const wait = async (ms: number): Promise<boolean> => ((waited += ms), true);
    const beats: number[] = [];
    for await (const news of newsStream(world.app, everybody, hotCursorAt(MONDAY), wait))
      if (news === "beat") beats.push(waited);
    expect(beats.slice(0, 2)).toEqual([14_800, 30_000]);
    expect(waited).toBe(5 * MINUTE);
  });
});

test("whose calls are told: those that the reader reads", () => {
  const reader = { rep: undefined, reps: [ana, ben], seen: [ana], ownerless: false, zone: "UTC", now: MONDAY };
  const ids = ["ana", "ben", undefined];
  expect(ids.map(seesOf(reader))).toEqual([true, false, false]);
  expect(ids.map(seesOf({ ...reader, seen: [ana, ben], ownerless: true }))).toEqual([true, true, true]);
  expect(ids.map(seesOf({ ...reader, rep: ben, seen: [ana, ben], ownerless: true }))).toEqual([false, true, false]);
});

test("a place that is none, or is still to come, is now", () => {
  const now = "2026-11-23T09:00:00.000Z";
  const before = "2026-11-23T08:00:00.000Z#rui00000000";
  expect(cursorOf(before, MONDAY)).toBe(before);
  for (const said of [undefined, "", "x", "0", `${before}\n`, "2026-11-24T08:00:00.000Z"])
    expect(cursorOf(said, MONDAY)).toBe(now);
});

describe("/events", () => {
  const idsIn = (text: string): string[] => [...text.matchAll(/^id: (.*)$/gm)].map(([, id]) => id!);

  test("where no connection stays open it answers once with what is new, and the browser comes again after 15 seconds", async () => {
    const { open, world } = await deskOf({ prospects: [rui], onMachine: false });
    const first = await open("/events");
    expect(first.headers.get("Content-Type")).toContain("text/event-stream");
    expect(first.text).toMatch(/^retry: 15000\n/);
    expect(first.text).not.toContain("event: hot");
    await recordEngagement(world.app, [{ id: "r1", prospectId: rui.id, kind: "reply", at: MONDAY, text: "Call me" }]);
    await world.pass(MONDAY + 1000);
    const second = await open("/events", { "Last-Event-ID": idsIn(first.text)[0]! });
    expect(second.text).toMatch(/event: hot\nid: .*\ndata: \{.*"name":"Rui Costa, Porto Foods".*\}\n\n/);
    expect(JSON.stringify(second.text)).not.toContain("@");
    const third = await open(`/events?after=${encodeURIComponent(idsIn(second.text).at(-1)!)}`);
    expect(third.text).not.toContain("event: hot");
  });

  test("on one machine the connection stays, and the first thing said is from where on", async () => {
    const { world } = await deskOf({ prospects: [rui] });
    await asks(world);
    await world.pass(MONDAY + 1000);
    const { machine } = await onMachine(world);
    const after = encodeURIComponent("2026-11-23T08:00:00.000Z");
    const answer = await machine.request(`http://localhost:4600/events?after=${after}`);
    const reader = answer.body!.getReader();
    let text = "";
    while (!text.includes("event: hot")) text += new TextDecoder().decode((await reader.read()).value);
    await reader.cancel();
    expect(text).toMatch(/^retry: 1000\nevent: ready\nid: 2026-11-23T08:00:00.000Z\n/);
    expect(idsIn(text).at(-1)).toMatch(/#rui00000000$/);
  });
});

/** The console of one machine, without what only other pages need. */
async function onMachine(world: TestWorld) {
  const never = () => {
    throw new Error("not asked for here");
  };
  const files = { posts: never, prospects: never, reps: never, feed: never };
  const time = { now: world.app.now, moves: async () => [], move: never };
  const local = {
    emails: { list: never, read: never },
    time,
    sample: { there: never, remove: never },
    settingsChanged: async () => undefined,
    importFiles: files,
  };
  return { machine: consoleApp(world.app, { local, owner: true }) };
}
