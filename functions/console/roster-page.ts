import type { Table } from "../../shared/ports.ts";
import { listRoster, type RosterLine } from "../../shared/prospect/store.ts";

export type RosterPage = {
  readonly lines: readonly { readonly line: RosterLine; readonly repId: string | undefined }[];
  readonly next: string | undefined;
};

/**
 * One page through several reps' rosters, one after the other. `from` is the `next` of the page before: which roster, and the cursor in it.
 */
export async function rosterPage(
  table: Table,
  repIds: readonly (string | undefined)[],
  from: string | undefined,
  limit: number,
): Promise<RosterPage> {
  const lines: RosterPage["lines"][number][] = [];
  let [index, cursor] = placeOf(from);
  while (index < repIds.length) {
    // One more than asked for is enough to know that a next page would not be empty.
    if (lines.length === limit && (cursor || (await hasAny(table, repIds[index]))))
      return { lines, next: `${index}.${cursor ?? ""}` };
    const repId = repIds[index];
    const page = await listRoster(table, repId, { limit: Math.max(limit - lines.length, 1), cursor });
    lines.push(...page.lines.map((line) => ({ line, repId })));
    cursor = page.cursor;
    if (!cursor) index += 1;
  }
  return { lines, next: undefined };
}

const hasAny = async (table: Table, repId: string | undefined): Promise<boolean> =>
  (await listRoster(table, repId, { limit: 1 })).lines.length > 0;

function placeOf(from: string | undefined): [number, string | undefined] {
  const parts = /^(\d{1,6})\.(.*)$/s.exec(from ?? "");
  return [Number(parts?.[1] ?? 0), parts?.[2] || undefined];
}
