import { BatchExecuteStatementCommand, type BatchStatementRequest } from "@aws-sdk/client-dynamodb";
import { Conflict } from "../error.ts";
import type { ConditionalUpdate } from "../ports.ts";
import { checkEach } from "../table-update.ts";
import { MOST_ATTEMPTS } from "./back-off.ts";
import type { Dynamo } from "./dynamo-table-client.ts";
import { attributeOf, checkField } from "./dynamo-table-item.ts";
import { writeTogether } from "./dynamo-table-write.ts";
import { inParallel } from "./in-parallel.ts";

/** DynamoDB's own limit. */
const WRITTEN_AT_ONCE = 25;

/** Reasons that may be gone the next moment. */
const PASSING = new Set([
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
  "RequestLimitExceeded",
  "InternalServerError",
]);

type Placed = { readonly write: ConditionalUpdate; readonly at: number };

/**
 * The `writeEach` of the table port. BatchExecuteStatement is the one call that takes many conditional writes without tying them together, and
 * so at a transaction's half price; each statement has an answer of its own.
 */
export async function writeEach(dynamo: Dynamo, writes: readonly ConditionalUpdate[]): Promise<number[]> {
  checkEach(writes);
  const lost: number[] = [];
  const placed = writes.map((write, at): Placed => ({ write, at }));
  await inParallel(placed, WRITTEN_AT_ONCE, async (part) => void lost.push(...(await writePart(dynamo, part))));
  return lost.toSorted((one, other) => one - other);
}

async function writePart(dynamo: Dynamo, part: readonly Placed[]): Promise<number[]> {
  const lost: Placed[] = [];
  let left = part;
  for (let attempt = 1; ; attempt += 1) {
    const { refused, clashing, passing, unread } = await ask(dynamo, left);
    lost.push(...refused);
    for (const one of unread) if (!(await writeAlone(dynamo, one))) lost.push(one);
    left = [...clashing, ...passing];
    if (attempt >= MOST_ATTEMPTS) {
      if (passing.length) throw new Error(`${passing.length} items of ${dynamo.name} could not be written`);
      lost.push(...clashing);
      left = [];
    }
    if (!left.length) return lost.map(({ at }) => at);
    await dynamo.pause(attempt);
  }
}

type Left = { readonly [why in "refused" | "clashing" | "passing" | "unread"]: Placed[] };

/** What was not written, by what to make of it. */
async function ask(dynamo: Dynamo, part: readonly Placed[]): Promise<Left> {
  const now = dynamo.now();
  const Statements = part.map(({ write }) => statementOf(dynamo.name, write, now));
  const { Responses = [] } = await dynamo.client.send(new BatchExecuteStatementCommand({ Statements }));
  if (Responses.length !== part.length)
    throw new Error(`${dynamo.name} answered ${Responses.length} of ${part.length}`);
  const left: Left = { refused: [], clashing: [], passing: [], unread: [] };
  for (const [n, one] of part.entries()) {
    const { Code, Message } = Responses[n]?.Error ?? {};
    if (Code === "ValidationError") left.unread.push(one);
    else if (Code === "ConditionalCheckFailed") left.refused.push(one);
    else if (Code === "TransactionConflict") left.clashing.push(one);
    else if (PASSING.has(Code ?? "")) left.passing.push(one);
    else if (Code !== undefined || Message !== undefined) throw new Error(`${Code}: ${Message}`);
  }
  return left;
}

/** The same write as a call of its own, for a statement that was not understood. Says whether its guard held. */
async function writeAlone(dynamo: Dynamo, { write }: Placed): Promise<boolean> {
  try {
    await writeTogether(dynamo, [write]);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

const equal = (name: string): string => `"${checkField(name)}" = ?`;

/** An UPDATE in PartiQL finds only what is there, so "present" needs no condition. Names are quoted, for they may be reserved words. */
function statementOf(table: string, { key, set, guard }: ConditionalUpdate, now: number): BatchStatementRequest {
  const match = guard === "present" ? {} : guard.match;
  const where = [
    `"pk" = ?`,
    `"sk" = ?`,
    ...Object.keys(match).map(equal),
    `("expiresAt" IS MISSING OR "expiresAt" > ?)`,
  ];
  return {
    Statement: `UPDATE "${table}" SET ${Object.keys(set).map(equal).join(", ")} WHERE ${where.join(" AND ")}`,
    Parameters: [...Object.values(set), key.pk, key.sk, ...Object.values(match), now].map(attributeOf),
  };
}
