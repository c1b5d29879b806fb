import type { Hono } from "hono";
import type { World } from "../world.ts";
import type { Origin } from "./agents.ts";
import type { EmailLink } from "./links.ts";

/** Something that a person or a machine does with an email. */
export type Deed = {
  readonly by: "person" | "machine";
  readonly prospectId: string;
  /** hit: asks for what is behind the link. press: sends the form that stands there. read: reads where it does not show. */
  readonly does: "hit" | "press" | "read";
  readonly link: EmailLink;
  readonly method?: "GET" | "HEAD";
  readonly from: Origin;
};

/** What was really done, which the product can only guess. */
export type Truth = {
  readonly people: {
    opens: number;
    /** Emails read in Apple Mail, whose picture had been fetched anyway. */
    opensUnseen: number;
    clicks: number;
    /** Calls asked for on our page. */
    forms: number;
    unsubscribes: number;
  };
  readonly machines: {
    opens: number;
    clicks: number;
    /** Looks at the pages where a prospect unsubscribes or chooses. */
    pages: number;
  };
  /** When a prospect asked to be called, by going where that is done or by saying so; epoch ms by prospect. */
  readonly asked: Map<string, Set<number>>;
  /** What people asked the product for, as "prospect moment": their signals, against all others. */
  readonly ofPeople: Set<string>;
  /** Prospects who pressed the button to leave. */
  readonly left: Set<string>;
};

export const nothingDone = (): Truth => ({
  people: { opens: 0, opensUnseen: 0, clicks: 0, forms: 0, unsubscribes: 0 },
  machines: { opens: 0, clicks: 0, pages: 0 },
  asked: new Map(),
  ofPeople: new Set(),
  left: new Set(),
});

/** A signal carries no mark of who made it, but nobody does two things in one millisecond. */
export const momentOf = ({ prospectId, at }: { readonly prospectId: string; readonly at: number }): string =>
  `${prospectId} ${at}`;

/** Does it as a mail program and a browser would: over the link that stands in the email. */
export async function act(world: World, site: Hono, deed: Deed, truth: Truth): Promise<void> {
  if (deed.does !== "read") await request(site, deed);
  if (deed.by === "machine") byMachine(deed, truth.machines);
  else byPerson(deed, truth, world.app.now());
}

const BODIES = { unsubscribe: "List-Unsubscribe=One-Click", "call-me": "phone=&when=This+week" };

async function request(site: Hono, { does, link, method = "GET", from }: Deed): Promise<void> {
  const { kind, path } = link;
  const headers = { ...(from.userAgent !== undefined && { "User-Agent": from.userAgent }) };
  const press = {
    method: "POST",
    headers: { ...headers, "Content-Type": "application/x-www-form-urlencoded" },
    body: kind === "unsubscribe" ? BODIES.unsubscribe : BODIES["call-me"],
  };
  const env = { incoming: { socket: { remoteAddress: from.address } } };
  const answer = await site.request(path, does === "press" ? press : { method, headers }, env);
  if (answer.status >= 400) throw new Error(`${kind} answered ${answer.status}`);
}

function byMachine({ link: { kind } }: Deed, machines: Truth["machines"]): void {
  if (kind === "open") machines.opens++;
  else if (kind === "click" || kind === "call-me") machines.clicks++;
  else machines.pages++;
}

function byPerson({ prospectId, does, link: { kind, link } }: Deed, truth: Truth, now: number): void {
  const { people } = truth;
  if (does !== "read") truth.ofPeople.add(momentOf({ prospectId, at: now }));
  if (does === "read") people.opensUnseen++;
  else if (kind === "open") people.opens++;
  else if (kind === "unsubscribe") {
    if (does !== "press") return;
    people.unsubscribes++;
    truth.left.add(prospectId);
  } else {
    if (does === "press") people.forms++;
    else people.clicks++;
    if (link === "read") return;
    const asked = truth.asked.get(prospectId) ?? new Set();
    truth.asked.set(prospectId, asked.add(now));
  }
}
