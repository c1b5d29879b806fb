import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type BatchWriteItemCommandOutput,
  type CancellationReason,
  type DynamoDBClient,
  DynamoDBServiceException,
  GetItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactionConflictException,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, test, vi } from "vitest";
import { MOST_ATTEMPTS } from "../../../shared/aws/back-off.ts";
import { dynamoTable } from "../../../shared/aws/dynamo-table.ts";
import { Conflict } from "../../../shared/error.ts";
import { standingClock } from "../../contract/clock.ts";
import { item, key, put, readAll } from "../../contract/table-items.ts";
import { tableContract } from "../../contract/table.ts";
import { makeTable } from "../../emulators/dynoxide.ts";
import { useDynoxide } from "../../emulators/use-dynoxide.ts";

const newClient = useDynoxide();

let shared: DynamoDBClient | undefined;
const emptyTable = async (client = (shared ??= newClient())) => {
  const clock = standingClock();
  const pauses: number[] = [];
  const pause = async (attempt: number): Promise<void> => void pauses.push(attempt);
  const name = await makeTable(client);
  return { clock, client, name, pauses, table: dynamoTable({ client, name, now: clock.now, pause }) };
};

tableContract("DynamoDB", emptyTable);

test("reads and writes take as few calls as DynamoDB allows", async () => {
  const { client, table } = await emptyTable(newClient());
  const send = vi.spyOn(client, "send");
  const after = async (work: () => Promise<unknown>): Promise<string[]> => {
    send.mockClear();
    await work();
    return send.mock.calls.map(([command]) => command.constructor.name.replace("Command", ""));
  };
  const items = Array.from({ length: 230 }, (_, n) => item(`N#${n}`, {}, { index: { pk: "TO-DO", sk: `${n}` } }));
  expect(await after(() => table.writeMany(put(...items)))).toEqual(Array(10).fill("BatchWriteItem"));
  expect(await after(() => table.getMany(items))).toEqual(Array(3).fill("BatchGetItem"));
  expect(await after(() => table.query({ pk: "PROSPECT#ada" }))).toEqual(["Query"]);
  expect(await after(() => table.query({ pk: "TO-DO", index: true }))).toEqual(["Query", "BatchGetItem"]);
  expect(await after(() => table.query({ pk: "TO-DO", index: true, keysOnly: true }))).toEqual(["Query"]);
  expect(await after(() => table.write({ kind: "put", item: item("A"), guard: "absent" }))).toEqual(["PutItem"]);
  expect(await after(() => table.write({ kind: "update", key: key("A"), set: { n: 1 } }))).toEqual(["UpdateItem"]);
  expect(await after(() => table.write({ kind: "remove", key: key("A") }))).toEqual(["DeleteItem"]);
  expect(await after(() => table.write(...put(...items.slice(0, 100))))).toEqual(["TransactWriteItems"]);
});

describe("items whose time is over", () => {
  test("DynamoDB is told in seconds, never earlier than asked for", async () => {
    const { client, name, table } = await emptyTable();
    await table.write(...put(item("A", {}, { expiresAt: 1_800_000_000_001 })));
    const { Item } = await client.send(
      new GetItemCommand({ TableName: name, Key: { pk: { S: key("A").pk }, sk: { S: "A" } } }),
    );
    expect(Item?.["ttl"]).toEqual({ N: "1800000001" });
  });

  test("one that was not removed yet does not come back through an update, alone or with others", async () => {
    for (const others of [[], put(item("OTHER"))])
      for (const guard of [undefined, { match: { gone: null } }, "absent" as const]) {
        const { clock, table } = await emptyTable();
        await table.write(...put(item("A", { old: 1, gone: 1 }, { expiresAt: clock.now() + 1, index: key("B") })));
        await clock.advance(1);
        await table.write({ kind: "update", key: key("A"), set: { young: 1 }, guard }, ...others);
        expect(await table.get(key("A"))).toEqual(item("A", { young: 1 }));
      }
  });

  test("it fails the guards that an absent one fails", async () => {
    const { clock, table } = await emptyTable();
    await table.write(...put(item("A", { n: 1 }, { expiresAt: clock.now() + 1 })));
    await clock.advance(1);
    for (const guard of ["present" as const, { match: { n: 1 } }]) {
      await expect(table.write({ kind: "update", key: key("A"), set: {}, guard })).rejects.toThrow(Conflict);
      await expect(table.write({ kind: "remove", key: key("A"), guard })).rejects.toThrow(Conflict);
    }
    await table.write({ kind: "check", key: key("A"), guard: { match: { n: null } } });
  });

  test("a page is filled up with those that are left", async () => {
    const { clock, table } = await emptyTable();
    const sortKeys = Array.from({ length: 30 }, (_, n) => String(n).padStart(2, "0"));
    const short = { expiresAt: clock.now() + 1 };
    await table.writeMany(
      put(...sortKeys.map((sk, n) => item(sk, {}, { index: { pk: "TO-DO", sk }, ...(n % 3 && short) }))),
    );
    await clock.advance(1);
    const left = sortKeys.filter((_, n) => n % 3 === 0);
    for (const query of [{ pk: "PROSPECT#ada" }, { pk: "TO-DO", index: true }]) {
      const page = await table.query({ ...query, limit: 4 });
      expect(page.items.map(({ sk }) => sk)).toEqual(left.slice(0, 4));
      expect((await readAll(table, { ...query, limit: 4 })).map(({ sk }) => sk)).toEqual(left);
    }
  });
});

