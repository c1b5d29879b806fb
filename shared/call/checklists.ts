import type { Call } from "./call.ts";

export type Checklists = { readonly before: readonly string[]; readonly after: readonly string[] };

const BEFORE: Record<Call["lane"], readonly string[]> = {
  hot: ["Read what they asked, word for word", "Two free half hours of yours this week at hand"],
  warming: [
    "Know which article they read, and one sentence on it",
    "Say why you call without saying that reading is measured",
  ],
  agreed: ["Read what was said last time", "What you promised is done, or you say by when"],
  share: ["Have the thing you pass on open", "No offer in this call, only what may be of interest to them"],
};

const AFTER: Record<Call["lane"], readonly string[]> = {
  hot: ["What they asked for is answered, or has a date"],
  warming: ["What they care about is in the notes, in their own words"],
  agreed: ["Who else has a say is in the notes"],
  share: ["What they care about besides business is in the profile"],
};

/** What a rep looks through before and after a call (practice 59), short enough to be read; by lane. */
export const checklistsFor = ({ lane }: Pick<Call, "lane">): Checklists => ({
  before: [...BEFORE[lane], "The goal of this call in one sentence", "Their local time, and half an hour at most"],
  after: [
    "A next step with a date, or their no",
    ...AFTER[lane],
    "Promises with the day they are due",
    "The follow-up email sent within the hour",
  ],
});
