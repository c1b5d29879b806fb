import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { localQueue } from "../../../shared/local/queue.ts";
import { copyStore, copyToMemory, openStore } from "../../../shared/local/store.ts";
import { localTable } from "../../../shared/local/table.ts";
import { readAll } from "../../contract/table-items.ts";

const folder = mkdtempSync(join(tmpdir(), "midweek-store-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newPath = (): string => join(folder, `${(files += 1)}`, "deeper", "midweek.db");

const tableOf = (store: ReturnType<typeof openStore>) => localTable(store, () => 0);
const items = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ kind: "put" as const, item: { pk: "P", sk: `N#${n}`, data: { n } } }));

test("a store makes its folder and file, and keeps what was written when opened again", async () => {
  const path = newPath();
  const first = openStore(path);
  await tableOf(first).writeMany(items(3));
  first.close();
  first.close();
  const second = openStore(path);
  expect(await readAll(tableOf(second), { pk: "P" })).toHaveLength(3);
  second.close();
});

test("the server and the command line may have it open at once", async () => {
  const path = newPath();
  const [server, commandLine] = [openStore(path), openStore(path)];
  await tableOf(server).writeMany(items(2));
  expect(await readAll(tableOf(commandLine), { pk: "P" })).toHaveLength(2);
  await tableOf(commandLine).write({ kind: "remove", key: { pk: "P", sk: "N#0" } });
  expect(await readAll(tableOf(server), { pk: "P" })).toHaveLength(1);
  server.close();
  commandLine.close();
});

test("a transaction that fails leaves nothing behind, and the store goes on", () => {
  const store = openStore(":memory:");
  const insert = store.sql("INSERT INTO items (pk, sk, data) VALUES ('P', 'A', '{}')");
  const failing = (): never => {
    insert.run();
    throw new Error("half way");
  };
  expect(() => store.transaction(failing)).toThrow("half way");
  expect(store.transaction(() => store.sql("SELECT * FROM items").all())).toEqual([]);
});

function alter(path: string, statement: string): void {
  const database = new DatabaseSync(path);
  database.exec(statement);
  database.close();
}

test.each([
  ["a text file", (path: string) => writeFileSync(path, "Dear prospect, this is no database at all. ".repeat(50))],
  ["another program's database", (path: string) => alter(path, "CREATE TABLE songs (title TEXT)")],
  [
    "a database of a newer version",
    (path: string) => {
      openStore(path).close();
      alter(path, "PRAGMA user_version = 1000");
    },
  ],
])("%s is refused by name and left as it is", (_, make) => {
  const path = join(folder, `foreign-${(files += 1)}`);
  make(path);
  const before = readFileSync(path);
  expect(() => openStore(path)).toThrow(path);
  expect(() => openStore(path)).toThrow(expect.objectContaining({ name: "AppError", kind: "invalid" }));
  expect(readFileSync(path)).toEqual(before);
});

test("a folder in place of the file is refused by name", () => {
  expect(() => openStore(folder)).toThrow(`${folder} cannot be opened`);
});

test("a copy has everything of that moment, while the original is open and goes on", async () => {
  const path = newPath();
  const copyPath = newPath();
  const original = openStore(path);
  await tableOf(original).writeMany(items(200));
  copyStore(path, copyPath);
  const inMemory = copyToMemory(path);
  await tableOf(original).writeMany(items(300));
  const copy = openStore(copyPath);
  for (const one of [copy, inMemory]) expect(await readAll(tableOf(one), { pk: "P" })).toHaveLength(200);
  await tableOf(inMemory).write({ kind: "remove", key: { pk: "P", sk: "N#0" } });
  expect(await readAll(tableOf(original), { pk: "P" })).toHaveLength(300);
  expect(() => copyStore(path, copyPath)).toThrow(copyPath);
  expect(() => copyStore(newPath(), newPath())).toThrow("does not exist");
  for (const one of [original, copy]) one.close();
});

test("ids in a copy go on where the original's ended", async () => {
  const path = newPath();
  const original = openStore(path);
  const queueOf = (store: typeof original) =>
    localQueue<number>(store, "touches", () => 0, { visibilitySeconds: 1, maxAttempts: 1 });
  await queueOf(original).send([1, 2]);
  queueOf(original).done(["1", "2"]);
  const copy = copyToMemory(path);
  await queueOf(copy).send([3]);
  expect(queueOf(copy).receive(1)).toEqual([{ id: "3", body: 3, attempt: 1 }]);
  original.close();
});
