import { expect, test } from "vitest";
import { completeCall } from "../../../shared/call/complete.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { getGateway, signalsOf } from "../../../shared/engagement/store.ts";
import { signalKey, signalPrefix } from "../../../shared/keys.ts";
import type { Table } from "../../../shared/ports.ts";
import { changeProspect } from "../../../shared/prospect/store.ts";
import { DAY, HOUR } from "../../../shared/time.ts";
import { addColleague, tasksOf } from "./colleagues.ts";
import { rep, rising, sentAt, signal, smallWorld } from "./small-world.ts";

test("forty colleagues whose links are followed in the same second are all recorded, and nobody is called", async () => {
  const { app } = await smallWorld(1);
  const ids = Array.from({ length: 40 }, (_, n) => `c${n}`);
  for (const id of ids) await addColleague(app, id);
  const clicks = ids.map((id, n) =>
    signal(`s${n}`, 0, { prospectId: id, kind: "click", link: "meeting", at: sentAt(0) + 20 * 60_000 + n }),
  );
  await recordEngagement(app, clicks);
  for (const id of ids) {
    expect(await signalsOf(app.table, id)).toHaveLength(1);
    expect(["", "taken back"]).toContain((await tasksOf(app, id)).join());
  }
});

test("one link followed thousands of times fills no ledger, and a person's click on another email counts", async () => {
  const { app } = await smallWorld(2);
  for (let batch = 0; batch < 60; batch++) {
    const at = (n: number) => sentAt(0) + HOUR + batch * 400 + n;
    const clicks = Array.from({ length: 40 }, (_, n) => signal(`f${batch}-${n}`, 0, { kind: "click", at: at(n) }));
    await recordEngagement(app, clicks);
  }
  const kept = await signalsOf(app.table, "p1");
  expect(kept).toHaveLength(200);
  expect(kept.every(({ human }) => human < 0.5)).toBe(true);
  await recordEngagement(app, [signal("m1", 1, { kind: "click", link: "meeting" })]);
  expect((await tasksOf(app, "p1")).at(-1)).toBe("hot");
});

test("what had its call is no reason for another, however late somebody opens an old email again", async () => {
  const { app, clock } = await smallWorld();
  await recordEngagement(app, rising());
  const done = { disposition: "connected", notes: "", nextStep: { kind: "declined" } } as const;
  await completeCall(app, { prospectId: "p1", number: 1, version: 1, repId: rep.id, ...done });
  clock.now += 100 * DAY;
  await recordEngagement(app, [signal("o9", 9, { at: clock.now })]);
  expect(await tasksOf(app, "p1")).toHaveLength(1);
});

test.each([
  [2, ["hot"]],
  [4, []],
])("a click that is cleared after %i days makes these call tasks: %j", async (days, tasks) => {
  const { app, clock } = await smallWorld(1);
  const asked = signal("m1", 0, { kind: "click", link: "meeting" });
  // As an earlier version had judged it.
  await app.table.write({
    kind: "put",
    item: {
      ...signalKey("p1", "m1"),
      data: { ...asked, human: 0.02, rule: "known-machine", reason: "a link scanner" },
    },
  });
  clock.now = asked.at + days * DAY;
  await recordEngagement(app, [signal("o1", 0, { at: clock.now })]);
  expect(await tasksOf(app, "p1")).toEqual(tasks);
});

test("who denies consent while a click is on its way leaves nothing in the profile of the domain", async () => {
  const { app } = await smallWorld(1);
  let denied = false;
  const table: Table = {
    ...app.table,
    write: async (...writes) => {
      const recording = writes.some((write) => write.kind === "put" && write.item.sk.startsWith(signalPrefix));
      if (recording && !denied) {
        denied = true;
        await app.table.write(changeProspect("p1", { tracking: "denied" }, 1));
      }
      return app.table.write(...writes);
    },
  };
  const late = signal("c1", 0, { kind: "click" });
  expect(await recordEngagement({ ...app, table }, [late])).toEqual(["not-measured"]);
  expect(await signalsOf(app.table, "p1")).toEqual([]);
  expect((await getGateway(app.table, "fabrica.example")).clicks).toEqual([]);
});
