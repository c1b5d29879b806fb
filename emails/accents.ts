import { brand, type BrandProps, type Colours } from "./brand.ts";
import { mixed } from "./colour.ts";

const { light, dark } = brand;

/** What a company's own accent is seen on and in, for both halves of the day: `soft` is what lies under the figure and what is agreed. */
export function accentsOf({ accent, accentDark }: BrandProps): { readonly light: Colours; readonly dark: Colours } {
  return {
    light: accent === undefined ? light : { ...light, accent, button: accent, soft: mixed(accent, light.card, 0.09) },
    dark: {
      ...dark,
      ...(accent !== undefined && { button: accent }),
      ...(accentDark !== undefined && { accent: accentDark, soft: mixed(accentDark, dark.card, 0.1) }),
    },
  };
}
