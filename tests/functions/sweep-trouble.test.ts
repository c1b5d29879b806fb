import { expect, test } from "vitest";
import { sweep } from "../../functions/sweep.ts";
import { prospectKey } from "../../shared/keys.ts";
import { mustProspect, prospect, testWorld } from "../fixtures/world.ts";

test("the trouble of one prospect, or of one chore, holds up nobody else, and is told", async () => {
  const standing = { state: "paused", until: "2026-11-24", reason: "own wish" } as const;
  const timeZone = "Pacific/Auckland";
  const world = await testWorld({ prospects: ["a", "kiri"].map((id) => prospect(id, { timeZone, standing })) });
  const { app } = world;
  await app.table.write({ kind: "update", key: prospectKey("a"), set: { timeZone: "Pacific/Atlantis" } });
  const at = Date.parse("2026-11-24T10:45Z");
  world.clock.standAt(at);
  await expect(sweep(app, { scheduledAt: at })).rejects.toThrow("could not come back");
  expect((await mustProspect(world, "kiri")).standing.state).toBe("active");
  expect(await world.scheduler.list("default.")).toHaveLength(2);
});
