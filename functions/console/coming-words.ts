import type { SkipReason } from "../../shared/touch/touch.ts";
import type { Coming } from "../../shared/touch/coming.ts";

/** Why nothing will go out in a slot, as far as one can see today. */
const NOTHING: { readonly [reason in SkipReason]: string } = {
  suppressed: "The address is on the do-not-mail list.",
  paused: "They are paused.",
  ended: "They have left the cadence.",
  "cadence-paused": "The cadence is paused.",
  "window-closed": "The afternoon is over.",
  "cap-7-days": "They have had enough emails within 7 days.",
  "cap-30-days": "They have had enough emails within 30 days.",
  "at-most-weekly": "They asked for at most one a week.",
  "long-rhythm": "The long rhythm has no email this week.",
  "library-used-up": "Everything in the library that fits has been sent.",
  "no-rep": "They have no rep to send it in the name of.",
  "in-conversation": "You are talking with them.",
  "call-within-the-hour": "A call is due within the hour of it.",
  vetoed: "Kept back.",
  "article-broken": "The email cannot be made.",
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One sentence where nothing would go out; undefined where something would. */
export function nothingWords({ next }: Pick<Coming, "next">): string | undefined {
  if (!("skip" in next)) return undefined;
  const words = NOTHING[next.skip];
  return next.detail ? `${words} ${capital(next.detail)}.` : words;
}
