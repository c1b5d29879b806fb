import type { Table } from "../ports.ts";
import { getReps } from "../rep/store.ts";
import { listRoster } from "./store.ts";

/** Prospects of one rep (undefined = of those nobody owns). */
export type RosterIds = { readonly repId: string | undefined; readonly ids: readonly string[] };

/** Walks the lists of all reps, one after the other, at most `limit` (1 to 1000) prospects at a time. Nobody is left out, and no page is empty. */
export async function* everyProspect(table: Table, limit = 500): AsyncGenerator<RosterIds> {
  for (const repId of [undefined, ...(await getReps(table)).map(({ id }) => id)]) {
    let cursor: string | undefined;
    do {
      const page = await listRoster(table, repId, { cursor, limit });
      if (page.lines.length > 0) yield { repId, ids: page.lines.map(({ id }) => id) };
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
}
