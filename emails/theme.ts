import { brand } from "./brand.ts";

const { light } = brand;

/** What no company's own accent changes; that is in `look.ts`. */
export const color = {
  page: light.page,
  card: light.card,
  line: light.line,
  ink: light.ink,
  muted: light.muted,
  onAccent: "#ffffff",
} as const;

export const size = { small: "13px", text: "16px", title: "23px", number: "46px" } as const;

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

const plain = { fontFamily: font, margin: "0" } as const;

/** Text styles, to be spread into a component's own. */
export const type = {
  small: { ...plain, fontSize: size.small, lineHeight: "20px", color: color.muted },
  text: { ...plain, fontSize: size.text, lineHeight: "25px", color: color.ink },
  title: { ...plain, fontSize: size.title, lineHeight: "30px", fontWeight: 700, color: color.ink },
} as const;
