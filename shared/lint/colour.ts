import { contrastOf } from "../../emails/colour.ts";

/** Red, green and blue from 0 to 255, and how much of it covers what is below, from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** The names that every mail program knows, those of CSS 2.1. All others are to be written in numbers. */
const NAMED: { readonly [name: string]: string } = {
  black: "#000000",
  silver: "#c0c0c0",
  gray: "#808080",
  grey: "#808080",
  white: "#ffffff",
  maroon: "#800000",
  red: "#ff0000",
  purple: "#800080",
  fuchsia: "#ff00ff",
  green: "#008000",
  lime: "#00ff00",
  olive: "#808000",
  yellow: "#ffff00",
  navy: "#000080",
  blue: "#0000ff",
  teal: "#008080",
  aqua: "#00ffff",
  orange: "#ffa500",
  transparent: "#00000000",
};

function ofHex(digits: string): Colour | undefined {
  const long = digits.length < 5 ? digits.replaceAll(/./g, "$&$&") : digits;
  if (!/^(?:[\da-f]{6}|[\da-f]{8})$/.test(long)) return undefined;
  const part = (at: number): number => Number.parseInt(long.slice(at, at + 2), 16);
  return [part(0), part(2), part(4), long.length === 8 ? part(6) / 255 : 1];
}

const ofPart = (text: string, whole: number): number =>
  text.endsWith("%") ? (Number(text.slice(0, -1)) / 100) * whole : Number(text);

function ofRgb(parts: readonly string[]): Colour | undefined {
  const [red, green, blue] = parts.map((part) => ofPart(part, 255));
  const alpha = parts[3] === undefined ? 1 : ofPart(parts[3], 1);
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return [red, green, blue, alpha].every(Number.isFinite) ? [red, green, blue, alpha] : undefined;
}

/** A colour as CSS writes it: #rgb, #rrggbb (with alpha or not), rgb(), rgba(), a name of CSS 2.1. Undefined for anything else. */
export function colourOf(value: string): Colour | undefined {
  const text = value.trim().toLowerCase();
  const named = NAMED[text] ?? text;
  if (named.startsWith("#")) return ofHex(named.slice(1));
  const rgb = /^rgba?\(([^()]*)\)$/.exec(named);
  return rgb ? ofRgb(rgb[1]!.split(/[\s,/]+/).filter(Boolean)) : undefined;
}

/** One colour laid over another, which lets nothing through. */
export const over = ([r, g, b, alpha]: Colour, [red, green, blue]: Colour): Colour => [
  r * alpha + red * (1 - alpha),
  g * alpha + green * (1 - alpha),
  b * alpha + blue * (1 - alpha),
  1,
];

/** "#0b6a60", rounded to what a screen shows. */
export const hexOf = ([red, green, blue]: Colour): string =>
  `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** WCAG 2.2, contrast ratio of two colours without transparency: from 1 (none) to 21 (black on white). */
export const contrast = (one: Colour, other: Colour): number => contrastOf(hexOf(one), hexOf(other));
