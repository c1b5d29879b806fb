import { describe, expect, test } from "vitest";
import { snoozeCall } from "../../../shared/call/snooze.ts";
import { getCall } from "../../../shared/call/store.ts";
import { takeMessage } from "../../../shared/engagement/take-message.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/time.ts";
import { ana, prospect, testConfig, testWorld } from "../../fixtures/world.ts";
import { mustCall } from "./desk.ts";
import { addReps, aroha, bo, cy, deskFor, viewerOf, words } from "./rep-desk.ts";

const rui = prospect("rui00000000", { lastName: "Costa", phone: "+351912345678", repId: "aroha" });

async function teamWorld(...people: Parameters<typeof prospect>[]) {
  const world = await testWorld({ prospects: [rui, ...people.map((one) => prospect(...one))] });
  await addReps(world, aroha, bo, cy);
  return world;
}

const asks = (world: Awaited<ReturnType<typeof testWorld>>, id: string) =>
  takeMessage(world.app, id, { kind: "form", at: world.app.now(), text: "Please call me." });

describe("a rep in Auckland with a prospect in Lisbon", () => {
  test("sees when to call on both clocks, with the right days", async () => {
    const world = await teamWorld();
    await mustCall(world, rui.id);
    const { text } = await deskFor(world, viewerOf(aroha)).open("/");
    // Monday 16:00 in Lisbon is Tuesday 05:00 in Auckland; now it is Monday 09:00 and 22:00.
    expect(words(text)).toContain("16:00 Lisbon today, in 7 hours tomorrow 05:00 in Auckland It is 09:00 there now");
    expect(words(text)).toContain("Mon 23 Nov 2026, 22:00 Auckland");
  });

  test("is offered hours of the prospect's day, each with the own beside it", async () => {
    const world = await teamWorld();
    const { number } = await mustCall(world, rui.id);
    const { text } = await deskFor(world, viewerOf(aroha)).open(`/prospects/${rui.id}/calls/${number}`);
    expect(words(text)).toContain(
      "It is 09:00 in Lisbon now, 22:00 in Auckland. To be called today 16:00 Lisbon , in 7 hours , tomorrow 05:00 in Auckland",
    );
    expect(text).toMatch(/value="2026-11-25T10:00"/);
    expect(words(text)).toContain("Wed 25 Nov 10:00 Wed 25 Nov 23:00 Auckland");
  });
});

describe("a full day", () => {
  test("keeps the rest for another, and says why and for when", async () => {
    const config = { ...testConfig, company: { ...testConfig.company, callsPerDay: 1 } };
    const world = await testWorld({ prospects: [{ ...rui, repId: "ana" }, prospect("zoe00000000")], config });
    const first = await mustCall(world, rui.id);
    await mustCall(world, "zoe00000000");
    await world.pass(first.dueAt + MINUTE);
    const { text } = await deskFor(world, viewerOf(ana)).open("/");
    expect(words(text)).toContain("1 call, in the order to make them; 1 kept for another day");
    expect(words(text)).toMatch(
      /Kept for later 1 10:00 Lisbon tomorrow, in 18 hours .*Kept for then: 1 call a day is enough\./,
    );
  });
});

