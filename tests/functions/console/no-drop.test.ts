import { expect, test } from "vitest";
import { article, prospect } from "../../fixtures/world.ts";
import { deskOf } from "./desk.ts";

test("who has nothing to come is listed with why, once somebody has looked", async () => {
  const lost = prospect("lost0000000", { lastName: "Costa", cadenceId: "gone" });
  const { open, send } = await deskOf({ prospects: [lost, prospect("rui00000000")], articles: [article("rounds")] });
  expect((await open("/no-drop")).text).toContain("Nobody has looked yet");
  const reply = await send("/no-drop", {});
  expect([reply.status, reply.headers.get("Location")]).toEqual([303, "/no-drop?done=looked-again"]);
  const { text } = await open("/no-drop");
  expect(text).toContain("Rui Costa");
  expect(text).toContain("There is no cadence &quot;gone&quot;.");
  expect(text).toContain("last on Mon 23 Nov 2026, 09:00 Lisbon");
});

test("with nobody dropped the page says so", async () => {
  const { open, send } = await deskOf({ prospects: [prospect("rui00000000")], articles: [article("rounds")] });
  await send("/no-drop", {});
  expect((await open("/no-drop")).text).toContain("Nobody is dropped");
});
