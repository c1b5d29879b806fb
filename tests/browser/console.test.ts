import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { recordEngagement } from "../../shared/engagement/record.ts";
import { getLibrary } from "../../shared/content/store.ts";
import { readEmail } from "../../shared/local/outbox.ts";
import { mailed } from "../functions/console/mailed.ts";
import { DESK, PHONE, newTab, openBrowser, openWindow, whereTo } from "./browser.ts";
import { inspection } from "./look.ts";
import { marketing } from "./marketing.ts";
import { repDay } from "./rep-day.ts";
import { openSite } from "./site.ts";
import type { RunningSite } from "./site.ts";
import { checkProspects, chooseProspects, emailTo, goTo, moveClock, reloadUntil, rowOf, workAs } from "./steps.ts";

let browser: Browser;
let site: RunningSite;
/** Of a fair: one who gave a name, and a row that was not filled in properly. */
const LIST = `email,first name,last name,city,owner
rosa@quinta.example,Rosa,Vilar,Porto,ines@tidewick.example
nobody,Rui,,,
`;
const windows: BrowserContext[] = [];

// The first time on a machine the browser unpacks itself. All browser tests are in this file, so that no two do so at once.
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

beforeEach(async () => {
  site = await openSite();
});
afterEach(async () => {
  for (const window of windows.splice(0)) await window.close();
  await site.close();
  expect(site.failures).toEqual([]);
});

async function visit(options: Parameters<Browser["newContext"]>[0]): Promise<{ window: BrowserContext; page: Page }> {
  const window = await openWindow(browser, site.address, { ...options });
  windows.push(window);
  const page = await window.newPage();
  await page.goto("/");
  return { window, page };
}

