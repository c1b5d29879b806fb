import type { Utm } from "../config.ts";
import type { Article } from "../content/article.ts";

/** What a campaign may be named after; all of it is the same for everybody who gets the article in that slot. */
export type UtmPlaces = {
  readonly slot: string;
  readonly cadenceId: string;
  readonly article: Pick<Article, "title" | "id">;
};

const SLUG_LENGTH = 60;
/** Longer addresses are cut or refused by programs on the way. */
const LONGEST = 2000;

/** Such an address is good only as it is: its parameters are under a signature. */
const SIGNED = /[?&](?:x-amz-signature|x-goog-signature|signature|sig|hmac)=/i;

const slug = (title: string): string =>
  title
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, SLUG_LENGTH)
    .toWellFormed()
    .replaceAll(/^-+|-+$/g, "");

const fillIn = (campaign: string, { slot, cadenceId, article }: UtmPlaces): string =>
  campaign
    .replaceAll("{slot}", slot)
    .replaceAll("{cadence}", cadenceId)
    .replaceAll("{article}", () => slug(article.title) || article.id);

/** Every name in the query, in lower case. */
const namesIn = (query: string): Set<string> =>
  new Set(Array.from(new URLSearchParams(query).keys(), (name) => name.toLowerCase()));

/**
 * An article's address with the parameters its query does not have yet, before the fragment; all else stays as it is, letter by letter. Addresses that are not http(s), hold
 * a password or a signature, or would become too long, are left alone.
 */
export function withUtm(address: string, utm: Utm | undefined, places: UtmPlaces): string {
  const url = utm?.on ? URL.parse(address) : null;
  if (!utm || !url || !/^https?:$/.test(url.protocol) || url.username || url.password || SIGNED.test(address))
    return address;
  const cut = address.indexOf("#");
  const [before, fragment] = cut < 0 ? [address, ""] : [address.slice(0, cut), address.slice(cut)];
  const has = namesIn(url.search);
  const missing = Object.entries({
    utm_source: utm.source,
    utm_medium: utm.medium,
    utm_campaign: fillIn(utm.campaign, places),
  }).filter(([name]) => !has.has(name));
  if (missing.length === 0) return address;
  const query = before.indexOf("?");
  const joint = query < 0 ? "?" : query === before.length - 1 || before.endsWith("&") ? "" : "&";
  const tagged = `${before}${joint}${missing.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}${fragment}`;
  return tagged.length > LONGEST ? address : tagged;
}
