import { expect, test } from "vitest";
import { pauseSending } from "../../../shared/sending/pause.ts";
import { HOUR } from "../../../shared/time.ts";
import { MONDAY } from "../../fixtures/world.ts";
import { deskOf } from "./desk.ts";

test.each(["/", "/outbox"])("%s says that sending is paused, why, and how it goes on", async (path) => {
  const { open, world } = await deskOf();
  expect((await open(path)).text).not.toContain("Sending is paused");
  await pauseSending(world.app, { cause: "by hand", says: "We are <moving> house." });
  const { text } = await open(path);
  expect(text).toContain('aria-label="Sending is paused"');
  expect(text).toMatch(/We are &lt;moving&gt; house\. It goes on when somebody resumes it/);
  expect(text).toContain('action="/sending/resume"');
});

test("a pause that ends by itself says when, and is gone then", async () => {
  const { open, world } = await deskOf();
  await pauseSending(world.app, { cause: "daily-quota", says: "The quota is used up", until: MONDAY + HOUR });
  expect((await open("/")).text).toMatch(/It goes on by itself at <time[^>]*>Mon 23 Nov 2026, 10:00/);
  world.clock.standAt(MONDAY + HOUR);
  expect((await open("/")).text).not.toContain("Sending is paused");
});
