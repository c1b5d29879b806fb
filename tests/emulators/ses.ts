import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import localSes from "aws-ses-v2-local";
import { addressParser, decodeWords } from "postal-mime";
import * as z from "zod";
import type { Delivered } from "../contract/mailer.ts";

/** Of a CommonJS module Node gives all exports, where bundlers give the default one. */
const startLocalSes = z
  .custom<typeof localSes>((start) => typeof start === "function")
  .parse(Reflect.get(localSes, "default") ?? localSes);

/** What SES answered once, or that nothing came back. */
export type Recorded =
  | { readonly status: number; readonly error?: string; readonly body: unknown }
  | "hangs up"
  | "never answers";

const Pairs = z
  .array(z.strictObject({ Name: z.string(), Value: z.string() }))
  .transform((pairs) => Object.fromEntries(pairs.map(({ Name, Value }) => [Name, Value])));
const Headers = Pairs.refine((headers) =>
  Object.entries(headers).every(
    ([name, value]) => /^[!-9;-~]{1,126}$/.test(name) && /^[ -~]+$/.test(value) && name.length + value.length <= 996,
  ),
);
const Tags = Pairs.refine((tags) =>
  Object.entries(tags)
    .flat()
    .every((part) => /^[A-Za-z0-9_-]{1,256}$/.test(part)),
);
const Destination = z.strictObject({ ToAddresses: z.tuple([z.string().regex(/^[ -~]{3,}$/)]) });
const envelope = {
  FromEmailAddress: z.string().regex(/^[ -~]+$/),
  ReplyToAddresses: z.array(z.string().regex(/^[ -~]+$/)),
  ConfigurationSetName: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
};
const Json = z.string().refine((text) => typeof JSON.parse(text) === "object");
const Part = z.strictObject({ Data: z.string().min(1), Charset: z.literal("UTF-8") });

/** Content as base 64. */
const Attachments = z
  .array(
    z.strictObject({
      FileName: z.string().min(1).max(255),
      ContentType: z.string().min(1).max(78),
      ContentDisposition: z.literal("ATTACHMENT"),
      ContentTransferEncoding: z.literal("BASE64"),
      RawContent: z.base64(),
    }),
  )
  .optional();

export const BulkRequest = z.strictObject({
  ...envelope,
  DefaultContent: z.strictObject({
    Template: z.strictObject({
      TemplateContent: z.strictObject({ Subject: z.string().min(1), Html: z.string(), Text: z.string() }),
      TemplateData: Json,
      Attachments,
    }),
  }),
  BulkEmailEntries: z
    .array(
      z.strictObject({
        Destination,
        ReplacementEmailContent: z.strictObject({
          ReplacementTemplate: z.strictObject({ ReplacementTemplateData: Json }),
        }),
        ReplacementHeaders: Headers,
        ReplacementTags: Tags,
      }),
    )
    .min(1)
    .max(50),
});

export const SingleRequest = z.strictObject({
  ...envelope,
  Destination,
  Content: z.strictObject({
    Simple: z.strictObject({
      Subject: Part,
      Body: z.strictObject({ Html: Part, Text: Part }),
      Headers,
      Attachments,
    }),
  }),
  EmailTags: Tags,
});

const Answer = z.object({
  MessageId: z.string().optional(),
  BulkEmailEntryResults: z.array(z.object({ MessageId: z.string().optional() })).default([]),
});
const Stored = z.object({
  emails: z.array(
    z.object({
      messageId: z.string(),
      from: z.string(),
      replyTo: z.array(z.string()),
      subject: z.string(),
      body: z.object({ html: z.string(), text: z.string() }),
      headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    }),
  ),
});

export type SesEmulator = {
  readonly endpoint: string;
  /** Every request so far: which operation, and its body. */
  readonly requests: { readonly path: string; readonly body: unknown }[];
  /** Answers the next request with this and hands it on to nobody. */
  readonly answerNext: (recorded: Recorded) => void;
  readonly delivered: () => Promise<Delivered[]>;
  /** What the email with this id shows. */
  readonly htmlOf: (messageId: string) => Promise<string | undefined>;
  /** Every email that was taken: its id, whom it is for and what rides with its events. */
  readonly taken: { readonly messageId: string; readonly to: string; readonly tags: z.infer<typeof Tags> }[];
  /** As if nothing had been sent yet. */
  readonly reset: () => void;
  readonly stop: () => void;
};

/**
 * SES for tests: checks requests as the service does, then hands them on to aws-ses-v2-local, which fills the templates. That one takes no names
 * beside addresses in a bulk call and drops tags and attachments, so names are taken off on the way and kept here.
 */
