import type { Signal } from "../../../shared/engagement/signal.ts";
import { HOUR, MINUTE } from "../../../shared/time.ts";
import type { World } from "./assumptions.ts";
import type { Domain, Person, Scanner } from "./population.ts";
import { between, exponential } from "./random.ts";
import type { Random } from "./random.ts";

/** One email to one prospect: what was measured, and what in truth happened. */
export type Mail = {
  readonly signals: readonly Signal[];
  readonly clicked: boolean;
  /** Did a person's opening show; null where it never could. */
  readonly seen: boolean | null;
};

export type Slot = { readonly place: number; readonly date: string; readonly deliveredAt: number };

const GMAIL_PROXY = "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";
const GMAIL_NETWORK = "66.249.84.0/24";
const APPLE_PROXY = "Mozilla/5.0";
const APPLE_NETWORK = "17.58.0.0/24";
const APPLE_FETCHES = 0.95;
/** Of late scanners: how many of the emails they fetch the pictures of. */
const LATE_PICTURES = 0.6;

const risen = (world: World, { riseFrom }: Person, place: number): boolean =>
  riseFrom >= 0 && place >= riseFrom && place < riseFrom + world.riseEmails;

type Hit = Pick<Signal, "kind" | "link" | "at" | "userAgent" | "network" | "method">;

type Addressed = {
  readonly world: World;
  readonly domain: Domain;
  readonly person: Person;
  readonly slot: Slot;
};

/** What one email brought, machines included. */
export function mailOf({ world, domain, person, slot }: Addressed, random: Random): Mail {
  const up = risen(world, person, slot.place);
  const clicked = random() < (up ? person.risenClick : person.click);
  const opened = clicked || random() < (up ? Math.max(person.open, world.risenOpen) : person.open);
  const { mailbox } = person;
  const hits = [
    ...(opened ? humanHits(world, person, clicked, random) : []),
    ...(mailbox === "apple" && random() < APPLE_FETCHES ? [appleHit(random)] : []),
    ...(domain.scanner && slot.place >= domain.scanner.from && random() < world.looksAt
      ? scannerHits(domain.scanner, random)
      : []),
  ];
  const shows = mailbox === "gmail" || mailbox === "pictures";
  return {
    signals: hits.map((hit, n) =>
      Object.assign({}, hit, {
        id: `${person.id}.${slot.place}.${n}`,
        prospectId: person.id,
        slot: slot.date,
        at: slot.deliveredAt + Math.round(hit.at),
      }),
    ),
    clicked,
    seen: shows ? opened : null,
  };
}

function humanHits(world: World, person: Person, clicked: boolean, random: Random): Hit[] {
  const { mailbox, userAgent, network } = person;
  const at = MINUTE + exponential(random, world.openDelay);
  const own = { userAgent, network, method: "GET" as const };
  const hits: Hit[] = [];
  if (mailbox === "pictures") hits.push({ kind: "open", at, ...own });
  if (mailbox === "gmail")
    hits.push({ kind: "open", at, userAgent: GMAIL_PROXY, network: GMAIL_NETWORK, method: "GET" });
  if (clicked) {
    const clickAt = at + between(random, 10_000, 70_000);
    hits.push({ kind: "click", link: "read", at: clickAt, ...own });
    if (random() < world.secondLink)
      hits.push({ kind: "click", link: "meeting", at: clickAt + between(random, 30_000, 180_000), ...own });
  }
  return hits;
}

const appleHit = (random: Random): Hit => ({
  kind: "open",
  at: 30_000 + random() * 4 * HOUR,
  userAgent: APPLE_PROXY,
  network: APPLE_NETWORK,
  method: "GET",
});

function scannerHits({ early, style, userAgent, method, network }: Scanner, random: Random): Hit[] {
  const at = early ? between(random, 1000, 40_000) : between(random, 2 * MINUTE, 52 * MINUTE);
  const own = { userAgent, network, method };
  const hits: Hit[] = [];
  if (early || random() < LATE_PICTURES) hits.push({ kind: "open", at, ...own });
  hits.push({ kind: "click", link: "read", at: at + between(random, 500, 3500), ...own });
  if (style !== "one") hits.push({ kind: "click", link: "meeting", at: at + between(random, 800, 8800), ...own });
  if (style === "every") hits.push({ kind: "click", link: "hidden", at: at + between(random, 900, 8900), ...own });
  return hits;
}
