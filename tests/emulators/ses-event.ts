import type { SesEmulator } from "./ses.ts";

type Taken = SesEmulator["taken"][number];
type Happened = { readonly eventType: "Send" } | { readonly eventType: "Delivery"; readonly at: number };

/** What SES reports of an email through EventBridge, as it lands in a queue. */
export function sesEvent({ messageId, to, tags }: Taken, sentAt: number, happened: Happened): unknown {
  const time = new Date(sentAt).toISOString();
  const listed = Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]]));
  return {
    version: "0",
    id: `${messageId}-${happened.eventType}`,
    "detail-type": happened.eventType === "Send" ? "Email Sent" : "Email Delivered",
    source: "aws.ses",
    account: "123456789012",
    time,
    region: "eu-west-1",
    resources: ["arn:aws:ses:eu-west-1:123456789012:configuration-set/midweek-test"],
    detail: {
      eventType: happened.eventType,
      mail: {
        timestamp: time,
        messageId,
        source: "hello@northgate.example",
        sendingAccountId: "123456789012",
        destination: [to],
        headersTruncated: false,
        tags: { "ses:configuration-set": ["midweek-test"], ...listed },
      },
      ...(happened.eventType === "Send"
        ? { send: {} }
        : {
            delivery: {
              timestamp: new Date(happened.at).toISOString(),
              processingTimeMillis: 900,
              recipients: [to],
              smtpResponse: "250 2.0.0 OK",
              reportingMTA: "a1-1.smtp-out.eu-west-1.amazonses.com",
            },
          }),
    },
  };
}
