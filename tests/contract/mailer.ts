import { describe, expect, test } from "vitest";
import type { Attachment, BulkMail, MailEntry, Mailer } from "../../shared/ports.ts";

/** An email as it came out at the other end. Header names in lower case. */
export type Delivered = {
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string;
  readonly to: { readonly name?: string | undefined; readonly address: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: { readonly [name: string]: string };
  /** In any order. */
  readonly attachments?: readonly Pick<Attachment, "fileName" | "content">[] | undefined;
};

type MailerWorld = {
  readonly mailer: Mailer;
  /** Everything delivered so far, in any order. */
  readonly delivered: () => Promise<Delivered[]>;
};

type Make = () => Promise<MailerWorld>;

export const ada: MailEntry = {
  to: { name: "Ada Byron", address: "ada@example.com" },
  values: { firstName: "Ada", link: "https://example.com/read/ada?a=1&b=2" },
  headers: {
    "List-Unsubscribe": "<https://example.com/unsubscribe/ada>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  },
  tags: { prospect: "ada", slot: "2026-11-25" },
};
export const entryOf = (name: string): MailEntry => ({ ...ada, to: { name, address: `${name}@example.com` } });

export const mailTo = (...entries: MailEntry[]): BulkMail => ({
  from: { name: "Rosa Lind", address: "rosa@midweek.example" },
  replyTo: "rosa.lind@midweek.example",
  rendering: {
    id: "rendering-1",
    subject: ["For you, ", "firstName", ": three ways to a shorter queue"],
    html: ["<p>Dear ", "firstName", ', <a href="', "link", '">read on</a></p>'],
    text: ["Dear ", "firstName", ", read on: ", "link", ""],
  },
  entries,
});

/** What every mailer adapter keeps to. `make` gives one with which nothing was sent yet. */
export function mailerContract(name: string, make: Make): void {
  describe(`mailer: ${name}`, () => {
    describe("filling", () => everyoneGetsTheirOwn(make));
    describe("refusing", () => theRestGoesOut(make));
    describe("attaching", () => everyoneGetsWhatIsAttached(make));
  });
}

const withoutLastBreak = (text: string): string => text.replace(/\r?\n$/, "");

const namesOf = (emails: readonly Delivered[]): string[] => emails.map(({ to }) => to.name ?? "").toSorted();

function everyoneGetsTheirOwn(make: Make): void {
  test("a prospect gets the email with the own values, from the rep, with the headers", async () => {
    const { mailer, delivered } = await make();
    const [result] = await mailer.sendBulk(mailTo(ada));
    expect(result).toEqual({ outcome: "accepted", messageId: expect.stringMatching(/./) });
    const [email] = await delivered();
    expect(email).toMatchObject({
      from: { name: "Rosa Lind", address: "rosa@midweek.example" },
      replyTo: "rosa.lind@midweek.example",
      to: { name: "Ada Byron", address: "ada@example.com" },
      subject: "For you, Ada: three ways to a shorter queue",
    });
    expect(withoutLastBreak(email!.html)).toBe(
      '<p>Dear Ada, <a href="https://example.com/read/ada?a=1&amp;b=2">read on</a></p>',
    );
    expect(withoutLastBreak(email!.text)).toBe("Dear Ada, read on: https://example.com/read/ada?a=1&b=2");
    expect(email!.headers).toMatchObject({
      "list-unsubscribe": "<https://example.com/unsubscribe/ada>",
      "list-unsubscribe-post": "List-Unsubscribe=One-Click",
    });
  });

  test("odd names stay what they are and break nothing", async () => {
    const { mailer, delivered } = await make();
    const odd = `<b>Zoë</b> & "O'Hara" {{x}} $& 🚀`;
    await mailer.sendBulk(
      mailTo({ ...ada, to: { name: odd, address: ada.to.address }, values: { ...ada.values, firstName: odd } }),
    );
    const [email] = await delivered();
    expect(email?.to.name).toBe(odd);
    expect(email?.subject).toBe(`For you, ${odd}: three ways to a shorter queue`);
    expect(email?.text).toContain(odd);
    expect(email?.html).toContain("&lt;b&gt;Zoë&lt;/b&gt; &amp;");
    expect(email?.html).toContain("{{x}} $&amp; 🚀");
  });

  test("fifty go out in one call, each with a result in order and a message id of its own", async () => {
    const { mailer, delivered } = await make();
    const names = Array.from({ length: 50 }, (_, n) => `prospect-${n}`);
    const results = await mailer.sendBulk(mailTo(...names.map(entryOf)));
    expect(new Set(results.map((result) => (result.outcome === "accepted" ? result.messageId : ""))).size).toBe(50);
    expect(namesOf(await delivered())).toEqual(names.toSorted());
  });

  test("none, or more than fifty, are a mistake of the caller", async () => {
    const { mailer, delivered } = await make();
    await expect(mailer.sendBulk(mailTo())).rejects.toThrow("1 to 50");
    await expect(mailer.sendBulk(mailTo(...Array.from({ length: 51 }, () => ada)))).rejects.toThrow("1 to 50");
    expect(await delivered()).toEqual([]);
  });
}

function theRestGoesOut(make: Make): void {
  const flaws: readonly [string, Partial<MailEntry>][] = [
    [
      "a header with a line break",
      { headers: { "List-Unsubscribe": "<https://example.com>\r\nBcc: all@example.com" } },
    ],
    ["a header name that is none", { headers: { "Bcc: all@example.com\r\nX": "1" } }],
    ["a tag with odd letters", { tags: { slot: "2026/11/25" } }],
    ["a value that is missing", { values: { firstName: "Ada" } }],
    ["an address that is none", { to: { address: "ada at example.com" } }],
    ["two addresses in one", { to: { address: "ada@example.com,eve@example.com" } }],
  ];
  for (const [flaw, change] of flaws)
    test(`${flaw} is refused with a reason, and the others go out`, async () => {
      const { mailer, delivered } = await make();
      const results = await mailer.sendBulk(mailTo(entryOf("one"), { ...ada, ...change }, entryOf("two")));
      expect(results.map(({ outcome }) => outcome)).toEqual(["accepted", "refused", "accepted"]);
      expect(results[1]).toHaveProperty("reason", expect.stringMatching(/./));
      // A refusal of the email must not end the prospect; of an address, it may.
      if (!change.to) expect(results[1]).not.toHaveProperty("about");
      expect(namesOf(await delivered())).toEqual(["one", "two"]);
    });

  test("a line break in a name becomes a space, and no header of its own", async () => {
    const { mailer, delivered } = await make();
    const name = "Ada\r\nBcc: all@example.com";
    await mailer.sendBulk(
      mailTo({ ...ada, to: { name, address: ada.to.address }, values: { ...ada.values, firstName: name } }),
    );
    const [email] = await delivered();
    expect(email?.to.name).toBe("Ada Bcc: all@example.com");
    expect(email?.subject).toBe("For you, Ada Bcc: all@example.com: three ways to a shorter queue");
    expect(email?.headers).not.toHaveProperty("bcc");
  });
}

const notes: Attachment = {
  fileName: "notes.txt",
  contentType: "text/plain; charset=utf-8",
  content: "Zoë, three points",
};
export const invitation: Attachment = {
  fileName: "invite.ics",
  contentType: "text/calendar; charset=utf-8; method=REQUEST",
  content: ["BEGIN:VCALENDAR", "METHOD:REQUEST", "SUMMARY:A call with Zoë", "END:VCALENDAR", ""].join("\r\n"),
};

const filesOf = ({ attachments = [] }: Pick<Delivered, "attachments">) =>
  attachments
    // Whoever reads emails may write line breaks anew.
    .map(({ fileName, content }) => ({ fileName, content: content.replaceAll("\r\n", "\n") }))
    .toSorted((one, other) => one.fileName.localeCompare(other.fileName));

function everyoneGetsWhatIsAttached(make: Make): void {
  const attachments = [notes, invitation];
  const asSent = filesOf({ attachments });

  test.each([
    ["one alone", [ada]],
    ["several", [ada, entryOf("eve")]],
  ])("%s, whole", async (_, entries) => {
    const { mailer, delivered } = await make();
    const results = await mailer.sendBulk({ ...mailTo(...entries), attachments });
    expect(results.map(({ outcome }) => outcome)).toEqual(entries.map(() => "accepted"));
    expect((await delivered()).map(filesOf)).toEqual(entries.map(() => asSent));
  });

  test("nothing is attached to the next email", async () => {
    const { mailer, delivered } = await make();
    await mailer.sendBulk({ ...mailTo(ada), attachments });
    await mailer.sendBulk(mailTo(entryOf("eve")));
    expect((await delivered()).find(({ to }) => to.name === "eve")).toSatisfy(
      (email: Delivered) => filesOf(email).length === 0,
    );
  });

  const flaws: readonly [string, Partial<Attachment>][] = [
    ["a file name with a line break", { fileName: "a\r\nBcc: all@example.com" }],
    ["a file name with a path", { fileName: "../notes.txt" }],
    ["a content type with a line break", { contentType: "text/plain\r\nBcc: all@example.com" }],
    ["a content type longer than SES takes", { contentType: `text/plain; charset=${"u".repeat(78)}` }],
  ];
  test.each(flaws)("%s is a mistake of the caller, and nothing goes out", async (_, flaw) => {
    const { mailer, delivered } = await make();
    await expect(mailer.sendBulk({ ...mailTo(ada), attachments: [{ ...notes, ...flaw }] })).rejects.toThrow(
      "attachment",
    );
    expect(await delivered()).toEqual([]);
  });
}
