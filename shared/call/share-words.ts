const END = ": nothing in the library is left";
const ANYTHING = "Share something they would like";

/** "sailing, chess or opera". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

/** Why a rep is to share something by hand, and what on. */
export const whyShare = (on: readonly string[]): string =>
  `${on.length > 0 ? `Share something on ${listed(on)}` : ANYTHING}${END}`;

/** The same without what on, which clicks may have told. What they said they care about is in the profile. */
export const whyShareAnything = (why: string): string => why.replace(/Share something on .+(?=: nothing)/s, ANYTHING);
