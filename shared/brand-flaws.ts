import { accentsOf } from "../emails/accents.ts";
import { contrastOf } from "../emails/colour.ts";
import type { Brand } from "./config.ts";

export type BrandFlaw = { readonly field: "accent" | "accentDark"; readonly says: string };

/** What text of any size needs by WCAG 2.2, level AA (1.4.3). */
const ENOUGH = 4.5;
const WHITE = "#ffffff";

type Pair = readonly [what: string, colour: string, under: string];

function worstOf(pairs: readonly Pair[], advice: string): string | undefined {
  const poor = pairs
    .map(([what, colour, under]) => ({ what, colour, under, contrast: contrastOf(colour, under) }))
    .filter(({ contrast }) => contrast < ENOUGH)
    .toSorted((one, other) => one.contrast - other.contrast)[0];
  if (!poor) return undefined;
  // Rounded down, so that what is not enough does not read as if it were.
  const contrast = (Math.floor(poor.contrast * 10) / 10).toFixed(1);
  return `${poor.what}: ${poor.colour} on ${poor.under} has a contrast of ${contrast} to 1, and needs ${ENOUGH} to be read by all (WCAG AA). Choose a ${advice} one.`;
}

/** Which of a company's own colours could not be read where emails use them, as sentences for people. */
export function brandFlaws(brand: Brand): BrandFlaw[] {
  const { light, dark } = accentsOf(brand);
  const words = (by: string, { accent, card, soft, page }: typeof light): Pair[] =>
    [card, soft, page].map((under) => [`Links and labels ${by}`, accent, under]);
  const byDay = worstOf([...words("by day", light), ["Words on the button", WHITE, light.button]], "darker");
  const byNight = worstOf(words("by night", dark), "lighter");
  return [
    ...(brand.accent !== undefined && byDay !== undefined ? [{ field: "accent", says: byDay } as const] : []),
    ...(brand.accentDark !== undefined && byNight !== undefined
      ? [{ field: "accentDark", says: byNight } as const]
      : []),
  ];
}
