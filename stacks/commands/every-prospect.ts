import type { App } from "../../shared/app.ts";
import { callsOf } from "../../shared/call/store.ts";
import { readKnown } from "../../shared/engagement/known.ts";
import type { Rows } from "../../shared/engagement/recompute.ts";
import { everyProspect } from "../../shared/prospect/every-prospect.ts";
import type { Bar } from "./answer.ts";

/** Read beside one another; each takes a few reads. */
const AT_ONCE = 20;

/** The rows of every prospect, one after the other; who is being erased is passed over. */
export async function* everyRows(app: App, bar: Pick<Bar, "to">): AsyncGenerator<Rows> {
  const ids: string[] = [];
  for await (const page of everyProspect(app.table)) ids.push(...page.ids);
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const found = await Promise.all(ids.slice(start, start + AT_ONCE).map((id) => rowsOf(app, id)));
    yield* found.filter((rows) => rows !== undefined);
    bar.to(Math.min(1, (start + AT_ONCE) / ids.length));
  }
}

async function rowsOf(app: App, prospectId: string): Promise<Rows | undefined> {
  const known = await readKnown(app.table, app.config.company, prospectId);
  return known && { known, calls: known.calls.last > 0 ? await callsOf(app.table, prospectId) : [] };
}
