import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SesEvent } from "../../../shared/feedback/ses-event.ts";

const mail = {
  timestamp: "2026-11-25T15:00:00.000Z",
  messageId: "m1",
  destination: ["rui@customer.example"],
  tags: { prospect: ["rui"], slot: ["2026-11-25"], article: ["rounds"], "ses:configuration-set": ["midweek"] },
};
const timestamp = "2026-11-25T15:01:00.000Z";
const common = {
  prospectId: "rui",
  slot: "2026-11-25",
  messageId: "m1",
  recipient: "rui@customer.example",
  sentAt: Date.parse(mail.timestamp),
};
const at = Date.parse(timestamp);
const bounce = (changes: object) => ({
  eventType: "Bounce",
  mail,
  bounce: { timestamp, bounceType: "Transient", bounceSubType: "General", bouncedRecipients: [{}], ...changes },
});

const told: [string, object, object][] = [
  ["sent", { eventType: "Send", mail, send: {} }, { kind: "sent", at: common.sentAt }],
  ["delivered", { eventType: "Delivery", mail, delivery: { timestamp } }, { kind: "delivered", at }],
  ["delayed", { eventType: "DeliveryDelay", mail, deliveryDelay: { timestamp } }, { kind: "delayed", at }],
  [
    "bounced for good, without a word of the reporting server",
    bounce({ bounceType: "Permanent", bounceSubType: "NoEmail" }),
    { kind: "bounced", bounce: "permanent", why: "Permanent, NoEmail", at },
  ],
  [
    "bounced because the mailbox is full",
    bounce({ bounceSubType: "MailboxFull" }),
    { kind: "bounced", bounce: "transient", why: "Transient, MailboxFull", at },
  ],
  [
    "bounced this time, with a delivery status",
    bounce({ bouncedRecipients: [{ action: "failed", status: "4.2.0", diagnosticCode: "smtp; 450 not now" }] }),
    { kind: "bounced", bounce: "transient", why: "smtp; 450 not now", at },
  ],
  ["answered by an absence note", bounce({}), { kind: "bounced", bounce: "out-of-office", at }],
  [
    "complained, of nobody knows what",
    { eventType: "Complaint", mail, complaint: { timestamp } },
    { kind: "complained", at },
  ],
  [
    "rejected",
    { eventType: "Reject", mail, reject: { reason: "Bad content" } },
    { kind: "rejected", why: "Bad content" },
  ],
  [
    "not to be filled in",
    { eventType: "Rendering Failure", mail, failure: { errorMessage: "no value for firstName", templateName: "t" } },
    { kind: "rendering-failed", why: "no value for firstName" },
  ],
  [
    "opened",
    { eventType: "Open", mail, open: { timestamp, userAgent: "Thunderbird/140", ipAddress: "192.0.2.1" } },
    { kind: "opened", automated: false, userAgent: "Thunderbird/140", at },
  ],
  [
    "clicked by what SES takes for a machine",
    { eventType: "Click", mail, click: { timestamp, link: "https://northgate.example/", isAutomated: true } },
    { kind: "clicked", automated: true, link: "https://northgate.example/", at },
  ],
  [
    "unsubscribed from all",
    { eventType: "Subscription", mail, subscription: { timestamp, newTopicPreferences: { unsubscribeAll: true } } },
    { kind: "subscription", unsubscribed: true, at },
  ],
];

describe("an email that was", () => {
  test.each(told)("%s", (_, event, expected) => {
    expect(SesEvent.parse(event)).toMatchObject({ ...common, ...expected });
    expect(SesEvent.parse({ source: "aws.ses", "detail-type": "Email", detail: event })).toMatchObject(expected);
  });
});

test("the address is told without the name it went with", () => {
  const named = { ...mail, destination: ['"Costa, Rui" <rui@customer.example>'] };
  expect(SesEvent.parse({ eventType: "Send", mail: named, send: {} })?.recipient).toBe("rui@customer.example");
});

test("an email that somebody took out of the spam folder is no complaint", () => {
  const complaint = { timestamp, complaintFeedbackType: "not-spam" };
  expect(SesEvent.parse({ eventType: "Complaint", mail, complaint })).toBeUndefined();
});

test.each([
  ["no tags", undefined],
  ["only the tags of SES", { "ses:configuration-set": ["midweek"] }],
  ["a prospect without a slot", { prospect: ["rui"] }],
  ["a slot that is no date", { prospect: ["rui"], slot: ["soon"] }],
  ["an id that is none", { prospect: ["rui#x"], slot: ["2026-11-25"] }],
])("an email with %s is none of ours", (_, tags) => {
  expect(SesEvent.parse({ eventType: "Send", mail: { ...mail, tags }, send: {} })).toBeUndefined();
});

test.each([
  ["a notification of the older kind", { notificationType: "Bounce", mail, bounce: bounce({}).bounce }],
  ["an event without its own part", { eventType: "Delivery", mail }],
  ["a kind nobody told us of", { eventType: "Teleported", mail }],
  ["another service's event", { source: "aws.s3", detail: { eventType: "Send", mail } }],
])("%s is refused", (_, event) => {
  expect(SesEvent.safeParse(event).success).toBe(false);
});

test("whatever comes is read or refused, and never breaks anything", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...told), (odd, [, event]) => {
      const detail = { ...event, mail: odd };
      for (const body of [odd, detail, { source: "aws.ses", detail }, { ...event, bounce: odd, open: odd }])
        expect(() => SesEvent.safeParse(body)).not.toThrow();
    }),
    { numRuns: 200 },
  );
});
