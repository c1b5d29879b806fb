import type { App } from "../app.ts";
import type { Article } from "../content/article.ts";
import { getClickedTopics } from "../engagement/topics.ts";
import { messageOf } from "../error.ts";
import { isMeasured } from "../prospect/tracking.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { getProspects } from "../prospect/store.ts";
import type { Rep } from "../rep/rep.ts";
import { LONGEST_WAIT_MS } from "../sending/pace.ts";
import { suppressedAddresses } from "../suppression/store.ts";
import type { Bundle } from "../write-bundles.ts";
import { afterTouch, decide, windowOpen } from "./decide.ts";
import type { Decision, SlotRules } from "./decide.ts";
import type { Reserved } from "./hand-over.ts";
import { entryOf, mailKey, mailOf, visibleLinks } from "./mail.ts";
import type { Mail } from "./mail.ts";
import { getTouches, reserveTouch, skipTouch } from "./store.ts";
import type { SkipReason, Touch, TouchBatch } from "./touch.ts";

/** A mailer may keep an email until its place comes, and reserving takes a moment; by then the window must still be open. */
const LEAVES_WITHIN_MS = LONGEST_WAIT_MS + 10_000;

/** What is the same for everyone in a batch. */
export type Slot = {
  readonly batch: TouchBatch;
  readonly rules: SlotRules;
  readonly reps: ReadonlyMap<string, Rep>;
  /** Made once for all who get the same. */
  readonly mails: Map<string, Promise<Mail>>;
};

export type Plan = Reserved | { readonly touch: Touch };
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
  const { batch, rules } = slot;
  const [prospects, touches, clicked] = await Promise.all([
    getProspects(app.table, ids),
    getTouches(app.table, ids, batch.date),
    getClickedTopics(app.table, ids),
  ]);
  const suppressed = await suppressedAddresses(
    app.table,
    [...prospects.values()].map((prospect) => prospect.email),
  );
  const late = !windowOpen(rules.cadence, batch, app.now() + LEAVES_WITHIN_MS);
  const bundles: Bundle<Plan>[] = [];
  const without = new Map<string, NoTouch>();
  for (const id of ids) {
    const prospect = prospects.get(id);
    if (!prospect) without.set(id, "unknown-prospect");
    else if (touches.has(id)) without.set(id, "already-touched");
    else if (prospect.timeZone !== batch.timeZone || prospect.cadenceId !== batch.cadenceId) without.set(id, "moved");
    else {
      const known = { suppressed: suppressed.has(prospect.email), clickedTopics: clicked.get(id) ?? {} };
      const decision: Decision = late ? { skip: "window-closed" } : decide(rules, prospect, known);
      bundles.push(await bundle(app, slot, prospect, decision));
    }
  }
  return { bundles, without };
}

async function bundle(app: App, slot: Slot, prospect: Prospect, decision: Decision): Promise<Bundle<Plan>> {
  const { cadenceId, date, slotKind, timeZone, lastReason } = slot.batch;
  const touch = { prospectId: prospect.id, date, timeZone, cadenceId, slotKind, at: app.now() };
  const rep = prospect.repId === undefined ? undefined : slot.reps.get(prospect.repId);
  if ("skip" in decision) return skip(touch, decision.skip, decision.skip === "window-closed" ? lastReason : undefined);
  if (!rep) return skip(touch, "no-rep");
  const article = decision.send;
  const tracked = isMeasured(prospect, app.config.company);
  const reserved: Touch = {
    ...touch,
    ...sentAs(article),
    outcome: "reserved",
    tracked,
    ...(tracked && { links: visibleLinks(app.config.company) }),
  };
  try {
    const parts = { touch: reserved, prospect, rep, article };
    const mail = await mailFor(app, slot, parts);
    const entry = entryOf(app, parts);
    const writes = reserveTouch(reserved, prospect, afterTouch(slot.rules, prospect, article));
    return { of: { touch: reserved, prospect, mail, entry }, writes };
  } catch (error) {
    return skip({ ...touch, articleId: article.id }, "article-broken", messageOf(error));
  }
}

function mailFor(app: App, { mails }: Slot, parts: Parameters<typeof mailOf>[1]): Promise<Mail> {
  const key = mailKey(parts);
  const mail = mails.get(key) ?? mailOf(app, parts);
  mails.set(key, mail);
  return mail;
}

function skip(touch: Omit<Touch, "outcome">, reason: SkipReason, detail?: string): Bundle<Plan> {
  const skipped: Touch = { ...touch, outcome: "skipped", reason, ...(detail !== undefined && { detail }) };
  return { of: { touch: skipped }, writes: skipTouch(skipped) };
}

const sentAs = (article: Article): Pick<Touch, "articleId" | "articleKind" | "articleTitle" | "target" | "topics"> => ({
  articleId: article.id,
  articleKind: article.kind,
  articleTitle: article.title,
  target: article.url,
  topics: article.topics,
});
