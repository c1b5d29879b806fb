import { describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { retireArticle } from "../../../shared/content/retire-article.ts";
import { getFollowUp } from "../../../shared/follow-up/store.ts";
import { readEmail } from "../../../shared/local/outbox.ts";
import type { Mailer, MailResult } from "../../../shared/ports.ts";
import { suppress } from "../../../shared/suppression/suppress.ts";
import { getCall } from "../../../shared/call/store.ts";
import { ana, article, prospect } from "../../fixtures/world.ts";
import { deskOf, mustCall } from "./desk.ts";
import { addReps, bo, deskFor, viewerOf, words } from "./rep-desk.ts";

const rui = prospect("rui00000000", { lastName: "Costa", phone: "+351912345678" });
const CALL = `/prospects/${rui.id}/calls/1`;
const PATH = `${CALL}/follow-up/1`;

/** A call in which they spoke and agreed on the next. */
async function deskAfterTalk(
  step: Record<string, string> = { stepAt: "2026-12-03T10:00" },
  mailer?: Mailer,
  meanwhile: (app: App) => Promise<unknown> = async () => undefined,
) {
  const desk = await deskOf({ prospects: [rui], articles: [article("rounds")], ...(mailer && { mailer }) });
  const { version } = await mustCall(desk.world, rui.id);
  await meanwhile(desk.world.app);
  const filled = { version: String(version), repId: "ana", disposition: "connected", stepKind: "call", ...step };
  const saved = await desk.send(CALL, { ...filled, notes: "Runs three shifts." });
  const { text } = await desk.open(PATH);
  const subject = /name="subject"[^>]* value="([^"]*)"/.exec(text)?.[1] ?? "";
  const draft = { subject, text: "Thank you for the call.\n\nWe speak again on Thursday." };
  return { ...desk, to: saved.headers.get("Location") ?? "", draft };
}

describe("after a call in which somebody spoke", () => {
  test("the rep is led to the follow-up, drafted, with the invite for the next call", async () => {
    const { to, open } = await deskAfterTalk();
    expect(to).toBe(`${PATH}?done=call-saved-follow-up`);
    const { text } = await open(to);
    expect(text).toContain("The follow-up is drafted from what you entered");
    expect(text).toMatch(/name="subject"[^>]* value="[^"]+"/);
    expect(text).toMatch(/<textarea id="text"[^>]*>[^<]{20,}/);
    expect(words(text)).toContain("With a calendar invite for Thu 3 Dec 10:00 Lisbon");
    expect(text).toMatch(/name="invite" value="yes" checked/);
  });

  test("the email leads to the article that was to be told of, unless that was retired meanwhile", async () => {
    const { url } = article("rounds");
    const { open } = await deskAfterTalk();
    expect((await open(PATH)).text).toContain(url);
    const retired = await deskAfterTalk(undefined, undefined, (app) => retireArticle(app, "rounds", true));
    expect((await retired.open(PATH)).text).not.toContain(url);
  });

  test("the invite is not ticked where no time of day was agreed", async () => {
    const { open } = await deskAfterTalk({ stepDate: "2026-12-03" });
    expect((await open(PATH)).text).toMatch(/name="invite" value="yes"\/>/);
  });

  test("there is no invite where no next call was agreed", async () => {
    const { open } = await deskAfterTalk({ stepKind: "declined" });
    expect((await open(PATH)).text).not.toContain('name="invite"');
  });

  test("it stands on the worklist until it is sent", async () => {
    const { open, send, draft } = await deskAfterTalk();
    const before = (await open("/")).text;
    expect(words(before)).toMatch(/Follow-ups to send 1 Rui Costa : .*send in 1 hour/);
    expect(before).toContain(`href="${PATH}"`);
    await send(PATH, { ...draft, invite: "yes", do: "send" });
    expect(words((await open("/")).text)).not.toContain("Follow-ups to send");
  });
});

