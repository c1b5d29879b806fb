import * as z from "zod";
import { idOf } from "../id.ts";
import type { Article } from "./article.ts";

/** Whether an address that articles lead to or show still answers. */
export const Link = z.object({
  id: z.string(),
  url: z.string(),
  checkedAt: z.number(),
  /**
   * well: it was there. shut: it answers, but not to programs, which says nothing about readers. gone: it says that it is not there. silent: no answer
   * that is one.
   */
  outcome: z.enum(["well", "shut", "gone", "silent"]),
  /** "HTTP status 404", "no answer within 10 seconds"; not there when it is well. */
  says: z.string().optional(),
  /** The days (UTC) on which it was gone or silent since it was last well, the oldest first. */
  badDays: z.array(z.iso.date()).default([]),
});
export type Link = z.infer<typeof Link>;

export const linkIdOf = (url: string): string => idOf(`link:${url}`);

/** So many days an address has to say that it is not there: a site that is being rebuilt says so for an hour. */
const GONE_DAYS = 2;
/** So many days an address has to stay silent: a server may be down over a long weekend, and the week's mail should go out. */
const SILENT_DAYS = 4;

/** Is it dead: not there on so many days in a row that no outage explains it. What is shut is never. */
export const isDead = ({ outcome, badDays }: Pick<Link, "outcome" | "badDays">): boolean =>
  (outcome === "gone" && badDays.length >= GONE_DAYS) || (outcome === "silent" && badDays.length >= SILENT_DAYS);

/** What one look found. */
export type Look = { readonly status: number } | { readonly failed: string };

/** Answers that mean "not for programs": who is not signed in, refused, asked too often, or must show that they are a person. */
const SHUT = new Set([401, 402, 403, 405, 406, 407, 418, 429, 451, 501, 503, 999]);

function outcomeOf(look: Look): Pick<Link, "outcome" | "says"> {
  if ("failed" in look) return { outcome: "silent", says: look.failed };
  const { status } = look;
  if (status >= 200 && status < 400) return { outcome: "well" };
  const says = `HTTP status ${status}`;
  if (status === 404 || status === 410) return { outcome: "gone", says };
  return { outcome: SHUT.has(status) ? "shut" : "silent", says };
}

/** The row after a look at `now` (epoch ms). */
export function looked(url: string, look: Look, before: Link | undefined, now: number): Link {
  const found = outcomeOf(look);
  const day = new Date(now).toISOString().slice(0, 10);
  const bad = found.outcome === "gone" || found.outcome === "silent";
  const earlier = (before?.badDays ?? []).filter((one) => one !== day);
  // More are of no use to anyone.
  const badDays = bad ? [...earlier, day].slice(-10) : [];
  return { id: linkIdOf(url), url, checkedAt: now, ...found, badDays };
}

const day = (count: number): string => `on ${count} different days`;

/** What dead addresses keep an article from being mailed, in sentences; `links` by address. */
export function linkFlaws(article: Pick<Article, "url" | "image">, links: ReadonlyMap<string, Link>): string[] {
  const flaw = (what: string, url: string | undefined, cure: string): string[] => {
    const link = url === undefined ? undefined : links.get(url);
    if (!link || !isDead(link)) return [];
    return [`${what} did not answer ${day(link.badDays.length)} (${link.says ?? "nothing came"}): ${cure}.`];
  };
  return [
    ...flaw("The address of the article", article.url, "correct it, or retire the article"),
    ...flaw("The address of the picture", article.image, "give another, or leave it out"),
  ];
}
