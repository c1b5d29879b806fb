import type { World } from "./assumptions.ts";
import { beta, between, exponential } from "./random.ts";
import type { Random } from "./random.ts";

type Mailbox = "apple" | "gmail" | "pictures" | "no-pictures";

export type Person = {
  readonly id: string;
  readonly mailbox: Mailbox;
  readonly userAgent: string;
  readonly network: string;
  /** Their own usual: share of emails clicked, and opened of those that are not. */
  readonly click: number;
  readonly open: number;
  /** The first email of their true rise, -1 for none, and the share they then click. */
  readonly riseFrom: number;
  readonly risenClick: number;
};

export type Scanner = {
  readonly early: boolean;
  /** The first email it looks at. */
  readonly from: number;
  readonly style: "every" | "visible" | "one";
  readonly userAgent: string;
  readonly method: "GET" | "HEAD";
  readonly network: string;
};

export type Domain = { readonly name: string; readonly people: readonly Person[]; readonly scanner?: Scanner };

const BROWSERS = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
] as const;

/** In emails: the weeks 6 to 20, and week 14. */
const NEW_FROM = 10;
const NEW_TO = 40;
const SAME_WEEK = 26;
/** So many emails before a rise, for something to be usual, and so many after it, for it to be found. */
const MARGIN = 8;

const oneOf = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

/** Domain after domain, until everybody is there. */
export function* populate(world: World, random: Random): Generator<Domain> {
  for (let left = world.prospects, place = 0; left > 0; place += 1) {
    const size = Math.min(left, 1 + Math.floor(exponential(random, world.colleagues)));
    const scanner = scannerOf(world, place, random);
    const people = Array.from({ length: size }, (_, n) => personOf(world, `${place}-${n}`, random));
    left -= size;
    yield { name: `company-${place}.example`, people, ...(scanner && { scanner }) };
  }
}

const blockOf = (first: number, place: number): string =>
  `${first}.${Math.floor(place / 256) % 256}.${place % 256}.0/24`;

function personOf(world: World, id: string, random: Random): Person {
  const rises = random() < world.rises;
  return {
    id,
    mailbox: mailboxOf(world, random()),
    userAgent: oneOf(random, BROWSERS),
    // Half of them read where their colleagues do.
    network: random() < 0.5 ? blockOf(100, Number(id.split("-")[0])) : blockOf(101, Math.floor(random() * 65_536)),
    click: beta(random, world.click.yes, world.click.no),
    open: beta(random, world.open.yes, world.open.no),
    riseFrom: rises ? MARGIN + Math.floor(random() * (world.emails - 2 * MARGIN - world.riseEmails)) : -1,
    risenClick: between(random, world.risenClick.from, world.risenClick.to),
  };
}

function mailboxOf({ appleMail, gmail, picturesBlocked }: World, drawn: number): Mailbox {
  if (drawn < appleMail) return "apple";
  if (drawn < appleMail + gmail) return "gmail";
  const others = 1 - appleMail - gmail;
  return drawn < appleMail + gmail + others * picturesBlocked ? "no-pictures" : "pictures";
}

function scannerOf(world: World, place: number, random: Random): Scanner | undefined {
  const when = scannerWhen(world, random);
  if (!when) return undefined;
  const style = random();
  const speaks = random();
  return {
    ...when,
    style: style < world.styles.one ? "one" : style < world.styles.one + world.styles.visible ? "visible" : "every",
    userAgent:
      speaks < world.silent
        ? ""
        : speaks < world.silent + world.named
          ? "Mimecast-Link-Protect"
          : oneOf(random, BROWSERS),
    method: random() < world.headersOnly ? "HEAD" : "GET",
    network: blockOf(52, place),
  };
}

function scannerWhen(world: World, random: Random): Pick<Scanner, "early" | "from"> | undefined {
  const drawn = random();
  const early = random() < 0.5;
  const from = NEW_FROM + Math.floor(random() * (NEW_TO - NEW_FROM));
  const lateFrom = world.earlyGateways + world.lateGateways;
  if (drawn < world.earlyGateways) return { early: true, from: 0 };
  if (drawn < lateFrom) return { early: false, from: 0 };
  if (drawn < lateFrom + world.newGateways) return { early, from };
  if (drawn < lateFrom + world.newGateways + world.sameWeekGateways) return { early, from: SAME_WEEK };
  return undefined;
}
