import ipaddr from "ipaddr.js";

/** Names that mean this machine or this network: RFC 6761, RFC 6762, and `internal`, which ICANN keeps for private use. */
const OWN_NETWORK = /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/;

const isLoopback = (host: string): boolean =>
  /(?:^|\.)localhost$/.test(host) || (ipaddr.isValid(host) && ipaddr.process(host).range() === "loopback");

/** An IPv6 address without its brackets, a name without dots of the root. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.+$/, "");

/** Is it nobody's outside a network: a private, local or reserved address, or a name that only this machine or network knows? */
const isInside = (host: string): boolean =>
  ipaddr.isValid(host) ? ipaddr.process(host).range() !== "unicast" : OWN_NETWORK.test(host) || !host.includes(".");

/**
 * Why Midweek will not post to an address; undefined when it will. Addresses are https, and of the world outside, so that nobody can have Midweek knock
 * on doors of the network it runs in. A Midweek that is itself only on this machine (`publicUrl`) may post to this machine, without https too, and into
 * its network. Only what the address says is looked at: a name that leads to a private address is not noticed, so the network Midweek
 * runs in has to hold off what must not be reached.
 */
export function addressFlaw(address: string, publicUrl: string): string | undefined {
  const url = URL.parse(address.trim());
  if (!url || !/^https?:$/.test(url.protocol)) return "give a whole address, like https://example.com/midweek";
  if (url.username || url.password) return "leave the name and password out of the address";
  const host = hostOf(url);
  const atHome = isLoopback(hostOf(new URL(publicUrl)));
  if (url.protocol === "http:" && !(atHome && isLoopback(host))) return "it has to start with https://";
  if (!atHome && isInside(host)) return "that is an address inside a network, which cannot be reached from here";
  return undefined;
}