export async function startSes(): Promise<SesEmulator> {
  const local = await startLocalSes({ host: "127.0.0.1", port: 0 });
  const requests: SesEmulator["requests"] = [];
  const recordings: Recorded[] = [];
  const taken: SesEmulator["taken"] = [];
  /** Mailbox by message id, and what was attached. */
  const sent = new Map<string, { mailbox: string; attachments: Delivered["attachments"] }>();
  const front = createServer((request, response) => {
    if (request.url === "/v2/email/account") return reply(response, 200, ACCOUNT);
    const take = async (text: string): Promise<void> => {
      const body: unknown = JSON.parse(text);
      requests.push({ path: request.url ?? "", body });
      const recorded = recordings.shift();
      if (recorded) return replay(recorded, request, response);
      const mailboxes = mailboxesOf(body);
      if (typeof mailboxes === "string") return reply(response, 400, { message: mailboxes }, "BadRequestException");
      const answered = await handOn(urlOf(local) + request.url, request, withoutNames(text, mailboxes));
      const { MessageId: id, BulkEmailEntryResults: results } = Answer.parse(answered.body);
      const ids = id === undefined ? results.map(({ MessageId }) => MessageId) : [id];
      for (const [position, messageId = ""] of ids.entries()) {
        sent.set(messageId, { mailbox: mailboxes[position]!, attachments: attachmentsIn(body) });
        taken.push({ messageId, to: partsOf(mailboxes[position]!).address, tags: tagsIn(body)[position] ?? {} });
      }
      return reply(response, answered.status, answered.body);
    };
    void receive(request)
      .then(take)
      .catch((error: unknown) => reply(response, 500, { message: String(error) }, "InternalServiceErrorException"));
  });
  await new Promise<void>((listening) => void front.listen(0, "127.0.0.1", listening));
  return {
    endpoint: urlOf(front),
    requests,
    taken,
    answerNext: (recorded) => void recordings.push(recorded),
    htmlOf: async (messageId) => (await storedIn(local)).find((email) => email.messageId === messageId)?.body.html,
    delivered: async () =>
      (await storedIn(local)).flatMap((email) => {
        const one = sent.get(email.messageId);
        return one === undefined ? [] : [{ ...deliveredOf(email, one.mailbox), attachments: one.attachments }];
      }),
    reset: () => {
      for (const list of [requests, recordings, taken]) list.length = 0;
      sent.clear();
    },
    stop: () => {
      for (const server of [front, local]) server.close().closeAllConnections();
    },
  };
}

/** An account out of the sandbox that may send more than any test does. */
const ACCOUNT = {
  EnforcementStatus: "HEALTHY",
  ProductionAccessEnabled: true,
  SendingEnabled: true,
  SendQuota: { Max24HourSend: 50_000, MaxSendRate: 1000, SentLast24Hours: 0 },
};

async function receive(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

const storedIn = async (local: Server) => Stored.parse(await (await fetch(`${urlOf(local)}/store`)).json()).emails;

function urlOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

function reply(response: ServerResponse, status: number, body: unknown, error?: string): void {
  const type = error === undefined ? {} : { "x-amzn-ErrorType": error };
  response.writeHead(status, { "content-type": "application/json", ...type });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

function replay(recorded: Recorded, request: IncomingMessage, response: ServerResponse): void {
  if (recorded === "hangs up") request.socket.destroy();
  else if (recorded !== "never answers") reply(response, recorded.status, recorded.body, recorded.error);
}

/** Everyone a request is for, in order; or what SES would have against it. */
function mailboxesOf(body: unknown): string[] | string {
  const read = z.union([BulkRequest, SingleRequest]).safeParse(body);
  if (!read.success) return z.prettifyError(read.error);
  const entries = "Destination" in read.data ? [read.data] : read.data.BulkEmailEntries;
  return entries.map(({ Destination: { ToAddresses } }) => ToAddresses[0]);
}

function tagsIn(body: unknown): z.infer<typeof Tags>[] {
  const request = z.union([BulkRequest, SingleRequest]).parse(body);
  return "EmailTags" in request ? [request.EmailTags] : request.BulkEmailEntries.map((one) => one.ReplacementTags);
}

function attachmentsIn(body: unknown): Delivered["attachments"] {
  const request = z.union([BulkRequest, SingleRequest]).parse(body);
  const { Attachments: attached = [] } =
    "Content" in request ? request.Content.Simple : request.DefaultContent.Template;
  return attached.map(({ FileName, RawContent }) => ({
    fileName: FileName,
    content: Buffer.from(RawContent, "base64").toString(),
  }));
}

const withoutNames = (text: string, mailboxes: readonly string[]): string =>
  mailboxes.reduce((body, mailbox) => {
    const address = addressParser(mailbox)[0]?.address ?? "";
    return body.replace(JSON.stringify(mailbox), () => JSON.stringify(address));
  }, text);

async function handOn(url: string, { headers }: IncomingMessage, body: string) {
  const { authorization = "" } = headers;
  const answer = await fetch(url, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body,
  });
  const read: unknown = await answer.json();
  return { status: answer.status, body: read };
}

const partsOf = (mailbox: string): { name: string; address: string } => {
  const [first] = addressParser(mailbox);
  return { name: decodeWords(first?.name ?? ""), address: first?.address ?? "" };
};

const deliveredOf = (email: z.infer<typeof Stored>["emails"][number], mailbox: string): Delivered => ({
  from: partsOf(email.from),
  replyTo: email.replyTo.join(", "),
  to: partsOf(mailbox),
  subject: email.subject,
  html: email.body.html,
  text: email.body.text,
  headers: Object.fromEntries(email.headers.map(({ name, value }) => [name.toLowerCase(), value])),
});
