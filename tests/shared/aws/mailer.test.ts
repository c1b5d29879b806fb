import * as fc from "fast-check";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { sesClient, sesMailer } from "../../../shared/aws/ses-mailer.ts";
import type { MailEntry } from "../../../shared/ports.ts";
import { fill } from "../../../shared/touch/fill.ts";
import { ada, entryOf, invitation, mailerContract, mailTo } from "../../contract/mailer.ts";
import { BulkRequest, SingleRequest, startSes } from "../../emulators/ses.ts";

const ses = await startSes();
afterAll(() => ses.stop());
beforeEach(() => ses.reset());

const credentials = { accessKeyId: "test", secretAccessKey: "test" };
const place = { endpoint: ses.endpoint, region: "eu-west-1", credentials };
const mailer = sesMailer(sesClient(place), { configurationSet: "midweek" });
const two = mailTo(entryOf("one"), entryOf("two"));

mailerContract("SES v2", async () => {
  ses.reset();
  return { mailer, delivered: ses.delivered };
});

const operations = () => ses.requests.map(({ path }) => path.split("/").at(-1));

test("several go in one bulk call, each with the own tags and headers, through the configuration set", async () => {
  await mailer.sendBulk(mailTo(ada, { ...entryOf("eve"), tags: { prospect: "eve", slot: "2026-11-25" } }));
  expect(operations()).toEqual(["outbound-bulk-emails"]);
  const request = BulkRequest.parse(ses.requests[0]?.body);
  expect(request.ConfigurationSetName).toBe("midweek");
  expect(request.BulkEmailEntries.map((entry) => entry.ReplacementTags)).toEqual([
    { prospect: "ada", slot: "2026-11-25" },
    { prospect: "eve", slot: "2026-11-25" },
  ]);
  expect(request.BulkEmailEntries[0]?.ReplacementHeaders).toEqual(ada.headers);
});

test("one alone goes by itself, tags, headers and all", async () => {
  await mailer.sendBulk(mailTo(ada));
  expect(operations()).toEqual(["outbound-emails"]);
  const request = SingleRequest.parse(ses.requests[0]?.body);
  expect(request).toMatchObject({ ConfigurationSetName: "midweek", EmailTags: ada.tags });
  expect(request.Content.Simple.Headers).toEqual(ada.headers);
});

test("where all are refused beforehand nothing is asked of SES", async () => {
  const wrong = { ...ada, tags: { slot: "2026/11/25" } };
  const results = await mailer.sendBulk(mailTo(wrong, wrong));
  expect(results.map(({ outcome }) => outcome)).toEqual(["refused", "refused"]);
  expect(ses.requests).toEqual([]);
});

test("the same person gets the same email in a bulk call as alone, whatever the article has in it", async () => {
  const literal = fc.string({ unit: fc.constantFrom("{", "}", "\\", "a", " ", "{{firstName}}", "{{#if x}}", "\n") });
  const parts = fc.tuple(literal, fc.constantFrom("firstName", "link"), literal, fc.constant("firstName"), literal);
  const value = fc.string({ unit: fc.constantFrom("{{link}}", "<", "&", "\\", '"', "é", "}", "🚀") });
  await fc.assert(
    fc.asyncProperty(parts, parts, value, async (html, text, firstName) => {
      ses.reset();
      const values = { ...ada.values, firstName };
      const mail = mailTo({ ...ada, values }, entryOf("two"));
      const rendering = { ...mail.rendering, html, text };
      const results = await mailer.sendBulk({ ...mail, rendering });
      expect(results.map(({ outcome }) => outcome)).toEqual(["accepted", "accepted"]);
      const email = (await ses.delivered()).find(({ to }) => to.name === "Ada Byron");
      expect(email).toMatchObject(fill(rendering, values));
    }),
    { numRuns: 60 },
  );
});

