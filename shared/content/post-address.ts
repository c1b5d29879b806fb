import { climbs, slugOf, underBase, webAddress } from "./addresses.ts";
import { readDate } from "./dates.ts";
import { type Fields, fieldOf, textOf } from "./fields.ts";

/** Where in the folder a post lies and what its file name says. */
export type Place = {
  /** With `/`, relative to the folder. */
  readonly path: string;
  readonly folders: readonly string[];
  readonly slug: string;
  readonly date?: string | undefined;
};

/** `_posts/2024-01-02-slug.md`, `content/posts/slug.md`, `content/posts/slug/index.md`. */
export function placeOf(path: string): Place {
  const parts = path
    .replace(/\\/g, "/")
    .split("/")
    .filter((part) => part && part !== "." && part !== "..");
  const file = (parts.pop() ?? "").replace(/\.(?:md|markdown|mdx|html?)$/i, "");
  const name = /^_?index$/i.test(file) && parts.length ? (parts.at(-1) ?? file) : file;
  const dated = /^(.*[_ .])?(\d{4}-\d{1,2}-\d{1,2})(?:[-_. ](.*))?$/s.exec(name);
  const date = dated ? readDate(dated[2] ?? "") : undefined;
  // With something before the date, the rest alone may be another post's name.
  const slug = date && !dated?.[1] ? dated?.[3] : name;
  return { path: path.replace(/\\/g, "/"), folders: parts, slug: slug || name, date };
}

/** Jekyll's permalink words; undefined when one is unknown. */
function filledIn(permalink: string, slug: string, date: string | undefined): string | undefined {
  const [year = "", month = "", day = ""] = date?.split("-") ?? [];
  const words = new Map([
    [":year", year],
    [":month", month],
    [":i_month", String(Number(month))],
    [":day", day],
    [":i_day", String(Number(day))],
    [":title", slug],
    [":slug", slug],
    [":name", slug],
    [":filename", slug],
    [":contentbasename", slug],
    [":output_ext", ".html"],
  ]);
  const filled = permalink.replace(/:[a-z_]+/g, (word) => words.get(word) ?? word);
  return /:[a-z_]+/.test(filled) ? undefined : filled;
}

export type PostAddress = {
  readonly url?: string | undefined;
  /** Named by the author as the one address of the article, wherever the file lies. */
  readonly canonical: boolean;
  readonly warnings: readonly string[];
};

/** Where readers find the post: what its front matter says, else the site's address and the slug. */
export function postAddress(fields: Fields, place: Place, baseUrl: string, date: string | undefined): PostAddress {
  const warnings: string[] = [];
  const canonical = textOf(fieldOf(fields, "canonicalurl", "canonical", "canonicallink"));
  const named = canonical === undefined ? undefined : webAddress(canonical, baseUrl);
  if (named) return { url: named, canonical: true, warnings };
  if (canonical !== undefined) warnings.push(`canonical address "${canonical}" is not a web address: left out`);
  const slug = textOf(fieldOf(fields, "slug")) ?? place.slug;
  const given = textOf(
    fieldOf(fields, "url", "permalink", "path", "externalurl", "externallink", "link", "redirectto"),
  );
  const path = given === undefined ? undefined : filledIn(given, slug, date);
  if (path !== undefined && !climbs(path)) {
    const absolute = /^[a-z][a-z0-9+.-]*:/i.test(path);
    const url = absolute ? webAddress(path, baseUrl) : underBase(path, baseUrl);
    if (url) return { url, canonical: absolute, warnings };
  }
  if (given !== undefined && !/^(?:date|pretty|none|ordinal|weekdate)$/.test(given))
    warnings.push(`address "${given.slice(0, 100)}" is not one a reader could be sent to: the file name is used`);
  const safe = slug
    .split("/")
    .filter((part) => part && !climbs(part) && part !== ".")
    .map(encodeURIComponent)
    .join("/");
  return { url: underBase(safe || slugOf(place.slug), baseUrl), canonical: false, warnings };
}
