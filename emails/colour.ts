/** Red, green and blue of "#0b6a60", 0 to 255. */
function partsOf(colour: string): [red: number, green: number, blue: number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminanceOf(colour: string): number {
  const [red, green, blue] = partsOf(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** How well one colour ("#rrggbb") is told from another: 1 to 21, as WCAG 2.2 reckons it; text needs 4.5 for level AA. */
export function contrastOf(one: string, other: string): number {
  const [first, second] = [luminanceOf(one), luminanceOf(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** `share` (0 to 1) of the first colour in the second. */
export function mixed(colour: string, into: string, share: number): string {
  const [from, to] = [partsOf(colour), partsOf(into)];
  const parts = from.map((part, at) => Math.round(part * share + to[at]! * (1 - share)));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
