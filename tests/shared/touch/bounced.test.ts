import { expect, test } from "vitest";
import { addressHash } from "../../../shared/id.ts";
import type { MailResult } from "../../../shared/ports.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { putProspect } from "../../../shared/prospect/store.ts";
import { putSuppression } from "../../../shared/suppression/store.ts";
import { suppress } from "../../../shared/suppression/suppress.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { getTouch } from "../../../shared/touch/store.ts";
import { article, mustProspect, prospect } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { SLOT, atTheSlot, batch, mailerThat, suppressedFor } from "./afternoon.ts";

const NO_MAILBOX: MailResult = { outcome: "refused", reason: "550 5.1.1 no such mailbox", about: "address" };
const TAKEN: MailResult = { outcome: "accepted", messageId: "m" };
const people = [prospect("rui"), prospect("eva")];
const articles = [article("rounds"), article("more")];

test("an address that takes no email is never mailed again, and says why; everybody else's email goes out", async () => {
  const mailer = mailerThat((id) => (id === "rui" ? NO_MAILBOX : TAKEN));
  const world = await atTheSlot({ prospects: people, articles, mailer });
  expect(Object.fromEntries(await sendTouches(world.app, batch(["rui", "eva"])))).toEqual({
    rui: "refused",
    eva: "sent",
  });
  expect(await suppressedFor(world, "rui@customer.example")).toBe("bounced");
  expect(await mustProspect(world, "rui")).toMatchObject({
    standing: { state: "ended", reason: "bounced" },
    seen: [],
    touchCount: 0,
  });
  expect((await notesOf(world.app.table, "rui")).map(({ text }) => text)).toEqual([
    "The address bounced: 550 5.1.1 no such mailbox",
  ]);
  expect(await getTouch(world.app.table, "rui", SLOT)).toMatchObject({ outcome: "refused", reason: NO_MAILBOX.reason });
  await world.pass("2026-12-10T18:00Z");
  const mailed = mailer.given.flatMap(({ entries }) => entries.map(({ tags }) => tags["prospect"]));
  expect(mailed.filter((id) => id === "rui")).toHaveLength(1);
  expect(mailed.filter((id) => id === "eva").length).toBeGreaterThan(1);
});

test("an email that is refused for itself leaves the prospect where they are", async () => {
  const mailer = mailerThat(() => ({ outcome: "refused", reason: "554 looks like spam" }));
  const world = await atTheSlot({ prospects: people, articles, mailer });
  await sendTouches(world.app, batch(["rui"]));
  expect(await mustProspect(world, "rui")).toMatchObject({ standing: { state: "active" }, touchCount: 0 });
  expect(await suppressedFor(world, "rui@customer.example")).toBeUndefined();
});

test("it is all or nothing: where the table fails, no prospect is out without a mark, and no mark without", async () => {
  const world = await atTheSlot({ prospects: people, articles, mailer: mailerThat(() => NO_MAILBOX) });
  const { table } = world.app;
  // The note of the hand-over and the reservation.
  let writes = 2;
  const failing: typeof table = {
    ...table,
    write: (...all) => (--writes < 0 ? Promise.reject(new Error("no disk")) : table.write(...all)),
  };
  await expect(sendTouches({ ...world.app, table: failing }, batch(["rui"]))).rejects.toThrow("no disk");
  expect(await getTouch(table, "rui", SLOT)).toMatchObject({ outcome: "reserved" });
  expect(await mustProspect(world, "rui")).toMatchObject({ standing: { state: "active" } });
  expect(await suppressedFor(world, "rui@customer.example")).toBeUndefined();
});

/** A mailer whose no comes after `first` has happened. */
async function whileOnItsWay(first: (world: TestWorld) => Promise<unknown>): Promise<TestWorld> {
  const parts = { prospects: people, articles };
  const mailer = mailerThat(async () => {
    await first(world);
    return NO_MAILBOX;
  });
  const world = await atTheSlot({ ...parts, mailer });
  await sendTouches(world.app, batch(["rui"]));
  expect(await getTouch(world.app.table, "rui", SLOT)).toMatchObject({ outcome: "refused" });
  return world;
}

test("who opts out while the email bounces stays opted out", async () => {
  const world = await whileOnItsWay(({ app }) => suppress(app, "rui", "opted out"));
  expect(await mustProspect(world, "rui")).toMatchObject({
    standing: { reason: "opted out" },
    seen: [],
    touchCount: 0,
  });
  expect(await suppressedFor(world, "rui@customer.example")).toBe("opted out");
});

test("an address that others had suppressed keeps its first reason", async () => {
  const world = await whileOnItsWay(({ app }) =>
    app.table.write(putSuppression({ addressHash: addressHash("rui@customer.example"), reason: "complained", at: 1 })),
  );
  expect(await suppressedFor(world, "rui@customer.example")).toBe("complained");
  expect(await mustProspect(world, "rui")).toMatchObject({ standing: { state: "ended", reason: "bounced" } });
});

test("where the address is put right while the old one bounces, only the old one is suppressed", async () => {
  const world = await whileOnItsWay(async (running) => {
    const before = await mustProspect(running, "rui");
    const after = { ...before, email: "rui.costa@customer.example", updatedAt: before.updatedAt + 1 };
    await running.app.table.write(...putProspect(after, before));
  });
  expect(await mustProspect(world, "rui")).toMatchObject({ standing: { state: "active" }, seen: [], touchCount: 0 });
  expect(await suppressedFor(world, "rui@customer.example")).toBe("bounced");
  expect(await suppressedFor(world, "rui.costa@customer.example")).toBeUndefined();
});
