import { chanceOf } from "./chance.ts";
import type { Chance } from "./chance.ts";

/** Where a request comes from and what it says of itself. */
export type Origin = { readonly address: string; readonly userAgent?: string | undefined };

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
const EDGE = `${CHROME} Edg/142.0.0.0`;
const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0";
const MAC_SAFARI =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15";
const PHONE_SAFARI =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";
const OUTLOOK =
  "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; WOW64; Trident/7.0; .NET4.0C; .NET4.0E; Microsoft Outlook 16.0.17928; ms-office; MSOffice 16)";
const GMAIL = "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";
const APPLE_PRIVACY = "Mozilla/5.0";
/** Scanners that pose as people seldom keep up with the browsers they pose as. */
const OLD_CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";

export const namedScanners = ["Barracuda Sentinel (EE)", "Mimecast-Link-Protect", "CiscoSecureEmail"] as const;
export const posing = OLD_CHROME;

export const browsersOf = {
  "apple-mail": [PHONE_SAFARI, MAC_SAFARI],
  gmail: [CHROME, MAC_SAFARI],
  outlook: [EDGE, CHROME],
  browser: [CHROME, EDGE, FIREFOX],
} as const satisfies { readonly [program: string]: readonly string[] };

const whole = (chance: Chance, low: number, high: number): number => Math.floor(chance.between(low, high));

/** An office's own, out of the range for examples (RFC 3849): the same for all at a domain. */
export function officeAddress(domain: string): string {
  const chance = chanceOf(domain, "office");
  return `2001:db8:${whole(chance, 1, 0x1_00_00).toString(16)}::7`;
}

/** One of so many workers of a gateway, out of the range for trying out networks (RFC 2544), each on a network of its own. */
export function workerAddress(gateway: string, worker: number): string {
  const chance = chanceOf(gateway, "worker", worker);
  return `198.${whole(chance, 18, 20)}.${whole(chance, 0, 256)}.${whole(chance, 1, 255)}`;
}

/** Apple's and Google's own, as they say themselves. */
export const applePrivacy = (chance: Chance): Origin => ({
  address: `17.58.${whole(chance, 0, 256)}.${whole(chance, 1, 255)}`,
  userAgent: APPLE_PRIVACY,
});

export const gmailProxy = (chance: Chance): Origin => ({
  address: `66.249.84.${whole(chance, 1, 255)}`,
  userAgent: GMAIL,
});

export const outlook = (address: string): Origin => ({ address, userAgent: OUTLOOK });
