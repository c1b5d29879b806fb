import axe from "axe-core";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** What keeps people from using the page, by axe-core's rules, as lines to read: serious and critical findings only. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // Frames are left out: an email shown in one is looked at on its own.
  const { violations } = await page.evaluate<AxeResults>("axe.run(document, { iframes: false })");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}: ${node.failureSummary ?? ""}`));
}

/** How many pixels the page is wider than the window, so that one would have to scroll sideways to read it. */
const sideways = async (page: Page): Promise<number> => {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return Math.max(0, width - (page.viewportSize()?.width ?? 0));
};

/** What is wrong with the page as it is shown now, in light and in dark. */
export async function faults(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await barriers(page)).map((barrier) => `${name}, ${colorScheme}: ${barrier}`));
  }
  const over = await sideways(page);
  return over > 0 ? [...found, `${name}: ${over} px wider than the window`] : found;
}
