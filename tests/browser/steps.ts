import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** Presses a button of the time bar; the page that answers has everything behind it that was due. */
export const moveClock = (page: Page, button: string): Promise<void> =>
  page.getByRole("button", { name: button }).click();

/** Finds an email in the outbox by whom it is to, and opens it. */
export async function emailTo(page: Page, name: string): Promise<Page> {
  await page.getByRole("link", { name: "Outbox" }).click();
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

/** Chooses a file of prospects on the import page. */
export const chooseProspects = (page: Page, csv: string): Promise<void> =>
  page
    .locator("form", { has: page.getByRole("heading", { name: "Prospects", exact: true }) })
    .getByLabel("File")
    .setInputFiles({ name: "fair.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });

/** What prospects do is taken in beside their requests, so that a page may be a moment behind. */
export const reloadUntil = (page: Page, wanted: Locator): Promise<void> =>
  expect
    .poll(
      async () => {
        await page.reload();
        return wanted.count();
      },
      { timeout: 10_000 },
    )
    .toBeGreaterThan(0);
