import { colourOf, over, type Colour } from "./colour.ts";
import { type CssRule, splitCss } from "./css.ts";
import type { El } from "./html.ts";
import { isMeant, type Selector, selectorOf } from "./selector.ts";

export type Scheme = "light" | "dark";

/** How text in an element is shown. A colour nobody could read is named in `unread`. */
export type Look = {
  readonly colour: Colour;
  readonly background: Colour;
  /** In px. */
  readonly size: number;
  readonly bold: boolean;
  readonly unread?: string;
};

/** What a browser shows where nothing is said: text, page and links; dark as Chrome has them. */
const BARE: { readonly [scheme in Scheme]: Look & { readonly link: Colour } } = {
  light: { colour: [0, 0, 0, 1], background: [255, 255, 255, 1], size: 16, bold: false, link: [0, 0, 238, 1] },
  dark: { colour: [255, 255, 255, 1], background: [18, 18, 18, 1], size: 16, bold: false, link: [158, 158, 255, 1] },
};

/** Widths are left aside: what changes on a phone is sizes and not colours. */
const holds = (condition: string, scheme: Scheme): boolean => {
  const asked = /prefers-color-scheme:\s*(light|dark)/.exec(condition)?.[1];
  return asked === undefined ? /^@media\s+(?:screen|all)\s*$/.test(condition) : asked === scheme;
};

type Said = { readonly value: string; readonly rank: number };

type Ruling = { readonly selectors: readonly Selector[]; readonly style: CssRule["style"] };

const rulingsOf = (rules: readonly CssRule[], scheme: Scheme): Ruling[] =>
  rules
    .filter(({ within }) => within.every((condition) => holds(condition, scheme)))
    .map(({ selectors, style }) => ({
      selectors: selectors.map(selectorOf).filter((selector) => selector !== undefined),
      style,
    }));

/** What is said of an element by sheets and inline: important ones last, then inline, then the more particular, then the later. */
function sayingsOf(el: El, rulings: readonly Ruling[]): Map<string, string> {
  const said = new Map<string, Said>();
  const say = (name: string, value: string, rank: number): void => {
    const known = said.get(name);
    if (!known || rank >= known.rank) said.set(name, { value, rank });
  };
  for (const { selectors, style } of rulings) {
    const weights = selectors.filter((selector) => isMeant(selector, el)).map(({ weight }) => weight);
    if (weights.length === 0) continue;
    for (const [name, value, important] of style) say(name, value, Math.max(...weights) + (important ? 2_000_000 : 0));
  }
  for (const [name, value, important] of el.style) say(name, value, important ? 3_000_000 : 1_000_000);
  return new Map(Array.from(said, ([name, { value }]) => [name, value]));
}

function sizeIn(value: string, around: number): number {
  const [, number = "", unit = ""] = /^([\d.]+)(px|pt|em|rem|%)$/.exec(value.trim()) ?? [];
  const per = { px: 1, pt: 4 / 3, em: around, rem: 16, "%": around / 100 }[unit];
  return per === undefined ? around : Number(number) * per;
}

const isBold = (value: string): boolean => value === "bold" || Number(value) >= 700;

/** The colour in "background: #fff url(...)", or of what stands in its place. */
const inShorthand = (value: string): string | undefined =>
  splitCss(value, " ").find((token) => colourOf(token) !== undefined);

const KEPT = new Set(["inherit", "currentcolor", "unset", "initial"]);
const isOwn = (value: string | undefined): value is string => value !== undefined && !KEPT.has(value.toLowerCase());

/** Whether an email says that it has colours for the night; without that text and page stay as by day where it says nothing of them. */
export const knowsNight = (all: readonly El[], rules: readonly CssRule[]): boolean =>
  all.some(
    ({ tag, attrs }) => tag === "meta" && attrs["name"] === "color-scheme" && /dark/.test(attrs["content"] ?? ""),
  ) || rules.some(({ style }) => style.some(([name, value]) => name === "color-scheme" && value.includes("dark")));

/** How text of each element looks, in day or night; worked out once for each element. `bare`: where nothing is said. */
export function looks(rules: readonly CssRule[], scheme: Scheme, bare: Scheme): (el: El) => Look {
  const known = new Map<El, Look>();
  const rulings = rulingsOf(rules, scheme);
  const lookOf = (el: El | undefined): Look => {
    if (!el) return BARE[bare];
    const before = known.get(el);
    if (before) return before;
    const look = lookIn(el, sayingsOf(el, rulings), lookOf(el.parent), BARE[bare].link);
    known.set(el, look);
    return look;
  };
  return lookOf;
}

function lookIn(el: El, said: ReadonlyMap<string, string>, around: Look, link: Colour): Look {
  const laid = said.get("background-color") ?? inShorthand(said.get("background") ?? "") ?? el.attrs["bgcolor"];
  const ink = said.get("color");
  const unread = [laid, ink].find((value) => isOwn(value) && !colourOf(value)) ?? around.unread;
  const ground = isOwn(laid) ? colourOf(laid) : undefined;
  const heavy = said.get("font-weight");
  const background = ground ? over(ground, around.background) : around.background;
  const own =
    (isOwn(ink) ? colourOf(ink) : undefined) ??
    (el.tag === "a" && ink === undefined && el.attrs["href"] ? link : around.colour);
  return {
    background,
    colour: own,
    size: sizeIn(said.get("font-size") ?? "", around.size),
    bold: heavy === undefined ? around.bold || ["b", "strong", "h1", "h2", "h3", "th"].includes(el.tag) : isBold(heavy),
    ...(unread !== undefined && { unread }),
  };
}
