import { expect, test } from "vitest";
import { trackApp } from "../../../functions/track/app.ts";
import { sweep } from "../../../functions/sweep.ts";
import { MINUTE } from "../../../shared/durations.ts";
import { MONDAY, prospect, testWorld } from "../../fixtures/world.ts";
import { pathOf } from "./small-world.ts";

test("the only one in a zone, who starts again by the preferences page, is back on the schedule with the next sweep", async () => {
  const standing = { state: "paused", until: "2027-03-01", reason: "own wish" } as const;
  const world = await testWorld({ prospects: [prospect("kiri", { timeZone: "Pacific/Auckland", standing })] });
  expect(await world.scheduler.list("default.")).toEqual([]);
  const path = pathOf(world.app, { kind: "preferences", prospectId: "kiri" });
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const answer = await trackApp(world.app).request(path, { method: "POST", body: "action=resume", headers });
  expect(await answer.text()).toContain("Welcome back.");
  const nextSweep = Math.ceil((MONDAY + 1) / (15 * MINUTE)) * 15 * MINUTE;
  await sweep(world.app, { scheduledAt: nextSweep });
  expect(await world.scheduler.list("default.")).toEqual([
    "default.thu-1500.Pacific.Auckland",
    "default.wed-1500.Pacific.Auckland",
  ]);
});
