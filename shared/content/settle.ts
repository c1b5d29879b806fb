import { addressKey } from "./addresses.ts";
import type { Article } from "./article.ts";
import type { ArticleDraft } from "./draft.ts";
import { withFlaws } from "./flaws.ts";
import type { Link } from "./link.ts";
import { keptByHand } from "./own.ts";
import { isPostPath, postId } from "./post-id.ts";

type ImportOutcome = "imported" | "updated" | "unchanged" | "left-out" | "refused";

/** What became of one file or feed item; `reason` is there for all that did not go in as they are. */
export type ImportRow = {
  readonly source: string;
  readonly outcome: ImportOutcome;
  readonly reason?: string;
  readonly warnings: readonly string[];
  readonly title?: string;
};

export type ImportReport = {
  readonly rows: readonly ImportRow[];
  readonly counts: { readonly [outcome in ImportOutcome]: number };
};

export const reportOf = (rows: readonly ImportRow[]): ImportReport => {
  const counts = { imported: 0, updated: 0, unchanged: 0, "left-out": 0, refused: 0 };
  for (const row of rows) counts[row.outcome]++;
  return { rows, counts };
};

/** The library as an import finds it and changes it. */
export type Shelf = {
  readonly byId: Map<string, Article>;
  readonly byAddress: Map<string, Article>;
  /** What this import has already put or found, by article id: the source it came from. */
  readonly seen: Map<string, string>;
  /** What is known of addresses, for the flaws of what goes in. */
  readonly links: ReadonlyMap<string, Link>;
};

export const shelfOf = (library: readonly Article[], links: Shelf["links"] = new Map()): Shelf => ({
  byId: new Map(library.map((article) => [article.id, article])),
  byAddress: new Map(library.map((article) => [addressKey(article.url), article])),
  seen: new Map(),
  links,
});

export type Settled = { readonly row: ImportRow; readonly put?: Article };

/** The article of the library this draft is: same origin, same address, or the same file under the id it had before it named an address. */
function known(draft: ArticleDraft, shelf: Shelf): Article | undefined {
  return (
    shelf.byId.get(draft.id) ??
    shelf.byAddress.get(addressKey(draft.url)) ??
    (isPostPath(draft.source) ? shelf.byId.get(postId(draft.source)) : undefined)
  );
}

/** Decides what becomes of one draft and takes it up on the shelf. `label` names it for people; `now` in epoch ms. */
export function settle(draft: ArticleDraft, shelf: Shelf, label: string, now: number): Settled {
  const before = known(draft, shelf);
  const { warnings, dateIsGuessed, ...fields } = draft;
  const told = { source: label, title: draft.title };
  const id = before?.id ?? draft.id;
  const { publishedOn, ...read } = fields;
  const published = before && dateIsGuessed ? before.publishedOn : publishedOn;
  const taken = { ...read, id, publishedOn: published, addedAt: before?.addedAt ?? now, updatedAt: now };
  const article = withFlaws(keptByHand(taken, before), shelf.links);
  const first = shelf.seen.get(id) ?? sourceAtAddress(article, shelf);
  if (first !== undefined)
    return { row: { ...told, warnings, outcome: "refused", reason: `the same article as ${first}` } };
  if (before && isPostPath(before.source) && !isPostPath(draft.source)) {
    shelf.seen.set(id, label);
    return {
      row: {
        ...told,
        warnings,
        outcome: "unchanged",
        reason: `in the library from its post ${before.source}, which says more`,
      },
    };
  }
  shelf.seen.set(id, label);
  const row = { ...told, warnings: [...warnings, ...notMailed(article)] };
  if (before && same(before, article)) return { row: { ...row, outcome: "unchanged" } };
  if (before) shelf.byAddress.delete(addressKey(before.url));
  shelf.byId.set(id, article);
  shelf.byAddress.set(addressKey(article.url), article);
  return { row: { ...row, outcome: before ? "updated" : "imported" }, put: article };
}

const notMailed = ({ flaws = [], retiredAt }: Article): string[] =>
  flaws.length && retiredAt === undefined ? [`not mailed until mended: ${flaws.join(" ")}`] : [];

/** Another article already stands where this one would: two at one address are one to a reader. */
function sourceAtAddress({ id, url }: Article, shelf: Shelf): string | undefined {
  const there = shelf.byAddress.get(addressKey(url));
  return there && there.id !== id ? `${there.source} (${there.url})` : undefined;
}

const sorted = (value: unknown): unknown =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .toSorted(([a], [b]) => a.localeCompare(b))
          .map(([name, one]) => [name, sorted(one)]),
      )
    : value;

const same = (a: Article, b: Article): boolean =>
  JSON.stringify(sorted({ ...a, flaws: a.flaws ?? [], updatedAt: 0 })) ===
  JSON.stringify(sorted({ ...b, flaws: b.flaws ?? [], updatedAt: 0 }));