describe.each([
  { where: "at a desk", options: DESK },
  { where: "on a phone without JavaScript", options: { ...PHONE, javaScriptEnabled: false } },
])("$where", ({ options }) => {
  test("a rep gets from an empty worklist to a call and the next step", async () => {
    const { window, page } = await visit(options);
    await page.getByText("Nobody to call right now").waitFor();

    // Wednesday afternoon comes to its first zone, and with it the first emails.
    await moveClock(page, "to Wednesday afternoon in Auckland");
    const email = await emailTo(page, "Hinemoa Tāwhiri");

    // The prospect opens it, reads on, and would like to talk.
    const letter = await newTab(window, () => email.getByRole("link", { name: "Open as the prospect would" }).click());
    await letter.getByText("Hi Hinemoa,").waitFor();
    const subject = await email.getByRole("heading", { level: 1 }).innerText();
    const article = (await getLibrary(site.world.app.table)).find(({ title }) => title === subject);
    expect(await whereTo(window, () => letter.getByRole("link", { name: /^Read the post/ }).click())).toBe(
      article?.url,
    );
    // An hour later, because two links within seconds would be a scanner's.
    await moveClock(page, "an hour on");
    expect(await whereTo(window, () => letter.getByRole("link", { name: "Pick a time for a call" }).click())).toBe(
      "https://meet.tidewick.example/aroha",
    );

    // It is on her rep's worklist, with the reason.
    await workAs(page, "Aroha Whitcombe");
    const hot = rowOf(page, "Hinemoa Tāwhiri");
    await reloadUntil(page, hot);
    expect(await hot.innerText()).toContain("Hot");
    expect(await page.getByRole("heading", { level: 2 }).allInnerTexts()).toEqual(["Call now 1"]);
    await hot.getByRole("link", { name: "Hinemoa Tāwhiri" }).click();
    await page.getByText(new RegExp(`^Clicked your calling link in the email “${subject}”`)).waitFor();
    await page.getByRole("heading", { name: "If it goes to voicemail" }).waitFor();

    // A call without a next step is not taken, and nothing that was typed is lost.
    await page.getByLabel("We spoke").check();
    await page.getByLabel("Notes").fill("Two plants, two rotas.\nWants to see the handover sheet.");
    const save = page.getByRole("button", { name: "Save and plan what comes next" });
    await save.click();
    await page.getByRole("alert").getByText("Nothing was saved yet.").waitFor();
    const step = page.getByLabel("Next step", { exact: true });
    const beside = await step.getAttribute("aria-describedby");
    expect(await page.locator(`#${beside}`).innerText()).toBe(
      "Choose the next step you agreed on, or that there is none.",
    );
    expect(await page.getByLabel("Notes").inputValue()).toBe(
      "Two plants, two rotas.\nWants to see the handover sheet.",
    );
    expect(await page.getByLabel("We spoke").isChecked()).toBe(true);

    await step.selectOption("Another call");
    await page.getByLabel("On", { exact: true }).fill("2026-12-02");
    await page.getByLabel("At (Auckland)").fill("10:30");
    await page.getByLabel("About (optional)").fill("the handover sheet");
    await save.click();
    // What was agreed goes out in writing, with the date for both calendars.
    await page.getByRole("heading", { name: "Follow-up to Hinemoa Tāwhiri" }).waitFor();
    expect(await page.getByLabel("With a calendar invite for").isChecked()).toBe(true);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByText("The follow-up is sent, with the calendar invite.").waitFor();

    // The next call is on the list, and the history has it all.
    const agreed = rowOf(page, "Hinemoa Tāwhiri");
    expect(await agreed.innerText()).toMatch(/10:30 Auckland[^]*Wed 2 Dec[^]*Agreed/);
    await page.getByRole("link", { name: "See what comes next" }).click();
    await page.getByRole("heading", { name: "To be called Wed 2 Dec 10:30 Auckland" }).waitFor();
    const told = await page.locator(".timeline").innerText();
    for (const line of [
      `Blog post sent: ${subject}`,
      "Opened the email",
      "Read the article",
      "Looked at the calling link",
      "Call 1 by Aroha Whitcombe: connected",
      "Wants to see the handover sheet.",
      "Next: call, Wed 2 Dec 2026 10:30 (the handover sheet)",
      "Call 2 put on the worklist",
    ])
      expect(told).toContain(line);
    expect(told).not.toContain("a machine");
  });

  test("a prospect leaves: following the link changes nothing, the button does", async () => {
    const { window, page } = await visit(options);
    await moveClock(page, "to Wednesday afternoon in Auckland");
    const email = await emailTo(page, "Callum Ferris");
    const letter = await newTab(window, () => email.getByRole("link", { name: "Open as the prospect would" }).click());
    const leave = await newTab(window, () => letter.getByRole("link", { name: "Unsubscribe" }).last().click());
    await leave.getByRole("heading", { name: "Unsubscribe?" }).waitFor();

    await email.getByRole("link", { name: "Callum Ferris" }).click();
    await email.getByText("Active", { exact: true }).waitFor();
    await leave.getByRole("button", { name: "Unsubscribe" }).click();
    await leave.getByRole("heading", { name: "You are unsubscribed" }).waitFor();
    await email.reload();
    await email.getByText("Ended: opted out").waitFor();

    // A week later the others have had more, and he has not.
    await moveClock(page, "a week on");
    await goTo(page, "Outbox");
    await page.getByText("To Joost van der Meer").first().waitFor();
    expect(await page.getByText("To Callum Ferris").count()).toBe(0);
  });

  test("a list of prospects is checked first and then imported", async () => {
    const { window, page } = await visit(options);
    const roster = await window.newPage();
    await workAs(roster, "Inês Valadares");
    await goTo(roster, "Prospects");
    await roster.getByRole("heading", { name: "Inês Valadares's prospects" }).waitFor();
    const rosa = roster.getByRole("link", { name: "Rosa Vilar" });

    await goTo(page, "Import");
    await chooseProspects(page, LIST);
    await checkProspects(page);
    await page.getByRole("heading", { name: "What would happen: prospects" }).waitFor();
    expect(await page.getByRole("row").filter({ hasText: "refused" }).innerText()).toMatch(/^3\s+refused\s+email\s+\S/);
    await roster.reload();
    expect(await rosa.count()).toBe(0);

    await page.getByRole("button", { name: "Import exactly this" }).click();
    await page.getByRole("heading", { name: "What happened: prospects" }).waitFor();
    await roster.reload();
    await rosa.waitFor();
  });
});

/** The sample company's prospect of this name, by id. */
async function prospectId(page: Page, name: string): Promise<string> {
  await page.goto("/prospects");
  const path = await page.getByRole("link", { name, exact: true }).getAttribute("href");
  return path?.split("/").at(-1) ?? "";
}

test("the clock of who asked runs on, and turns late after five minutes, on a page that stays open", async () => {
  const { page } = await visit(DESK);
  const id = await prospectId(page, "Tomás Figueiredo");
  const at = site.world.app.now();
  await recordEngagement(site.world.app, [{ id: "r1", prospectId: id, kind: "reply", at, text: "Call me" }]);
  await page.clock.install();
  await page.goto(`/prospects/${id}/calls/1`);
  const asked = page.locator(".asked");
  expect(await asked.innerText()).toMatch(/^Asked \d+ s ago/);
  await page.clock.runFor("06:00");
  expect(await asked.innerText()).toMatch(/^Asked 6 min \d+ s ago: the first five minutes are over/);
});

repDay(visit, () => site);
marketing(() => browser);

