import { expect, test } from "vitest";
import { openCall } from "../../../shared/call/open.ts";
import { getCall, getCalls, noCalls } from "../../../shared/call/store.ts";
import { withdrawCall } from "../../../shared/call/withdraw.ts";
import { hotCallsAfter } from "../../../shared/notice/hot.ts";
import { writeCalls } from "../../../shared/notice/write.ts";
import { MONDAY } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { officeOf, rui } from "./office.ts";

const SECOND = 1000;

/** The calling link was followed; as yet by a person, as far as one can tell. */
async function clicked({ app }: TestWorld): Promise<void> {
  const now = app.now();
  const text = "Clicked your calling link";
  await writeCalls(
    app,
    ...openCall(
      rui,
      noCalls(rui.id),
      {
        lane: "hot",
        why: text,
        evidence: [{ at: now, text, signalId: "c1", human: 0.85, rule: "plain-click", asks: true }],
        dueAt: now,
        brief: { questions: ["Why now?"], nextStepToAskFor: "A meeting", voicemail: { text: "Hello", seconds: 2 } },
      },
      now,
    ),
  );
}

test("who followed the calling link is told of once a machine would have shown itself", async () => {
  const { world, emails } = await officeOf();
  await clicked(world);
  await world.pass(MONDAY);
  // Who has the console open sees it at once.
  expect(await hotCallsAfter(world.app.table, "", 10)).toMatchObject([{ prospectId: rui.id, number: 1 }]);
  await world.pass(MONDAY + 19 * SECOND);
  expect(emails()).toEqual([]);
  await world.pass(MONDAY + 21 * SECOND);
  expect(emails().map(({ subject }) => subject)).toEqual(["Asked for a call: Rui Costa, Porto Foods (waiting 20 s)"]);
});

test("nobody is called away for a machine that followed the calling link", async () => {
  const { world, emails, waiting } = await officeOf();
  await clicked(world);
  await world.pass(MONDAY + 12 * SECOND);
  const { table } = world.app;
  const [call, calls] = [(await getCall(table, rui.id, 1))!, await getCalls(table, rui.id)];
  await writeCalls(world.app, ...withdrawCall(call, calls, "a machine did it", world.app.now()));
  await world.pass(MONDAY + 60 * SECOND);
  expect(emails()).toEqual([]);
  expect(await waiting()).toEqual([]);
});
