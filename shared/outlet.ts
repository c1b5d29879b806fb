import ipaddr from "ipaddr.js";
import { messageOf } from "./error.ts";
import { getFrom } from "./outlet-get.ts";
import type { Outlet } from "./ports.ts";

const PATIENCE_MS = 10_000;

/** fetch itself says only that it failed, and why in the cause. */
function whyOf(error: unknown, patienceMs: number): string {
  if (error instanceof Error && error.name === "TimeoutError") return `nothing within ${patienceMs / 1000} seconds`;
  return messageOf(error instanceof Error && error.cause !== undefined ? error.cause : error);
}

const GLOBAL: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

/**
 * Is an IP address one of the open internet: not private, of this machine, link or carrier, nor any other that is kept for something? Of IPv6 only what
 * is given out to the open internet at all (RFC 4291, 2.4): the rest holds forms of IPv4 addresses that no list of ranges is sure to have all of.
 */
export function isOutside(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  return ip.range() === "unicast" && (ip instanceof ipaddr.IPv4 || ip.match(GLOBAL));
}

/**
 * The outlet port over HTTP. `mayReach` says of the IP address that a name leads to whether anything may be got from there: pages and feeds are named by
 * people, and must not have Midweek knock on doors of the network it runs in.
 */
export const outletOf = ({
  mayReach = isOutside,
  patienceMs = PATIENCE_MS,
}: { readonly mayReach?: (address: string) => boolean; readonly patienceMs?: number } = {}): Outlet => ({
  get: (asked) => getFrom(asked, { mayReach, patienceMs }),
  post: async ({ url, headers, body }) => {
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers,
        body,
        redirect: "manual",
        signal: AbortSignal.timeout(patienceMs),
      });
      await answer.body?.cancel();
      return { status: answer.status };
    } catch (error) {
      return { failed: whyOf(error, patienceMs) };
    }
  },
});

/** Of the open internet alone, in both worlds. */
export const fetchOutlet: Outlet = outletOf();
