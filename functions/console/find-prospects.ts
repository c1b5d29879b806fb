import type { Table } from "../../shared/ports.ts";
import type { RosterLine } from "../../shared/prospect/store.ts";
import { fold } from "../../shared/prospect/text.ts";
import { rosterPage } from "./roster-page.ts";

export type FoundLine = RosterLine & { readonly repId: string | undefined };

export type FoundProspects = {
  readonly lines: readonly FoundLine[];
  /** Where to look further; nothing when all were looked at. */
  readonly next: string | undefined;
};

const AT_ONCE = 100;
/** So many pages of lines a look, and none after so many finds; whoever is found on a page is told of, so that none is lost between two looks. */
const PAGES = 20;
const ENOUGH = 20;

/** Prospects of these reps whose name and company have every word in them, however accents and capitals are written, of the next 2,000 lines from `from` on. */
export async function findProspects(
  table: Table,
  repIds: readonly (string | undefined)[],
  { search, from }: { readonly search: string; readonly from: string | undefined },
): Promise<FoundProspects> {
  const words = fold(search).split(" ").filter(Boolean);
  const lines: FoundLine[] = [];
  let next = from;
  for (let page = 0; page < PAGES && words.length > 0; page += 1) {
    const read = await rosterPage(table, repIds, next, AT_ONCE);
    for (const { line, repId } of read.lines) {
      const text = fold(`${line.name} ${line.company ?? ""}`);
      if (words.every((word) => text.includes(word))) lines.push({ ...line, repId });
    }
    next = read.next;
    if (next === undefined || lines.length >= ENOUGH) break;
  }
  return { lines, next: words.length > 0 ? next : undefined };
}
