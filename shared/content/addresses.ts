/** A web address as the library keeps it: absolute, http or https, no name and password in it. Undefined for anything else. */
export function webAddress(text: string, base?: string): string | undefined {
  const given = text.trim();
  if (!given || given.length > 2000 || !URL.canParse(given, base)) return undefined;
  const url = new URL(given, base);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || !url.hostname) return undefined;
  return url.href;
}

/** Does a path try to leave its folder, however it is written. */
export function climbs(path: string): boolean {
  const plain = path
    .replace(/%2e/gi, ".")
    .replace(/%2f/gi, "/")
    .replace(/%5c|\\/gi, "/");
  return plain.split(/[/?#]/).includes("..");
}

/** Two addresses of one article: same but for http or https, `#part`, a slash at the end and counting parameters. */
export function addressKey(address: string): string {
  const url = new URL(address);
  const named = Array.from(url.searchParams).filter(([name]) => !/^(?:utm_|fbclid$|gclid$)/i.test(name));
  const query = named.length ? `?${new URLSearchParams(named)}` : "";
  return `${url.host}${url.pathname.replace(/(?:\/index\.html?)?\/*$/, "")}${query}`;
}

/** `path` under the site's address, so that a site in a folder keeps its folder. */
export function underBase(path: string, baseUrl: string): string | undefined {
  return webAddress(path.replace(/^\/+/, ""), baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`);
}

/** Text as part of an address or a topic: lower case, letters and digits of any language, hyphens between. */
export const slugOf = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\+/g, " plus ")
    .replace(/#/g, " sharp ")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
