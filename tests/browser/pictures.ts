/**
 * Takes the README's pictures anew, of the sample company on a Wednesday morning. By hand, after the look of something changed:
 *
 *     npx node --import tsx tests/browser/pictures.ts
 */
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pack from "@sparticuz/chromium";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { listOutbox, readEmail } from "../../shared/local/outbox.ts";
import { DESK, PHONE, openBrowser, openWindow } from "./browser.ts";
import { openSite } from "./site.ts";
import type { RunningSite } from "./site.ts";
import { moveClock, reloadUntil, rowOf, workAs } from "./steps.ts";

const folder = fileURLToPath(new URL("../../.readme/", import.meta.url));

type Step = "read" | "call";
const LETTERS = { open: "o", read: "c", call: "c" } as const;

/** The newest emails to somebody are opened, and their links followed, as from a browser. */
async function answer(
  { world, address }: RunningSite,
  name: string,
  steps: readonly Step[],
  emails = 1,
): Promise<void> {
  const newest = listOutbox(world.store, { limit: 1000 }).filter(({ to }) => to.name === name);
  for (const { html } of newest.slice(0, emails).toReversed()) {
    const linksOf = (letter: string): string[] =>
      [...html.matchAll(new RegExp(`"(${address}/${letter}/[^"]+)"`, "g"))].flatMap(([, url]) => url ?? []);
    const targets = {
      open: linksOf(LETTERS.open)[0],
      read: linksOf(LETTERS.read)[0],
      // After the article's, and before the price's and the one that nobody sees.
      call: [...new Set(linksOf(LETTERS.call))][1],
    };
    for (const step of ["open", ...steps] as const) {
      const target = targets[step];
      if (!target) throw new Error(`nothing to ${step} in the email to ${name}`);
      await fetch(target, { redirect: "manual", headers: { "User-Agent": DESK.userAgent } });
    }
  }
}

/** Everything of this browser window is the rep's own work. */
async function openAs(browser: Browser, site: RunningSite, options: BrowserContextOptions): Promise<Page> {
  const window = await openWindow(browser, site.address, { ...options, colorScheme: "light" });
  const page = await window.newPage();
  await workAs(page, "Inês Valadares");
  return page;
}

/** A call that led to another one, so that not only new calls are on the list. */
async function speakWith(page: Page, name: string): Promise<void> {
  await page.goto("/");
  await reloadUntil(page, rowOf(page, name));
  await page.getByRole("link", { name }).click();
  await page.getByLabel("We spoke").check();
  await page.getByLabel("Next step", { exact: true }).selectOption("Another call");
  await page.getByLabel("On", { exact: true }).fill("2026-12-16");
  await page.getByLabel("At (London)").fill("15:30");
  await page.getByLabel("About (optional)").fill("the handover sheet of one depot");
  await page.getByLabel("Notes").fill("Three depots, three sheets. Wants to try one of them first.");
  await page.getByRole("button", { name: "Save and plan what comes next" }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText("The follow-up is sent").waitFor();
}

/** Three weeks of emails, and a Wednesday at ten on which there is something to do. */
async function live(site: RunningSite, desk: Page): Promise<void> {
  await moveClock(desk, "a week on");
  await moveClock(desk, "a week on");
  await moveClock(desk, "a week on");
  await answer(site, "Gwen ap Rhys", ["call"]);
  await speakWith(desk, "Gwen ap Rhys");
  await moveClock(desk, "a day on");
  await moveClock(desk, "an hour on");
  await answer(site, "Oluwaseun Adébáyò", ["read"], 2);
  await answer(site, "Tomás Figueiredo", ["read"], 4);
  await moveClock(desk, "a day on");
  await answer(site, "Thandeka Mokoena", ["call"]);
  await answer(site, "Nikos Stavrou", ["read"], 4);
  await desk.goto("/");
  await reloadUntil(desk, rowOf(desk, "Nikos Stavrou"));
}

const CONSOLE_WIDTH = 1280;
const picture = (name: string): string => join(folder, name);

async function take(browser: Browser, site: RunningSite): Promise<void> {
  const desk = await openAs(browser, site, {
    ...DESK,
    viewport: { width: CONSOLE_WIDTH, height: 600 },
    deviceScaleFactor: 1.25,
  });
  await live(site, desk);
  const end = await desk.locator("main .rows").last().boundingBox();
  await desk.setViewportSize({
    width: CONSOLE_WIDTH,
    height: Math.ceil((end?.y ?? 0) + (end?.height ?? 0) + 32),
  });
  await desk.screenshot({ path: picture("console.png") });

  const callPath = await rowOf(desk, "Tomás Figueiredo").getByRole("link").first().getAttribute("href");
  const phone = await openAs(browser, site, { ...PHONE, deviceScaleFactor: 2 });
  await phone.goto(callPath ?? "/");
  await phone.screenshot({ path: picture("phone.png") });

  const study = listOutbox(site.world.store, { limit: 1000 }).find(({ subject }) => subject.startsWith("Vallmark"));
  const letters = await openWindow(browser, site.address, {
    ...DESK,
    viewport: { width: 700, height: 600 },
    deviceScaleFactor: 1.5,
    colorScheme: "light",
  });
  const letter = await letters.newPage();
  await letter.setContent(readEmail(site.world.store, study?.id ?? 0)?.html ?? "");
  await letter.screenshot({ path: picture("email.png"), fullPage: true });
}

mkdirSync(folder, { recursive: true });
// The package brings a typeface of its own, for machines that have none worth showing.
await pack.executablePath();
process.env["FONTCONFIG_PATH"] = join(tmpdir(), "fonts");
const site = await openSite();
const browser = await openBrowser();
try {
  await take(browser, site);
} finally {
  await browser.close();
  await site.close();
}
