import { expect, test } from "vitest";
import { Conflict } from "../../../shared/error.ts";
import type { App } from "../../../shared/app.ts";
import { handOversPk, touchKey } from "../../../shared/keys.ts";
import type { Item, Key, MailResult, Table } from "../../../shared/ports.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import { MINUTE } from "../../../shared/time.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { settleUnknown } from "../../../shared/touch/settle.ts";
import { getTouch, putTouch, settleTouch, touchesOf } from "../../../shared/touch/store.ts";
import type { Touch } from "../../../shared/touch/touch.ts";
import { noteHandOver } from "../../../shared/touch/unsettled.ts";
import { article, mustProspect, prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { SLOT, atTheSlot, batch, mailerThat } from "./afternoon.ts";

/** The mailer takes twenty minutes over its answer, and the sweep of another process comes by in the meantime. */
async function answeredLate(result: MailResult): Promise<TestWorld> {
  const mailer = mailerThat(async () => {
    world.clock.standAt(world.app.now() + 20 * MINUTE);
    expect(await settleUnknown(world.app)).toBe(1);
    return result;
  });
  const world = await atTheSlot({ prospects: [prospect("rui")], articles: [article("rounds")], mailer });
  await sendTouches(world.app, batch(["rui"]));
  return world;
}

test("an email that was taken after all is sent, whatever the sweep made of it, and has no doubt left", async () => {
  const world = await answeredLate({ outcome: "accepted", messageId: "m1" });
  const touch = await getTouch(world.app.table, "rui", SLOT);
  expect(touch).toMatchObject({ outcome: "sent", messageId: "m1" });
  expect(touch?.reason).toBeUndefined();
  expect((await mustProspect(world, "rui")).seen).toEqual(["rounds"]);
});

test("one that was refused after all gives the article back", async () => {
  const world = await answeredLate({ outcome: "refused", reason: "554 no" });
  expect(await getTouch(world.app.table, "rui", SLOT)).toMatchObject({ outcome: "refused", reason: "554 no" });
  expect(await mustProspect(world, "rui")).toMatchObject({ seen: [], touchCount: 0 });
});

test("one of which nothing was taken is tried again", async () => {
  const world = await answeredLate({ outcome: "throttled", reason: "421 later" });
  expect(await touchesOf(world.app.table, "rui")).toEqual([]);
  expect(await mustProspect(world, "rui")).toMatchObject({ seen: [], touchCount: 0 });
  expect(world.queues.touches.depth()).toBe(1);
});

const skipped: Touch = {
  prospectId: "rui",
  date: SLOT,
  timeZone: "Europe/Lisbon",
  cadenceId: "default",
  slotKind: "blog-post",
  outcome: "skipped",
  reason: "no-rep",
  at: 1,
};

test("a skip is never overwritten", async () => {
  const { app } = await testWorld();
  await app.table.write(putTouch(skipped));
  for (const from of ["reserved", "unknown"] as const)
    await expect(
      app.table.write(settleTouch(skipped, { outcome: "sent", messageId: "m", at: 2 }, from)),
    ).rejects.toThrow(Conflict);
  expect(await getTouch(app.table, "rui", SLOT)).toEqual(skipped);
});

test("two writes that merely met cost nobody the mark", async () => {
  const world = await atTheSlot({ prospects: [prospect("rui")], articles: [article("rounds")] });
  const { table } = world.app;
  let [reservations, marks] = [0, 0];
  const colliding: Table = {
    ...table,
    write: (...all) =>
      all.some((one) => one.kind === "update" && one.guard) && ++reservations === 1
        ? Promise.reject(new Conflict([0]))
        : table.write(...all),
    writeEach: async (all) => (++marks === 1 ? all.map((_, n) => n) : table.writeEach(all)),
  };
  expect(Object.fromEntries(await sendTouches({ ...world.app, table: colliding }, batch(["rui"])))).toEqual({
    rui: "sent",
  });
  expect(await getTouch(table, "rui", SLOT)).toMatchObject({ outcome: "sent" });
});

test("of somebody who is erased while their email is handed over no copy is kept", async () => {
  const world = await atTheSlot({ prospects: [prospect("rui")], articles: [article("rounds")] });
  const { mailer } = world.app;
  const erasing: typeof mailer = {
    ...mailer,
    sendBulk: async (mail) => {
      await eraseProspect(world.app, "rui");
      return mailer.sendBulk(mail);
    },
  };
  await sendTouches({ ...world.app, mailer: erasing }, batch(["rui"]));
  expect(world.emails()).toEqual([]);
  expect((await world.app.table.query({ pk: "PROSPECT#rui" })).items).toEqual([]);
});

/** Reserves a touch each and leaves it at that. `index` is where older versions had them. */
async function leaveReserved({ table, now }: App, ids: readonly string[], index?: Key): Promise<void> {
  const reserved = ids.map((prospectId): Item => {
    const touch: Touch = { ...skipped, prospectId, outcome: "reserved", at: now() };
    return { ...touchKey(prospectId, SLOT), data: touch, index };
  });
  await table.writeMany(reserved.map((item) => ({ kind: "put", item })));
}

test("the sweep closes however many there are, and those that an older version left", async () => {
  const { app, clock } = await testWorld();
  const many = Array.from({ length: 1103 }, (_, n) => `p${n}`);
  await leaveReserved(app, many.slice(0, 1003));
  for (let n = 0; n < 1003; n += 50)
    await app.table.write(
      noteHandOver({ id: `h${n}`, at: app.now(), date: SLOT, prospectIds: many.slice(n, Math.min(n + 50, 1003)) }),
    );
  await leaveReserved(app, many.slice(1003), { pk: "UNSETTLED", sk: new Date(app.now()).toISOString() });
  clock.standAt(app.now() + 16 * MINUTE);
  expect(await settleUnknown(app)).toBe(1103);
  for (const id of many) expect((await getTouch(app.table, id, SLOT))?.outcome).toBe("unknown");
  expect(await settleUnknown(app)).toBe(0);
  expect((await app.table.query({ pk: handOversPk })).items).toEqual([]);
  expect((await app.table.query({ pk: "UNSETTLED", index: true })).items).toEqual([]);
});
