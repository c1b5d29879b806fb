import { createServer } from "node:http";
import { BulkEmailStatus } from "@aws-sdk/client-sesv2";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Stop } from "../../../shared/sending/sending.ts";
import { sesClient, sesMailer } from "../../../shared/aws/ses-mailer.ts";
import type { MailResult } from "../../../shared/ports.ts";
import { ada, entryOf, mailTo } from "../../contract/mailer.ts";
import { type Recorded, startSes } from "../../emulators/ses.ts";

const ses = await startSes();
const stops: Stop[] = [];
const credentials = { accessKeyId: "test", secretAccessKey: "test" };
const place = { region: "eu-west-1", credentials };
const settings = { configurationSet: "midweek", onStopped: (stop: Stop) => void stops.push(stop) };
const mailer = sesMailer(sesClient({ ...place, endpoint: ses.endpoint }), settings);
const one = mailTo(ada);
const two = mailTo(entryOf("one"), entryOf("two"));

afterAll(() => ses.stop());
beforeEach(() => {
  ses.reset();
  stops.length = 0;
});

const refusal = (status: number, error: string, message: string): Recorded => ({ status, error, body: { message } });

const wholeCalls: readonly [MailResult["outcome"], Stop["cause"] | undefined, Recorded][] = [
  ["throttled", undefined, refusal(429, "TooManyRequestsException", "Maximum sending rate exceeded.")],
  ["throttled", "daily-quota", refusal(429, "TooManyRequestsException", "Daily message quota exceeded.")],
  ["throttled", undefined, refusal(400, "LimitExceededException", "There are too many of them.")],
  ["throttled", "account-suspended", refusal(400, "AccountSuspendedException", "The account is shut down.")],
  ["throttled", "sending-paused", refusal(400, "SendingPausedException", "Sending is disabled for this account.")],
  ["throttled", undefined, refusal(403, "AccessDeniedException", "User is not authorized to perform ses:SendEmail")],
  ["throttled", undefined, refusal(403, "ExpiredTokenException", "The security token is expired")],
  ["refused", undefined, refusal(400, "MailFromDomainNotVerifiedException", "The MAIL FROM domain is not verified")],
  ["refused", undefined, refusal(400, "MessageRejected", "Email address is not verified.")],
  ["refused", undefined, refusal(400, "BadRequestException", "Missing final '@domain'")],
  ["refused", undefined, refusal(404, "NotFoundException", "Configuration set <midweek> does not exist.")],
  ["unknown", undefined, refusal(500, "InternalServiceErrorException", "Something went wrong")],
  ["unknown", undefined, refusal(503, "ServiceUnavailable", "Service is unavailable")],
  ["unknown", undefined, refusal(408, "RequestTimeoutException", "It took too long")],
  ["unknown", undefined, { status: 502, body: "<html>Bad gateway</html>" }],
  ["unknown", undefined, { status: 200, body: "<html>Welcome</html>" }],
  ["unknown", undefined, "hangs up"],
];

test.each(wholeCalls)(
  "every entry of a call is %s (stops the run: %s) when SES says %o",
  async (outcome, cause, said) => {
    for (const mail of [one, two]) {
      ses.reset();
      stops.length = 0;
      ses.answerNext(said);
      const results = await mailer.sendBulk(mail);
      expect(results.map((result) => result.outcome)).toEqual(mail.entries.map(() => outcome));
      expect(results[0]).toHaveProperty("reason", expect.stringMatching(/./));
      expect(stops.map((pause) => pause.cause)).toEqual(cause ? [cause] : []);
      expect(ses.requests).toHaveLength(1);
    }
  },
);

