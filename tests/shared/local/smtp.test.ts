import { type AddressInfo, createServer, type Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import PostalMime from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { AppError } from "../../../shared/error.ts";
import { listOutbox, outboxMailer } from "../../../shared/local/outbox.ts";
import { smtpMailer } from "../../../shared/local/smtp.ts";
import { openStore } from "../../../shared/local/store.ts";
import { ada, type Delivered, entryOf, invitation, mailerContract, mailTo } from "../../contract/mailer.ts";

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A mailer on a server of ours that keeps what it accepts, and does what `options` says besides. */
async function onServer(options: SMTPServerOptions = {}) {
  const raw: Buffer[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: async (stream, _session, done) => {
      raw.push(await buffer(stream));
      done();
    },
    ...options,
  });
  server.on("error", () => undefined);
  const sockets: Socket[] = [];
  server.server.on("connection", (socket) => sockets.push(socket));
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => resolve(portOf(listening.address())));
  });
  closing.push(() => server.close());
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return { ...mailerAt(port), raw, cut, delivered: () => Promise.all(raw.map(parsed)) };
}

function mailerAt(port: number) {
  const store = openStore(":memory:");
  const mailer = smtpMailer(`smtp://127.0.0.1:${port}`, outboxMailer(store, Date.now));
  closing.push(() => mailer.close());
  return { mailer, store };
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === "object" ? (address?.port ?? 0) : 0;

async function parsed(raw: Buffer): Promise<Delivered> {
  const email = await PostalMime.parse(raw);
  return {
    from: { name: email.from?.name ?? "", address: email.from?.address ?? "" },
    replyTo: email.replyTo?.[0]?.address ?? "",
    to: { name: email.to?.[0]?.name, address: email.to?.[0]?.address ?? "" },
    subject: email.subject ?? "",
    html: email.html ?? "",
    text: email.text ?? "",
    headers: Object.fromEntries(email.headers.map(({ key, value }) => [key, value])),
    attachments: email.attachments.flatMap(({ filename, content }) =>
      filename === null ? [] : [{ fileName: filename, content: textOf(content) }],
    ),
  };
}

const textOf = (content: ArrayBuffer | Uint8Array | string): string =>
  typeof content === "string" ? content : new TextDecoder().decode(content);

const failing = (responseCode: number): Error => Object.assign(new Error("no"), { responseCode });

mailerContract("SMTP", () => onServer());

test("what the server took is in the outbox too, with the Message-ID it went out under", async () => {
  const { mailer, store, delivered } = await onServer();
  const [result] = await mailer.sendBulk(mailTo(ada));
  expect(result).toEqual({ outcome: "accepted", messageId: "outbox-1" });
  const [kept] = listOutbox(store, { limit: 10 });
  expect(kept?.headers["Message-ID"]).toBe((await delivered())[0]?.headers["message-id"]);
  expect(kept?.subject).toBe("For you, Ada: three ways to a shorter queue");
});

test("an address the server will never take is refused, one it cannot take now is throttled, others go out", async () => {
  const { mailer, store } = await onServer({
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith("gone")) done(failing(550));
      else if (address.startsWith("busy")) done(failing(451));
      else done();
    },
  });
  const results = await mailer.sendBulk(mailTo(...["gone", "one", "busy", "two"].map(entryOf)));
  expect(results.map(({ outcome }) => outcome)).toEqual(["refused", "accepted", "throttled", "accepted"]);
  expect(results[0]).toHaveProperty("reason", expect.stringContaining("550"));
  expect(listOutbox(store, { limit: 10 }).map(({ to }) => to.name)).toEqual(["two", "one"]);
});

test.each([
  [554, "refused"],
  [452, "throttled"],
])("an email the server answers with %i after its text is %s", async (code, outcome) => {
  const { mailer, store } = await onServer({
    onData: (stream, _session, done) => stream.resume().on("end", () => done(failing(code))),
  });
  expect(await mailer.sendBulk(mailTo(ada))).toEqual([{ outcome, reason: expect.stringContaining(String(code)) }]);
  expect(listOutbox(store, { limit: 10 })).toEqual([]);
});

/** A server that answers the recipient, or the whole email, with this line. */
const answering = (line: string, at: "RCPT" | "DATA"): SMTPServerOptions => {
  const [, code = "", text = ""] = /^(\d{3}) (.*)$/.exec(line)!;
  const no = Object.assign(new Error(text), { responseCode: Number(code) });
  return at === "RCPT"
    ? { onRcptTo: (_address, _session, done) => done(no) }
    : { onData: (stream, _session, done) => stream.resume().on("end", () => done(no)) };
};

