import { brandFlaws } from "../../shared/brand-flaws.ts";
import type { Brand } from "../../shared/config.ts";

export const BRAND_FIELDS = [
  "brandLogo",
  "brandLogoWidth",
  "brandLogoHeight",
  "brandLogoAlt",
  "brandAccent",
  "brandAccentDark",
] as const;
type Field = (typeof BRAND_FIELDS)[number];

type Values = { readonly [field in Field]?: string | undefined };

/** The form of what is kept. */
export const freshBrand = (brand: Brand | undefined): Values => ({
  brandLogo: brand?.logo?.src,
  brandLogoWidth: brand?.logo && String(brand.logo.width),
  brandLogoHeight: brand?.logo && String(brand.logo.height),
  brandLogoAlt: brand?.logo?.alt,
  brandAccent: brand?.accent,
  brandAccentDark: brand?.accentDark,
});

export const BRAND_WRONG: { readonly [field in Field]: string } = {
  brandLogo: "Give the picture's whole web address, beginning with https://.",
  brandLogoWidth: "Give the width it is shown with, a whole number from 16 to 320.",
  brandLogoHeight: "Give the height it is shown with, a whole number from 16 to 120.",
  brandLogoAlt: "Say what the logo says, for those who see no pictures.",
  brandAccent: "Give a colour like #0b6a60.",
  brandAccentDark: "Give a colour like #7ad3c5.",
};

export const BRAND_INPUTS = [
  {
    name: "brandLogo",
    section: "Look of the emails",
    label: "Logo (optional)",
    hint: "The web address of a picture that can be made out on light and on dark. Without one, your name stands at the top.",
    placeholder: "https://northgate.example/logo.png",
    type: "url",
  },
  { name: "brandLogoWidth", label: "Logo: width in pixels", placeholder: "120" },
  { name: "brandLogoHeight", label: "Logo: height in pixels", placeholder: "40" },
  { name: "brandLogoAlt", label: "Logo: words in its place where pictures are off", placeholder: "Northgate" },
  {
    name: "brandAccent",
    label: "Accent colour by day (optional)",
    hint: "Links and labels on white, and the button under white words.",
    placeholder: "#0b6a60",
  },
  {
    name: "brandAccentDark",
    label: "Accent colour by night (optional)",
    hint: "Links and labels on nearly black, for readers whose device is set to dark.",
    placeholder: "#7ad3c5",
  },
] as const;

const PARTS: { readonly [part: string]: Field } = {
  src: "brandLogo",
  width: "brandLogoWidth",
  height: "brandLogoHeight",
  alt: "brandLogoAlt",
  accent: "brandAccent",
  accentDark: "brandAccentDark",
};

/** Which field of the form a part of the brand stands in. */
export const brandFieldOf = (path: readonly PropertyKey[]): Field | undefined => PARTS[String(path.at(-1))];

const whole = (text: string | undefined): number => (/^\d{1,4}$/.test(text ?? "") ? Number(text) : Number.NaN);

const colour = (text: string | undefined): string | undefined =>
  text?.toLowerCase().replace(/^(?=[0-9a-f]{6}$)/, "#") || undefined;

/** Nothing at all is no logo; half of one is a mistake. */
function logoOf({ brandLogo, brandLogoWidth, brandLogoHeight, brandLogoAlt }: Values): object | undefined {
  if (![brandLogo, brandLogoWidth, brandLogoHeight, brandLogoAlt].some(Boolean)) return undefined;
  return { src: brandLogo, width: whole(brandLogoWidth), height: whole(brandLogoHeight), alt: brandLogoAlt };
}

/** What was given, still to be looked at; nothing at all is no brand. */
export function brandOf(values: Values): object | undefined {
  const [logo, accent, accentDark] = [logoOf(values), colour(values.brandAccent), colour(values.brandAccentDark)];
  return logo || accent || accentDark ? { logo, accent, accentDark } : undefined;
}

/** What is wrong with colours that are some. */
export const brandSays = (brand: Brand | undefined): { readonly [field in Field]?: string } =>
  Object.fromEntries(brandFlaws(brand ?? {}).map(({ field, says }) => [PARTS[field] ?? "brandAccent", says]));
