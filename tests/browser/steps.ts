import type { Locator, Page } from "playwright-core";
import { listOutbox, readEmail } from "../../shared/local/outbox.ts";
import type { RunningSite } from "./site.ts";

/** Presses a button of the time bar, and waits for the page that answers: it has everything behind it that was due. */
export async function moveClock(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForEvent("domcontentloaded"), page.getByRole("button", { name: button }).click()]);
  await page.getByText("The clock has moved.").waitFor();
}

/** Looks at one rep's worklist, and from then on at that rep's work everywhere. */
export async function workAs(page: Page, rep: string): Promise<void> {
  await page.goto("/");
  await page.getByLabel("Whose work to show").selectOption(rep);
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByRole("heading", { name: `${rep}'s worklist` }).waitFor();
}

/** Goes where the navigation leads, which is behind a button on a phone. */
export async function goTo(page: Page, place: string): Promise<void> {
  const menu = page.getByRole("button", { name: /^Menu/ });
  if (await menu.isVisible()) await menu.click();
  await page
    .getByRole("navigation", { name: "Pages of Midweek" })
    .getByRole("link", { name: place, exact: true })
    .click();
}

/** Finds an email in the outbox by whom it is to, and opens it. */
export async function emailTo(page: Page, name: string): Promise<Page> {
  await goTo(page, "Outbox");
  await page
    .getByRole("listitem")
    .filter({ hasText: `To ${name}` })
    .getByRole("link")
    .click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

/** The row of the worklist about this prospect. */
export const rowOf = (page: Page, name: string): Locator =>
  page.getByRole("listitem").filter({ has: page.getByRole("link", { name }) });

const prospectsForm = (page: Page): Locator =>
  page.locator("form", { has: page.getByRole("heading", { name: "Prospects", exact: true }) });

/** Chooses a file of prospects on the import page. */
export const chooseProspects = (page: Page, csv: string): Promise<void> =>
  prospectsForm(page)
    .getByLabel("File")
    .setInputFiles({ name: "fair.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });

/** Has the prospects checked without bringing them in. */
export const checkProspects = (page: Page): Promise<void> =>
  prospectsForm(page).getByRole("button", { name: "Check first" }).click();

const MOST_RELOADS = 100;

/** What prospects do is taken in beside their requests, so that a page may be a moment behind. */
export async function reloadUntil(page: Page, wanted: Locator): Promise<void> {
  for (let tries = 0; tries < MOST_RELOADS; tries += 1) {
    await page.reload();
    if ((await wanted.count()) > 0) return;
  }
  throw new Error(`not on ${page.url()} after ${MOST_RELOADS} reloads: ${wanted.toString()}`);
}

/** Signs in by a mailed link, as the member of this address. */
export async function signInAs(page: Page, { world }: RunningSite, address: string): Promise<void> {
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByLabel("Your email address at work").fill(address);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await page.getByText("If that address is known, a link is on its way").waitFor();
  await page.goto(await mailedLink(world.store, address));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** It is mailed after the page has answered. */
async function mailedLink(store: RunningSite["world"]["store"], address: string): Promise<string> {
  for (let tries = 0; tries < MOST_RELOADS; tries += 1) {
    const email = listOutbox(store, { limit: 20 }).find(({ to }) => to.address === address);
    const link = /https?:\S+\/sign-in\/link\/\S+/.exec((email && readEmail(store, email.id)?.text) ?? "")?.[0];
    if (link) return link;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error("no link was mailed");
}