test("what leaves its place on the index while a page is read is not on the page, and others fill it", async () => {
  const { client, table } = await emptyTable(newClient());
  const sortKeys = ["A", "B", "C", "D", "E"];
  await table.writeMany(put(...sortKeys.map((sk) => item(sk, {}, { index: { pk: "TO-DO", sk } }))));
  const send = client.send.bind(client);
  vi.spyOn(client, "send").mockImplementationOnce(async (command: unknown): Promise<unknown> => {
    if (!(command instanceof QueryCommand)) throw new Error("not a query");
    const answer = await send(command);
    await table.write({ kind: "remove", key: key("A") });
    await table.write({ kind: "update", key: key("B"), set: {}, index: { pk: "LATER", sk: "B" } });
    return answer;
  });
  const page = await table.query({ pk: "TO-DO", index: true, limit: 2 });
  expect(page.items.map(({ sk }) => sk)).toEqual(["C", "D"]);
  expect((await table.query({ pk: "TO-DO", index: true, cursor: page.cursor })).items).toHaveLength(1);
});

describe("odd questions", () => {
  test("a span that ends before it begins and empty ends find what they describe", async () => {
    const { table } = await emptyTable();
    await table.write(...put(item("A"), item("B")));
    const count = async (query: { from?: string; to?: string; prefix?: string }): Promise<number> =>
      (await table.query({ pk: "PROSPECT#ada", ...query })).items.length;
    expect(await count({ from: "B", to: "A" })).toBe(0);
    expect(await count({ to: "" })).toBe(0);
    expect(await count({ from: "", to: "A" })).toBe(1);
    expect(await count({ prefix: "" })).toBe(2);
  });

  test("a cursor that lies outside of what is asked is refused in words for people", async () => {
    const { client, table } = await emptyTable(newClient());
    await table.write(...put(item("A"), item("B"), item("C")));
    const { cursor } = await table.query({ pk: "PROSPECT#ada", limit: 1 });
    const message = "The provided starting key is outside query boundaries based on provided conditions";
    const refusal = { name: "ValidationException", $fault: "client" as const, $metadata: {}, message };
    refusing(client, 1, () => new DynamoDBServiceException(refusal));
    await expect(table.query({ pk: "PROSPECT#ada", from: "B", cursor })).rejects.toThrow("this page does not exist");
  });

  test("no field of an item may take the name of a key", async () => {
    const { table } = await emptyTable();
    await expect(table.write(...put(item("A", { ttl: 1 })))).rejects.toThrow("ttl");
    await expect(table.write({ kind: "update", key: key("A"), set: { pk: "B" } })).rejects.toThrow("pk");
  });

  test("an update that changes nothing leaves the item as it is, alone or with others", async () => {
    const { table } = await emptyTable();
    await table.write(...put(item("A", { n: 1 })));
    await table.write({ kind: "update", key: key("A"), set: {} });
    await table.write({ kind: "update", key: key("A"), set: {} }, ...put(item("B")));
    expect(await table.get(key("A"))).toEqual(item("A", { n: 1 }));
  });
});

/** Refuses the first so many calls as DynamoDB would. */
function refusing(client: DynamoDBClient, times: number, error: () => Error): void {
  const send = client.send.bind(client);
  let left = times;
  vi.spyOn(client, "send").mockImplementation(async (...args: Parameters<typeof send>) => {
    if ((left -= 1) >= 0) throw error();
    return send(...args);
  });
}

