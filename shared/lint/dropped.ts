import { ACCEPTED } from "./accepted.ts";
import support from "./css-support.json" with { type: "json" };
import { ruleUses, styleUses, type Use } from "./css-uses.ts";
import type { Found } from "./finding.ts";
import { elementUses } from "./html-uses.ts";
import { allText } from "./html.ts";
import type { ReadEmail } from "./read-email.ts";

/** By caniemail's name of the feature: its title, and a letter for each client (y supported, n not, a in part, u unknown), then notes. */
const FEATURES: { readonly [slug: string]: readonly string[] } = support.features;
const CLIENTS = Object.values(support.clients);

/** The programs that drop a feature, as caniemail last saw them; none where it does not know the feature. */
export const droppedBy = (slug: string): string[] =>
  Array.from(FEATURES[slug]?.[1] ?? "").flatMap((letter, at) => (letter === "n" ? [CLIENTS[at]!] : []));

const several = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");

/** "borderRadius" as a style object has what CSS calls "border-radius". */
const camel = (as: string): string =>
  as.split(":")[0]!.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function foundOf({ slug, as }: Use): Found[] {
  const clients = droppedBy(slug);
  if (clients.length === 0 || slug in ACCEPTED) return [];
  const [title = slug, , ...notes] = FEATURES[slug]!;
  const rule = slug.startsWith("css-") ? "dropped-css" : "dropped-html";
  const says = [`${title} (${as.slice(0, 80)}) is dropped by ${several(clients)}.`, ...notes].join(" ");
  return [{ rule, says, part: as.slice(0, 80), seek: [as, camel(as), as.split(/[:=]/)[0]!] }];
}

/** caniemail does not ask about these, because every program takes them out. */
const TAKEN_OUT = new Set(["script", "iframe", "frame", "frameset", "applet"]);

const takenOut = (all: ReadEmail["all"]): Found[] =>
  [...new Set(all.map(({ tag }) => tag))]
    .filter((tag) => TAKEN_OUT.has(tag))
    .map((tag) => ({
      rule: "dropped-html",
      says: `<${tag}> is taken out by all of them.`,
      part: `<${tag}>`,
      seek: [`<${tag}`],
    }));

const importUses = (sheet: string): Use[] =>
  /@import\b/i.test(sheet) ? [{ slug: "css-at-import", as: "@import" }] : [];

/** Features of CSS and HTML that one of the four families drops and nobody decided to do without, each once. */
export function droppedFlaws({ all, rules, html }: ReadEmail): Found[] {
  const sheets = all.filter(({ tag }) => tag === "style").map(allText);
  const doctype = /^\s*<!doctype html>/i.test(html) ? [{ slug: "html-doctype", as: "<!DOCTYPE html>" }] : [];
  const uses = [
    ...doctype,
    ...sheets.flatMap(importUses),
    ...ruleUses(rules),
    ...all.flatMap((el) => [...elementUses(el), ...styleUses(el.style)]),
  ];
  const first = new Map(uses.toReversed().map((use) => [use.slug, use]));
  return [...takenOut(all), ...[...first.values()].flatMap(foundOf)];
}
