/** What the JSON-LD of a page says of its article (schema.org); texts as they stand there. */
export type LinkedArticle = {
  readonly headline?: string | undefined;
  readonly description?: string | undefined;
  readonly image?: string | undefined;
  readonly published?: string | undefined;
  readonly authors: readonly string[];
  readonly keywords: readonly string[];
};

const ARTICLE = /^(?:\w+:|https?:\/\/schema\.org\/)?(?:\w*Article|BlogPosting|Report|HowTo|CaseStudy|CreativeWork)$/;
const MOST_DEEP = 6;
const MOST_THINGS = 500;

type Thing = { readonly [name: string]: unknown };
const isThing = (value: unknown): value is Thing =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Every record in it, its parts too, not deeper than anybody writes. */
function thingsOf(value: unknown, deep = 0): Thing[] {
  if (deep > MOST_DEEP) return [];
  if (Array.isArray(value)) return value.slice(0, MOST_THINGS).flatMap((one) => thingsOf(one, deep + 1));
  if (!isThing(value)) return [];
  const within = [value["@graph"], value["mainEntity"], value["mainEntityOfPage"]];
  return [value, ...within.flatMap((one) => thingsOf(one, deep + 1))].slice(0, MOST_THINGS);
}

/** A text; of a list the first, of a record its name or address. */
function textOf(value: unknown): string | undefined {
  for (const one of listOf(value)) {
    if (typeof one === "string" && one.trim()) return one.trim().slice(0, 5000);
    if (!isThing(one)) continue;
    const named = one["name"] ?? one["url"] ?? one["contentUrl"] ?? one["@value"];
    if (typeof named === "string" && named.trim()) return named.trim().slice(0, 5000);
  }
  return undefined;
}

const textsOf = (value: unknown): string[] => listOf(value).flatMap((one) => textOf(one) ?? []);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\*\]\]>\*\/)\s*$/g, ""));
  } catch {
    return undefined;
  }
}

const address = (value: unknown): string | undefined => {
  for (const one of listOf(value)) {
    const found = isThing(one) ? (one["url"] ?? one["contentUrl"]) : one;
    if (typeof found === "string" && found.trim()) return found.trim();
  }
  return undefined;
};

const isArticle = (thing: Thing): boolean =>
  listOf(thing["@type"]).some((type) => typeof type === "string" && ARTICLE.test(type));

/** The first article among them; undefined when none speaks of one. Throws nothing, whatever stands there. */
export function linkedArticle(texts: readonly string[]): LinkedArticle | undefined {
  const things = texts.flatMap((text) => thingsOf(parsed(text)));
  const found = things.find(isArticle);
  if (!found) return undefined;
  const keywords = textsOf(found["keywords"]).flatMap((text) => text.split(","));
  return {
    headline: textOf(found["headline"] ?? found["name"]),
    description: textOf(found["description"]),
    image: address(found["image"] ?? found["thumbnailUrl"]),
    published: textOf(found["datePublished"] ?? found["dateCreated"]),
    authors: textsOf(found["author"]),
    keywords: [...keywords, ...textsOf(found["articleSection"])].map((word) => word.trim()).filter(Boolean),
  };
}
