import { expect, test } from "vitest";
import { getCall, getCalls } from "../../../shared/call/store.ts";
import { checkNoDrop } from "../../../shared/prospect/no-drop.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { suppress } from "../../../shared/suppression/suppress.ts";
import { prospect, testWorld } from "../../fixtures/world.ts";

test("nobody passes something on by hand to somebody who left since", async () => {
  const world = await testWorld({ prospects: [prospect("rui")] });
  await checkNoDrop(world.app);
  expect(await getCall(world.app.table, "rui", 1)).toMatchObject({ lane: "share", state: "open" });
  await suppress(world.app, "rui", "opted out");
  expect(await checkNoDrop(world.app)).toMatchObject({ repaired: 1, byKind: { none: 1, dropped: 0 } });
  expect(await getCall(world.app.table, "rui", 1)).toMatchObject({ state: "closed" });
  expect((await getCalls(world.app.table, "rui")).open).toBeNull();
  expect((await notesOf(world.app.table, "rui")).map(({ text }) => text).join("\n")).toContain(
    "Call 1 taken back: they want no more email",
  );
  expect(world.queues.notices.depth()).toBe(2);
});
