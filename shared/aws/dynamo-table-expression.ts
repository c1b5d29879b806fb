import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Guard, Key, Write } from "../ports.ts";
import { attributeOf, checkField } from "./dynamo-table-item.ts";

/** Collects what an expression refers to: names may be reserved words, and values never stand in the text. */
export type Terms = {
  readonly name: (field: string) => string;
  readonly value: (value: Parameters<typeof attributeOf>[0]) => string;
  /** As the request wants it, which refuses empty ones. */
  readonly request: () => {
    ExpressionAttributeNames?: Record<string, string>;
    ExpressionAttributeValues?: Record<string, AttributeValue>;
  };
};

export function terms(): Terms {
  const names: Record<string, string> = {};
  const values: Record<string, AttributeValue> = {};
  let count = 0;
  return {
    name: (field) => {
      const term = `#n${(count += 1)}`;
      names[term] = checkField(field);
      return term;
    },
    value: (value) => {
      const term = `:v${(count += 1)}`;
      values[term] = attributeOf(value);
      return term;
    },
    request: () => ({
      ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
      ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    }),
  };
}

/** Holds for items whose time is not over, and where there is no item. */
export const notOver = (use: Terms, now: number): string =>
  `(attribute_not_exists(expiresAt) OR expiresAt > ${use.value(now)})`;

/** `match` with nulls only, which also holds where there is no item. */
export const asksForNothing = (guard: Guard | undefined): boolean =>
  guard === undefined ||
  (typeof guard === "object" && Object.values(guard.match).every((value) => (value ?? null) === null));

/** The guard as a condition; undefined when it always holds. An item whose time is over counts as absent. */
export function conditionOf(guard: Guard, use: Terms, now: number): string | undefined {
  if (guard === "absent") return `attribute_not_exists(pk) OR expiresAt <= ${use.value(now)}`;
  if (guard === "present") return `attribute_exists(pk) AND ${notOver(use, now)}`;
  const fields = matchOf(guard.match, use);
  if (!fields.length) return undefined;
  if (asksForNothing(guard)) return `${fields.join(" AND ")} OR expiresAt <= ${use.value(now)}`;
  return [...fields, notOver(use, now)].join(" AND ");
}

/** Of an update, which must never mix what it sets with the fields of an item whose time is over. */
export function updateCondition(guard: Guard | undefined, use: Terms, now: number): string {
  if (guard === "present") return `attribute_exists(pk) AND ${notOver(use, now)}`;
  const fields = typeof guard === "object" ? matchOf(guard.match, use) : [];
  return [...fields, notOver(use, now)].join(" AND ");
}

function matchOf(match: Exclude<Guard, string>["match"], use: Terms): string[] {
  return Object.entries(match).map(([field, wanted]) => {
    const name = use.name(field);
    if ((wanted ?? null) !== null) return `${name} = ${use.value(wanted)}`;
    return `(attribute_not_exists(${name}) OR ${name} = ${use.value(null)})`;
  });
}

type Update = Pick<Extract<Write, { kind: "update" }>, "set" | "add" | "index">;

/** SET, REMOVE and ADD. It has at least one clause, because a transaction insists on it. */
export function updateOf({ set, add = {}, index }: Update, use: Terms): string {
  const adds = Object.entries(add).map(([field, by]) => `${use.name(field)} ${use.value(by)}`);
  const sets: string[] = [];
  const removes: string[] = [];
  for (const [field, value] of Object.entries(set)) {
    if (value === undefined) removes.push(use.name(field));
    else sets.push(`${use.name(field)} = ${use.value(value)}`);
  }
  if (index) sets.push(...indexOf(index, use));
  if (index === null) removes.push("ipk", "isk");
  if (!sets.length && !removes.length && !adds.length) removes.push("nothing");
  const clauses = { SET: sets, REMOVE: removes, ADD: adds };
  return Object.entries(clauses)
    .flatMap(([verb, changes]) => (changes.length ? [`${verb} ${changes.join(", ")}`] : []))
    .join(" ");
}

const indexOf = ({ pk, sk }: Key, use: Terms): string[] => [`ipk = ${use.value(pk)}`, `isk = ${use.value(sk)}`];