describe("waiting for anybody", () => {
  test("shows a rep what is nobody's, with no more than the name and why, and they can take it", async () => {
    const world = await teamWorld(["lost00000000", { firstName: "Lost", repId: undefined, phone: "+351911111111" }]);
    const call = await mustCall(world, "lost00000000", "Met at the fair");
    const { open, send } = deskFor(world, viewerOf(bo));
    const { text } = await open("/");
    expect(words(text)).toMatch(/Waiting for anybody 1 Lost .* Met at the fair .*Take over/);
    expect(text).not.toContain("+351911111111");
    expect((await open("/prospects/lost00000000/calls/1")).status).toBe(404);
    const taken = await send("/prospects/lost00000000/calls/1/take-over", { version: String(call.version) });
    expect(taken.to).toBe("/prospects/lost00000000/calls/1?done=call-taken-over");
    expect((await open(taken.to)).text).toContain("+351911111111");
  });

  test("shows a hot call of the same team once it has waited for five minutes, and never another team's", async () => {
    const world = await teamWorld(["hot000000000", { firstName: "Hanne", repId: "aroha" }]);
    await asks(world, "hot000000000");
    await world.pass(world.app.now() + 4 * MINUTE);
    const page = async (rep: typeof bo) => (await deskFor(world, viewerOf(rep)).open("/")).text;
    expect(await page(bo)).not.toContain("Hanne");
    await world.pass(world.app.now() + 2 * MINUTE);
    expect(words(await page(bo))).toMatch(/Hanne .*Aroha Whitcombe has not called yet/);
    expect(await page(cy)).not.toContain("Hanne");
    expect(words(await page(aroha))).not.toContain("Waiting for anybody");
  });

  test("shows whoever asked of a colleague whose list is long, though they are due last of all", async () => {
    const ids = Array.from({ length: 30 }, (_, n) => `late${String(n).padStart(8, "0")}`);
    const late = ids.map((id): [string, Partial<Prospect>] => [id, { repId: "aroha" }]);
    const world = await teamWorld(...late, ["hot000000000", { firstName: "Hanne", repId: "aroha" }]);
    for (const id of ids) await mustCall(world, id);
    await world.pass(world.app.now() + 2 * DAY);
    await asks(world, "hot000000000");
    await world.pass(world.app.now() + 6 * MINUTE);
    expect(words((await deskFor(world, viewerOf(bo)).open("/")).text)).toMatch(/Waiting for anybody 1 Hanne/);
  });

  test("a call that was only put off names its rep to nobody of another team", async () => {
    const world = await teamWorld(["lost00000000", { repId: "aroha" }]);
    const { version, prospectId, number } = await mustCall(world, "lost00000000");
    await snoozeCall(world.app, { prospectId, number, version, by: "aroha" });
    const path = "/prospects/lost00000000/calls/1/take-over";
    const { status, text } = await deskFor(world, viewerOf(cy)).send(path, { version: String(version) });
    expect(status).toBe(404);
    expect(text).not.toContain("Aroha");
  });

  test("of two who take it at once one has it, and the other is told who", async () => {
    const world = await teamWorld(["lost00000000", { repId: undefined }]);
    const { version } = await mustCall(world, "lost00000000");
    const take = (rep: typeof bo) =>
      deskFor(world, viewerOf(rep)).send("/prospects/lost00000000/calls/1/take-over", { version: String(version) });
    const [one, other] = await Promise.all([take(bo), take(cy)]);
    const call = await getCall(world.app.table, "lost00000000", 1);
    expect(new Set([one.status, other.status])).toEqual(new Set([303, 409]));
    const loser = one.status === 409 ? one : other;
    const winner = one.status === 409 ? cy : bo;
    expect(call?.repId).toBe(winner.id);
    expect(loser.text).toContain(`${winner.name} took that call just before you.`);
  });

  test("cannot be made one's own by guessing an address", async () => {
    const world = await teamWorld();
    const { version } = await mustCall(world, rui.id);
    const { send } = deskFor(world, viewerOf(cy));
    expect((await send(`/prospects/${rui.id}/calls/1/take-over`, { version: String(version) })).status).toBe(404);
    expect((await send(`/prospects/${rui.id}/calls/1/take-over`, { version: "0" })).status).toBe(404);
    expect((await getCall(world.app.table, rui.id, 1))?.repId).toBe("aroha");
  });
});

test("others' calls are no page of mine, and nothing can be done with them", async () => {
  const world = await teamWorld();
  const { version } = await mustCall(world, rui.id);
  const { open, send } = deskFor(world, viewerOf(bo));
  const fields = { version: String(version), tap: "no answer", until: "", to: "bo", handWhy: "Mine" };
  expect((await open(`/prospects/${rui.id}/calls/1`)).status).toBe(404);
  for (const path of ["", "/snooze", "/hand-over"])
    expect((await send(`/prospects/${rui.id}/calls/1${path}`, fields)).status).toBe(404);
  expect((await getCall(world.app.table, rui.id, 1))?.version).toBe(version);
});

test("a rep without a call is told what to do next", async () => {
  const world = await teamWorld();
  const { text } = await deskFor(world, viewerOf(bo)).open("/");
  expect(words(text)).toContain("Bo Lind's worklist No calls are waiting");
  expect(text).toContain('href="/prospects"');
});

test("one who asked and is called on the second try is told of both in one line", async () => {
  const world = await teamWorld();
  await asks(world, rui.id);
  await world.pass(world.app.now() + MINUTE);
  const { send, open } = deskFor(world, viewerOf(aroha));
  const call = await getCall(world.app.table, rui.id, 1);
  await send(`/prospects/${rui.id}/calls/1`, { version: String(call?.version), tap: "no answer" });
  await world.pass(world.app.now() + HOUR);
  expect(words((await open("/")).text)).toContain("Attempt 2 of this call: touch 2 of 12, after 1 call");
});
