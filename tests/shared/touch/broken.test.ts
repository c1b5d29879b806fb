import { expect, test, vi } from "vitest";
import type { Table } from "../../../shared/ports.ts";
import { changeProspect } from "../../../shared/prospect/store.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { getTouch } from "../../../shared/touch/store.ts";
import { article, mustProspect, prospect } from "../../fixtures/world.ts";
import { SLOT, atTheSlot, batch, mailerThat } from "./afternoon.ts";

vi.mock(import("../../../shared/touch/compose.ts"), async (original) => {
  const real = await original();
  return {
    ...real,
    renderArticle: (one, ...rest) =>
      one.id === "broken" ? Promise.reject(new Error("the text cannot be shown")) : real.renderArticle(one, ...rest),
  };
});

test("an article that no email can be made of skips those who would get it, and nobody else", async () => {
  const reader = prospect("reader", { seen: ["broken"] });
  const world = await atTheSlot({
    prospects: [prospect("rui"), reader, prospect("eva")],
    articles: [article("broken", { publishedOn: "2026-02-01" }), article("rounds")],
  });
  expect(Object.fromEntries(await sendTouches(world.app, batch(["rui", "reader", "eva"])))).toEqual({
    rui: "skipped",
    reader: "sent",
    eva: "skipped",
  });
  expect(await getTouch(world.app.table, "rui", SLOT)).toMatchObject({
    outcome: "skipped",
    reason: "article-broken",
    detail: "the text cannot be shown",
    articleId: "broken",
  });
  expect(await mustProspect(world, "rui")).toMatchObject({ seen: [], touchCount: 0 });
});

test("a prospect whom no link can be made for is skipped alone", async () => {
  const world = await atTheSlot({
    prospects: [prospect("rui"), prospect("not a link", { email: "eva@customer.example" })],
    articles: [article("rounds")],
  });
  const outcomes = await sendTouches(world.app, batch(["not a link", "rui"]));
  expect(Object.fromEntries(outcomes)).toEqual({ "not a link": "skipped", rui: "sent" });
  expect(await getTouch(world.app.table, "not a link", SLOT)).toMatchObject({
    reason: "article-broken",
    detail: expect.stringContaining("not a link"),
  });
});

test("what is reserved is handed over before anything else can fail", async () => {
  const mailer = mailerThat(() => ({ outcome: "accepted", messageId: "m" }));
  const world = await atTheSlot({
    prospects: [prospect("rui"), prospect("eva")],
    articles: [article("rounds")],
    mailer,
  });
  const { table } = world.app;
  let reserved = false;
  const failing: Table = {
    ...table,
    write: async (...writes) => {
      // Somebody edits eva just before the reservation, so that she has to be looked at again, when the table is away.
      if (!reserved) await table.write(changeProspect("eva", { title: "Buyer" }, world.app.now()));
      reserved = true;
      await table.write(...writes);
    },
    getMany: (keys) =>
      reserved && keys.some(({ pk }) => pk === "PROSPECT#eva") && mailer.given.length > 0
        ? Promise.reject(new Error("the table is away"))
        : table.getMany(keys),
  };
  await expect(sendTouches({ ...world.app, table: failing }, batch(["rui", "eva"]))).rejects.toThrow("away");
  expect(await getTouch(table, "rui", SLOT)).toMatchObject({ outcome: "sent" });
  expect(Object.fromEntries(await sendTouches(world.app, batch(["rui", "eva"])))).toEqual({
    rui: "already-touched",
    eva: "sent",
  });
});