const cancelled = (...codes: string[]) => {
  const CancellationReasons = codes.map((Code): CancellationReason => ({ Code }));
  return new TransactionCanceledException({ $metadata: {}, message: "cancelled", CancellationReasons });
};
const conflict = () => new TransactionConflictException({ $metadata: {}, message: "conflict" });
const two = put(item("A"), item("B"));

describe("when DynamoDB is busy", () => {
  test("a transaction that clashed with another or was throttled goes again, after pauses", async () => {
    for (const code of ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]) {
      const { client, pauses, table } = await emptyTable(newClient());
      refusing(client, 2, () => cancelled("None", code));
      await table.write(...two);
      expect(pauses).toEqual([1, 2]);
      expect(await table.getMany([key("A"), key("B")])).toHaveLength(2);
    }
  });

  test("one that keeps clashing is a lost race, for those writes that clashed", async () => {
    const { client, table } = await emptyTable(newClient());
    refusing(client, MOST_ATTEMPTS, () => cancelled("None", "TransactionConflict"));
    await expect(table.write(...two)).rejects.toMatchObject({ name: "Conflict", failed: [1] });
    refusing(client, MOST_ATTEMPTS, conflict);
    await expect(table.write(two[0]!)).rejects.toMatchObject({ name: "Conflict", failed: [0] });
  });

  test("one that keeps being throttled, or is wrong in itself, is no lost race", async () => {
    const { client, pauses, table } = await emptyTable(newClient());
    refusing(client, 1, () => cancelled("None", "ValidationError"));
    await expect(table.write(...two)).rejects.toThrow(TransactionCanceledException);
    expect(pauses).toEqual([]);
    refusing(client, MOST_ATTEMPTS, () => cancelled("ThrottlingError", "None"));
    await expect(table.write(...two)).rejects.toThrow(TransactionCanceledException);
  });

  test("a guard that failed is named at once, and what only clashed is not", async () => {
    const { client, pauses, table } = await emptyTable(newClient());
    refusing(client, 1, () => cancelled("TransactionConflict", "ConditionalCheckFailed"));
    await expect(table.write(...two)).rejects.toMatchObject({ failed: [1] });
    expect(pauses).toEqual([]);
  });
});

/** Of every batch DynamoDB does only the first `most` requests and hands the rest back. */
function doingFew(client: DynamoDBClient, name: string, most: number): void {
  const send = client.send.bind(client);
  vi.spyOn(client, "send").mockImplementation(async (command: unknown): Promise<unknown> => {
    if (command instanceof BatchGetItemCommand) {
      const { Keys = [], ...rest } = command.input.RequestItems?.[name] ?? { Keys: [] };
      const part = { [name]: { ...rest, Keys: Keys.slice(0, most) } };
      const answer = most ? await send(new BatchGetItemCommand({ RequestItems: part })) : {};
      return { ...answer, UnprocessedKeys: Keys.length > most ? { [name]: { ...rest, Keys: Keys.slice(most) } } : {} };
    }
    if (!(command instanceof BatchWriteItemCommand)) throw new Error("not a batch");
    const requests = command.input.RequestItems?.[name] ?? [];
    const part = { [name]: requests.slice(0, most) };
    const answer: Partial<BatchWriteItemCommandOutput> = most
      ? await send(new BatchWriteItemCommand({ RequestItems: part }))
      : {};
    return { ...answer, UnprocessedItems: requests.length > most ? { [name]: requests.slice(most) } : {} };
  });
}

describe("batches of which DynamoDB does only a part", () => {
  const items = Array.from({ length: 30 }, (_, n) => item(`N#${n}`));

  test("the rest is asked for again until all is done", async () => {
    const { client, name, pauses, table } = await emptyTable(newClient());
    doingFew(client, name, 10);
    await table.writeMany(put(...items));
    expect(await table.getMany(items)).toHaveLength(30);
    // 25 in three calls, 5 in one; 30 in three.
    expect(pauses).toEqual([1, 1, 1, 1]);
  });

  test("after many calls without any progress it says how much is left", async () => {
    const { client, name, pauses, table } = await emptyTable(newClient());
    doingFew(client, name, 0);
    await expect(table.getMany(items)).rejects.toThrow(`30 keys of ${name} could not be read after 8 attempts`);
    expect(pauses).toEqual([1, 2, 3, 4, 5, 6, 7]);
    await expect(table.writeMany(put(...items.slice(0, 5)))).rejects.toThrow("5 items");
  });
});
