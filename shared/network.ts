import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** In bits: what an office or a household is given (/48 of IPv6: RFC 6177), and wide enough that it tells nobody apart. */
const BLOCK = { ipv4: 24, ipv6: 48 } as const;

/** Addresses that many networks have, as ipaddr.js calls them; carrierGradeNat is RFC 6598. */
const NOWHERE = new Set([
  "unspecified",
  "broadcast",
  "multicast",
  "private",
  "uniqueLocal",
  "loopback",
  "linkLocal",
  "carrierGradeNat",
]);

/**
 * The block of addresses that an address is in, "203.0.113.0/24" or "2001:db8:7::/48": all that is kept of where a hit came from. IPv4 written as IPv6
 * is IPv4. Undefined for what is no address or says nothing of where: private, of this machine, link or carrier. Never throws.
 */
export function networkOf(address: string): string | undefined {
  if (isIP(address) === 0) return undefined;
  const read = ipaddr.process(address);
  if (NOWHERE.has(read.range())) return undefined;
  const bits = BLOCK[read.kind()];
  const bytes = read.toByteArray().map((byte, at) => (at < bits / 8 ? byte : 0));
  return `${ipaddr.fromByteArray(bytes).toString()}/${bits}`;
}
