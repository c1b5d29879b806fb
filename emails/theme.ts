/** The look of every email: one accent colour, one type scale, the reader's own system font. */
export const color = {
  page: "#f2f4f3",
  card: "#ffffff",
  soft: "#e9f3f1",
  line: "#dfe4e2",
  ink: "#1a2226",
  muted: "#56626a",
  accent: "#0b6a60",
  onAccent: "#ffffff",
} as const;

/** For clients that honour prefers-color-scheme; where a client inverts by force instead, the light pairs stay readable. */
const dark = {
  page: "#111617",
  card: "#1a2123",
  soft: "#1f2f2d",
  line: "#313c3e",
  ink: "#eef2f1",
  muted: "#a7b3b5",
  accent: "#7ad3c5",
  button: "#15796e",
} as const;

const size = { small: "13px", text: "16px", title: "23px", number: "46px" } as const;

export const font = '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';

/** Content width in a 600 px container, and the picture in it at the 1.91:1 that posts are illustrated for. */
const width = 600;
export const picture = { width: 526, height: 276 } as const;

/**
 * Outlook on Windows knows no max-width and no @media: it takes the fixed width here, all others the fluid one.
 * Kept apart from the dark rules because Gmail drops a whole style block over one rule it does not know.
 */
export const layoutCss = `
.mw-container { width: ${width}px; }
@media screen {
  .mw-ink, .mw-muted, .mw-accent { word-break: break-word !important; overflow-wrap: anywhere !important; }
  .mw-container { width: 100% !important; max-width: ${width}px !important; }
}
@media screen and (max-width: 480px) {
  .mw-pad { padding: 24px 20px !important; }
  .mw-card-pad { padding: 20px 18px 22px !important; }
  .mw-side { padding-left: 20px !important; padding-right: 20px !important; }
  .mw-number { font-size: 40px !important; line-height: 44px !important; }
  .mw-button { display: block !important; padding: 13px 12px !important; text-align: center !important; }
  .mw-wide { width: 100% !important; }
}
`;

export const darkCss = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .mw-page { background-color: ${dark.page} !important; }
  .mw-card { background-color: ${dark.card} !important; border-color: ${dark.line} !important; }
  .mw-soft { background-color: ${dark.soft} !important; }
  .mw-line { border-color: ${dark.line} !important; }
  .mw-ink { color: ${dark.ink} !important; }
  .mw-muted { color: ${dark.muted} !important; }
  .mw-accent { color: ${dark.accent} !important; }
  .mw-quote { border-color: ${dark.accent} !important; }
  .mw-button, .mw-button-cell { background-color: ${dark.button} !important; }
}
`;

const plain = { fontFamily: font, margin: "0" } as const;

/** Text styles, to be spread into a component's own. */
export const type = {
  small: { ...plain, fontSize: size.small, lineHeight: "20px", color: color.muted },
  text: { ...plain, fontSize: size.text, lineHeight: "25px", color: color.ink },
  label: { ...plain, fontSize: size.small, lineHeight: "20px", fontWeight: 600, color: color.accent },
  title: { ...plain, fontSize: size.title, lineHeight: "30px", fontWeight: 700, color: color.ink },
  number: { ...plain, fontSize: size.number, lineHeight: "50px", fontWeight: 700, color: color.accent },
} as const;
