/** What a page says after a form was saved. The query carries only the code, so nobody can put words in our mouth with a link. */
const SAID: { readonly [code: string]: string } = {
  "call-saved": "Saved. The next step is planned.",
  "call-closed": "Saved.",
  "call-saved-follow-up": "Saved. The follow-up is drafted from what you entered: look it over and send it.",
  "call-snoozed": "Put off.",
  "call-handed-over": "Handed over. They have your reason.",
  "call-taken-over": "It is your call now, and nobody else's.",
  "promise-kept": "Promise kept.",
  "follow-up-sent": "The follow-up is sent.",
  "follow-up-invited": "The follow-up is sent, with the calendar invite.",
  "follow-up-dropped": "No follow-up is sent, and the history says why.",
  "message-taken": "Noted. Their words and the call task are here in a moment; load the page again to see them.",
  "consent-noted": "Noted, with when and how.",
  "time-moved": "The clock has moved. Everything due in between has happened, in order.",
  "company-saved": "Company saved.",
  "link-asked": "If that address is known, a link is on its way; it works for 15 minutes in this browser.",
  "signed-out": "You are signed out.",
  "signed-out-everywhere": "You are signed out everywhere.",
  "member-saved": "Saved. It holds from their next click on.",
  "member-removed": "Removed. They are signed out with their next click.",
  "rep-saved": "The rep is saved.",
  "email-vetoed": "That email stays back. The next one comes as usual.",
  "email-replaced": "Noted: that article goes out instead.",
  "wish-taken-back": "It goes out as usual.",
  "article-ordered": "The article is on its way; their timeline tells when it is out.",
  "article-ordered-instead":
    "The article is on its way, in place of today's email; their timeline tells when it is out.",
  "interests-noted": "Interests noted.",
  "outlets-saved": "Saved.",
  "outlet-removed": "Removed. Nothing is posted there any more.",
  "outlet-well": "The test was answered well.",
  "outlet-ill": "The test was not taken; what went wrong stands beside it.",
  "token-revoked": "Revoked. It opens nothing any more.",
  "looked-again": "Looked through everybody just now.",
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

/** A path to go back to; anything that could leave the console, or that no page of ours is under, becomes the worklist. */
export const ownPath = (text: string | undefined): string =>
  text && /^\/(?![/\\])[^\s\\\p{Cc}]{0,2000}$/u.test(text)
    ? text.replace(/([?&])done=[a-z-]*&?/, "$1").replace(/[?&]$/, "")
    : "/";