const statuses: { readonly [status in BulkEmailStatus]: readonly [MailResult["outcome"], Stop["cause"]?] } = {
  SUCCESS: ["accepted"],
  MESSAGE_REJECTED: ["refused"],
  MAIL_FROM_DOMAIN_NOT_VERIFIED: ["refused"],
  CONFIGURATION_SET_NOT_FOUND: ["refused"],
  TEMPLATE_NOT_FOUND: ["refused"],
  INVALID_SENDING_POOL_NAME: ["refused"],
  INVALID_PARAMETER: ["refused"],
  FAILED: ["refused"],
  TRANSIENT_FAILURE: ["throttled"],
  ACCOUNT_THROTTLED: ["throttled"],
  ACCOUNT_DAILY_QUOTA_EXCEEDED: ["throttled", "daily-quota"],
  ACCOUNT_SUSPENDED: ["throttled", "account-suspended"],
  ACCOUNT_SENDING_PAUSED: ["throttled", "sending-paused"],
  CONFIGURATION_SET_SENDING_PAUSED: ["throttled", "sending-paused"],
};

const entryResults = (...results: readonly { Status?: string; Error?: string; MessageId?: string }[]): Recorded => ({
  status: 200,
  body: { BulkEmailEntryResults: results },
});

test.each(Object.values(BulkEmailStatus))(
  "an entry that SES calls %s does not decide over the others",
  async (status) => {
    ses.answerNext(entryResults({ Status: "SUCCESS", MessageId: "id-1" }, { Status: status, MessageId: "id-2" }));
    const results = await mailer.sendBulk(two);
    const [outcome, cause] = statuses[status];
    expect(results[0]).toEqual({ outcome: "accepted", messageId: "id-1" });
    expect(results[1]?.outcome).toBe(outcome);
    expect(stops.map((pause) => pause.cause)).toEqual(cause ? [cause] : []);
  },
);

test("an entry without an answer, with a new status or without an id is unknown, and SES's words are the reason", async () => {
  ses.answerNext(entryResults({ Status: "FAILED", Error: "no such mailbox" }));
  expect(await mailer.sendBulk(two)).toEqual([
    { outcome: "refused", reason: "FAILED: no such mailbox" },
    { outcome: "unknown", reason: "SES said nothing of this entry" },
  ]);
  ses.answerNext(entryResults({ Status: "POSTPONED" }, { Status: "SUCCESS" }));
  expect((await mailer.sendBulk(two)).map(({ outcome }) => outcome)).toEqual(["unknown", "unknown"]);
});

test("an answer that does not come in time is unknown, and the email is not sent again", async () => {
  const impatient = sesMailer(sesClient({ ...place, endpoint: ses.endpoint }, 50), settings);
  ses.answerNext("never answers");
  expect((await impatient.sendBulk(two)).map(({ outcome }) => outcome)).toEqual(["unknown", "unknown"]);
  expect(ses.requests).toHaveLength(1);
});

test("where nobody listens nothing was sent, and it may be tried again", async () => {
  const closed = createServer();
  await new Promise<void>((done) => void closed.listen(0, "127.0.0.1", done));
  const address = closed.address();
  const port = typeof address === "object" ? address?.port : 0;
  await new Promise((done) => void closed.close(done));
  for (const endpoint of [`http://127.0.0.1:${port}`, `http://localhost:${port}`]) {
    const alone = sesMailer(sesClient({ ...place, endpoint }), settings);
    expect((await alone.sendBulk(two)).map(({ outcome }) => outcome)).toEqual(["throttled", "throttled"]);
  }
});

test("a hook that fails takes no result with it", async () => {
  const failing = sesMailer(sesClient({ ...place, endpoint: ses.endpoint }), {
    configurationSet: "midweek",
    onStopped: () => {
      throw new Error("the alarm is broken");
    },
  });
  ses.answerNext(entryResults({ Status: "SUCCESS", MessageId: "id-1" }, { Status: "ACCOUNT_SENDING_PAUSED" }));
  expect((await failing.sendBulk(two)).map(({ outcome }) => outcome)).toEqual(["accepted", "throttled"]);
});
