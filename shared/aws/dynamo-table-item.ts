import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Item, Key } from "../ports.ts";

/** Fields of `data` lie beside the keys, so that an update can change them whether or not there is an item yet. */
export type Attributes = Record<string, AttributeValue>;

type Value = Item["data"][string];

const OWN = new Set(["pk", "sk", "ipk", "isk", "expiresAt", "ttl"]);

export const keyAttributes = ({ pk, sk }: Key): { pk: AttributeValue; sk: AttributeValue } => ({
  pk: { S: pk },
  sk: { S: sk },
});

/** One text per key, for sets and maps. */
export const unique = ({ pk, sk }: Key): string => `${pk}\u0000${sk}`;

/** Throws a RangeError when a field of `data` has a name that the table needs for itself. */
export function checkField(name: string): string {
  if (OWN.has(name)) throw new RangeError(`a field cannot be named ${name}`);
  return name;
}

export function attributesOf(item: Item): Attributes {
  const attributes: Attributes = keyAttributes(item);
  for (const [name, value] of Object.entries(item.data))
    if (value !== undefined) attributes[checkField(name)] = attributeOf(value);
  if (item.index) {
    attributes["ipk"] = { S: item.index.pk };
    attributes["isk"] = { S: item.index.sk };
  }
  if (item.expiresAt !== undefined) {
    attributes["expiresAt"] = { N: String(item.expiresAt) };
    attributes["ttl"] = { N: String(Math.ceil(item.expiresAt / 1000)) };
  }
  return attributes;
}

export function itemOf(attributes: Attributes): Item {
  const data: Record<string, Value> = {};
  for (const [name, attribute] of Object.entries(attributes)) if (!OWN.has(name)) data[name] = valueOf(attribute);
  const { pk, sk, ipk, isk, expiresAt } = attributes;
  return {
    pk: pk?.S ?? "",
    sk: sk?.S ?? "",
    data,
    ...(ipk?.S !== undefined && isk?.S !== undefined && { index: { pk: ipk.S, sk: isk.S } }),
    ...(expiresAt?.N !== undefined && { expiresAt: Number(expiresAt.N) }),
  };
}

export const isOver = ({ expiresAt }: Pick<Item, "expiresAt">, now: number): boolean =>
  expiresAt !== undefined && expiresAt <= now;

/** As JSON would have it: no undefined in maps, and no number that is none. */
export function attributeOf(value: Value): AttributeValue {
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return Number.isFinite(value) ? { N: String(value) } : { NULL: true };
  if (typeof value === "boolean") return { BOOL: value };
  if (value === null || value === undefined) return { NULL: true };
  if (isList(value)) return { L: value.map(attributeOf) };
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return { M: Object.fromEntries(fields.map(([name, field]) => [name, attributeOf(field)])) };
}

const isList = (value: object): value is readonly Value[] => Array.isArray(value);

function valueOf(attribute: AttributeValue): Value {
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) return Number(attribute.N);
  if (attribute.BOOL !== undefined) return attribute.BOOL;
  if (attribute.L) return attribute.L.map((one) => valueOf(one) ?? null);
  if (attribute.M)
    return Object.fromEntries(Object.entries(attribute.M).map(([name, field]) => [name, valueOf(field)]));
  return null;
}
