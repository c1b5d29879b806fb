import { completeCall } from "../../../shared/call/complete.ts";
import { getCall, openCallNumber } from "../../../shared/call/store.ts";
import type { Signal } from "../../../shared/engagement/signal.ts";
import type { Feedback } from "../../../shared/feedback/feedback.ts";
import { recordFeedback } from "../../../shared/feedback/record.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { HOUR, MINUTE } from "../../../shared/time.ts";
import { getTouch } from "../../../shared/touch/store.ts";
import { trackApp } from "../../../functions/track/app.ts";
import { linkUrl } from "../../../shared/link.ts";
import { article, prospect } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

/** The first two slots, at 15:00 in Lisbon. */
export const WEDNESDAY = "2026-11-25";
export const THURSDAY = "2026-11-26";

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36";
/** How Apple Mail fetches pictures, read or not. */
const APPLE = "Mozilla/5.0";

const at = (id: string, changes: Partial<Prospect> = {}): Prospect =>
  prospect(id, { email: `${id}@${id}.example`, ...changes });

/** Each at a domain of their own, so that nobody has colleagues. */
export const PEOPLE = [
  at("rui"),
  at("eva", { sector: "energy" }),
  at("tom"),
  at("ivo", { sector: "energy" }),
  at("ada", { tracking: "denied", sector: undefined }),
  at("sam"),
];

export const ARTICLES = [
  article("rounds", { publishedOn: "2026-03-01", title: "=Rounds & <b>more</b>" }),
  article("shifts", { publishedOn: "2026-02-01" }),
  article("stock", { publishedOn: "2026-01-01" }),
];

/** Somebody did something with the email of a slot, so many minutes after it went out; verdicts follow at once. */
export async function did(
  world: TestWorld,
  prospectId: string,
  slot: string,
  what: Pick<Signal, "kind" | "link" | "text"> & { readonly after: number; readonly apple?: boolean },
): Promise<void> {
  const { after, apple, ...rest } = what;
  const touch = await getTouch(world.app.table, prospectId, slot);
  const when = (touch?.at ?? 0) + after * MINUTE;
  await world.pass(Math.max(world.app.now(), when));
  const id = `${prospectId}-${slot}-${rest.kind}-${after}`;
  const network = "198.51.100.0/24";
  const seen = rest.kind === "reply" ? {} : { userAgent: apple ? APPLE : CHROME, network, method: "GET" as const };
  await world.app.signals.send([{ id, prospectId, slot, at: when, ...seen, ...rest }]);
  await world.pass(Math.max(world.app.now(), when));
}

/** The provider tells of the email of a slot. */
export async function told(
  world: TestWorld,
  prospectId: string,
  slot: string,
  what: { readonly kind: "complained" } | { readonly kind: "bounced"; readonly bounce: "permanent" | "transient" },
): Promise<void> {
  const touch = await getTouch(world.app.table, prospectId, slot);
  if (touch?.messageId === undefined) throw new Error(`no email to ${prospectId} in ${slot}`);
  const about = { prospectId, slot, messageId: touch.messageId, sentAt: touch.at, at: world.app.now() };
  const heard: Feedback =
    what.kind === "bounced" ? { ...about, ...what, why: "550 nobody here" } : { ...about, ...what };
  await recordFeedback(world.app, [heard]);
}

async function leaves(world: TestWorld, prospectId: string, slot: string): Promise<void> {
  const link = linkUrl(world.app.config, { kind: "unsubscribe", prospectId, slot });
  await trackApp(world.app).request(new URL(link).pathname, { method: "POST" });
}

/** The rep calls on the open task, and they agree to meet. */
async function agreesToMeet(world: TestWorld, prospectId: string): Promise<void> {
  const { table } = world.app;
  const number = await openCallNumber(table, prospectId);
  const call = number === undefined ? undefined : await getCall(table, prospectId, number);
  if (!call) throw new Error(`no call of ${prospectId} is open`);
  await completeCall(world.app, {
    prospectId,
    number: call.number,
    version: call.version,
    repId: "ana",
    disposition: "meeting booked",
    notes: "Wants to see it.",
    nextStep: { kind: "meeting", date: "2026-12-03", time: "11:00" },
  });
}

/**
 * Two slots. Wednesday, all six: Rui opens and reads on; Eva asks for a meeting, is called and agrees to one; Tom leaves by the link; Ivo's address is
 * not there; Ada is not measured; of Sam's openings nobody can tell. Thursday, Rui, Ada and Sam, for Eva's meeting holds her emails: Rui replies and is
 * not called yet, and Sam complains.
 */
export async function play(world: TestWorld): Promise<void> {
  await world.pass("2026-11-25T15:01Z");
  await told(world, "ivo", WEDNESDAY, { kind: "bounced", bounce: "permanent" });
  await did(world, "sam", WEDNESDAY, { kind: "open", after: 5, apple: true });
  await did(world, "rui", WEDNESDAY, { kind: "open", after: 20 });
  await did(world, "rui", WEDNESDAY, { kind: "click", link: "read", after: 21 });
  await leaves(world, "tom", WEDNESDAY);
  await did(world, "eva", WEDNESDAY, { kind: "click", link: "meeting", after: 45 });
  await world.pass(world.app.now() + HOUR);
  await agreesToMeet(world, "eva");
  await world.pass("2026-11-26T15:01Z");
  await told(world, "sam", THURSDAY, { kind: "complained" });
  await did(world, "rui", THURSDAY, { kind: "reply", text: "Please call me.", after: 60 });
  await world.pass("2026-11-28T09:00Z");
}