describe("sending it", () => {
  test("happens once, as the rep left it, and is told and kept", async () => {
    const { send, open, world, draft } = await deskAfterTalk();
    const sent = await send(PATH, { ...draft, subject: "Our call today", invite: "yes", do: "send" });
    expect(sent.status).toBe(303);
    const list = await open(sent.headers.get("Location") ?? "");
    expect(list.text).toContain("The follow-up is sent, with the calendar invite.");
    expect(readEmail(world.store, world.emails()[0]?.id ?? 0)).toMatchObject({
      subject: "Our call today",
      attachments: [{ contentType: expect.stringContaining("text/calendar") }],
    });
    const again = await send(PATH, { ...draft, subject: "Once more", invite: "yes", do: "send" });
    expect(words((await open(again.headers.get("Location") ?? "")).text)).toContain("This follow-up went out.");
    expect(world.emails()).toHaveLength(1);
    expect(words((await open(`/prospects/${rui.id}`)).text)).toContain("Follow-up sent: Our call today");
  });

  test.each([
    [{ subject: "" }, "subject", "needs a subject"],
    [{ text: " " }, "text", "needs a text"],
    [{ text: "I am just checking in." }, "text", "just checking in"],
    [{ subject: "Touching base" }, "subject", "ouching base"],
  ])("%o is refused beside its field, and nothing goes out", async (wrong, field, reason) => {
    const { send, world, draft } = await deskAfterTalk();
    const page = await send(PATH, { ...draft, ...wrong, do: "send" });
    expect(page.status).toBe(422);
    expect(new RegExp(`id="${field}-error">([^<]*)<`).exec(page.text)?.[1]).toContain(reason);
    expect(world.emails()).toEqual([]);
  });

  const answering = (result: MailResult): Mailer => ({
    sendBulk: async ({ entries }) => entries.map(() => result),
    forget: async () => undefined,
  });

  test("that was refused leaves the draft, with why", async () => {
    const { send, draft } = await deskAfterTalk(undefined, answering({ outcome: "refused", reason: "mailbox full" }));
    const page = await send(PATH, { ...draft, subject: "Our call", do: "send" });
    expect(page.status).toBe(409);
    expect(words(page.text)).toContain("Not sent: it was refused (mailbox full).");
    expect(page.text).toContain('value="Our call"');
  });

  test("of which no answer came back is not offered again", async () => {
    const { send, open, draft } = await deskAfterTalk(
      undefined,
      answering({ outcome: "unknown", reason: "connection reset" }),
    );
    expect((await send(PATH, { ...draft, subject: "Our call", do: "send" })).status).toBe(409);
    const page = (await open(PATH)).text;
    expect(words(page)).toContain("It may have gone out, so it is not sent again.");
    expect(page).not.toContain('value="send"');
  });

  test("to an address that bounced is refused in plain words, and the text stays", async () => {
    const { send, world, draft } = await deskAfterTalk();
    await suppress(world.app, rui.id, "bounced");
    const page = await send(PATH, { ...draft, do: "send" });
    expect(page.status).toBe(409);
    expect(words(page.text)).toContain("Not sent, and it cannot be");
    expect(page.text).toContain("We speak again on Thursday.");
    expect(world.emails()).toEqual([]);
  });
});

describe("looking at it", () => {
  test("keeps what was typed, shows it under a policy of its own, and sends nothing", async () => {
    const { send, open, world, draft } = await deskAfterTalk();
    const looked = await send(PATH, { ...draft, text: "The <b>shift</b> sheet is attached." });
    expect(looked.headers.get("Location")).toBe(`${PATH}#preview`);
    const page = await open(PATH);
    expect(page.text).toContain("The &lt;b&gt;shift&lt;/b&gt; sheet is attached.");
    expect(page.text).toContain(`src="${PATH}/html"`);
    const html = await open(`${PATH}/html`);
    expect(html.headers.get("Content-Security-Policy")).toContain("sandbox");
    expect(html.text).toContain("sheet is attached.");
    expect(html.text).not.toContain("<b>shift");
    expect(world.emails()).toEqual([]);
  });

  test("a hint stands with a text that says nothing new", async () => {
    const { send, open, draft } = await deskAfterTalk();
    await send(PATH, { ...draft, text: "Just checking in." });
    expect(/id="text-hint">([^<]*)</.exec((await open(PATH)).text)?.[1]).toContain("Instead: ");
  });
});

describe("sending none", () => {
  test("takes a reason, and is no longer asked for", async () => {
    const { send, open, world, draft } = await deskAfterTalk();
    const refused = await send(PATH, { ...draft, do: "drop" });
    expect(refused.status).toBe(422);
    expect(/id="why-error">([^<]*)</.exec(refused.text)?.[1]).toContain("why none is needed");
    const dropped = await send(PATH, { ...draft, why: "Wrote by hand", do: "drop" });
    expect((await open(dropped.headers.get("Location") ?? "")).text).toContain("No follow-up is sent");
    expect(await getFollowUp(world.app.table, rui.id, 1, 1)).toMatchObject({ state: "dropped", why: "Wrote by hand" });
    expect(words((await open("/")).text)).not.toContain("Follow-ups to send");
  });
});

test("a follow-up stays with the rep who spoke when prospect and next call are handed over", async () => {
  const { world, draft } = await deskAfterTalk();
  await addReps(world, bo);
  const desk = deskFor(world, viewerOf(ana));
  const next = await getCall(world.app.table, rui.id, 2);
  await desk.send(`/prospects/${rui.id}/calls/2/hand-over`, {
    version: String(next?.version),
    to: "bo",
    handWhy: "Ill",
  });
  expect((await desk.open("/")).text).toContain(`href="${PATH}"`);
  expect((await desk.send(PATH, { ...draft, do: "send" })).status).toBe(303);
  expect(world.emails()).toHaveLength(1);
});

test("another rep's follow-up is no page of mine", async () => {
  const { world, draft } = await deskAfterTalk();
  await addReps(world, bo);
  const desk = deskFor(world, viewerOf(bo));
  expect((await desk.open(PATH)).status).toBe(404);
  expect((await desk.open(`${PATH}/html`)).status).toBe(404);
  expect((await desk.send(PATH, { ...draft, do: "send" })).status).toBe(404);
  expect(world.emails()).toEqual([]);
});

test("a follow-up that is not there is a page", async () => {
  const { open } = await deskAfterTalk();
  for (const attempt of ["2", "x", "0001"]) expect((await open(`${CALL}/follow-up/${attempt}`)).status).toBe(404);
});
