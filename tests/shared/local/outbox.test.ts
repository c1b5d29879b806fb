import { expect, test } from "vitest";
import {
  countOutbox,
  eachEmail,
  emailOfMessage,
  listOutbox,
  outboxMailer,
  readEmail,
} from "../../../shared/local/outbox.ts";
import { openStore } from "../../../shared/local/store.ts";
import { standingClock } from "../../contract/clock.ts";
import { ada, entryOf, mailerContract, mailTo } from "../../contract/mailer.ts";

function inMemory() {
  const clock = standingClock();
  const store = openStore(":memory:");
  return { clock, store, mailer: outboxMailer(store, clock.now) };
}

const namesOf = (emails: ReturnType<typeof listOutbox>) => emails.map(({ to }) => to.name);

const lowerCase = (headers: { readonly [name: string]: string }) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

mailerContract("outbox", async () => {
  const { store, mailer } = inMemory();
  return {
    mailer,
    delivered: async () =>
      listOutbox(store, { limit: 1000 }).map((email) => Object.assign(email, { headers: lowerCase(email.headers) })),
  };
});

test("an email can be read as it went out, found by its message id too", async () => {
  const { clock, store, mailer } = inMemory();
  const [result] = await mailer.sendBulk(mailTo(ada));
  const email = readEmail(store, 1);
  expect(email).toMatchObject({ id: 1, at: clock.now(), tags: ada.tags, headers: ada.headers, to: ada.to });
  expect(email?.subject).toBe("For you, Ada: three ways to a shorter queue");
  expect(emailOfMessage(store, result?.outcome === "accepted" ? result.messageId : "")).toEqual(email);
  expect([readEmail(store, 2), emailOfMessage(store, "<1@example.com>")]).toEqual([undefined, undefined]);
});

test("the list is newest first and goes on from where a page ended", async () => {
  const { store, mailer } = inMemory();
  await mailer.sendBulk(mailTo(...["one", "two", "three", "four", "five"].map(entryOf)));
  const first = listOutbox(store, { limit: 2 });
  expect(namesOf(first)).toEqual(["five", "four"]);
  expect(namesOf(listOutbox(store, { limit: 9, before: first.at(-1)?.id }))).toEqual(["three", "two", "one"]);
  expect(countOutbox(store)).toBe(5);
});

test("what is common to many emails is kept once", async () => {
  const { store, mailer } = inMemory();
  const mail = mailTo(...Array.from({ length: 50 }, (_, n) => entryOf(`prospect-${n}`)));
  const long = { ...mail, rendering: { ...mail.rendering, html: ["x".repeat(80_000)] } };
  for (let call = 0; call < 20; call += 1) await mailer.sendBulk(long);
  const pages = store.sql<{ page_count: number }>("PRAGMA page_count").get()?.page_count ?? 0;
  expect(countOutbox(store)).toBe(1000);
  expect((pages * 4096) / 1000).toBeLessThan(1000);
});

test("every email can be gone through in order while others are written", async () => {
  const { store, mailer } = inMemory();
  const fifty = mailTo(...Array.from({ length: 50 }, (_, n) => entryOf(`prospect-${n}`)));
  for (let call = 0; call < 25; call += 1) await mailer.sendBulk(fifty);
  const ids: number[] = [];
  for (const { id } of eachEmail(store)) {
    if (ids.length === 600) await mailer.sendBulk(mailTo(ada));
    ids.push(id);
  }
  expect(ids).toEqual(Array.from({ length: 1251 }, (_, n) => n + 1));
  expect([...eachEmail(store, 1250)].map(({ to }) => to.name)).toEqual(["Ada Byron"]);
});

test("what is kept of one prospect can be forgotten, at no more cost for a big outbox than for a small one", async () => {
  const { store, mailer } = inMemory();
  const of = (id: string) => ({ ...ada, tags: { ...ada.tags, prospect: id } });
  await mailer.sendBulk(mailTo(of("ada"), of("eve"), of("ada")));
  await mailer.forget("ada");
  expect([...eachEmail(store)].map(({ tags }) => tags["prospect"])).toEqual(["eve"]);
  const plan = store.sql<{ detail: string }>("EXPLAIN QUERY PLAN DELETE FROM emails WHERE prospect = ?").all("ada");
  expect(plan.map(({ detail }) => detail).join()).toContain("emails_by_prospect");
});
