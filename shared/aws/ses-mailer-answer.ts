import type { BulkEmailEntryResult, BulkEmailStatus } from "@aws-sdk/client-sesv2";
import * as z from "zod";
import type { MailResult } from "../ports.ts";
import type { Stop } from "../sending/sending.ts";

/** What SES said of one entry, or of a whole call. */
export type Answer = { readonly result: MailResult; readonly stop?: Stop | undefined };

type Verdict = Exclude<MailResult["outcome"], "accepted"> | Stop["cause"];

/** INVALID_PARAMETER and FAILED are SES's final word on an entry it did not send; its own faults are TRANSIENT_FAILURE. */
const STATUSES: { readonly [status in Exclude<BulkEmailStatus, "SUCCESS">]: Verdict } = {
  MESSAGE_REJECTED: "refused",
  MAIL_FROM_DOMAIN_NOT_VERIFIED: "refused",
  CONFIGURATION_SET_NOT_FOUND: "refused",
  TEMPLATE_NOT_FOUND: "refused",
  INVALID_SENDING_POOL_NAME: "refused",
  INVALID_PARAMETER: "refused",
  FAILED: "refused",
  ACCOUNT_THROTTLED: "throttled",
  TRANSIENT_FAILURE: "throttled",
  ACCOUNT_DAILY_QUOTA_EXCEEDED: "daily-quota",
  ACCOUNT_SUSPENDED: "account-suspended",
  ACCOUNT_SENDING_PAUSED: "sending-paused",
  CONFIGURATION_SET_SENDING_PAUSED: "sending-paused",
};

const EXCEPTIONS: { readonly [name: string]: Verdict } = {
  TooManyRequestsException: "throttled",
  LimitExceededException: "throttled",
  AccountSuspendedException: "account-suspended",
  SendingPausedException: "sending-paused",
  MailFromDomainNotVerifiedException: "refused",
  MessageRejected: "refused",
  BadRequestException: "refused",
  NotFoundException: "refused",
};

const DAILY_QUOTA = /daily\b.*\bquota/i;

function answer(verdict: Verdict, reason: string): Answer {
  if (verdict === "refused" || verdict === "unknown") return { result: { outcome: verdict, reason } };
  const cause = verdict === "throttled" && DAILY_QUOTA.test(reason) ? "daily-quota" : verdict;
  const result: MailResult = { outcome: "throttled", reason };
  return cause === "throttled" ? { result } : { result, stop: { cause, reason } };
}

const isStatus = (status: string): status is keyof typeof STATUSES => Object.hasOwn(STATUSES, status);

/** What one entry's own result in the answer to a bulk call says. A missing one, or a status nobody knows, is unknown. */
export function answerOfEntry(entry: BulkEmailEntryResult | undefined): Answer {
  const { Status: status, MessageId: messageId, Error: words } = entry ?? {};
  if (status === "SUCCESS")
    return messageId ? { result: { outcome: "accepted", messageId } } : answer("unknown", "SES gave no message id");
  if (status === undefined) return answer("unknown", "SES said nothing of this entry");
  return answer(isStatus(status) ? STATUSES[status] : "unknown", words ? `${status}: ${words}` : status);
}

const CallError = z.object({
  name: z.string(),
  message: z.string(),
  /** Node's, of what the socket was doing. */
  code: z.string().optional(),
  syscall: z.string().optional(),
  $metadata: z.object({ httpStatusCode: z.number().optional() }).optional(),
});
type CallError = z.infer<typeof CallError>;

/**
 * What an error of a whole call says of each of its entries. `hasLeft`: the request was handed to the network; before that nothing can have been
 * sent. An answer below 500, whatever it is, says that nothing was taken; only SES's own words about this email make it refused, the rest (rights,
 * clock, signature) is about us and may be tried again.
 */
export function answerOfError(error: unknown, hasLeft: boolean): Answer {
  const known: CallError = CallError.safeParse(error).data ?? { name: "Error", message: String(error) };
  const reason = `${known.name}: ${known.message}`;
  if (!hasLeft || neverConnected(known)) return answer("throttled", reason);
  const status = known.$metadata?.httpStatusCode;
  if (status === undefined || status < 400 || status >= 500 || status === REQUEST_TIMEOUT)
    return answer("unknown", reason);
  return answer(EXCEPTIONS[known.name] ?? "throttled", reason);
}

const REQUEST_TIMEOUT = 408;
const NO_CONNECTION = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

const neverConnected = ({ code = "", syscall, message }: CallError): boolean =>
  NO_CONNECTION.has(code) ||
  syscall === "connect" ||
  syscall === "getaddrinfo" ||
  // The SDK's own timer; its error carries no code.
  message.includes("did not establish a connection");
