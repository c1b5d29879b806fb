import { expect, test } from "vitest";
import type { Call } from "../../../../shared/call/call.ts";
import { putCall, putCalls, noCalls } from "../../../../shared/call/store.ts";
import { nextCall } from "../../../../shared/call/open.ts";
import { putSignal } from "../../../../shared/engagement/store.ts";
import { suppress } from "../../../../shared/suppression/suppress.ts";
import { momentOf, nothingDone } from "../../../../stacks/local/play/deeds.ts";
import { optedOut, tallyEngagement } from "../../../../stacks/local/play/tally-engagement.ts";
import { MONDAY, mustProspect, prospect, testWorld } from "../../../fixtures/world.ts";

const people = () => testWorld({ prospects: [prospect("rui"), prospect("aiko"), prospect("mei")] });
const tallied = (world: Awaited<ReturnType<typeof people>>, truth = nothingDone(), before = new Set<string>()) =>
  tallyEngagement(world.app.table, MONDAY, truth, before);

test("who is unsubscribed and never pressed the button was unsubscribed by a machine", async () => {
  const world = await people();
  await suppress(world.app, "rui", "opted out", "Opted out by a link");
  expect(await tallied(world)).toMatchObject({ unsubscribedByMachines: 1 });
  const truth = { ...nothingDone(), left: new Set(["rui"]) };
  expect(await tallied(world, truth)).toMatchObject({ unsubscribedByMachines: 0 });
  expect(await optedOut(world.app.table)).toEqual(new Set(["rui"]));
  const longGone = await optedOut(world.app.table);
  expect(await tallied(world, nothingDone(), longGone)).toMatchObject({ unsubscribedByMachines: 0 });
});

test("signals are counted by what was made of them, and held against who made them", async () => {
  const world = await people();
  const signal = (id: string, at: number, human: number, rule = "click") =>
    putSignal({ id, prospectId: "rui", kind: "click", at, human, rule, reason: "" }, "absent");
  await world.app.table.write(
    signal("before", MONDAY - 1, 0.85),
    signal("person", MONDAY + 1, 0.85),
    signal("lost", MONDAY + 2, 0.3),
    signal("scanner", MONDAY + 3, 0.02),
    signal("believed", MONDAY + 4, 0.85),
    signal("apple", MONDAY + 5, 0, "apple-privacy"),
  );
  const ofPeople = new Set([1, 2].map((ms) => momentOf({ prospectId: "rui", at: MONDAY + ms })));
  expect(await tallied(world, { ...nothingDone(), ofPeople })).toMatchObject({
    signals: { human: 2, machine: 2, notMeasurable: 1 },
    misjudged: { machinesAsHuman: 1, peopleAsMachine: 1 },
  });
});

test("a hot call task that stands is wrong unless somebody really asked at the time it names", async () => {
  const world = await people();
  const { table } = world.app;
  const brief = { questions: ["How?"], nextStepToAskFor: "A call", voicemail: { text: "Hello", seconds: 2 } };
  const opening = { why: "Asked", evidence: [{ at: MONDAY + 1, text: "Asked" }], dueAt: MONDAY, brief } as const;
  const open = async (id: string, lane: "hot" | "warming", changes: Partial<Call> = {}) => {
    const call = nextCall(await mustProspect(world, id), noCalls(id), { ...opening, lane }, MONDAY);
    const calls = { ...noCalls(id), open: 1, last: 1 };
    await table.write(putCall({ ...call, ...changes }, "absent"), putCalls(calls, noCalls(id)));
  };
  await open("rui", "hot");
  await open("aiko", "warming");
  expect(await tallied(world)).toMatchObject({
    callTasks: 2,
    callTasksByLane: { hot: 1, warming: 1, agreed: 0, share: 0 },
    takenBack: 0,
    wronglyHot: 1,
  });
  await open("mei", "hot", { state: "closed", withdrawn: { at: MONDAY, why: "a machine did it" } });
  expect(await tallied(world)).toMatchObject({ callTasks: 3, takenBack: 1, wronglyHot: 1 });
  const asked = (ms: number) => ({ ...nothingDone(), asked: new Map([["rui", new Set([MONDAY + ms])]]) });
  expect(await tallied(world, asked(2)), "of another time").toMatchObject({ wronglyHot: 1 });
  expect(await tallied(world, asked(1))).toMatchObject({ wronglyHot: 0 });
});
