import type { Table } from "../../shared/ports.ts";
import type { RosterLine } from "../../shared/prospect/store.ts";
import { rosterPage } from "./roster-page.ts";

export type FoundProspects = {
  readonly lines: readonly RosterLine[];
  /** Where to look further; nothing when all were looked at. */
  readonly next: string | undefined;
};

const AT_ONCE = 500;
/** So many pages of lines a look, and so many finds. */
const PAGES = 4;
const MOST = 20;

/** Prospects of these reps whose name and company have every word in them, of the next 2,000 lines from `from` on. */
export async function findProspects(
  table: Table,
  repIds: readonly (string | undefined)[],
  { search, from }: { readonly search: string; readonly from: string | undefined },
): Promise<FoundProspects> {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const lines: RosterLine[] = [];
  let next = from;
  for (let page = 0; page < PAGES && words.length > 0; page += 1) {
    const read = await rosterPage(table, repIds, next, AT_ONCE);
    for (const { line } of read.lines) {
      const text = `${line.name} ${line.company ?? ""}`.toLowerCase();
      if (words.every((word) => text.includes(word))) lines.push(line);
    }
    next = read.next;
    if (next === undefined || lines.length >= MOST) break;
  }
  return { lines: lines.slice(0, MOST), next: words.length > 0 ? next : undefined };
}
