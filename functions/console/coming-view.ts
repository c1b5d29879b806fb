import type { App } from "../../shared/app.ts";
import type { Article } from "../../shared/content/article.ts";
import { displayName } from "../../shared/prospect/prospect.ts";
import type { Prospect } from "../../shared/prospect/prospect.ts";
import { getProspects } from "../../shared/prospect/store.ts";
import { comingEmails } from "../../shared/touch/coming.ts";
import type { Coming } from "../../shared/touch/coming.ts";
import { sendableLibrary } from "../../shared/touch/sendable.ts";
import { articlesFor } from "../../shared/touch/wish.ts";
import { getCadence } from "../../shared/cadence/store.ts";
import type { Reader } from "./chrome.ts";
import { rosterPage } from "./roster-page.ts";

export type ComingLine = { readonly prospect: Prospect; readonly coming: Coming };
/** Emails of one instant and zone. */
export type ComingGroup = { readonly at: number; readonly timeZone: string; readonly lines: readonly ComingLine[] };

/** Whose prospects are looked at: as many as a rep has at most, each with a few rows to read. */
const MOST = 500;

/** Whose work the reader looks at. */
export const repIdsOf = ({ rep, seen, ownerless }: Reader): (string | undefined)[] =>
  rep ? [rep.id] : [...seen.map(({ id }) => id), ...(ownerless ? [undefined] : [])];

/** The next emails of the reader's prospects, soonest first; `more`: there are prospects who were not looked at. */
export async function comingView(
  app: App,
  reader: Reader,
): Promise<{ readonly groups: ComingGroup[]; readonly more: boolean }> {
  const { lines: roster, next: unread } = await rosterPage(app.table, repIdsOf(reader), undefined, MOST);
  const ids = roster.filter(({ line }) => line.state === "active").map(({ line }) => line.id);
  const prospects = [...(await getProspects(app.table, ids)).values()];
  const coming = await comingEmails(app, prospects);
  const lines = prospects.flatMap((prospect): ComingLine[] => {
    const next = coming.get(prospect.id);
    return next ? [{ prospect, coming: next }] : [];
  });
  const groups = [
    ...Map.groupBy(lines, ({ prospect, coming: { slot } }) => `${slot.at} ${prospect.timeZone}`).values(),
  ];
  return {
    groups: groups
      .map((ofSlot) => ({
        at: ofSlot[0]!.coming.slot.at,
        timeZone: ofSlot[0]!.prospect.timeZone,
        lines: ofSlot.toSorted((a, b) => displayName(a.prospect).localeCompare(displayName(b.prospect))),
      }))
      .toSorted((a, b) => a.at - b.at || a.timeZone.localeCompare(b.timeZone)),
    more: unread !== undefined,
  };
}

const SHOWN = 60;

/** What a rep may choose for a prospect on a date; `search` looks in title, summary and topics. `total` is what fits, however many are shown. */
export async function articleChoices(
  app: App,
  prospect: Prospect,
  date: string,
  search: string,
): Promise<{ readonly articles: readonly Article[]; readonly total: number }> {
  const cadence = await getCadence(app.table, prospect.cadenceId);
  if (!cadence) return { articles: [], total: 0 };
  const open = articlesFor(await sendableLibrary(app), { prospect, date, sectorRules: cadence.sectorRules });
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = open.filter(({ title, summary, topics }) => {
    const text = `${title} ${summary} ${topics.join(" ")}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return { articles: found.slice(0, SHOWN), total: found.length };
}
