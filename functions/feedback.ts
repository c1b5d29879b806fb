import { countsAgainstUs } from "../shared/feedback/feedback.ts";
import { recordFeedback } from "../shared/feedback/record.ts";
import { SesEvent } from "../shared/feedback/ses-event.ts";
import { watchRates } from "../shared/sending/watch.ts";
import { allMessages } from "./batch.ts";

/** Feedback queue: what SES tells of our emails, by way of EventBridge; what is about other emails is passed over. Too many bounces or complaints pause sending. */
export const feedback = allMessages(SesEvent, async (app, events) => {
  const ours = events.filter((one) => one !== undefined);
  await recordFeedback(app, ours);
  if (ours.some(countsAgainstUs)) await watchRates(app);
});
