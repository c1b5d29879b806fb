import axe from "axe-core";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

/** Frames are left out: an email shown in one is looked at on its own. */
const ALL: RunOptions = { iframes: false, resultTypes: ["violations"] };
const COLOURS: RunOptions = { ...ALL, runOnly: ["color-contrast"] };

/** What keeps people from using the page, by axe-core's rules, as lines to read: serious and critical findings only. */
async function barriers(page: Page, options: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}: ${node.failureSummary ?? ""}`));
}

/** How many pixels the page is wider than the window, so that one would have to scroll sideways to read it. */
async function sideways(page: Page): Promise<number> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return Math.max(0, width - (page.viewportSize()?.width ?? 0));
}

type Scheme = "light" | "dark";

/** In the dark only a page's colours can be wrong in another way than in the light. */
async function faults(page: Page, schemes: readonly Scheme[]): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    const lines = await barriers(page, colorScheme === "dark" ? COLOURS : ALL);
    found.push(...lines.map((line) => `${colorScheme}: ${line}`));
  }
  const over = await sideways(page);
  return over > 0 ? [...found, `${over} px wider than the window`] : found;
}

export type Inspection = {
  /** What was wrong so far, and on which page. */
  readonly found: readonly string[];
  /** Looks at the page that has this heading, once it is there. */
  readonly look: (page: Page, heading: string | RegExp, name?: string) => Promise<void>;
  readonly lookAt: (page: Page, path: string) => Promise<void>;
};

export function inspection(schemes: readonly Scheme[]): Inspection {
  const found: string[] = [];
  const note = async (page: Page, name: string): Promise<void> => {
    found.push(...(await faults(page, schemes)).map((fault) => `${name}, ${fault}`));
  };
  return {
    found,
    look: async (page, heading, name = String(heading)) => {
      await page.getByRole("heading", { name: heading, exact: true }).waitFor();
      await note(page, name);
    },
    lookAt: async (page, path) => {
      await page.goto(path);
      await note(page, path);
    },
  };
}
