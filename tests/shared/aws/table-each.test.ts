import {
  BatchExecuteStatementCommand,
  type BatchExecuteStatementCommandOutput,
  type BatchStatementErrorCodeEnum,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, test, vi } from "vitest";
import { MOST_ATTEMPTS } from "../../../shared/aws/back-off.ts";
import { dynamoTable } from "../../../shared/aws/dynamo-table.ts";
import type { ConditionalUpdate } from "../../../shared/ports.ts";
import { standingClock } from "../../contract/clock.ts";
import { item, key, put } from "../../contract/table-items.ts";
import { makeTable } from "../../emulators/dynoxide.ts";
import { useDynoxide } from "../../emulators/use-dynoxide.ts";

const newClient = useDynoxide();

const names = Array.from({ length: 60 }, (_, n) => `N#${n}`);
const changes = names.map((sk): ConditionalUpdate => ({
  kind: "update",
  key: key(sk),
  set: { n: 1 },
  guard: "present",
}));

/** A table that has sixty items, and how many statements each call brought it. */
async function filled() {
  const client = newClient();
  const pauses: number[] = [];
  const pause = async (attempt: number): Promise<void> => void pauses.push(attempt);
  const table = dynamoTable({ client, name: await makeTable(client), now: standingClock().now, pause });
  await table.writeMany(put(...names.map((sk) => item(sk))));
  const written = async (): Promise<number> =>
    (await table.getMany(changes.map((one) => one.key))).filter(isDone).length;
  return { client, table, pauses, written };
}
const isDone = ({ data }: ReturnType<typeof item>): boolean => data["n"] === 1;

/** Of the first so many calls each statement about this item is refused, the others are carried out. */
function refusing(client: DynamoDBClient, sk: string, code: BatchStatementErrorCodeEnum, times: number): number[] {
  const sizes: number[] = [];
  const send = client.send.bind(client);
  let left = times;
  vi.spyOn(client, "send").mockImplementation(async (...args: Parameters<typeof send>): Promise<unknown> => {
    const [command] = args;
    if (!(command instanceof BatchExecuteStatementCommand)) return send(...args);
    const { Statements = [] } = command.input;
    sizes.push(Statements.length);
    const refused = Statements.findIndex(({ Parameters = [] }) => Parameters.some(({ S }) => S === sk));
    if (refused < 0 || (left -= 1) < 0) return send(command);
    const others = Statements.toSpliced(refused, 1);
    const Error = { Code: code, Message: "so it is" };
    if (!others.length) return { Responses: [{ Error }] };
    const answer: BatchExecuteStatementCommandOutput = await send(
      new BatchExecuteStatementCommand({ Statements: others }),
    );
    return { ...answer, Responses: (answer.Responses ?? []).toSpliced(refused, 0, { Error }) };
  });
  return sizes;
}

test("twenty-five go in a call", async () => {
  const { client, table, written } = await filled();
  const sizes = refusing(client, "", "InternalServerError", 0);
  expect(await table.writeEach(changes)).toEqual([]);
  expect(sizes.toSorted((one, other) => one - other)).toEqual([10, 25, 25]);
  expect(await written()).toBe(60);
});

describe("when DynamoDB is busy", () => {
  test("only what met a transaction or was throttled goes again, after pauses", async () => {
    for (const code of ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"] as const) {
      const { client, table, pauses, written } = await filled();
      const sizes = refusing(client, "N#30", code, 2);
      expect(await table.writeEach(changes)).toEqual([]);
      expect(sizes.toSorted((one, other) => one - other)).toEqual([1, 1, 10, 25, 25]);
      expect(pauses).toEqual([1, 2]);
      expect(await written()).toBe(60);
    }
  });

  test("what keeps meeting transactions is named, and the others are written", async () => {
    const { client, table, written } = await filled();
    refusing(client, "N#30", "TransactionConflict", MOST_ATTEMPTS);
    expect(await table.writeEach(changes)).toEqual([30]);
    expect(await written()).toBe(59);
  });

  test("what keeps being throttled, or is wrong in itself, is no lost race", async () => {
    const { client, table, pauses } = await filled();
    refusing(client, "N#30", "ThrottlingError", MOST_ATTEMPTS);
    await expect(table.writeEach(changes)).rejects.toThrow("1 items of");
    expect(pauses).toHaveLength(MOST_ATTEMPTS - 1);
    const other = await filled();
    refusing(other.client, "N#30", "AccessDenied", 1);
    await expect(other.table.writeEach(changes)).rejects.toThrow("AccessDenied: so it is");
    expect(other.pauses).toEqual([]);
  });
});

test("a statement that is not understood is written as a call of its own, guard and all", async () => {
  const { client, table } = await filled();
  refusing(client, "N#30", "ValidationError", 1);
  expect(await table.writeEach(changes)).toEqual([]);
  expect((await table.get(key("N#30")))?.data).toMatchObject({ n: 1 });
  const other = await filled();
  refusing(other.client, "N#31", "ValidationError", 1);
  const guarded: ConditionalUpdate = { kind: "update", key: key("N#31"), set: { n: 2 }, guard: { match: { n: 7 } } };
  expect(await other.table.writeEach([guarded])).toEqual([0]);
});

test("no field may take the name of a key", async () => {
  const { table } = await filled();
  const change: ConditionalUpdate = { kind: "update", key: key("N#1"), set: { ttl: 1 }, guard: "present" };
  await expect(table.writeEach([change])).rejects.toThrow("ttl");
});
