/** Front matter as texts, lists and records; every scalar stays as it was written. */
export type Value = string | readonly Value[] | Fields;
/** By name in lower case without `_`, `-` and spaces, so canonical_url and canonicalURL are one. */
export interface Fields extends ReadonlyMap<string, Value> {}

const nameOf = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, "");

const MOST_DEEP = 8;

/** What a YAML, TOML or JSON reader gave, as Fields; deeper than eight levels is nobody's front matter and is left out. */
function toValue(given: unknown, depth = 0): Value | undefined {
  if (given === null || given === undefined || depth > MOST_DEEP) return undefined;
  if (typeof given === "string") return /^(?:~|null)?$/i.test(given.trim()) ? undefined : given;
  if (typeof given === "number" || typeof given === "boolean" || typeof given === "bigint") return String(given);
  if (given instanceof Date) return Number.isNaN(given.getTime()) ? undefined : given.toISOString();
  if (Array.isArray(given)) return given.flatMap((item: unknown) => toValue(item, depth + 1) ?? []);
  if (typeof given !== "object") return undefined;
  return toFields(given, depth);
}

export function toFields(given: object, depth = 0): Fields {
  const fields = new Map<string, Value>();
  for (const [name, value] of given instanceof Map ? given : Object.entries(given)) {
    const read = toValue(value, depth + 1);
    if (read !== undefined) fields.set(nameOf(String(name)), read);
  }
  return fields;
}

const isFields = (value: Value | undefined): value is Fields => value instanceof Map;

/** Where Hugo, Zola and Midweek itself keep fields that are not the generator's own. */
const NESTED = ["params", "extra", "taxonomies", "midweek", "seo", "casestudy"];

/** The first of these names that has a value, at the top or in one of the places for a site's own fields. */
export function fieldOf(fields: Fields, ...names: readonly string[]): Value | undefined {
  const places = [fields, ...NESTED.map((place) => fields.get(place)).filter(isFields)];
  for (const name of names) {
    for (const place of places) {
      const value = place.get(nameOf(name));
      if (value !== undefined && (typeof value !== "string" || value.trim())) return value;
    }
  }
  return undefined;
}

/** A text; of a list the first, of a record its name, text, url or the like. */
export function textOf(value: Value | undefined): string | undefined {
  if (typeof value === "string") return value.trim() || undefined;
  if (value === undefined) return undefined;
  if (isFields(value)) return textOf(fieldOf(value, "name", "title", "text", "value", "url", "src", "path", "image"));
  for (const item of value) {
    const text = textOf(item);
    if (text) return text;
  }
  return undefined;
}

/** All texts: of a list each, of a record that is not a person or an image its names. */
export function textsOf(value: Value | undefined): string[] {
  if (value === undefined) return [];
  if (typeof value === "string") return value.trim() ? [value.trim()] : [];
  if (isFields(value)) {
    const text = textOf(value);
    return text ? [text] : [];
  }
  return value.flatMap((item) => textsOf(item));
}

export const isYes = (value: Value | undefined): boolean => /^(?:true|yes|on|1)$/i.test(textOf(value) ?? "");
export const isNo = (value: Value | undefined): boolean => /^(?:false|no|off|0)$/i.test(textOf(value) ?? "");
