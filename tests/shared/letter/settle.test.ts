import { expect, test } from "vitest";
import { MINUTE } from "../../../shared/durations.ts";
import { settleLetters } from "../../../shared/letter/settle.ts";
import { lettersOf } from "../../../shared/letter/store.ts";
import type { MailResult } from "../../../shared/ports.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import { pauseSending } from "../../../shared/sending/pause.ts";
import { getCounts } from "../../../shared/sending/store.ts";
import { suppress } from "../../../shared/suppression/suppress.ts";
import { MONDAY } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { mailerThat } from "../touch/afternoon.ts";
import { send, withDraft } from "./agreed.ts";

/** Takes its time: `asked` when it has the email, and says what it is told by `answer`. */
function slowMailer() {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<MailResult>();
  const mailer = mailerThat(() => {
    asked.resolve();
    return answer.promise;
  });
  return { mailer, asked: asked.promise, answer: answer.resolve };
}

const letters = (world: TestWorld) => lettersOf(world.app.table, "rui");
const sent = async (world: TestWorld) => (await getCounts(world.app.table, world.app.now())).sent;

test("a letter whose sender died is closed as unknown a quarter of an hour later, and not repeated", async () => {
  const { mailer, asked } = slowMailer();
  const world = await withDraft({ mailer });
  void send(world);
  await asked;
  expect(await letters(world)).toMatchObject([{ outcome: "reserved" }]);
  world.clock.standAt(MONDAY + 14 * MINUTE);
  expect(await settleLetters(world.app)).toBe(0);
  world.clock.standAt(MONDAY + 16 * MINUTE);
  expect(await settleLetters(world.app)).toBe(1);
  expect(await letters(world)).toMatchObject([{ outcome: "unknown", reason: "no word of whether it went out" }]);
  expect(await send(world)).toMatchObject({ outcome: "already-sent" });
  expect(await settleLetters(world.app)).toBe(0);
  expect(mailer.given).toHaveLength(1);
});

test("an answer that comes after all settles it", async () => {
  const { mailer, asked, answer } = slowMailer();
  const world = await withDraft({ mailer });
  const sending = send(world);
  await asked;
  world.clock.standAt(MONDAY + 20 * MINUTE);
  await settleLetters(world.app);
  answer({ outcome: "accepted", messageId: "m1" });
  expect(await sending).toEqual({ outcome: "sent" });
  expect(await letters(world)).toMatchObject([{ outcome: "sent", messageId: "m1" }]);
});

test("of somebody who is erased while it is on its way, the mailer keeps nothing", async () => {
  const { mailer, asked, answer } = slowMailer();
  const world = await withDraft({ mailer });
  const sending = send(world);
  await asked;
  await eraseProspect(world.app, "rui");
  mailer.forgotten.length = 0;
  answer({ outcome: "accepted", messageId: "m1" });
  await sending;
  expect(mailer.forgotten).toEqual(["rui"]);
  expect(await letters(world)).toEqual([]);
});

test("who unsubscribes between the look and the reservation gets nothing", async () => {
  const world = await withDraft();
  const { write } = world.app.table;
  let first = true;
  const table = Object.assign({}, world.app.table, {
    write: async (...writes: Parameters<typeof write>) => {
      if (first) {
        first = false;
        await suppress(world.app, "rui", "opted out");
      }
      return write.apply(world.app.table, writes);
    },
  });
  expect(await send({ ...world, app: { ...world.app, table } })).toMatchObject({ outcome: "suppressed" });
  expect(first).toBe(false);
  expect(world.emails()).toEqual([]);
});

test("letters count among what was sent, where they may have gone out", async () => {
  const went = await withDraft();
  await send(went);
  expect(await sent(went)).toBe(1);
  const refused = await withDraft({ mailer: mailerThat(() => ({ outcome: "refused", reason: "no" })) });
  await send(refused);
  expect(await sent(refused)).toBe(0);
});

test("a pause of all sending holds for letters too", async () => {
  const world = await withDraft();
  await pauseSending(world.app, { cause: "by hand", says: "Paused by hand." });
  expect(await send(world)).toEqual({ outcome: "paused", why: "Paused by hand." });
  expect(await letters(world)).toEqual([]);
});
