import { expect, test } from "vitest";
import { timelineOf } from "../../../functions/console/timeline.ts";
import type { MailResult } from "../../../shared/ports.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { MINUTE } from "../../../shared/time.ts";
import { article, prospect, testWorld } from "../../fixtures/world.ts";
import { WEDNESDAY_AFTERNOON, atTheSlot, batch, mailerThat } from "./afternoon.ts";

const DOWN: MailResult = { outcome: "throttled", reason: "Invalid login: 535 wrong password" };
const parts = { prospects: [prospect("rui")], articles: [article("rounds")] };

test("a mail server that takes nothing all afternoon is named where the email is missed", async () => {
  const world = await atTheSlot({ ...parts, mailer: mailerThat(() => DOWN) });
  await world.pass("2026-11-25T18:00Z");
  const [touch] = await touchesOf(world.app.table, "rui");
  expect(touch).toMatchObject({ outcome: "skipped", reason: "window-closed", detail: DOWN.reason });
  const history = {
    touches: [touch!],
    letters: [],
    signals: [],
    calls: [],
    notes: [],
    repNames: new Map<string, string>(),
  };
  expect(timelineOf(history, "Europe/Lisbon")[0]?.entries).toMatchObject([
    { kind: "skip", what: expect.stringContaining("afternoon was over"), detail: DOWN.reason },
  ]);
});

test("it is asked less and less often, but to the end of the afternoon", async () => {
  const askedAt: number[] = [];
  const mailer = mailerThat(() => {
    askedAt.push((world.app.now() - Date.parse(WEDNESDAY_AFTERNOON)) / MINUTE);
    return DOWN;
  });
  const world = await testWorld({ ...parts, mailer });
  await world.pass("2026-11-25T18:00Z");
  expect(askedAt).toEqual([0, 1, 3, 7, 15, 30, 45, 60, 75, 90, 105]);
});

test("each keeps the answer that was theirs, and those of one answer stay together", async () => {
  const mailer = mailerThat((id) => ({
    outcome: "throttled",
    reason: id === "p2" ? "451 mailbox busy" : "421 too fast",
  }));
  const ids = ["p1", "p2", "p3"];
  const world = await atTheSlot({ prospects: ids.map((id) => prospect(id)), articles: [article("rounds")], mailer });
  expect(new Set((await sendTouches(world.app, batch(ids))).values())).toEqual(new Set(["throttled"]));
  world.clock.standAt(world.app.now() + MINUTE);
  const again = world.queues.touches.receive(10).map(({ body }) => body);
  expect(again).toEqual([
    batch(["p1", "p3"], { tries: 1, lastReason: "421 too fast" }),
    batch(["p2"], { tries: 1, lastReason: "451 mailbox busy" }),
  ]);
});

test("an order that was merely late has no word of a mailer", async () => {
  const world = await atTheSlot(parts);
  world.clock.standAt(Date.parse("2026-11-25T17:00Z"));
  await sendTouches(world.app, batch(["rui"]));
  expect((await touchesOf(world.app.table, "rui"))[0]).not.toHaveProperty("detail");
});
