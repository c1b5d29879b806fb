import { expect, test } from "vitest";
import { dispatchTouches } from "../../../shared/cadence/dispatch.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { resumeDue } from "../../../shared/prospect/resume-due.ts";
import type { Standing } from "../../../shared/prospect/prospect.ts";
import { prospectKey, rosterKey } from "../../../shared/keys.ts";
import { putProspect } from "../../../shared/prospect/store.ts";
import { suppress } from "../../../shared/suppression/suppress.ts";
import { mustProspect, prospect, testWorld } from "../../fixtures/world.ts";

const paused = (until: string): Standing => ({ state: "paused", until, reason: "own wish" });

test("each comes back when that date begins on their own calendar, and not an hour before", async () => {
  const zones = ["Pacific/Kiritimati", "Europe/Lisbon", "Pacific/Pago_Pago"];
  const standing = paused("2026-12-01");
  const world = await testWorld({ prospects: zones.map((timeZone, n) => prospect(`p${n}`, { timeZone, standing })) });
  const moments = ["2026-11-30T10:00Z", "2026-12-01T00:00Z", "2026-12-01T11:00Z"];
  for (const [n, moment] of moments.entries()) {
    world.clock.standAt(Date.parse(moment) - 1000);
    expect(await resumeDue(world.app), `before ${moment}`).toBe(0);
    world.clock.standAt(Date.parse(moment));
    expect(await resumeDue(world.app), `at ${moment}`).toBe(1);
    expect((await mustProspect(world, `p${n}`)).standing).toEqual({ state: "active" });
  }
});

test("who comes back is in the audience again, with a line in the history, once", async () => {
  const world = await testWorld({
    prospects: [
      prospect("rui", { standing: paused("2026-11-24") }),
      prospect("eva", { standing: paused("2027-01-04") }),
    ],
  });
  world.clock.standAt(Date.parse("2026-11-25T09:00Z"));
  expect(await resumeDue(world.app)).toBe(1);
  expect(await resumeDue(world.app)).toBe(0);
  expect((await notesOf(world.app.table, "rui")).map(({ text }) => text)).toEqual(["Back after the pause (own wish)."]);
  expect((await mustProspect(world, "eva")).standing).toMatchObject({ state: "paused" });
  const order = {
    cadenceId: "default",
    slotKind: "blog-post",
    timeZone: "Europe/Lisbon",
    scheduledAt: world.app.now(),
  } as const;
  expect(await dispatchTouches(world.app, order)).toBe(1);
  expect(world.queues.touches.receive(1)[0]?.body.prospectIds).toEqual(["rui"]);
});

test("somebody who opts out at the very moment they would come back stays out", async () => {
  const world = await testWorld({ prospects: [prospect("rui", { standing: paused("2026-11-24") })] });
  world.clock.standAt(Date.parse("2026-11-25T09:00Z"));
  const { app } = world;
  let first = true;
  const table: typeof app.table = {
    ...app.table,
    write: async (...writes) => {
      if (first) {
        first = false;
        await suppress(app, "rui", "opted out");
      }
      await app.table.write(...writes);
    },
  };
  await resumeDue({ ...app, table });
  expect((await mustProspect(world, "rui")).standing).toEqual({ state: "ended", reason: "opted out" });
});

test("one who cannot come back keeps nobody else away, and the trouble is told", async () => {
  const world = await testWorld({
    prospects: ["a", "b", "c"].map((id) => prospect(id, { standing: paused("2026-11-24") })),
  });
  const { app } = world;
  await app.table.write({ kind: "update", key: prospectKey("b"), set: { timeZone: "Europe/Atlantis" } });
  world.clock.standAt(Date.parse("2026-11-25T09:00Z"));
  await expect(resumeDue(app)).rejects.toThrow("1 prospects");
  expect((await mustProspect(world, "a")).standing.state).toBe("active");
  expect((await mustProspect(world, "c")).standing.state).toBe("active");
});

test("a missing roster line is put back", async () => {
  const world = await testWorld({ prospects: [prospect("rui", { standing: paused("2026-11-24") })] });
  const { app } = world;
  await app.table.write({ kind: "remove", key: rosterKey("ana", "rui") });
  world.clock.standAt(Date.parse("2026-11-25T09:00Z"));
  expect(await resumeDue(app)).toBe(1);
  expect((await app.table.get(rosterKey("ana", "rui")))?.data).toMatchObject({ name: "Rui", state: "active" });
});

test("however many are due, all come back", async () => {
  const world = await testWorld();
  const { table } = world.app;
  const many = Array.from({ length: 1003 }, (_, n) => prospect(`p${n}`, { standing: paused("2026-11-24") }));
  await table.writeMany(
    many
      .flatMap((one) => putProspect(one, undefined))
      .flatMap((write) => (write.kind === "put" ? [{ kind: write.kind, item: write.item }] : [])),
  );
  world.clock.standAt(Date.parse("2026-11-25T09:00Z"));
  expect(await resumeDue(world.app)).toBe(1003);
});
