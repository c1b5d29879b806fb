import type { World } from "../world.ts";
import { eachEmail, readEmail } from "../../../shared/local/outbox.ts";
import type { OutboxRow } from "../../../shared/local/outbox.ts";
import type { Agenda } from "./agenda.ts";
import { chanceOf } from "./chance.ts";
import type { Deed } from "./deeds.ts";
import { gatewayOf, probesOf } from "./gateways.ts";
import type { Gateway, Span } from "./gateways.ts";
import { linksIn } from "./links.ts";
import type { EmailLink } from "./links.ts";
import { domainOf, mailboxOf, openedFrom, prefetchOf } from "./mailbox.ts";
import type { Mailbox } from "./mailbox.ts";
import { mix } from "./mix.ts";
import { actsOn } from "./persona.ts";
import type { Act } from "./persona.ts";

/** Who there is to play, and what they are about to do. */
export type Cast = {
  readonly seed: number;
  readonly weeks: Span;
  readonly todo: Agenda<Deed>;
  readonly readers: Map<string, { readonly mailbox: Mailbox; emails: number }>;
  readonly gateways: Map<string, Gateway | undefined>;
};

type Letter = { readonly email: OutboxRow; readonly address: string; readonly slot: string };

/** Looks at the emails that came since `after` and puts on the agenda what will be done with them; returns the newest email's id. */
export function readNewMail(world: World, cast: Cast, after: number): number {
  let last = after;
  for (const email of eachEmail(world.store, after)) {
    last = email.id;
    const { slot } = email.tags;
    // What is no touch is not measured, and may be to a rep.
    if (slot === undefined) continue;
    const letter = { email, address: email.to.address, slot };
    receive(cast, letter, () => linksIn(readEmail(world.store, email.id)?.html ?? "", world.app.config));
  }
  return last;
}

/** Whole milliseconds, as computers' clocks have them. */
function receive(cast: Cast, letter: Letter, linksOf: () => readonly EmailLink[]): void {
  const { seed } = cast;
  const { email, address, slot } = letter;
  const reader = cast.readers.get(address) ?? { mailbox: mailboxOf(seed, address), emails: 0 };
  cast.readers.set(address, reader);
  reader.emails++;
  const acts = actsOn(seed, address, { slot, number: reader.emails });
  const prefetch = prefetchOf(reader.mailbox, seed, letter);
  const gateway = gatewayBefore(cast, address);
  if (acts.length === 0 && !prefetch && !gateway) return;
  const links = linksOf();
  const prospectId = email.tags["prospect"] ?? "";
  const put = (delay: number, deed: Omit<Deed, "prospectId">): void =>
    cast.todo.put(email.at + Math.round(delay), { ...deed, prospectId });
  for (const one of acts) asPerson({ mailbox: reader.mailbox, seed, slot, address }, one, links, put);
  const pixel = links.find(({ kind }) => kind === "open");
  if (prefetch && pixel) put(prefetch.after, { by: "machine", does: "hit", link: pixel, from: prefetch.from });
  if (!gateway) return;
  for (const probe of probesOf(gateway, links, { address, slot, at: email.at }, seed))
    put(probe.after, { by: "machine", does: "hit", link: probe.link, method: probe.method, from: probe.from });
}

function gatewayBefore({ seed, weeks, gateways }: Cast, address: string): Gateway | undefined {
  const domain = domainOf(address);
  if (!gateways.has(domain)) gateways.set(domain, gatewayOf(seed, address, weeks));
  return gateways.get(domain);
}

type Reader = { readonly mailbox: Mailbox; readonly seed: number; readonly slot: string; readonly address: string };
type Put = (after: number, deed: Omit<Deed, "prospectId">) => void;

/** Between coming to a page and pressing the button there, ms. */
const THINKS = 20_000;

function asPerson(reader: Reader, { kind, after }: Act, links: readonly EmailLink[], put: Put): void {
  const link = linkFor(kind, links);
  if (!link) return;
  const person = { by: "person", link, from: reader.mailbox.browser } as const;
  if (kind === "open") {
    const from = openedFrom(reader.mailbox, reader.seed, reader.slot);
    put(after, from ? { ...person, does: "hit", from } : { ...person, does: "read" });
    return;
  }
  put(after, { ...person, does: "hit" });
  const asks = () => chanceOf(reader.seed, reader.address, reader.slot, "asks").happens(mix.asksForCall);
  if (kind === "unsubscribe" || (link.kind === "call-me" && asks())) put(after + THINKS, { ...person, does: "press" });
}

/** Where the rep takes no bookings, the page to ask for a call stands in the place of the calling link. */
function linkFor(kind: Act["kind"], links: readonly EmailLink[]): EmailLink | undefined {
  if (kind === "open" || kind === "unsubscribe") return links.find((link) => link.kind === kind);
  const name = kind === "click" ? "read" : kind;
  return links.find(({ link }) => link === name) ?? links.find((link) => kind === "meeting" && link.kind === "call-me");
}
