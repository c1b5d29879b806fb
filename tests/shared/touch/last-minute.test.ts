import { expect, test } from "vitest";
import { sendTouches } from "../../../shared/touch/send.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { article, mustProspect, prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { batch, mailerThat } from "./afternoon.ts";

async function orderedAt(time: string): Promise<{ world: TestWorld; calls: number }> {
  const mailer = mailerThat(() => ({ outcome: "accepted", messageId: "m" }));
  const world = await testWorld({ prospects: [prospect("rui")], articles: [article("rounds")], mailer });
  world.clock.standAt(Date.parse(`2026-11-25T${time}Z`));
  await sendTouches(world.app, batch(["rui"]));
  return { world, calls: mailer.given.length };
}

test("an email that could only leave after the window is closed, and nothing is reserved for it", async () => {
  const { world, calls } = await orderedAt("16:59:50");
  expect(calls).toBe(0);
  expect(await touchesOf(world.app.table, "rui")).toMatchObject([{ outcome: "skipped", reason: "window-closed" }]);
  expect(await mustProspect(world, "rui")).toMatchObject({ seen: [], recentTouches: [], touchCount: 0 });
});

test("one for which there is time goes out", async () => {
  const { world, calls } = await orderedAt("16:55");
  expect(calls).toBe(1);
  expect(await touchesOf(world.app.table, "rui")).toMatchObject([{ outcome: "sent" }]);
});
