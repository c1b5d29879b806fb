import type { Hono } from "hono";
import type { Store } from "../../../shared/local/store.ts";
import { eachEmail, readEmail } from "../../../shared/local/outbox.ts";
import type { OutboxRow } from "../../../shared/local/outbox.ts";
import type { World } from "../world.ts";
import type { Agenda } from "./agenda.ts";
import { actsOn } from "./persona.ts";
import type { Act } from "./persona.ts";

export type Deed = { readonly emailId: number; readonly kind: Act["kind"] };
export type Deeds = { opens: number; clicks: number; unsubscribes: number };

const BROWSER =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/** Looks at the emails that came since `after` and puts what their readers will do on the agenda; returns the newest email's id. */
export function readNewMail(
  store: Store,
  played: { readonly seed: number; readonly todo: Agenda<Deed>; readonly received: Map<string, number> },
  after: number,
): number {
  let last = after;
  for (const email of eachEmail(store, after)) {
    last = email.id;
    const address = email.to.address;
    const number = (played.received.get(address) ?? 0) + 1;
    played.received.set(address, number);
    for (const { kind, after: delay } of actsOn(played.seed, address, { slot: slotOf(email), number }))
      played.todo.put(email.at + delay, { emailId: email.id, kind });
  }
  return last;
}

const slotOf = (email: OutboxRow): string => email.tags["slot"] ?? String(email.id);

/** The paths of our own links of one kind in an email, in order. */
const paths = (html: string, publicUrl: string, letter: "o" | "c" | "u"): string[] =>
  html
    .split(`"${publicUrl}/${letter}/`)
    .slice(1)
    .map((rest) => `/${letter}/${rest.slice(0, rest.indexOf('"'))}`);

/** Does it as a mail client and a browser would: over the links that stand in the email. Emails that are not measured have plain links, which lead elsewhere. */
export async function act({ store, app }: World, site: Hono, deed: Deed, deeds: Deeds): Promise<void> {
  const email = readEmail(store, deed.emailId);
  if (!email) return;
  const of = (letter: "o" | "c" | "u"): string[] => paths(email.html, app.config.publicUrl, letter);
  const path = {
    open: () => of("o")[0],
    click: () => of("c")[0],
    meeting: () => of("c").at(-1),
    unsubscribe: () => of("u")[0],
  }[deed.kind]();
  if (!path) return;
  const headers = { "User-Agent": BROWSER };
  const answer = await site.request(path, { headers });
  if (answer.status >= 400) throw new Error(`${deed.kind} answered ${answer.status}`);
  if (deed.kind === "open") deeds.opens++;
  else if (deed.kind !== "unsubscribe") deeds.clicks++;
  else await unsubscribe(site, path, deeds);
}

async function unsubscribe(site: Hono, path: string, deeds: Deeds): Promise<void> {
  const answer = await site.request(path, {
    method: "POST",
    headers: { "User-Agent": BROWSER, "Content-Type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  if (answer.status >= 400) throw new Error(`unsubscribe answered ${answer.status}`);
  deeds.unsubscribes++;
}
