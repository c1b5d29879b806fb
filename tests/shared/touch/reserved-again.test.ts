import { expect, test } from "vitest";
import { handOversPk } from "../../../shared/keys.ts";
import type { MailResult, Table } from "../../../shared/ports.ts";
import { MINUTE } from "../../../shared/time.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { settleUnknown } from "../../../shared/touch/settle.ts";
import { getTouch } from "../../../shared/touch/store.ts";
import { article, prospect } from "../../fixtures/world.ts";
import { SLOT, atTheSlot, batch, mailerThat } from "./afternoon.ts";

test("the note of a hand-over is kept as long as a touch of it, reserved again since, may be on its way", async () => {
  let answer: MailResult = { outcome: "throttled", reason: "421 later" };
  const mailer = mailerThat(() => answer);
  const world = await atTheSlot({ prospects: [prospect("rui")], articles: [article("rounds")], mailer });
  const { app, clock } = world;
  const outcome = async () => (await getTouch(app.table, "rui", SLOT))?.outcome;
  const noted = async () => (await app.table.query({ pk: handOversPk })).items.length;

  const crossesNothingOut: Table = {
    ...app.table,
    write: (...writes) =>
      writes.every(({ kind }) => kind === "remove") ? Promise.reject(new Error("no disk")) : app.table.write(...writes),
  };
  await sendTouches({ ...app, table: crossesNothingOut }, batch(["rui"]));
  expect([await outcome(), await noted()]).toEqual([undefined, 1]);

  clock.standAt(app.now() + 10 * MINUTE);
  answer = { outcome: "accepted", messageId: "m" };
  const dying: Table = { ...app.table, writeEach: () => Promise.reject(new Error("killed")) };
  await expect(sendTouches({ ...app, table: dying }, batch(["rui"]))).rejects.toThrow("killed");
  expect([await outcome(), await noted()]).toEqual(["reserved", 2]);

  clock.standAt(app.now() + 6 * MINUTE);
  expect(await settleUnknown(app)).toBe(0);
  expect([await outcome(), await noted()]).toEqual(["reserved", 2]);

  clock.standAt(app.now() + 10 * MINUTE);
  expect(await settleUnknown(app)).toBe(1);
  expect([await outcome(), await noted()]).toEqual(["unknown", 0]);
});
