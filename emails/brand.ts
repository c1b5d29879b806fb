/** A picture at an address of the web; width and height in px, as it is shown. `alt` stands in its place where pictures are off. */
export type Logo = { readonly src: string; readonly width: number; readonly height: number; readonly alt: string };

/** What a company says of its look in the settings, which goes before this file. Colours are "#rrggbb". */
export type BrandProps = {
  readonly logo?: Logo | undefined;
  /** Links, labels and the button, by day. */
  readonly accent?: string | undefined;
  /** Links and labels by night. */
  readonly accentDark?: string | undefined;
};

export type Colours = {
  readonly page: string;
  readonly card: string;
  readonly soft: string;
  readonly line: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  /** Under white words. */
  readonly button: string;
};

export type Brand = {
  /** What the settings begin with, before a company has filled them in. */
  readonly name?: string;
  readonly address?: string;
  readonly sender?: string;
  /** Without one the company's name stands at the top. */
  readonly logo?: Logo;
  readonly light: Colours;
  /** For clients that honour prefers-color-scheme; where a client inverts by force instead, the light pairs stay readable. */
  readonly dark: Colours;
};

/** The look of every email, and who sends it: the one place to make them a company's own. Neutral as it comes. */
export const brand: Brand = {
  light: {
    page: "#f2f4f3",
    card: "#ffffff",
    soft: "#e9f3f1",
    line: "#dfe4e2",
    ink: "#1a2226",
    muted: "#56626a",
    accent: "#0b6a60",
    button: "#0b6a60",
  },
  dark: {
    page: "#111617",
    card: "#1a2123",
    soft: "#1f2f2d",
    line: "#313c3e",
    ink: "#eef2f1",
    muted: "#a7b3b5",
    accent: "#7ad3c5",
    button: "#15796e",
  },
};
