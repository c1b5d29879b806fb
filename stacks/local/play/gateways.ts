import { gatewayDomain } from "../../../shared/engagement/gateway.ts";
import { DAY, MINUTE } from "../../../shared/time.ts";
import { namedScanners, officeAddress, posing, workerAddress } from "./agents.ts";
import type { Origin } from "./agents.ts";
import { chanceOf } from "./chance.ts";
import type { Chance } from "./chance.ts";
import type { EmailLink } from "./links.ts";
import { mix } from "./mix.ts";

/** What stands before a domain and looks at the links of its emails. */
export type Gateway = {
  readonly domain: string;
  readonly sort: keyof typeof mix.gateways;
  /** Epoch ms from which on it is there. */
  readonly since: number;
  readonly userAgent: string | undefined;
  readonly fetchesPictures: boolean;
  readonly onPremises: boolean;
  readonly workersApart: boolean;
};

/** The weeks that are played, epoch ms. */
export type Span = { readonly from: number; readonly to: number };

/** One request of a gateway. */
export type Probe = {
  readonly link: EmailLink;
  readonly method: "GET" | "HEAD";
  readonly after: number;
  readonly from: Origin;
};

const SORTS = ["early", "headers first", "named", "late"] as const satisfies readonly Gateway["sort"][];

/** The gateway before the domain of an address, by chance; undefined where there is none, or where the neighbours are strangers. */
export function gatewayOf(seed: number, address: string, span: Span): Gateway | undefined {
  const domain = gatewayDomain(address);
  if (domain === undefined) return undefined;
  const chance = chanceOf(seed, domain, "gateway");
  const sort = always(chance.next());
  if (sort !== undefined) return made(domain, sort, -Infinity, chance);
  if (!chance.happens(mix.switchedOn.domains)) return undefined;
  const share = chance.between(mix.switchedOn.notBefore, mix.switchedOn.notAfter);
  // At midnight, so that it is the same in whichever minute the weeks begin.
  const since = Math.floor((span.from + share * (span.to - span.from)) / DAY) * DAY;
  return made(domain, SORTS[Math.floor(chance.between(0, SORTS.length))] ?? "late", since, chance);
}

function always(draw: number): Gateway["sort"] | undefined {
  let below = 0;
  return SORTS.find((sort) => draw < (below += mix.gateways[sort]));
}

function made(domain: string, sort: Gateway["sort"], since: number, chance: Chance): Gateway {
  const named = namedScanners[Math.floor(chance.between(0, namedScanners.length))];
  const poses = sort === "late" || chance.happens(0.5);
  return {
    domain,
    sort,
    since,
    userAgent: sort === "named" ? named : poses ? posing : undefined,
    fetchesPictures: sort !== "late" && chance.happens(mix.fetchesPictures),
    onPremises: sort === "late" && chance.happens(mix.late.onPremises),
    workersApart: sort === "late" && chance.happens(mix.late.workersApart),
  };
}

/** What it asks for of one email and how long after delivery (ms); the same for the same seed and email. */
export function probesOf(
  gateway: Gateway,
  links: readonly EmailLink[],
  email: { readonly address: string; readonly slot: string; readonly at: number },
  seed: number,
): Probe[] {
  if (email.at < gateway.since) return [];
  const chance = chanceOf(seed, email.address, email.slot, "gateway");
  if (gateway.sort === "late") return late(gateway, links, chance);
  const looks = links.filter(({ kind }) => kind !== "open" || gateway.fetchesPictures);
  const from = origin(gateway, Math.floor(chance.between(0, WORKERS)));
  let after = chance.between(500, gateway.sort === "named" ? 20_000 : 6000);
  return looks.flatMap((link) => {
    const methods = gateway.sort === "headers first" ? (["HEAD", "GET"] as const) : (["GET"] as const);
    return methods.map((method): Probe => ({ link, method, after: (after += chance.between(40, 400)), from }));
  });
}

const WORKERS = 6;

/** Looks at what a reader sees, in no order, minutes later. */
function late(gateway: Gateway, links: readonly EmailLink[], chance: Chance): Probe[] {
  if (!chance.happens(mix.late.looksAtEmail)) return [];
  const worker = Math.floor(chance.between(0, WORKERS));
  let after = chance.between(3 * MINUTE, 40 * MINUTE);
  return links
    .filter(({ kind, link }) => kind !== "open" && link !== "hidden")
    .map((link) => ({ link, order: chance.next() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ link }, place) => {
      after += chance.between(800, 5000);
      return { link, method: "GET", after, from: origin(gateway, gateway.workersApart ? worker + place : worker) };
    });
}

const origin = ({ domain, onPremises, userAgent }: Gateway, worker: number): Origin => ({
  address: onPremises ? officeAddress(domain) : workerAddress(domain, worker),
  userAgent,
});
