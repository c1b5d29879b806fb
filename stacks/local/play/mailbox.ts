import { gatewayDomain } from "../../../shared/engagement/gateway.ts";
import { HOUR, MINUTE } from "../../../shared/time.ts";
import { applePrivacy, browsersOf, gmailProxy, officeAddress, outlook } from "./agents.ts";
import type { Origin } from "./agents.ts";
import { chanceOf } from "./chance.ts";
import { mix } from "./mix.ts";

/** What one prospect reads mail with, for good. */
export type Mailbox = {
  readonly program: keyof typeof browsersOf;
  /** Whence clicks come. */
  readonly browser: Origin;
};

const OWN_PROGRAM = new Map<string, Mailbox["program"]>([
  ["gmail.com", "gmail"],
  ["googlemail.com", "gmail"],
  ["icloud.com", "apple-mail"],
  ["me.com", "apple-mail"],
  ["mac.com", "apple-mail"],
]);

export const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

export function mailboxOf(seed: number, address: string): Mailbox {
  const chance = chanceOf(seed, address, "mailbox");
  const program = OWN_PROGRAM.get(domainOf(address)) ?? drawn(chance.next());
  const browsers = browsersOf[program];
  const userAgent = browsers[Math.floor(chance.between(0, browsers.length))];
  // Who has a mailbox at a provider is at home there.
  return { program, browser: { address: officeAddress(gatewayDomain(address) ?? address), userAgent } };
}

function drawn(draw: number): Mailbox["program"] {
  const { "apple-mail": apple, gmail, outlook: office } = mix.programs;
  if (draw < apple) return "apple-mail";
  if (draw < apple + gmail) return "gmail";
  return draw < apple + gmail + office ? "outlook" : "browser";
}

/** Whence the picture is fetched when a person opens; undefined where that does not show, because it had been fetched already. */
export function openedFrom({ program, browser }: Mailbox, seed: number, slot: string): Origin | undefined {
  if (program === "apple-mail") return undefined;
  if (program === "gmail") return gmailProxy(chanceOf(seed, browser.address, slot, "proxy"));
  return program === "outlook" ? outlook(browser.address) : browser;
}

/** When (ms after delivery) and whence Apple fetches the picture, looked at or not; undefined when it does not. */
export function prefetchOf(
  { program }: Mailbox,
  seed: number,
  email: { readonly address: string; readonly slot: string },
): { readonly after: number; readonly from: Origin } | undefined {
  if (program !== "apple-mail") return undefined;
  const chance = chanceOf(seed, email.address, email.slot, "apple");
  if (!chance.happens(mix.applePrivacy.opens)) return undefined;
  return { after: MINUTE / 2 + chance.next() ** 2 * mix.applePrivacy.hours * HOUR, from: applePrivacy(chance) };
}
