import { Duration, type Stack } from "aws-cdk-lib";
import { EventBus, Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { ConfigurationSet, EmailSendingEvent, EventDestination, SuppressionReasons } from "aws-cdk-lib/aws-ses";
import type { Queue } from "aws-cdk-lib/aws-sqs";

/** Opens and clicks are Midweek's own to see: with OPEN or CLICK here SES would rewrite every link and add a pixel of its own. */
const REPORTED = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.RENDERING_FAILURE,
  EmailSendingEvent.SUBSCRIPTION,
];

/** The configuration set every email goes through. Who bounced or complained is on the account's own suppression list too. */
export function makeConfigurationSet(stack: Stack): ConfigurationSet {
  const set = new ConfigurationSet(stack, "ConfigurationSet", {
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    reputationMetrics: true,
  });
  // SES reports to the default bus only.
  const destination = EventDestination.eventBus(EventBus.fromEventBusName(stack, "DefaultBus", "default"));
  set.addEventDestination("Feedback", { destination, events: REPORTED });
  return set;
}

/** What SES reports of this configuration set's emails goes to `feedback`; what cannot be handed over in a day, to `deadLetters`. */
export function routeFeedback(stack: Stack, set: ConfigurationSet, feedback: Queue, deadLetters: Queue): Rule {
  return new Rule(stack, "FeedbackRule", {
    description: "What SES reports of Midweek's emails, to the feedback queue",
    eventPattern: {
      source: ["aws.ses"],
      // Other stages and products of the account report to the same bus.
      detail: { mail: { tags: { "ses:configuration-set": [set.configurationSetName] } } },
    },
    targets: [new SqsQueue(feedback, { deadLetterQueue: deadLetters, maxEventAge: Duration.days(1) })],
  });
}
