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
  "company-saved-flawed":
    "Company saved. With it the emails have faults that keep a cadence from being saved: look at Templates.",
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
  "test-sent": "The test is on its way to you, and to nobody else.",
  "token-revoked": "Revoked. It opens nothing any more.",
  "sending-stopped": "Stopped. No email leaves any more until somebody resumes.",
  "sending-stopped-before": "Sending was paused already; nothing leaves.",
  "sending-resumed": "Sending goes on.",
  "sending-ran-already": "Sending was not paused.",
  "cadence-saved":
    "Saved. What is already on its way at an old time still goes out, and nobody gets a second email that day.",
  "cadence-saved-today":
    "Saved. Where the new time is already past today, the emails go out within two minutes; nobody gets a second one.",
  "cadence-saved-next-week": "Saved. Where the new time is already past today, the slot begins next week.",
  "cadence-same": "Nothing was different, so nothing was saved.",
  "cadence-added": "Added. Nobody is in it before a segment names it.",
  "cadence-paused": "Paused. Its slots send nothing until somebody resumes it.",
  "cadence-resumed": "Resumed. It goes on with the next slot.",
  "cadence-removed": "Removed. Its history stays.",
  "segment-saved": "Saved. Who belongs to another cadence by it is moved within about a minute.",
  "segment-removed": "Removed. Who had their cadence of it gets another one within about a minute.",
  "segment-moved": "Moved. Cadences follow within about a minute.",
  "segments-ordered": "Everybody is being looked at; load the page again in a minute.",
  "prospect-saved": "Saved, and noted on the timeline.",
  "prospect-same": "Nothing was different, so nothing was saved.",
  "experiment-started": "The experiment is made. It takes place from its first day on.",
  "experiment-ended": "It has ended. Everybody is picked for as usual again.",
  "subject-adopted": "Adopted: that is the article's subject now.",
  "experiment-reckoned": "It is being worked out; load the page again in a moment.",
  "rehearsal-ordered": "Ordered. It is worked out now, and this page shows how far it is.",
  "rehearsal-stopped": "Stopped.",
  "rehearsal-over": "It was over already.",
  "looked-again": "Looked through everybody just now.",
  "report-ordered": "It is being worked out. Load the page again in a moment to see it.",
  "report-under-way": "It is being worked out already. Load the page again in a moment to see it.",
  "step-taken": "Noted.",
  "gone-live": "Midweek sends from now on, on each prospect's next Wednesday or Thursday afternoon.",
  "sample-removed": "The sample company is gone. What you added yourself is still here.",
  "sample-removed-rep-stays":
    "The sample company is gone but for a rep of it, who stays because somebody of your own belongs to them. What you added yourself is still here.",
  "form-saved": "The form is saved.",
  "article-saved": "Saved. Imports leave what you set as it is.",
  "article-added": "It is in the library.",
  "article-retired": "Retired: it is never sent again. What was sent of it stays known.",
  "article-back": "Back in the library.",
  "tags-confirmed": "Noted.",
  "feed-watched": "Watched from now on, once a day.",
  "feed-looked": "Looked just now; what came stands beside it.",
  "feed-stopped": "Not watched any more. What came of it stays in the library.",
  "runway-ordered": "It is being worked out. Load the page again in a moment.",
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