test.each([
  ["550 5.1.1 User unknown", "RCPT"],
  ["550 5.1.10 Recipient domain takes no email", "RCPT"],
  ["550 5.2.1 The account you tried to reach is disabled", "RCPT"],
  ["550 5.1.1 User unknown", "DATA"],
  ["550 No such user here", "RCPT"],
  ["550 <blocked-relay@spam.example>: no such user", "RCPT"],
  ["551 User not local", "RCPT"],
  ["553 Mailbox name not allowed", "RCPT"],
] as const)("%s at %s: the address is bad for good", async (line, at) => {
  const { mailer } = await onServer(answering(line, at));
  const [result] = await mailer.sendBulk(mailTo(ada));
  expect(result).toEqual({ outcome: "refused", reason: expect.stringContaining(line.slice(0, 3)), about: "address" });
});

test.each([
  ["550 5.7.1 Your server is on a blocklist", "RCPT"],
  ["550 5.1.8 The sender's domain does not exist", "RCPT"],
  ["550 relay not permitted", "RCPT"],
  ["550 Access denied by policy", "RCPT"],
  ["552 5.2.2 Mailbox full", "RCPT"],
  ["554 Transaction failed", "RCPT"],
  ["550 Message looks like spam", "DATA"],
  ["550 The text was not liked", "DATA"],
] as const)("%s at %s: this email is refused, and the prospect stays", async (line, at) => {
  const { mailer } = await onServer(answering(line, at));
  const [result] = await mailer.sendBulk(mailTo(ada));
  expect(result).toEqual({ outcome: "refused", reason: expect.stringContaining(line.slice(0, 3)) });
});

test("a sender whom the server does not want says nothing of the address", async () => {
  const { mailer } = await onServer({ onMailFrom: (_address, _session, done) => done(failing(550)) });
  expect((await mailer.sendBulk(mailTo(ada)))[0]).not.toHaveProperty("about");
});

test("when the connection is lost after the text left, nobody knows, and it is not sent again", async () => {
  let attempts = 0;
  const world = await onServer({
    onData: (stream) =>
      stream.resume().on("end", () => {
        attempts += 1;
        world.cut();
      }),
  });
  const results = await world.mailer.sendBulk(mailTo(ada));
  expect(results).toEqual([{ outcome: "unknown", reason: expect.stringMatching(/./) }]);
  expect(attempts).toBe(1);
  expect(listOutbox(world.store, { limit: 10 })).toEqual([]);
});

test("when it is lost before the text left, nothing was taken and it may go again", async () => {
  const world = await onServer({ onMailFrom: () => world.cut() });
  const results = await world.mailer.sendBulk(mailTo(ada));
  expect(results).toEqual([{ outcome: "throttled", reason: expect.stringMatching(/./) }]);
});

test("with nobody at the address, or one who turns us away, nothing was taken and it may go again", async () => {
  const free = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => free.once("listening", resolve));
  const port = portOf(free.address());
  await new Promise((resolve) => free.close(resolve));
  const [refusedConnection] = await mailerAt(port).mailer.sendBulk(mailTo(ada));
  expect(refusedConnection?.outcome).toBe("throttled");

  const turnedAway = await onServer({ onConnect: (_session, done) => done(failing(554)) });
  expect((await turnedAway.mailer.sendBulk(mailTo(ada)))[0]?.outcome).toBe("throttled");
});

test("an address of a server that is none is named", () => {
  const keep = outboxMailer(openStore(":memory:"), Date.now);
  expect(() => smtpMailer("mail.example.com", keep)).toThrow(AppError);
  expect(() => smtpMailer("mail.example.com", keep)).toThrow("SMTP_URL");
});

test("an invitation is one more rendering of the email, so that mail programs offer to accept it", async () => {
  const { mailer, store, raw } = await onServer();
  await mailer.sendBulk({ ...mailTo(ada), attachments: [invitation] });
  const email = await PostalMime.parse(raw[0]!);
  expect(email.attachments.map(({ mimeType, method }) => [mimeType, method])).toContainEqual([
    "text/calendar",
    "REQUEST",
  ]);
  expect(raw[0]!.toString()).toMatch(
    /multipart\/alternative[^]*text\/plain[^]*text\/html[^]*text\/calendar; charset=utf-8;\s+method=REQUEST/,
  );
  expect(listOutbox(store, { limit: 1 })[0]?.attachments).toEqual([invitation]);
});
