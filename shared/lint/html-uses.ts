import type { Use } from "./css-uses.ts";
import type { El } from "./html.ts";

const TAGS: { readonly [tag: string]: string } = {
  ul: "html-lists",
  ol: "html-lists",
  dl: "html-lists",
  b: "html-strong",
  s: "html-strike",
  map: "html-image-maps",
  area: "html-image-maps",
  embed: "html-object",
  ...Object.fromEntries(["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => [tag, "html-h1-h6"])),
  ...Object.fromEntries(
    [
      "article",
      "aside",
      "details",
      "figcaption",
      "figure",
      "footer",
      "header",
      "main",
      "mark",
      "nav",
      "section",
      "summary",
      "time",
    ].map((tag) => [tag, "html-semantics"]),
  ),
};

const ATTRIBUTES: { readonly [name: string]: string } = {
  inert: "css-inert-attribute",
  sizes: "html-srcset",
  loading: "html-loading-attribute",
};
/** They mean something of their own on pictures, cells and fields; all other attributes go by their names. */
const TAGS_NOT_ATTRIBUTES = new Set(["style", "form", "label", "small", "span", "link", "base", "address"]);

const KINDS: { readonly [ending: string]: string } = { jpeg: "jpg", tif: "tiff", heic: "heif" };

/** The feature that a picture's kind is, by the ending of its address. */
function pictureSlug(src: string): string {
  if (src.startsWith("data:")) return "image-base64";
  const [ending = ""] = /[a-z\d]+$/i.exec(src.split(/[?#]/)[0]!) ?? [];
  return `image-${KINDS[ending.toLowerCase()] ?? ending.toLowerCase()}`;
}

function linkSlugs(href: string): string[] {
  if (href.startsWith("mailto:")) return ["html-mailto-links"];
  return /^#./.test(href) ? ["html-anchor-links"] : [];
}

function tagSlugs({ tag, attrs }: El): string[] {
  if (tag === "input") return [`html-input-${attrs["type"] ?? "text"}`];
  if (tag === "button") return [`html-button-${attrs["type"] ?? "submit"}`];
  if (tag === "meta") return attrs["name"] === "color-scheme" ? ["html-meta-color-scheme"] : [];
  return [TAGS[tag] ?? `html-${tag}`];
}

/** What an element uses, its style left aside. */
export function elementUses(el: El): Use[] {
  const { tag, attrs } = el;
  const named = Object.keys(attrs).filter((name) => !TAGS_NOT_ATTRIBUTES.has(name));
  const pictures = tag === "img" ? [{ slug: pictureSlug(attrs["src"] ?? ""), as: attrs["src"] ?? "" }] : [];
  return [
    ...tagSlugs(el).map((slug) => ({ slug, as: `<${tag}>` })),
    ...named.map((name) => ({ slug: ATTRIBUTES[name] ?? `html-${name}`, as: `${name}="${attrs[name]!}"` })),
    ...linkSlugs(attrs["href"] ?? "").map((slug) => ({ slug, as: attrs["href"]! })),
    ...pictures,
  ];
}
