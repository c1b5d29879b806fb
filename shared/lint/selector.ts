import { type El, outwards } from "./html.ts";

type Part = { readonly tag: string; readonly id: string; readonly classes: readonly string[] };
export type Selector = { readonly parts: readonly Part[]; readonly weight: number };

const COMPOUND = /^(?<tag>[a-z][a-z\d]*|\*)?(?<rest>(?:[.#][\w-]+)*)$/i;

function partOf(text: string): Part | undefined {
  const found = COMPOUND.exec(text);
  if (!found) return undefined;
  const named = found.groups?.["rest"]?.match(/[.#][\w-]+/g) ?? [];
  const classes = named.filter((name) => name.startsWith(".")).map((name) => name.slice(1));
  const id = named.find((name) => name.startsWith("#"))?.slice(1) ?? "";
  return { tag: (found.groups?.["tag"] ?? "").toLowerCase().replace("*", ""), id, classes };
}

/** Elements, classes and ids, alone, together or within one another; ":root" is the html element. Undefined for all else, of which no email of ours has need. */
export function selectorOf(text: string): Selector | undefined {
  const parts = text.replaceAll(":root", "html").split(/\s+/).map(partOf);
  if (!parts.every((part) => part !== undefined)) return undefined;
  const weight = parts.reduce(
    (sum, { tag, id, classes }) => sum + (id ? 10_000 : 0) + classes.length * 100 + (tag ? 1 : 0),
    0,
  );
  return { parts, weight };
}

const isPart = ({ tag, id, classes }: Part, el: El): boolean => {
  const own = (el.attrs["class"] ?? "").split(/\s+/);
  return (
    (tag === "" || tag === el.tag) &&
    (id === "" || id === el.attrs["id"]) &&
    classes.every((name) => own.includes(name))
  );
};

/** Whether the element is one that the selector means. */
export function isMeant({ parts }: Selector, el: El): boolean {
  const last = parts.at(-1);
  if (!last || !isPart(last, el)) return false;
  let left = parts.slice(0, -1);
  for (const around of outwards(el)) {
    if (around !== el && left.length > 0 && isPart(left.at(-1)!, around)) left = left.slice(0, -1);
  }
  return left.length === 0;
}