test("a long name that is not ASCII comes through whole, in words no mail server breaks", async () => {
  const name = "Zoë Żółć-Грачёва 王小明 🚀 ".repeat(6).trim();
  await mailer.sendBulk({ ...two, from: { ...two.from, name }, entries: [{ ...ada, to: { ...ada.to, name } }, ada] });
  const request = BulkRequest.parse(ses.requests[0]?.body);
  expect(request.FromEmailAddress.split(" ").every((word) => word.length <= 75)).toBe(true);
  const emails = await ses.delivered();
  expect(emails.map(({ from, to }) => [from.name, to.name])).toEqual([
    [name, name],
    [name, "Ada Byron"],
  ]);
});

test("a domain that is not ASCII is written as SES wants it; an address it cannot send to is refused", async () => {
  const results = await mailer.sendBulk(
    mailTo(
      { ...ada, to: { address: "ada@bücher.example" } },
      { ...ada, to: { address: "zoë@example.com" } },
      { ...ada, to: { address: `${"a".repeat(320)}@example.com` } },
      entryOf("two"),
    ),
  );
  expect(results.map(({ outcome }) => outcome)).toEqual(["accepted", "refused", "refused", "accepted"]);
  expect((await ses.delivered()).map(({ to }) => to.address)).toEqual(["ada@xn--bcher-kva.example", "two@example.com"]);
});

const tooMuch: readonly [string, Partial<MailEntry>, string][] = [
  ["a header", { headers: { "List-Unsubscribe": `<https://example.com/${"a".repeat(960)}>` } }, "List-Unsubscribe"],
  ["a header name", { headers: { ["X".repeat(127)]: "1" } }, "XXX"],
  ["a tag", { tags: { prospect: "a".repeat(257) } }, "prospect"],
  ["a subject", { values: { ...ada.values, firstName: "Ada".repeat(400) } }, "subject"],
  ["values", { values: { ...ada.values, firstName: "", link: "a".repeat(40_000) } }, "values"],
];
test.each(tooMuch)("%s longer than SES takes is refused by us, and the others go out", async (_, change, named) => {
  const results = await mailer.sendBulk(mailTo(entryOf("one"), { ...ada, ...change }, entryOf("two")));
  expect(results.map(({ outcome }) => outcome)).toEqual(["accepted", "refused", "accepted"]);
  expect(results[1]).toHaveProperty("reason", expect.stringContaining(named));
});

test("a header that is not ASCII, or an empty subject, is refused by us", async () => {
  const odd = { ...ada, headers: { "List-Unsubscribe": "<https://example.com/é>" } };
  expect(await mailer.sendBulk(mailTo(odd))).toMatchObject([{ outcome: "refused" }]);
  const mail = mailTo(ada);
  const untitled = { ...mail, rendering: { ...mail.rendering, subject: ["  "] } };
  expect(await mailer.sendBulk(untitled)).toEqual([{ outcome: "refused", reason: "the subject is empty" }]);
  expect(ses.requests).toEqual([]);
});

test("nothing is kept, so there is nothing to forget", async () => {
  await mailer.forget("ada");
  expect(ses.requests).toEqual([]);
});

test("without credentials nothing leaves, and it may be tried again", async () => {
  const noCredentials = vi.fn<() => Promise<never>>().mockRejectedValue(new Error("no credentials"));
  const without = sesMailer(sesClient({ ...place, credentials: noCredentials }), { configurationSet: "midweek" });
  expect(await without.sendBulk(two)).toMatchObject([{ outcome: "throttled" }, { outcome: "throttled" }]);
  expect(ses.requests).toEqual([]);
});

test("what is attached goes once, with the content and not with each entry", async () => {
  await mailer.sendBulk({ ...two, attachments: [invitation] });
  await mailer.sendBulk({ ...mailTo(ada), attachments: [invitation] });
  const attached = {
    FileName: "invite.ics",
    ContentType: "text/calendar; charset=utf-8; method=REQUEST",
    RawContent: Buffer.from(invitation.content).toString("base64"),
  };
  expect(BulkRequest.parse(ses.requests[0]?.body).DefaultContent.Template.Attachments).toMatchObject([attached]);
  expect(SingleRequest.parse(ses.requests[1]?.body).Content.Simple.Attachments).toMatchObject([attached]);
});
