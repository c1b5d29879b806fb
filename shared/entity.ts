import type { Item } from "./ports.ts";

/**
 * The entity of a row. Only the stores write rows, and they check the schema as they do, so reading does not check it again: it is what the
 * sending of thousands would spend most of its time on.
 */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion, typescript/no-unnecessary-type-parameters -- the one place where rows get their type
export const entity = <Of>(item: Item): Of => item.data as unknown as Of;

/** A field that is known to be text. */
export function text(item: Item, field: string): string {
  const value = item.data[field];
  return typeof value === "string" ? value : "";
}
