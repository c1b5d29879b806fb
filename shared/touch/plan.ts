import type { App } from "../app.ts";
import { openCallsOf } from "../call/store.ts";
import type { Article } from "../content/article.ts";
import { getClickedTopics } from "../engagement/topics.ts";
import { messageOf } from "../error.ts";
import { isMeasured } from "../prospect/tracking.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { getProspects } from "../prospect/store.ts";
import type { Rep } from "../rep/rep.ts";
import { LONGEST_WAIT_MS } from "../sending/pace.ts";
import { suppressedAddresses } from "../suppression/store.ts";
import { templateFor } from "../template/template-for.ts";
import type { Bundle } from "../write-bundles.ts";
import { afterTouch, decide } from "./decide.ts";
import type { SlotRules } from "./decide.ts";
import type { Reserved } from "./hand-over.ts";
import { heldBy } from "./hold.ts";
import type { Making } from "./making.ts";
import { mailKey, visibleLinks } from "./mail.ts";
import type { Mail } from "./mail.ts";
import { isThisOneOff, oneOffNotSent, outOfTurn, stillOn } from "./one-off.ts";
import { reserveTouch, skipTouch } from "./store.ts";
import type { SkipReason, Touch, TouchBatch } from "./touch.ts";
import { withUtm } from "./utm.ts";
import { placeName, slotsAsTheyAre } from "./wish-store.ts";
import { heed } from "./wish.ts";
import type { Heeded } from "./wish.ts";

/** A mailer may keep an email until its place comes, and reserving takes a moment; by then the window must still be open. */
const LEAVES_WITHIN_MS = LONGEST_WAIT_MS + 10_000;

/** What is the same for everyone in a batch. */
export type Slot = {
  readonly batch: TouchBatch;
  readonly rules: SlotRules;
  readonly reps: ReadonlyMap<string, Rep>;
  /** Made once for all who get the same. */
  readonly mails: Map<string, Promise<Mail>>;
  readonly making: Making;
};

export type Plan = Reserved | { readonly touch: Touch };
type Sends = Extract<Heeded, { readonly send: Article }>;
type NoTouch = "already-touched" | "moved" | "unknown-prospect";

/**
 * Decides for each prospect, makes the email and says what to write; with nothing to write there is a word why. Whatever can fail about a single
 * email fails here, before the reservation, and skips that prospect alone.
 */
export async function planBatch(
  app: App,
  slot: Slot,
  ids: readonly string[],
): Promise<{ bundles: Bundle<Plan>[]; without: Map<string, NoTouch> }> {
  const read = await readBatch(app, ids, slot.batch.date);
  const bundles: Bundle<Plan>[] = [];
  const without = new Map<string, NoTouch>();
  for (const id of ids) {
    const prospect = read.prospects.get(id);
    const decision = prospect ? decisionOf(slot, prospect, read, app.now()) : "unknown-prospect";
    if (typeof decision === "string") without.set(id, decision);
    else if (prospect) bundles.push(await bundle(app, slot, prospect, decision));
  }
  return { bundles, without };
}

type Read = Awaited<ReturnType<typeof readBatch>>;

async function readBatch(app: App, ids: readonly string[], date: string) {
  const { table } = app;
  const [prospects, slots, clicked, calls] = await Promise.all([
    getProspects(table, ids),
    slotsAsTheyAre(
      table,
      ids.map((prospectId) => ({ prospectId, date })),
    ),
    getClickedTopics(table, ids),
    openCallsOf(table, ids),
  ]);
  const addresses = [...prospects.values()].map(({ email }) => email);
  return { prospects, ...slots, clicked, calls, suppressed: await suppressedAddresses(table, addresses) };
}

function decisionOf({ batch, rules, reps }: Slot, prospect: Prospect, read: Read, now: number): Heeded | NoTouch {
  const place = placeName({ prospectId: prospect.id, date: batch.date });
  const touch = read.touches.get(place);
  const suppressed = read.suppressed.has(prospect.email);
  const late = !stillOn(rules.cadence, batch, now + LEAVES_WITHIN_MS);
  if (batch.oneOff && !isThisOneOff(batch.oneOff, touch))
    return outOfTurn(rules, batch.oneOff, {
      prospect,
      touch,
      suppressed,
      late,
      hasRep: reps.has(prospect.repId ?? ""),
    });
  if (touch) return "already-touched";
  if (prospect.timeZone !== batch.timeZone || prospect.cadenceId !== batch.cadenceId) return "moved";
  if (late) return { skip: "window-closed" };
  const clickedTopics = read.clicked.get(prospect.id) ?? {};
  const decision = decide(rules, prospect, {
    suppressed,
    clickedTopics,
    held: heldBy(read.calls.get(prospect.id), now),
  });
  const wanted = { prospect, date: batch.date, sectorRules: rules.cadence.sectorRules };
  return heed(decision, read.wishes.get(place), rules.library, wanted);
}

async function bundle(app: App, slot: Slot, prospect: Prospect, decision: Heeded): Promise<Bundle<Plan>> {
  const { cadenceId, date, slotKind, timeZone, lastReason, oneOff } = slot.batch;
  const touch = { prospectId: prospect.id, date, timeZone, cadenceId, slotKind, at: app.now() };
  const rep = prospect.repId === undefined ? undefined : slot.reps.get(prospect.repId);
  const skip = (reason: SkipReason, detail?: string, articleId?: string): Bundle<Plan> =>
    skipped({ ...touch, ...(articleId !== undefined && { articleId }), reason, detail }, oneOff);
  if ("skip" in decision) return skip(decision.skip, decision.skip === "window-closed" ? lastReason : decision.detail);
  if (!rep) return skip("no-rep");
  const article = decision.send;
  const tracked = isMeasured(prospect, app.config.company);
  const reserved: Touch = {
    ...touch,
    ...sentAs(decision, withUtm(article.url, app.config.company.utm, { slot: date, article, cadenceId })),
    template: templateFor(slot.rules.cadence, article),
    outcome: "reserved",
    ...(decision.detail !== undefined && { detail: decision.detail }),
    tracked,
    ...(tracked && { links: visibleLinks(app.config.company) }),
  };
  try {
    const parts = { touch: reserved, prospect, rep, article };
    const mail = await mailFor(app, slot, parts);
    const entry = slot.making.entryOf(app, parts);
    const writes = reserveTouch(reserved, prospect, afterTouch(slot.rules, prospect, article), decision.over);
    return { of: { touch: reserved, prospect, mail, entry }, writes };
  } catch (error) {
    return skip("article-broken", messageOf(error), article.id);
  }
}

function mailFor(app: App, { mails, making }: Slot, parts: Parameters<Making["mailOf"]>[1]): Promise<Mail> {
  const key = mailKey(parts);
  const mail = mails.get(key) ?? making.mailOf(app, parts);
  mails.set(key, mail);
  return mail;
}

function skipped(skip: Omit<Touch, "outcome">, oneOff: TouchBatch["oneOff"]): Bundle<Plan> {
  const touch: Touch = { ...skip, outcome: "skipped" };
  return oneOff ? oneOffNotSent(touch, oneOff) : { of: { touch }, writes: skipTouch(touch) };
}

/** `target`: where the article's link goes. */
const sentAs = ({ send: article, experiment, subject }: Sends, target: string): Partial<Touch> => ({
  articleId: article.id,
  articleKind: article.kind,
  articleTitle: article.title,
  target,
  topics: article.topics,
  ...(experiment && { experiment }),
  ...(subject !== undefined && { subject }),
});