// Colours do not depend on the width, so that the dark ones need to be looked at only once.
describe.each([
  { where: "at a desk, light and dark", options: DESK, schemes: ["dark", "light"] },
  { where: "on a phone", options: PHONE, schemes: ["light"] },
] as const)("everybody can read and use every page $where", ({ options, schemes }) => {
  test("that a rep works with", async () => {
    const { window, page } = await visit(options);
    const { look, lookAt, found } = inspection(schemes);
    await lookAt(page, "/");
    await lookAt(page, "/outbox");
    await moveClock(page, "to Wednesday afternoon in Auckland");
    await look(page, "Outbox");

    const email = await emailTo(page, "Hinemoa Tāwhiri");
    const emailPath = new URL(email.url()).pathname;
    const prospectPath = await email.getByRole("link", { name: "Hinemoa Tāwhiri" }).getAttribute("href");
    for (const view of ["text", "headers", "html"]) await lookAt(page, `${emailPath}?view=${view}`);
    const letter = await newTab(window, () => page.getByRole("link", { name: "Open as the prospect would" }).click());
    await letter.getByText("Hi Hinemoa,").waitFor();
    await whereTo(window, () => letter.getByRole("link", { name: "Pick a time for a call" }).click());

    await page.goto("/");
    await reloadUntil(page, rowOf(page, "Hinemoa Tāwhiri"));
    await look(page, "Worklist");
    await lookAt(page, `${prospectPath}/calls/1`);
    await page.getByLabel("Not now").check();
    await look(page, "After the call", "the call form of who wants it later");
    await page.getByLabel("Meeting booked").check();
    await page.getByRole("button", { name: "Save and plan what comes next" }).click();
    await page.getByRole("alert").waitFor();
    await look(page, "After the call", "the refused call form");
    await lookAt(page, prospectPath ?? "");
    expect(found).toEqual([]);
  });

  test("that says why to call somebody whose interest rose", async () => {
    const { page } = await visit(options);
    const { look, lookAt, found } = inspection(schemes);
    const id = await prospectId(page, "Callum Ferris");
    await mailed(site.world, id, "..o....a..o....occccc");
    await lookAt(page, `/prospects/${id}/calls/1`);
    await page.getByRole("img", { name: "The score, email by email" }).waitFor();
    await page.getByText("The numbers").click();
    await look(page, "How interest rose", "the score in numbers");
    await lookAt(page, `/prospects/${id}`);
    expect(found).toEqual([]);
  });

  test("that marketing works with", async () => {
    const { page } = await visit(options);
    const { look, lookAt, found } = inspection(schemes);
    for (const path of [
      "/prospects",
      "/library",
      "/cadence",
      "/engagement",
      "/settings",
      "/start",
      "/templates",
      "/templates/case-study",
      "/segments",
      "/segments/new",
      "/forms",
      "/forms/new",
      "/experiments",
      "/calendar",
      "/cadence/default/edit",
      "/sending/stop",
      "/reports",
      "/library/add",
      "/library/add/hand",
      "/library/feeds",
      "/library/runway",
      "/team",
      "/members",
      "/outlets",
      "/sign-in",
      "/nothing-here",
    ])
      await lookAt(page, path);
    const [article] = await getLibrary(site.world.app.table);
    await lookAt(page, `/library/${article?.id}`);
    await lookAt(page, "/import");
    await chooseProspects(page, LIST);
    await checkProspects(page);
    await look(page, "What would happen: prospects");
    await checkProspects(page);
    await page.getByText("Choose a file first.").waitFor();
    await look(page, "Import", "the refused import");
    expect(found).toEqual([]);
  });

  test("that a prospect gets to see", async () => {
    const { window, page } = await visit(options);
    const { look, found } = inspection(schemes);
    await moveClock(page, "to Wednesday afternoon in Auckland");
    const email = await emailTo(page, "Hinemoa Tāwhiri");
    const { html } = readEmail(site.world.store, Number(email.url().split("/").at(-1)))!;
    const letter = await newTab(window, () => page.getByRole("link", { name: "Open as the prospect would" }).click());
    const leave = await newTab(window, () => letter.getByRole("link", { name: "Unsubscribe" }).last().click());
    await look(leave, "Unsubscribe?");
    await leave.getByRole("link", { name: "Fewer, or a break instead" }).click();
    await look(leave, "Your email preferences");
    await leave.getByRole("button", { name: "Erase me..." }).click();
    await look(leave, "Erase everything about you?");
    await leave.getByRole("link", { name: "No, go back" }).click();
    await leave.getByRole("button", { name: "Unsubscribe" }).click();
    await look(leave, "You are unsubscribed");
    await leave.goto("/u/not-a-link");
    await look(leave, "This link leads nowhere any more");

    // Where the email is opened nothing can run, axe-core neither, so its html is looked at in a tab without that fence.
    await letter.close();
    const unfenced = await window.newPage();
    await unfenced.setContent(html);
    await look(unfenced, /./, "the email");
    expect(found).toEqual([]);
  });
});
