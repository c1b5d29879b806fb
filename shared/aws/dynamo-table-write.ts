import {
  type CancellationReason,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  type TransactWriteItem,
  TransactionCanceledException,
  TransactionConflictException,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { Conflict } from "../error.ts";
import type { Guard, Item, Write } from "../ports.ts";
import { checkUpdate } from "../table-update.ts";
import { MOST_ATTEMPTS } from "./back-off.ts";
import { asksForNothing, conditionOf, terms, updateCondition, updateOf } from "./dynamo-table-expression.ts";
import { attributesOf, isOver, itemOf, keyAttributes, unique } from "./dynamo-table-item.ts";
import type { Dynamo } from "./dynamo-table-client.ts";

const MOST_WRITES = 100;
/** A check needs a condition even if its guard asks for nothing. */
const ANYTHING = "attribute_exists(pk) OR attribute_not_exists(pk)";

/** Reasons that may be gone the next moment. */
const PASSING = new Set(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]);

/** The `write` of the table port. A single write goes alone, at half the price of a transaction. */
export async function writeTogether(dynamo: Dynamo, writes: readonly Write[]): Promise<void> {
  checkWrites(writes);
  /** Positions of updates that found an item whose time is over, and so start from nothing. */
  const afresh = new Set<number>();
  for (let attempt = 1; ; attempt += 1) {
    const now = dynamo.now();
    const requests = writes.map((write, at) => requestOf(dynamo.name, write, { now, afresh: afresh.has(at) }));
    const refusal = await refusalOf(dynamo, requests);
    if (!refusal) return;
    const { reasons, error } = refusal;
    const failed = positions(reasons, (code) => code === "ConditionalCheckFailed");
    const lost = failed.filter((at) => !turnAfresh(afresh, at, { write: writes[at]!, found: reasons[at]?.Item, now }));
    if (lost.length) throw new Conflict(lost);
    const passing = positions(reasons, (code) => PASSING.has(code));
    if (!failed.length && !passing.length) throw error;
    if (attempt >= MOST_ATTEMPTS) {
      const clashing = positions(
        reasons,
        (code) => code === "TransactionConflict" || code === "ConditionalCheckFailed",
      );
      throw clashing.length ? new Conflict(clashing) : error;
    }
    if (passing.length) await dynamo.pause(attempt);
  }
}

function checkWrites(writes: readonly Write[]): void {
  if (writes.length < 1 || writes.length > MOST_WRITES)
    throw new RangeError(`a transaction takes 1 to ${MOST_WRITES} writes, not ${writes.length}`);
  const keys = writes.map((write) => unique(write.kind === "put" ? write.item : write.key));
  if (new Set(keys).size < writes.length) throw new RangeError("two writes of one transaction are on the same item");
  for (const write of writes) if (write.kind === "update") checkUpdate(write);
}

type Moment = { readonly now: number; readonly afresh: boolean };

function requestOf(TableName: string, write: Write, { now, afresh }: Moment): TransactWriteItem {
  if (write.kind === "put") return { Put: putOf(TableName, write.item, write.guard, now) };
  const place = { TableName, Key: keyAttributes(write.key) };
  if (write.kind === "remove") return { Delete: { ...place, ...guarding(write.guard, now) } };
  if (write.kind === "check") {
    const condition = guarding(write.guard, now);
    return { ConditionCheck: { ...place, ConditionExpression: ANYTHING, ...condition } };
  }
  // Where there is nothing, there is nothing to keep.
  if (afresh || write.guard === "absent") {
    const item = { ...write.key, data: { ...write.set, ...write.add }, index: write.index ?? undefined };
    return { Put: putOf(TableName, item, "absent", now) };
  }
  const use = terms();
  return {
    Update: {
      ...place,
      UpdateExpression: updateOf(write, use),
      ConditionExpression: updateCondition(write.guard, use, now),
      ...use.request(),
      ...(asksForNothing(write.guard) && { ReturnValuesOnConditionCheckFailure: "ALL_OLD" }),
    },
  };
}

const putOf = (TableName: string, item: Item, guard: Guard | undefined, now: number) => ({
  TableName,
  Item: attributesOf(item),
  ...guarding(guard, now),
});

function guarding(guard: Guard | undefined, now: number): { ConditionExpression?: string } {
  if (guard === undefined) return {};
  const use = terms();
  const condition = conditionOf(guard, use, now);
  return condition === undefined ? {} : { ConditionExpression: condition, ...use.request() };
}

type Refusal = { readonly reasons: readonly CancellationReason[]; readonly error: unknown };

/** Nothing when it is written; why not, by position, when DynamoDB refused it; anything else is thrown. */
async function refusalOf(dynamo: Dynamo, requests: TransactWriteItem[]): Promise<Refusal | undefined> {
  try {
    await send(dynamo, requests);
    return undefined;
  } catch (error) {
    if (error instanceof TransactionCanceledException && error.CancellationReasons)
      return { reasons: error.CancellationReasons, error };
    if (error instanceof ConditionalCheckFailedException)
      return { reasons: [{ Code: "ConditionalCheckFailed", ...(error.Item && { Item: error.Item }) }], error };
    if (error instanceof TransactionConflictException) return { reasons: [{ Code: "TransactionConflict" }], error };
    throw error;
  }
}

async function send({ client }: Dynamo, requests: TransactWriteItem[]): Promise<void> {
  const [{ Put, Update, Delete } = {}, ...others] = requests;
  if (Put && !others.length) await client.send(new PutItemCommand(Put));
  else if (Update && !others.length) await client.send(new UpdateItemCommand(Update));
  else if (Delete && !others.length) await client.send(new DeleteItemCommand(Delete));
  else await client.send(new TransactWriteItemsCommand({ TransactItems: requests }));
}

const positions = (reasons: readonly CancellationReason[], is: (code: string) => boolean): number[] =>
  reasons.flatMap(({ Code }, at) => (is(Code ?? "") ? [at] : []));

type Found = { readonly write: Write; readonly found: CancellationReason["Item"]; readonly now: number };

/**
 * An update that would hold for an absent item and failed only because of one whose time is over is to start from nothing; if by then somebody
 * else put an item there, it is an update again. Says false when the guard really does not hold.
 */
function turnAfresh(afresh: Set<number>, at: number, { write, found, now }: Found): boolean {
  if (write.kind !== "update" || !asksForNothing(write.guard)) return false;
  if (afresh.delete(at)) return true;
  if (!found || !isOver(itemOf(found), now)) return false;
  afresh.add(at);
  return true;
}
