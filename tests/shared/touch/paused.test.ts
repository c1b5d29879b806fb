import { expect, test } from "vitest";
import { pauseSending } from "../../../shared/sending/pause.ts";
import { resumeSending } from "../../../shared/sending/resume.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { article, prospect, testWorld } from "../../fixtures/world.ts";

const parts = { prospects: [prospect("rui"), prospect("eva")], articles: [article("rounds")] };

test("while sending is paused nobody is written to or even reserved, and after the pause everybody is", async () => {
  const world = await testWorld(parts);
  await pauseSending(world.app, { cause: "bounce-rate", says: "too many bounces" });
  await world.pass("2026-11-25T15:30Z");
  expect(world.emails()).toEqual([]);
  expect(await touchesOf(world.app.table, "rui")).toEqual([]);
  await resumeSending(world.app);
  await world.pass("2026-11-25T16:30Z");
  expect(world.emails()).toHaveLength(2);
  expect(world.failures).toEqual([]);
});

test("a pause that outlasts the afternoon closes its touches with what stopped them", async () => {
  const world = await testWorld(parts);
  await pauseSending(world.app, { cause: "complaint-rate", says: "too many complaints" });
  await world.pass("2026-11-25T23:00Z");
  expect(world.emails()).toEqual([]);
  const closed = { outcome: "skipped", reason: "window-closed", detail: "too many complaints" };
  expect(await touchesOf(world.app.table, "eva")).toMatchObject([closed]);
});
