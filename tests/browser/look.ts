import axe from "axe-core";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** What keeps people from using the page, by axe-core's rules, as lines to read: serious and critical findings only. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // Frames are left out: an email shown in one is looked at on its own.
  const { violations } = await page.evaluate<AxeResults>("axe.run(document, { iframes: false })");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}: ${node.failureSummary ?? ""}`));
}

/** How many pixels the page is wider than the window, so that one would have to scroll sideways to read it. */
export const sideways = async (page: Page): Promise<number> => {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return Math.max(0, width - (page.viewportSize()?.width ?? 0));
};
