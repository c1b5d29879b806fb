import * as z from "zod";
import { AppError } from "../error.ts";
import type { Query } from "../ports.ts";
import type { Attributes } from "./dynamo-table-item.ts";

/** Where a page ends: the sort key, and for the index the keys of the item as well. */
const Place = z.array(z.string().min(1));

const fieldsOf = ({ index }: Query): string[] => (index ? ["isk", "pk", "sk"] : ["sk"]);

export const noSuchPage = (): AppError => new AppError("invalid", "this page does not exist; go back to the first one");

/** The key that a row has in what was asked, to go on after it. */
export function startAfter(query: Query, row: Attributes): Attributes {
  const fields = [query.index ? "ipk" : "pk", ...fieldsOf(query)];
  return Object.fromEntries(fields.map((field) => [field, row[field] ?? { NULL: true }]));
}

export const cursorOf = (query: Query, start: Attributes): string =>
  Buffer.from(JSON.stringify(fieldsOf(query).map((field) => start[field]?.S))).toString("base64url");

/** Throws an AppError when the cursor is made up. */
export function startOf(query: Query, cursor: string): Attributes {
  const fields = fieldsOf(query);
  try {
    const place = Place.length(fields.length).safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    if (place.success) {
      const own = fields.map((field, n): [string, { S: string }] => [field, { S: place.data[n] ?? "" }]);
      return { [query.index ? "ipk" : "pk"]: { S: query.pk }, ...Object.fromEntries(own) };
    }
  } catch {
    // Not even JSON: the same answer.
  }
  throw noSuchPage();
}
