import { expect, test } from "vitest";
import { defaultCadence } from "../../../../shared/cadence/cadence.ts";
import { outboxMailer } from "../../../../shared/local/outbox.ts";
import { putTouch } from "../../../../shared/touch/store.ts";
import { tallyLedger, tallyMail } from "../../../../stacks/local/play/tally.ts";
import { article, prospect, testWorld } from "../../../fixtures/world.ts";

const rendering = { id: "r", subject: ["Hello"], html: ["<p>Hello</p>"], text: ["Hello"] };

/** A world of two prospects, and a way to put an email into its outbox past everything that keeps watch. */
async function watched() {
  const tokyo = prospect("aiko", { timeZone: "Asia/Tokyo" });
  const world = await testWorld({ prospects: [prospect("rui"), tokyo], articles: [article("rounds")] });
  const plant = async (id: string, at: string, articleId: string, slot = at.slice(0, 10)): Promise<void> => {
    const entry = {
      to: { address: `${id}@customer.example` },
      values: {},
      headers: {},
      tags: { prospect: id, slot, article: articleId },
    };
    await outboxMailer(world.store, () => Date.parse(at)).sendBulk({
      from: { name: "Ana Sousa", address: "hello@northgate.example" },
      replyTo: "ana@northgate.example",
      rendering,
      entries: [entry],
    });
  };
  return { world, plant, tally: (after = 0) => tallyMail(world.store, world.app.table, defaultCadence, after) };
}

test("emails in their own afternoons, each with its own article, are neither twice nor outside", async () => {
  const { plant, tally } = await watched();
  await plant("rui", "2026-11-25T16:59:59Z", "rounds");
  await plant("rui", "2026-11-26T13:00Z", "audits");
  await plant("aiko", "2026-11-25T06:00Z", "rounds");
  expect(await tally()).toEqual({
    sent: 3,
    duplicates: 0,
    outsideWindow: 0,
    perDate: new Map([
      ["2026-11-25", 2],
      ["2026-11-26", 1],
    ]),
  });
});

test("a second email on one date, and an article that came before, are found", async () => {
  const { plant, tally } = await watched();
  await plant("rui", "2026-11-25T15:00Z", "rounds");
  await plant("rui", "2026-11-25T15:10Z", "audits");
  expect(await tally()).toMatchObject({ sent: 2, duplicates: 1 });
  await plant("rui", "2026-12-02T15:00Z", "rounds");
  expect(await tally()).toMatchObject({ sent: 3, duplicates: 2 });
  expect(await tally(2), "also when the first went out before play began").toMatchObject({ sent: 1, duplicates: 1 });
});

test.each([
  ["before one o'clock", "rui", "2026-11-25T12:59:59Z"],
  ["at five o'clock", "rui", "2026-11-25T17:00Z"],
  ["on a Tuesday", "rui", "2026-11-24T15:00Z"],
  ["on a Friday", "rui", "2026-11-27T15:00Z"],
  ["in the afternoon, but of another zone", "aiko", "2026-11-25T15:00Z"],
  ["to somebody nobody knows", "stranger", "2026-11-25T15:00Z"],
])("an email %s is outside the window", async (_, id, at) => {
  const { plant, tally } = await watched();
  await plant(id, at, "rounds");
  expect(await tally()).toMatchObject({ sent: 1, outsideWindow: 1 });
});

test("the ledger's reasons are counted by date, from the first date asked for", async () => {
  const { world } = await watched();
  const touch = {
    prospectId: "rui",
    timeZone: "Europe/Lisbon",
    cadenceId: "default",
    slotKind: "blog-post",
    at: 1,
  } as const;
  await world.app.table.write(
    putTouch({ ...touch, date: "2026-11-18", outcome: "skipped", reason: "paused" }),
    putTouch({ ...touch, date: "2026-11-25", outcome: "skipped", reason: "cap-7-days" }),
    putTouch({ ...touch, date: "2026-11-26", outcome: "sent" }),
    putTouch({ ...touch, date: "2026-12-02", outcome: "refused", reason: "no such address" }),
    putTouch({ ...touch, date: "2026-12-03", outcome: "reserved" }),
  );
  expect(await tallyLedger(world.app.table, "2026-11-23")).toEqual({
    prospects: 2,
    skipped: { "cap-7-days": 1 },
    other: { "no such address": 1, reserved: 1 },
    perDate: new Map([["2026-11-25", { "cap-7-days": 1 }]]),
  });
});
