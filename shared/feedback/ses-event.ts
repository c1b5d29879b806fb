import * as z from "zod";
import { networkOf } from "../network.ts";
import type { BounceKind, Feedback, Of } from "./feedback.ts";

const Instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const Moment = z.object({ timestamp: Instant });

const Mail = z.object({
  timestamp: Instant,
  messageId: z.string().min(1),
  destination: z.array(z.string()).default([]),
  tags: z.record(z.string(), z.array(z.string())).default({}),
});

const Bounce = Moment.extend({
  bounceType: z.string(),
  bounceSubType: z.string().default(""),
  reportingMTA: z.string().optional(),
  bouncedRecipients: z
    .array(
      z.object({
        action: z.string().optional(),
        status: z.string().optional(),
        diagnosticCode: z.string().optional(),
      }),
    )
    .default([]),
});
type Bounce = z.infer<typeof Bounce>;

const Hit = z.looseObject({
  timestamp: Instant,
  userAgent: z.string().optional(),
  ipAddress: z.string().optional(),
  link: z.string().optional(),
});
type Hit = z.infer<typeof Hit>;

/** By `eventType`: the older notifications say `notificationType`, carry no tags, and are refused. */
const Detail = z.discriminatedUnion("eventType", [
  z.object({ eventType: z.literal("Send"), mail: Mail }),
  z.object({ eventType: z.literal("Delivery"), mail: Mail, delivery: Moment }),
  z.object({ eventType: z.literal("DeliveryDelay"), mail: Mail, deliveryDelay: Moment }),
  z.object({ eventType: z.literal("Bounce"), mail: Mail, bounce: Bounce }),
  z.object({
    eventType: z.literal("Complaint"),
    mail: Mail,
    complaint: Moment.extend({ complaintFeedbackType: z.string().nullish() }),
  }),
  z.object({ eventType: z.literal("Reject"), mail: Mail, reject: z.object({ reason: z.string().default("") }) }),
  z.object({
    eventType: z.literal("Rendering Failure"),
    mail: Mail,
    failure: z.object({ errorMessage: z.string().default("") }),
  }),
  z.object({ eventType: z.literal("Open"), mail: Mail, open: Hit }),
  z.object({ eventType: z.literal("Click"), mail: Mail, click: Hit }),
  z.object({
    eventType: z.literal("Subscription"),
    mail: Mail,
    subscription: Moment.extend({
      newTopicPreferences: z.object({ unsubscribeAll: z.boolean().default(false) }).optional(),
    }),
  }),
]);
type Detail = z.infer<typeof Detail>;

const Envelope = z.object({ source: z.literal("aws.ses"), detail: Detail });

/**
 * An event of SES, bare or in EventBridge's envelope, as feedback; undefined when the email was none of our touches (no tags `prospect` and `slot`) or
 * nothing follows from it. Anything else is refused.
 */
export const SesEvent = z.union([Envelope.transform(({ detail }) => detail), Detail]).transform(feedbackOf);

const Prospect = z.tuple([z.string().regex(/^[\w-]+$/)]);
/** Tags say which touch or which letter it is; other emails have neither. */
const Identity = z.union([
  z
    .object({ prospect: Prospect, slot: z.tuple([z.iso.date()]) })
    .transform(({ prospect, slot }) => ({ prospectId: prospect[0], slot: slot[0] })),
  z
    .object({ prospect: Prospect, letter: z.tuple([z.string().regex(/^[a-z0-9-]{1,40}$/)]) })
    .transform(({ prospect, letter }) => ({ prospectId: prospect[0], letter: letter[0] })),
]);

function feedbackOf(event: Detail): Feedback | undefined {
  const { messageId, destination, tags, timestamp: sentAt } = event.mail;
  const ours = Identity.safeParse(tags);
  const told = whatHappened(event);
  if (!ours.success || !told) return undefined;
  const recipient = destination[0] && bareAddress(destination[0]);
  return { ...ours.data, messageId, recipient, sentAt, at: sentAt, ...told };
}

/** Without the name we sent it to, should SES tell that too. */
const bareAddress = (mailbox: string): string => /<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox;

/** Without the email's own part; `at` where it is not the moment of sending. */
type Told<One = Feedback> = One extends Feedback
  ? Omit<One, "prospectId" | "slot" | "letter" | "messageId" | "recipient" | "sentAt" | "at"> & { readonly at?: number }
  : never;

function whatHappened(event: Detail): Told | undefined {
  switch (event.eventType) {
    case "Send":
      return { kind: "sent" };
    case "Delivery":
      return { kind: "delivered", at: event.delivery.timestamp };
    case "DeliveryDelay":
      return { kind: "delayed", at: event.deliveryDelay.timestamp };
    case "Bounce":
      return { kind: "bounced", ...bounced(event.bounce), at: event.bounce.timestamp };
    case "Complaint":
      // "not-spam": the reader took our email out of the spam folder.
      return event.complaint.complaintFeedbackType === "not-spam"
        ? undefined
        : { kind: "complained", at: event.complaint.timestamp };
    case "Reject":
      return { kind: "rejected", why: event.reject.reason || "rejected by SES" };
    case "Rendering Failure":
      return { kind: "rendering-failed", why: event.failure.errorMessage || "SES could not fill the email in" };
    case "Open":
      return { kind: "opened", ...hit(event.open) };
    case "Click":
      return { kind: "clicked", ...hit(event.click) };
    default: {
      const { timestamp: at, newTopicPreferences } = event.subscription;
      return { kind: "subscription", unsubscribed: newTopicPreferences?.unsubscribeAll ?? false, at };
    }
  }
}

function bounced(bounce: Bounce): { bounce: BounceKind; why: string } {
  const { bounceType, bounceSubType, bouncedRecipients } = bounce;
  const why = bouncedRecipients[0]?.diagnosticCode ?? `${bounceType}, ${bounceSubType}`;
  if (bounceType === "Permanent") return { bounce: "permanent", why };
  return { bounce: isAutomaticReply(bounce) ? "out-of-office" : "transient", why };
}

/**
 * SES tells of absence notes as Transient, General, as it does of bounces; but only a bounce brings a delivery status, of which action, status and
 * diagnosticCode are parts (SES developer guide, "Bounce types" and "Bounced recipients").
 */
const isAutomaticReply = ({ bounceType, bounceSubType, reportingMTA, bouncedRecipients }: Bounce): boolean =>
  bounceType === "Transient" &&
  bounceSubType === "General" &&
  reportingMTA === undefined &&
  bouncedRecipients.every(({ action, status, diagnosticCode }) => !action && !status && !diagnosticCode);

const hit = (found: Hit): Pick<Of<"opened" | "clicked">, "automated" | "userAgent" | "network" | "link" | "at"> => ({
  automated: Object.entries(found).some(([name, value]) => MACHINE.test(name) && (value === true || value === "true")),
  userAgent: found.userAgent,
  network: networkOf(found.ipAddress ?? ""),
  link: found.link,
  at: found.timestamp,
});

/** SES marks opens and clicks of machines since August 2026, in a field that the samples we have do not show. */
const MACHINE = /automat|machine|bot/i;
