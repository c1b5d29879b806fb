import type { CssRule, Style } from "./css.ts";

/** A feature of caniemail's list, and how it stands in the email. */
export type Use = { readonly slug: string; readonly as: string };

/** Properties that caniemail has under another name, the first that fits. */
const PROPERTIES: readonly (readonly [RegExp, string])[] = [
  [/^border-(?:start|end)-(?:start|end)-radius$/, "css-border-radius-logical"],
  [/^border-(?:top|bottom)-(?:left|right)-radius$/, "css-border-radius"],
  [/^border-image/, "css-border-image"],
  [/^border-(?:inline|block)$/, "css-border-inline-block"],
  [/^border-(?:inline|block)-(?:width|style|color)$/, "css-border-inline-block-longhand"],
  [/^border-(?:inline|block)/, "css-border-inline-block-individual"],
  [/^border-(?:top|right|bottom|left|color|width|style)/, "css-border"],
  [/^margin-block-(?:start|end)$/, "css-margin-block-start-end"],
  [/^margin-inline-(?:start|end)$/, "css-margin-inline-start-end"],
  [/^margin-(?:inline|block)$/, "css-margin-inline-block"],
  [/^margin-/, "css-margin"],
  [/^padding-block-(?:start|end)$/, "css-padding-block-start-end"],
  [/^padding-inline-(?:start|end)$/, "css-padding-inline-start-end"],
  [/^padding-(?:inline|block)$/, "css-padding-inline-block"],
  [/^padding-/, "css-padding"],
  [/^(?:top|right|bottom|left)$/, "css-left-right-top-bottom"],
  [/^block-size$/, "css-block-inline-size"],
  [/^(?:row|column)-gap$/, "css-gap"],
  [/^columns?(?:-|$)/, "css-column-layout-properties"],
  [/^grid-template/, "css-grid-template"],
  [/^(?:animation|transition|scroll-snap|text-emphasis|outline|overflow|list-style)-/, ""],
];

const FUNCTIONS: { readonly [name: string]: string } = {
  calc: "css-unit-calc",
  clamp: "css-function-clamp",
  min: "css-function-min",
  max: "css-function-max",
  "light-dark": "css-function-light-dark",
  "linear-gradient": "css-linear-gradient",
  "radial-gradient": "css-radial-gradient",
  "conic-gradient": "css-conic-gradient",
  var: "css-variables",
  rgb: "css-rgb",
  rgba: "css-rgba",
  lch: "css-modern-color",
  oklch: "css-modern-color",
  lab: "css-modern-color",
  oklab: "css-modern-color",
};

const WORDS: { readonly [word: string]: string } = {
  initial: "css-unit-initial",
  "fit-content": "css-intrinsic-size",
  "min-content": "css-intrinsic-size",
  "max-content": "css-intrinsic-size",
  "system-ui": "css-sytem-ui",
};

function propertySlug(name: string, value: string): string {
  if (name.startsWith("--")) return "css-variables";
  if (name === "display") {
    const kind = /flex|grid|none/.exec(value)?.[0];
    return kind === undefined ? "css-display" : `css-display-${kind}`;
  }
  if (name === "flex-direction" && !value.startsWith("column")) return "css-display-flex";
  if (PROPERTIES.some(([pattern, slug]) => slug === "" && pattern.test(name)) && !EXACT.has(name))
    return `css-${/^(?:scroll-snap|text-emphasis|list-style|[a-z]+)/.exec(name)![0]}`;
  return PROPERTIES.find(([pattern, slug]) => slug !== "" && pattern.test(name))?.[1] ?? `css-${name}`;
}

/** Of those families these have an entry of their own. */
const EXACT = new Set([
  "text-emphasis-position",
  "outline-offset",
  "overflow-wrap",
  "list-style-image",
  "list-style-position",
  "list-style-type",
]);

function valueSlugs(value: string): string[] {
  const bare = value.replaceAll(/"[^"]*"|'[^']*'|url\([^)]*\)|#[\da-f]+/gi, " ");
  const called = Array.from(bare.matchAll(/(?<![\w-])([a-z-]+)\(/gi), ([, name = ""]) => FUNCTIONS[name.toLowerCase()]);
  const units = Array.from(bare.matchAll(/(?<![\w.-])-?(?:\d+\.?\d*|\.\d+)([a-z]+|%)/gi), ([, unit = ""]) =>
    unit === "%" ? "css-unit-percent" : `css-unit-${unit.toLowerCase()}`,
  );
  const words = bare.toLowerCase().match(/[a-z-]+/g) ?? [];
  const pictures = /url\(/i.test(value) ? ["css-background-image"] : [];
  return [...called, ...units, ...words.map((word) => WORDS[word]), ...pictures].filter((slug) => slug !== undefined);
}

/** What declarations use; nobody but Outlook reads those that begin with mso. */
export const styleUses = (style: Style): Use[] =>
  style
    .filter(([name]) => !name.startsWith("mso-"))
    .flatMap(([name, value, important]) => {
      const property = name.replace(/^-(?:webkit|moz|ms)-/, "");
      const as = `${name}: ${value}`;
      const slugs = [propertySlug(property, value), ...valueSlugs(value), ...(important ? ["css-important"] : [])];
      return slugs.map((slug) => ({ slug, as }));
    });

const SELECTORS: readonly (readonly [RegExp, string])[] = [
  [/>/, "css-selector-child"],
  [/\+/, "css-selector-adjacent-sibling"],
  [/~/, "css-selector-general-sibling"],
  [/\[/, "css-selector-attribute"],
  [/\*/, "css-selector-universal"],
  [/#[\w-]/, "css-selector-id"],
  [/\.[\w-]/, "css-selector-class"],
  [/(?:^|[\s>+~])[a-z]/i, "css-selector-type"],
  [/\w\s+[.#\w]/, "css-selector-descendant"],
  [/\.[\w-]+\.[\w-]/, "css-selector-chaining"],
];

function selectorUses(selector: string): Use[] {
  const named = selector.replaceAll(/\([^)]*\)/g, "");
  const pseudo = Array.from(named.matchAll(/(::?)([a-z-]+)/gi), ([, colons, name = ""]) =>
    ["before", "after", "first-line", "first-letter"].includes(name) || colons === "::"
      ? `css-pseudo-element-${name}`
      : `css-pseudo-class-${name}`,
  );
  const plain = named.replaceAll(/::?[a-z-]+/gi, "");
  const kinds = SELECTORS.filter(([pattern]) => pattern.test(plain)).map(([, slug]) => slug);
  return [...pseudo, ...kinds].map((slug) => ({ slug, as: selector }));
}

const CONDITIONS = ["prefers-color-scheme", "prefers-reduced-motion", "orientation", "hover", "device-pixel-ratio"];

const blockUses = (head: string): Use[] =>
  [
    ...(/^@[a-z-]+/i.exec(head) ?? []).map((name) => `css-at-${name.slice(1).toLowerCase()}`),
    ...CONDITIONS.filter((condition) => head.includes(condition)).map((condition) => `css-at-media-${condition}`),
  ].map((slug) => ({ slug, as: head }));

/** What the rules of a style sheet use, their own declarations included. */
export const ruleUses = (rules: readonly CssRule[]): Use[] =>
  rules.flatMap(({ selectors, style, within }) => [
    ...within.flatMap(blockUses),
    ...selectors.flatMap((selector) => (selector.startsWith("@") ? blockUses(selector) : selectorUses(selector))),
    ...(selectors.length > 1 ? [{ slug: "css-selector-grouping", as: selectors.join(", ") }] : []),
    ...styleUses(style),
  ]);
