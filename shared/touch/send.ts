import type { App } from "../app.ts";
import { getCadence } from "../cadence/store.ts";
import type { Article } from "../content/article.ts";
import { getLibrary } from "../content/store.ts";
import { getClickedTopics } from "../engagement/topics.ts";
import { isMeasured } from "../prospect/tracking.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { getProspects } from "../prospect/store.ts";
import type { Rep } from "../rep/rep.ts";
import { getReps } from "../rep/store.ts";
import { suppressedAddresses } from "../suppression/store.ts";
import { afterTouch, decide, slotRules, windowOpen } from "./decide.ts";
import type { Decision, SlotRules } from "./decide.ts";
import { entryOf, handOver, renderingOf } from "./hand-over.ts";
import type { Reserved } from "./hand-over.ts";
import { writeBundles } from "./reserve.ts";
import type { Bundle } from "./reserve.ts";
import { getTouches, reserveTouch, putTouch } from "./store.ts";
import type { Touch, TouchBatch } from "./touch.ts";

/** What became of each prospect of a batch. "moved": no longer of this zone or cadence, whose own schedule will see to it. */
export type SendOutcome =
  | "sent"
  | "refused"
  | "unknown"
  | "throttled"
  | "skipped"
  | "already-touched"
  | "moved"
  | "unknown-prospect";

/** How often prospects who changed while they were being reserved are looked at again. */
const ROUNDS = 3;

/**
 * Sends one batch: leaves out who must not or need not get an email, picks an article each, reserves, renders each distinct article once, hands
 * over in bulk, marks. A message that comes twice sends once. Throttled ones go back on the queue for a minute later.
 */
export async function sendTouches(app: App, batch: TouchBatch): Promise<Map<string, SendOutcome>> {
  const cadence = await getCadence(app.table, batch.cadenceId);
  if (!cadence) return new Map(batch.prospectIds.map((id) => [id, "moved"]));
  const rules = slotRules(batch, cadence, await getLibrary(app.table));
  const reps = new Map((await getReps(app.table)).map((rep) => [rep.id, rep]));
  const outcomes = new Map<string, SendOutcome>();
  const reserved: Reserved[] = [];
  let waiting: readonly string[] = batch.prospectIds;
  for (let round = 0; round < ROUNDS && waiting.length > 0; round++) {
    const plan = await planBatch(app, { batch, rules, reps }, waiting, outcomes);
    for (const { of } of plan) if ("rep" in of) await renderingOf(app, of);
    const { written, lost } = await writeBundles(app.table, plan);
    for (const one of written) {
      if ("rep" in one) reserved.push(one);
      else outcomes.set(one.touch.prospectId, "skipped");
    }
    for (const { of, guard } of lost) if (guard === 0) outcomes.set(of.touch.prospectId, "already-touched");
    waiting = lost.filter(({ guard }) => guard !== 0).map(({ of }) => of.touch.prospectId);
  }
  for (const [id, outcome] of await handOver(app, reserved)) outcomes.set(id, outcome);
  const again = [...outcomes].filter(([, outcome]) => outcome === "throttled").map(([id]) => id);
  const retry = [...waiting, ...again];
  if (retry.length > 0) await app.touches.send([{ ...batch, prospectIds: retry }], { delaySeconds: 60 });
  return outcomes;
}

type Plan = Reserved | { readonly touch: Touch };
type Slot = { readonly batch: TouchBatch; readonly rules: SlotRules; readonly reps: ReadonlyMap<string, Rep> };

/** Decides for each prospect and says what to write; those with nothing to write get their outcome at once. */
async function planBatch(
  app: App,
  slot: Slot,
  ids: readonly string[],
  outcomes: Map<string, SendOutcome>,
): Promise<Bundle<Plan>[]> {
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
  const late = !windowOpen(rules.cadence, batch, app.now());
  const plan: Bundle<Plan>[] = [];
  for (const id of ids) {
    const prospect = prospects.get(id);
    if (!prospect) outcomes.set(id, "unknown-prospect");
    else if (touches.has(id)) outcomes.set(id, "already-touched");
    else if (prospect.timeZone !== batch.timeZone || prospect.cadenceId !== batch.cadenceId) outcomes.set(id, "moved");
    else {
      const known = { suppressed: suppressed.has(prospect.email), clickedTopics: clicked.get(id) ?? {} };
      const decision: Decision = late ? { skip: "window-closed" } : decide(rules, prospect, known);
      plan.push(bundle(app, slot, prospect, decision));
    }
  }
  return plan;
}

function bundle(app: App, { batch, rules, reps }: Slot, prospect: Prospect, decision: Decision): Bundle<Plan> {
  const { cadenceId, date, slotKind, timeZone } = batch;
  const touch = { prospectId: prospect.id, date, timeZone, cadenceId, slotKind, at: app.now() };
  const rep = prospect.repId === undefined ? undefined : reps.get(prospect.repId);
  if ("skip" in decision || !rep) {
    const skipped: Touch = { ...touch, outcome: "skipped", reason: "skip" in decision ? decision.skip : "no-rep" };
    return { of: { touch: skipped }, writes: [putTouch(skipped)] };
  }
  const article = decision.send;
  const reserved: Touch = {
    ...touch,
    ...sentAs(article),
    outcome: "reserved",
    tracked: isMeasured(prospect, app.config.company),
  };
  const one = { touch: reserved, prospect, rep, article };
  return {
    of: { ...one, entry: entryOf(app, one) },
    writes: reserveTouch(reserved, prospect, afterTouch(rules, prospect, article)),
  };
}

const sentAs = (article: Article): Pick<Touch, "articleId" | "articleKind" | "articleTitle" | "target" | "topics"> => ({
  articleId: article.id,
  articleKind: article.kind,
  articleTitle: article.title,
  target: article.url,
  topics: article.topics,
});
