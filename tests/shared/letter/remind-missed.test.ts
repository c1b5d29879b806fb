import { expect, test } from "vitest";
import { MINUTE } from "../../../shared/durations.ts";
import { remindMissed } from "../../../shared/letter/remind-missed.ts";
import { remindProspect } from "../../../shared/letter/remind.ts";
import { scheduleReminder } from "../../../shared/letter/schedule-reminder.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import { prospectPk } from "../../../shared/keys.ts";
import { putStandingSchedules } from "../../../stacks/local/work.ts";
import { withMeanwhile } from "../../fixtures/meanwhile.ts";
import { MEETING_AT, afterTheCall, agreed, mailTo } from "./agreed.ts";
import { mailerThat } from "../touch/afternoon.ts";

test("a reminder whose schedule was never made goes out all the same, within the hour and once", async () => {
  const world = await afterTheCall();
  await putStandingSchedules(world);
  await world.pass(MEETING_AT);
  expect(mailTo(world).map(({ at }) => at)).toEqual([MEETING_AT - 40 * MINUTE]);
  expect(world.failures).toEqual([]);
});

test("one that went out by its own schedule does not go out again", async () => {
  const world = await afterTheCall();
  await putStandingSchedules(world);
  await scheduleReminder(world.app, agreed);
  await world.pass(MEETING_AT);
  expect(mailTo(world).map(({ at }) => at)).toEqual([MEETING_AT - 45 * MINUTE]);
});

test("a call that was put off by the rep alone is nothing to remind of", async () => {
  const world = await afterTheCall({ call: { step: { kind: "meeting", date: "2026-12-03" } } });
  world.clock.standAt(MEETING_AT - 30 * MINUTE);
  await remindMissed(world.app);
  expect(mailTo(world)).toEqual([]);
});

test("a mailer that takes nothing is told of, so that it comes again", async () => {
  const world = await afterTheCall({ mailer: mailerThat(() => ({ outcome: "throttled", reason: "slow down" })) });
  world.clock.standAt(MEETING_AT - 30 * MINUTE);
  await expect(remindMissed(world.app)).rejects.toThrow("1 reminders could not be handed over");
});

test("that none went out is not noted of somebody erased at that moment", async () => {
  const world = await afterTheCall();
  world.clock.standAt(MEETING_AT);
  const notes = (writes: readonly unknown[]): boolean => JSON.stringify(writes).includes("No reminder went out");
  const app = withMeanwhile(world.app, notes, () => eraseProspect(world.app, "rui"));
  await remindProspect(app, { prospectId: "rui", number: 2, dueAt: MEETING_AT });
  expect((await world.app.table.query({ pk: prospectPk("rui") })).items).toEqual([]);
});
