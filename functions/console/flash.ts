/** What a page says after a form was saved. The query carries only the code, so nobody can put words in our mouth with a link. */
const SAID: { readonly [code: string]: string } = {
  "call-saved": "Saved. The next step is planned.",
  "message-taken": "Noted. Their words and the call task are here in a moment; load the page again to see them.",
  "consent-noted": "Noted, with when and how.",
  "time-moved": "The clock has moved. Everything due in between has happened, in order.",
  "company-saved": "Company saved.",
  "import-gone": "That report is no longer kept. Please choose the files again.",
};

export type Flash = { readonly text: string; readonly href?: string | undefined };

/** `about` is the prospect it is about, to be looked at. */
export function flashOf(code: string | undefined, about: string | undefined): Flash | undefined {
  const text = code && Object.hasOwn(SAID, code) ? SAID[code] : undefined;
  return text === undefined ? undefined : { text, href: about && `/prospects/${encodeURIComponent(about)}` };
}

/** Adds the code to a path of ours. */
export const saying = (path: string, code: keyof typeof SAID): string =>
  `${path}${path.includes("?") ? "&" : "?"}done=${code}`;

/** A path to go back to; anything that could leave the console becomes the worklist. */
export const ownPath = (text: string | undefined): string =>
  text && /^\/(?![/\\])[^\s\\]*$/.test(text) ? text.replace(/([?&])done=[a-z-]*&?/, "$1").replace(/[?&]$/, "") : "/";
