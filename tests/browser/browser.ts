import pack from "@sparticuz/chromium";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

/** What the package adds for its own surroundings, and what would make this browser laxer than the ones people use. */
const UNWANTED = new Set([
  "--single-process",
  "--disable-web-security",
  "--allow-running-insecure-content",
  "--disable-site-isolation-trials",
]);

/** No name but this machine's own is ever looked up, so that no request leaves it. */
const NOWHERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost";

export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await pack.executablePath(),
    args: [...pack.args.filter((flag) => !UNWANTED.has(flag)), NOWHERE],
    headless: true,
  });

/** Midweek takes a browser that calls itself headless for a machine, and rightly so. */
const DESK_AGENT =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
const PHONE_AGENT =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

const SHARED = { reducedMotion: "reduce", locale: "en-GB" } as const;

export const DESK = { ...SHARED, viewport: { width: 1280, height: 900 }, userAgent: DESK_AGENT } as const;

export const PHONE = {
  ...SHARED,
  viewport: { width: 390, height: 844 },
  userAgent: PHONE_AGENT,
  hasTouch: true,
  isMobile: true,
} as const;

export async function openWindow(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  const window = await browser.newContext({ ...options, baseURL: address });
  window.setDefaultTimeout(10_000);
  return window;
}

/** The tab that `act` brings up. */
export async function newTab(window: BrowserContext, act: () => Promise<void>): Promise<Page> {
  const [tab] = await Promise.all([window.waitForEvent("page"), act()]);
  return tab;
}

/** Clicks a link that leads out, and says to which address of the outside world the browser went in the end. */
export async function whereTo(window: BrowserContext, act: () => Promise<void>): Promise<string> {
  const [request] = await Promise.all([
    window.waitForEvent("request", (one) => new URL(one.url()).hostname !== "localhost"),
    act(),
  ]);
  return request.url();
}
