import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { eachEmail, outboxMailer, readEmail } from "../../../shared/local/outbox.ts";
import { SCHEMA_VERSION } from "../../../shared/local/schema.ts";
import { copyToMemory, openStore } from "../../../shared/local/store.ts";
import { ada, mailTo } from "../../contract/mailer.ts";

const folder = mkdtempSync(join(tmpdir(), "midweek-upgrade-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A database as the first version made it, with one email to Ada and one to nobody in particular in its outbox. */
async function firstVersion(name: string): Promise<string> {
  const path = join(folder, name);
  const store = openStore(path);
  const mailer = outboxMailer(store, () => 0);
  await mailer.sendBulk(mailTo(ada, { ...ada, tags: {} }));
  store.close();
  const database = new DatabaseSync(path);
  database.exec("DROP INDEX emails_by_prospect; ALTER TABLE emails DROP COLUMN prospect; PRAGMA user_version = 1");
  database.close();
  return path;
}

const versionOf = (path: string): unknown => {
  const database = new DatabaseSync(path);
  const version = database.prepare("PRAGMA user_version").get()?.["user_version"];
  database.close();
  return version;
};

test("a database of the first version is brought up to date, keeps its emails and can forget those of a prospect", async () => {
  const path = await firstVersion("old.db");
  const store = openStore(path);
  expect(readEmail(store, 1)).toMatchObject({ to: ada.to, subject: "For you, Ada: three ways to a shorter queue" });
  const mailer = outboxMailer(store, () => 0);
  await mailer.sendBulk(mailTo(ada));
  await mailer.forget("ada");
  expect([...eachEmail(store)].map(({ id }) => id)).toEqual([2]);
  store.close();
  expect(versionOf(path)).toBe(SCHEMA_VERSION);
});

test("opened again it is left as it is", async () => {
  const path = await firstVersion("twice.db");
  for (let time = 0; time < 2; time++) openStore(path).close();
  const store = openStore(path);
  expect([...eachEmail(store)]).toHaveLength(2);
  store.close();
});

test("a copy of an old one, in memory, is up to date and whole", async () => {
  const store = copyToMemory(await firstVersion("copied.db"));
  await outboxMailer(store, () => 0).forget("ada");
  expect([...eachEmail(store)].map(({ id }) => id)).toEqual([2]);
  store.close();
});

test("when it cannot be brought up to date, it is named and stays as it was", async () => {
  const path = await firstVersion("broken.db");
  const database = new DatabaseSync(path);
  database.exec("UPDATE emails SET entry = 'not json' WHERE id = 2");
  database.close();
  expect(() => openStore(path)).toThrow(path);
  expect(versionOf(path)).toBe(1);
});
