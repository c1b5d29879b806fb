import {
  type Attachment as SesAttachment,
  type MessageHeader,
  type MessageTag,
  SendBulkEmailCommand,
  type SendBulkEmailCommandInput,
  SendEmailCommand,
  type SendEmailCommandInput,
  SESv2Client,
  type SESv2ClientConfig,
} from "@aws-sdk/client-sesv2";
import { checkAttachments, checkCount } from "../mail-entry.ts";
import type { BulkMail, MailEntry, Mailer, MailResult } from "../ports.ts";
import { fill } from "../touch/fill.ts";
import type { Stop } from "../sending/sending.ts";
import { type Answer, answerOfEntry, answerOfError } from "./ses-mailer-answer.ts";
import { refusalFinder } from "./ses-mailer-entry.ts";
import { mailbox } from "./ses-mailer-mailbox.ts";
import { templateOf } from "./ses-mailer-template.ts";

export type SesSettings = {
  /** Its events tell what became of an email, so every email goes through it. */
  readonly configurationSet: string;
  /** SES takes no more for now: stop the run and tell somebody. Called once a call at most; a failure of its own changes no result. */
  readonly onStopped?: ((stop: Stop) => void | Promise<void>) | undefined;
};

/**
 * A client for sending. One attempt a call: an answer that got lost must not become a second email. A connection a call: one that a frozen function
 * woke up with is dead, and its reset would look like a lost answer.
 */
export const sesClient = (config: SESv2ClientConfig = {}, answerWithinMs = 30_000): SESv2Client =>
  new SESv2Client({
    ...config,
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 5000,
      requestTimeout: answerWithinMs,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: false },
      httpsAgent: { keepAlive: false },
    },
  });

/**
 * The mailer port over SES v2: several entries in one SendBulkEmail with the rendering inline, one alone in a SendEmail. `client` from `sesClient`.
 * What SES could never take is refused before the call and the others go out. SES keeps no copies, so there is nothing to forget.
 */
export function sesMailer(client: SESv2Client, settings: SesSettings): Mailer {
  return {
    forget: async () => {},
    sendBulk: async (mail) => {
      checkCount(mail.entries);
      checkAttachments(mail.attachments);
      const refusalOf = refusalFinder(mail.rendering);
      const refusals = mail.entries.map(refusalOf);
      const entries = mail.entries.filter((_, position) => refusals[position] === undefined);
      const answers = await answersTo(client, settings, { ...mail, entries });
      const stop = answers.find((one) => one.stop)?.stop;
      // Emails may be out already: their results must not go down with the hook.
      if (stop) await Promise.allSettled([(async () => settings.onStopped?.(stop))()]);
      const left = answers.values();
      return refusals.map((refusal): MailResult => refusal ?? left.next().value?.result ?? NO_ANSWER);
    },
  };
}

const NO_ANSWER: MailResult = { outcome: "unknown", reason: "no answer for this entry" };

async function answersTo(client: SESv2Client, settings: SesSettings, mail: BulkMail): Promise<Answer[]> {
  const [first, ...more] = mail.entries;
  if (!first) return [];
  const request = { left: false };
  try {
    if (more.length) return await sendBulk(client, bulkInput(mail, settings), request);
    return [await sendOne(client, singleInput(mail, first, settings), request)];
  } catch (error) {
    return mail.entries.map(() => answerOfError(error, request.left));
  }
}

type Request = { left: boolean };

async function sendBulk(client: SESv2Client, input: SendBulkEmailCommandInput, request: Request): Promise<Answer[]> {
  const command = new SendBulkEmailCommand(input);
  command.middlewareStack.add((next) => leaving(request, next), NEAREST_TO_THE_NETWORK);
  const { BulkEmailEntryResults: results = [] } = await client.send(command);
  return input.BulkEmailEntries!.map((_, position) => answerOfEntry(results[position]));
}

async function sendOne(client: SESv2Client, input: SendEmailCommandInput, request: Request): Promise<Answer> {
  const command = new SendEmailCommand(input);
  command.middlewareStack.add((next) => leaving(request, next), NEAREST_TO_THE_NETWORK);
  const { MessageId } = await client.send(command);
  return answerOfEntry({ Status: "SUCCESS", MessageId });
}

/** What fails before this step (credentials, endpoint, signing) has sent nothing. */
const NEAREST_TO_THE_NETWORK = { step: "deserialize", priority: "low", name: "leaving" } as const;

const leaving =
  <Args, Output>(request: Request, next: (args: Args) => Promise<Output>) =>
  (args: Args): Promise<Output> => {
    request.left = true;
    return next(args);
  };

const headersOf = ({ headers }: MailEntry): MessageHeader[] =>
  Object.entries(headers).map(([Name, Value]) => ({ Name, Value }));

const tagsOf = ({ tags }: MailEntry): MessageTag[] => Object.entries(tags).map(([Name, Value]) => ({ Name, Value }));

/** Nothing where nothing is attached. The SDK writes the bytes as base 64. */
const attached = ({ attachments = [] }: BulkMail): { Attachments?: SesAttachment[] } =>
  attachments.length === 0
    ? {}
    : {
        Attachments: attachments.map(({ fileName, contentType, content }) => ({
          FileName: fileName,
          ContentType: contentType,
          ContentDisposition: "ATTACHMENT",
          ContentTransferEncoding: "BASE64",
          RawContent: Buffer.from(content),
        })),
      };

const envelopeOf = (mail: BulkMail, settings: SesSettings) => ({
  FromEmailAddress: mailbox(mail.from),
  ReplyToAddresses: [mail.replyTo],
  ConfigurationSetName: settings.configurationSet,
});

function bulkInput(mail: BulkMail, settings: SesSettings): SendBulkEmailCommandInput {
  const { shared, ownOf, ...content } = templateOf(mail.rendering);
  return {
    ...envelopeOf(mail, settings),
    DefaultContent: { Template: { TemplateContent: content, TemplateData: shared, ...attached(mail) } },
    BulkEmailEntries: mail.entries.map((entry) => ({
      Destination: { ToAddresses: [mailbox(entry.to)] },
      ReplacementEmailContent: { ReplacementTemplate: { ReplacementTemplateData: ownOf(entry.values) } },
      ReplacementHeaders: headersOf(entry),
      ReplacementTags: tagsOf(entry),
    })),
  };
}

const utf8 = (Data: string) => ({ Data, Charset: "UTF-8" });

function singleInput(mail: BulkMail, entry: MailEntry, settings: SesSettings): SendEmailCommandInput {
  const { subject, html, text } = fill(mail.rendering, entry.values);
  return {
    ...envelopeOf(mail, settings),
    Destination: { ToAddresses: [mailbox(entry.to)] },
    Content: {
      Simple: {
        Subject: utf8(subject),
        Body: { Html: utf8(html), Text: utf8(text) },
        Headers: headersOf(entry),
        ...attached(mail),
      },
    },
    EmailTags: tagsOf(entry),
  };
}
