import type { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import * as z from "zod";
import { AppError } from "../error.ts";
import { newId } from "../id.ts";
import type { Attachment, BulkMail, MailEntry, Mailer, MailResult } from "../ports.ts";
import { fill } from "../touch/fill.ts";
import { checkAttachments, checkCount, flawFinder, withSafeName } from "../mail-entry.ts";

/** A mailer with connections of its own, to be closed when the process ends. */
export type SmtpMailer = Mailer & { close(): void };

type Transport = ReturnType<typeof transportOf>;
type Attempt = { readonly entry: MailEntry; readonly result: MailResult };

/**
 * Sends through the SMTP server at `url` (smtp:// or smtps://, with user and password in it if it wants them), one message per
 * entry. What the server takes is kept in `keep` too, so that the console can show it: the message id is the one of `keep`, and
 * the Message-ID as sent is among the kept headers.
 */
export function smtpMailer(url: string, keep: Mailer): SmtpMailer {
  const transport = transportOf(url);
  return {
    close: () => transport.mail.close(),
    forget: (prospectId) => keep.forget(prospectId),
    sendBulk: async (mail) => {
      checkCount(mail.entries);
      checkAttachments(mail.attachments);
      const flawOf = flawFinder(mail.rendering);
      const attempts = await Promise.all(
        mail.entries.map(async (entry): Promise<Attempt> => {
          const flaw = flawOf(entry);
          return flaw ? { entry, result: flaw } : sendOne(transport, mail, withSafeName(entry));
        }),
      );
      return keepAccepted(keep, mail, attempts);
    },
  };
}

function transportOf(url: string) {
  if (!/^smtps?:\/\/[^/]/.test(url))
    throw new AppError("invalid", "SMTP_URL has to look like smtp://mail.example.com:587");
  const mail = createTransport({
    url,
    pool: true,
    // The pool goes again by itself only when not a byte of the message had left.
    maxRequeues: 1,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  /** Streams of messages on their way, by Message-ID: one that was read from has begun to leave. */
  const leaving = new Map<string, Readable>();
  mail.use("stream", ({ message }, done) => {
    const open = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = open(options);
      leaving.set(message.messageId(), stream);
      return stream;
    };
    done();
  });
  return { mail, leaving };
}

async function sendOne({ mail: transport, leaving }: Transport, mail: BulkMail, entry: MailEntry): Promise<Attempt> {
  const messageId = `<${newId()}@${mail.from.address.split("@").at(-1)}>`;
  try {
    await transport.sendMail({
      messageId,
      from: mail.from,
      replyTo: mail.replyTo,
      to: { name: entry.to.name ?? "", address: entry.to.address },
      headers: entry.headers,
      ...attached(mail.attachments ?? []),
      ...fill(mail.rendering, entry.values),
    });
    return {
      entry: { ...entry, headers: { ...entry.headers, "Message-ID": messageId } },
      result: { outcome: "accepted", messageId },
    };
  } catch (error) {
    return { entry, result: resultOf(error, leaving.get(messageId)?.readableDidRead ?? false) };
  } finally {
    leaving.delete(messageId);
  }
}

/** Mail programs offer to accept or decline an invitation that is one more rendering of the email, and not only a file beside it. */
function attached(attachments: readonly Attachment[]) {
  const invitation = attachments.find(({ contentType }) => INVITATION.test(contentType));
  const files = attachments.filter((one) => one !== invitation);
  return {
    attachments: files.map(({ fileName, contentType, content }) => ({ filename: fileName, contentType, content })),
    ...(invitation && {
      icalEvent: {
        filename: invitation.fileName,
        method: INVITATION.exec(invitation.contentType)?.[1],
        content: invitation.content,
      },
    }),
  };
}

const INVITATION = /^text\/calendar;.*\bmethod=([a-z]+)/i;

const SmtpError = z.object({
  message: z.string(),
  code: z.string().optional(),
  /** The server's answer was that it will never take it. */
  permanent: z.boolean().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
  /** What the server answered to: "RCPT TO", "DATA". */
  command: z.string().optional(),
});
type SmtpError = z.infer<typeof SmtpError>;

/** Codes of errors that are about this message; others (login, greeting, connection) are about the server. */
const ABOUT_THE_MESSAGE = new Set(["EENVELOPE", "EMESSAGE"]);

function resultOf(error: unknown, hasBegunToLeave: boolean): MailResult {
  const known = SmtpError.safeParse(error);
  const said: SmtpError = known.data ?? { message: String(error) };
  const { message: reason, code = "", permanent, responseCode } = said;
  if (ABOUT_THE_MESSAGE.has(code) && permanent !== false)
    return { outcome: "refused", reason, ...(isAboutTheAddress(said) && { about: "address" as const }) };
  // An answer, even a no, is certain; a silence after the message began to leave is not.
  if (responseCode === undefined && hasBegunToLeave) return { outcome: "unknown", reason };
  return { outcome: "throttled", reason };
}

/** RFC 3463: no such mailbox, domain or syntax of it (5.1.7 and 5.1.8 are the sender's), no mail for the domain, mailbox disabled. */
const BAD_ADDRESS = /^5\.(1\.([0-46]|10)|2\.1)$/;
/** RFC 5321: no mailbox, not local, name not allowed. 552 is a full mailbox and 554 anything at all. */
const NO_MAILBOX = new Set([550, 551, 553]);
/** What servers that give no RFC 3463 code also answer 550 to: not the address but we are turned away, which must not end every prospect. */
const TURNED_AWAY = /relay|block|spam|polic|denied|denies|prohibit|authenti|reputation|black|deny|listed|dnsbl|rbl/i;

/** Does a permanent no mean that no email to this address will ever arrive? In doubt it does not. */
function isAboutTheAddress({ response = "", responseCode, command }: SmtpError): boolean {
  if (command !== "RCPT TO" && command !== "DATA") return false;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  if (enhanced !== undefined && enhanced !== "5.0.0") return BAD_ADDRESS.test(enhanced);
  return (
    command === "RCPT TO" && NO_MAILBOX.has(responseCode ?? 0) && !TURNED_AWAY.test(response.replaceAll(/\S+@\S+/g, ""))
  );
}

async function keepAccepted(keep: Mailer, mail: BulkMail, attempts: readonly Attempt[]): Promise<MailResult[]> {
  const accepted = attempts.filter(({ result }) => result.outcome === "accepted");
  if (!accepted.length) return attempts.map(({ result }) => result);
  const kept = await keep.sendBulk({ ...mail, entries: accepted.map(({ entry }) => entry) });
  const keptAs = new Map(accepted.map((attempt, position) => [attempt, kept[position]]));
  // The server has it, whatever the keeper says.
  return attempts.map((attempt) => {
    const as = keptAs.get(attempt);
    return as?.outcome === "accepted" ? as : attempt.result;
  });
}
