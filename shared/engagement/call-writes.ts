import type { App } from "../app.ts";
import { firstAttemptAt } from "../call/attempts.ts";
import { buildBrief } from "../call/brief.ts";
import { hotDueAt } from "../call/good-hours.ts";
import { heatCall, openCall } from "../call/open.ts";
import { reviseCall, withdrawCall } from "../call/withdraw.ts";
import { getLibrary } from "../content/store.ts";
import type { Write } from "../ports.ts";
import { getRep } from "../rep/store.ts";
import type { After } from "./fold.ts";
import type { Known } from "./known.ts";
import type { Rise } from "./rise.ts";

/**
 * What becomes of the call task. Who asks while one is open gets no second: the same one takes the new evidence, in the hot lane. A rise opens nothing
 * while one is open or the last one has just closed.
 */
export async function callWrites(app: App, known: Known, { call: change, engagement }: After): Promise<Write[]> {
  const { prospect, calls, call } = known;
  const now = app.now();
  if (change.kind === "none") return [];
  if (change.kind === "open") return opening(app, known, change.rise, engagement.clickedTopics);
  if (!call) return [];
  if (change.kind === "revise") return [reviseCall(call, change.changes)];
  if (change.kind === "withdraw") return withdrawCall({ ...call, evidence: change.evidence }, calls, change.why, now);
  return [
    heatCall({ ...call, evidence: change.left }, prospect, { ...change.rise, dueAt: hotDueAt(now, prospect.timeZone) }),
  ];
}

async function opening(
  app: App,
  { prospect, calls }: Known,
  rise: Rise,
  clickedTopics: { readonly [topic: string]: number },
): Promise<Write[]> {
  const now = app.now();
  const { timeZone, repId } = prospect;
  const dueAt = rise.lane === "hot" ? hotDueAt(now, timeZone) : firstAttemptAt(now, timeZone, calls.last === 0);
  const [library, rep] = await Promise.all([
    getLibrary(app.table),
    repId === undefined ? undefined : getRep(app.table, repId),
  ]);
  const brief = buildBrief({
    prospect,
    rep,
    company: app.config.company,
    library,
    lane: rise.lane,
    clickedTopics,
    lastConversation: calls.lastConversation,
  });
  return openCall(prospect, calls, { ...rise, dueAt, brief }, now);
}
