import type { sendFollowUp } from "../../shared/follow-up/send.ts";

type Outcome = Awaited<ReturnType<typeof sendFollowUp>>["outcome"];

const WORDS: { readonly [outcome in Exclude<Outcome, "sent">]: string } = {
  "already-sent": "This follow-up went out before, so it was not sent again",
  suppressed: "Not sent, and it cannot be: tell them by phone what you would have written",
  refused: "Not sent: it was refused",
  unknown: "It was handed over and no answer came back. It may have gone out, so it is not sent again",
  throttled: "Not sent yet: too many emails go out at this moment. Send it again in a minute",
  paused: "Not sent yet: sending is paused. Send it once it goes on",
};

/** Why nothing went out, or nobody knows whether, in plain words. */
export const notSentWords = (outcome: keyof typeof WORDS, why: string | undefined): string =>
  `${WORDS[outcome]}${why ? ` (${why.replace(/\.$/, "")})` : ""}.`;
