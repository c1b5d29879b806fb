/** The html of an email for the console's frame: looked at without a trace, since opens and clicks here are nobody's. */
export const stillHtml = (html: string, publicUrl: string): string =>
  html
    .replaceAll(/<img\b[^>]*\bsrc="([^"]*)"[^>]*>/gi, (picture: string, source: string) =>
      source.startsWith(`${publicUrl}/`) ? "" : picture,
    )
    .replaceAll(/(<a\b[^>]*?)\shref="[^"]*"/gi, "$1");

/** Emails bring their own inline styles and pictures from anywhere, and nothing else. */
const PARTS =
  "default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:; base-uri 'none'; form-action 'none'";

/** Framed by the console, with no way out. */
export const STILL_POLICY = `${PARTS}; frame-ancestors 'self'; sandbox`;

/** In a tab of its own, where links work; still a stranger to the console's origin. */
export const LIVE_POLICY = `${PARTS}; frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation`;

/** Is there a picture of ours that tells of an open. Emails without it have plain links too, so that nothing they do is seen. */
export const isMeasured = (html: string, publicUrl: string): boolean => html.includes(`src="${publicUrl}/o/`);

/** What the reader's own mail program makes of it. */
export type Setting = { readonly dark: boolean; readonly images: boolean };

/** By day or by night whatever the console's own reader has set, and with pictures off as with their alternative text alone. */
export function inSetting(html: string, { dark, images }: Setting): string {
  const lit = html
    .replaceAll("@media (prefers-color-scheme: dark)", dark ? "@media all" : "@media not all")
    .replaceAll('content="light dark"', `content="${dark ? "dark" : "light"}"`)
    .replaceAll("color-scheme: light dark;", `color-scheme: ${dark ? "dark" : "light"};`);
  return images ? lit : lit.replaceAll(/(<img\b[^>]*?)\ssrc="[^"]*"/gi, "$1");
}
