import { render } from "react-email";
import { describe, expect, it } from "vitest";
import FollowUpDue from "../../emails/letters/follow-up-due.tsx";
import FollowUp from "../../emails/letters/follow-up.tsx";
import Reminder from "../../emails/letters/reminder.tsx";

const { unsubscribe } = FollowUp.PreviewProps;

const letters = [
  ["follow-up", <FollowUp key="f" {...FollowUp.PreviewProps} />],
  ["reminder", <Reminder key="r" {...Reminder.PreviewProps} />],
] as const;
const all = [...letters, ["follow-up that is due", <FollowUpDue key="d" {...FollowUpDue.PreviewProps} />]] as const;

const wordsOf = (html: string): string[] =>
  html
    .slice(html.indexOf("<body"))
    .replaceAll(/<!--[^]*?-->|<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

describe.each(all)("the %s", (_, email) => {
  it("is small, and looks right by night and on a phone", async () => {
    const html = await render(email);
    expect(Buffer.byteLength(html)).toBeLessThan(20_000);
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).toContain("@media (prefers-color-scheme: dark)");
    expect(html).toContain("@media screen and (max-width: 480px)");
    expect(html).not.toMatch(/display:\s*(flex|grid)|position:|float:/);
    expect(html).not.toContain("undefined");
  });

  it("says the same in plain text", async () => {
    const text = await render(email, { plainText: true });
    for (const word of wordsOf(await render(email)).filter((one) => one.length > 1)) expect(text).toContain(word);
  });

  it("measures nothing: no picture and nothing hidden", async () => {
    expect(await render(email)).not.toMatch(/<img|display:none|aria-hidden/);
  });
});

describe.each(letters)("the %s", (_, email) => {
  it("begins with the greeting, ends with a quiet way out, and says why it came and from where", async () => {
    const html = await render(email);
    const body = html.slice(html.indexOf("<body"));
    expect(body.split(`href="${unsubscribe}"`)).toHaveLength(2);
    expect(body.indexOf("Hi Ana,")).toBeLessThan(body.indexOf("<a "));
    expect(body.indexOf(unsubscribe)).toBeGreaterThan(body.indexOf("Maya Okafor</p>"));
    expect(body).toMatch(
      /Maya Okafor wrote this to ana@northwind\.example (after your call|because of the call you agreed on)\./,
    );
    expect(body).toContain("14 Quay Street");
  });

  it("shows a link once and no more, in html and text", async () => {
    for (const shown of [await render(email), await render(email, { plainText: true })])
      expect(shown.replaceAll(/href="[^"]*"/g, "").split("https://tidewater.example/meet")).toHaveLength(2);
  });
});

it("a follow-up without a call to come has no box", async () => {
  const html = await render(<FollowUp {...FollowUp.PreviewProps} next={undefined} />);
  expect(html).not.toContain("is attached");
  expect(html).not.toContain("tidewater.example/meet");
});
