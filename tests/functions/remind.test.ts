import { expect, test } from "vitest";
import { remind } from "../../functions/remind.ts";
import { sweep } from "../../functions/sweep.ts";
import { HOUR, MINUTE } from "../../shared/durations.ts";
import { lettersOf, reserveLetter } from "../../shared/letter/store.ts";
import { putStandingSchedules } from "../../stacks/local/work.ts";
import { MONDAY } from "../fixtures/world.ts";
import { MEETING_AT, afterTheCall, mailTo, withDraft } from "../shared/letter/agreed.ts";

test("a rep is told of a follow-up that was left soon after its hour is over, and once", async () => {
  const world = await withDraft();
  await putStandingSchedules(world);
  await world.pass(MONDAY + HOUR);
  expect(mailTo(world, "ana@northgate.example")).toEqual([]);
  await world.pass(MONDAY + HOUR + 15 * MINUTE);
  await world.pass(MONDAY + 5 * HOUR);
  expect(mailTo(world, "ana@northgate.example")).toHaveLength(1);
  expect(world.failures).toEqual([]);
});

test("an order to remind that makes no sense is not carried out", async () => {
  const world = await afterTheCall();
  world.clock.standAt(MEETING_AT - 45 * MINUTE);
  for (const input of [{}, { prospectId: "rui", number: "2", dueAt: MEETING_AT }, { of: "everything" }])
    await expect(remind(world.app, input)).rejects.toThrow();
  await remind(world.app, { prospectId: "rui", number: 2, dueAt: MEETING_AT, scheduledAt: world.app.now() });
  expect(mailTo(world)).toHaveLength(1);
});

test("the sweep closes letters that nobody will hear of", async () => {
  const world = await afterTheCall();
  const letter = {
    prospectId: "rui",
    id: "follow-up-1-1",
    kind: "follow-up",
    repId: "ana",
    subject: "Thanks",
  } as const;
  await world.app.table.write(reserveLetter({ ...letter, outcome: "reserved", at: MONDAY }, "absent"));
  world.clock.standAt(MONDAY + HOUR);
  await sweep(world.app, { scheduledAt: MONDAY + HOUR });
  expect(await lettersOf(world.app.table, "rui")).toMatchObject([{ outcome: "unknown" }]);
});
