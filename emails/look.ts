import { createContext, useContext, type CSSProperties } from "react";
import { accentsOf } from "./accents.ts";
import { brand, type BrandProps, type Colours, type Logo } from "./brand.ts";
import { font, size } from "./theme.ts";

const darkCssOf = (colours: Colours): string => `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .mw-page { background-color: ${colours.page} !important; }
  .mw-card { background-color: ${colours.card} !important; border-color: ${colours.line} !important; }
  .mw-soft { background-color: ${colours.soft} !important; }
  .mw-line { border-color: ${colours.line} !important; }
  .mw-ink { color: ${colours.ink} !important; }
  .mw-muted { color: ${colours.muted} !important; }
  .mw-accent { color: ${colours.accent} !important; }
  .mw-quote { border-color: ${colours.accent} !important; }
  .mw-button, .mw-button-cell { background-color: ${colours.button} !important; }
}
`;

/** Colours and text styles with the accent in them, what makes them dark, and the logo. */
export type Look = {
  readonly accent: string;
  readonly button: string;
  readonly soft: string;
  readonly label: CSSProperties;
  readonly number: CSSProperties;
  readonly darkCss: string;
  readonly logo: Logo | undefined;
};

export function lookOf(own: BrandProps = {}): Look {
  const colours = accentsOf(own);
  const { accent, button, soft } = colours.light;
  const words = { fontFamily: font, margin: "0", color: accent };
  return {
    accent,
    button,
    soft,
    label: { ...words, fontSize: size.small, lineHeight: "20px", fontWeight: 600 },
    number: { ...words, fontSize: size.number, lineHeight: "50px", fontWeight: 700 },
    darkCss: darkCssOf(colours.dark),
    logo: own.logo ?? brand.logo,
  };
}

/** Given by the page to whatever stands in it. */
export const LookContext = createContext<Look>(lookOf());
export const useLook = (): Look => useContext(LookContext);
