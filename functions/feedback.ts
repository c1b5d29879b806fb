import { recordFeedback } from "../shared/feedback/record.ts";
import { SesEvent } from "../shared/feedback/ses-event.ts";
import { allMessages } from "./batch.ts";

/** Feedback queue: what SES tells of our emails, by way of EventBridge; what is about other emails is passed over. */
export const feedback = allMessages(SesEvent, (app, events) =>
  recordFeedback(
    app,
    events.filter((one) => one !== undefined),
  ),
);
