import { expect, test } from "vitest";
import { sweep } from "../../functions/sweep.ts";
import { openCallByHand } from "../../shared/call/open-by-hand.ts";
import { MINUTE } from "../../shared/time.ts";
import { MONDAY } from "../fixtures/world.ts";
import { MIRROR, officeOf, rui } from "../shared/notice/office.ts";

test("a notice whose process died before it was on the queue is told after the next sweep", async () => {
  const { world, mirror, to, waiting } = await officeOf();
  await mirror();
  const dying = { ...world.app, notices: { send: () => Promise.reject(new Error("no queue")) } };
  await openCallByHand(dying, rui.id, "Asked for a quote");
  await world.pass(MONDAY + 15 * MINUTE);
  expect(to(MIRROR)).toEqual([]);
  await sweep(world.app, { scheduledAt: MONDAY + 15 * MINUTE });
  await world.pass(MONDAY + 15 * MINUTE);
  expect(to(MIRROR)).toHaveLength(1);
  expect(await waiting()).toEqual([]);
});
