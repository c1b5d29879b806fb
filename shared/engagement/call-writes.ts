import type { App } from "../app.ts";
import { firstAttemptAt } from "../call/attempts.ts";
import { bookedOn } from "../call/booked.ts";
import { buildBrief } from "../call/brief.ts";
import type { Brief } from "../call/call.ts";
import { hotDueAt } from "../call/good-hours.ts";
import { heatCall, openCall } from "../call/open.ts";
import { soonerFor } from "../call/sooner.ts";
import { whereIs } from "../call/where.ts";
import { reviseCall, withdrawCall } from "../call/withdraw.ts";
import { libraryInUse } from "../content/in-use.ts";
import type { Write } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { getRep } from "../rep/store.ts";
import { toLocal } from "../time.ts";
import type { After } from "./fold.ts";
import type { Known } from "./known.ts";
import type { Rise } from "./rise.ts";
import { isPerson } from "./weights.ts";

/**
 * What becomes of the call task. Who asks while one is open gets no second: the same one takes the new evidence, in the hot lane. A rise opens nothing
 * while one is open or the last one has just closed.
 */
export async function callWrites(app: App, known: Known, after: After): Promise<Write[]> {
  const { prospect, calls, call } = known;
  const { call: change } = after;
  const now = app.now();
  if (change.kind === "none") return sooner(app, known, after);
  if (change.kind === "open") return opening(app, known, change.rise, after);
  if (!call) return [];
  if (change.kind === "revise") return [reviseCall(call, change.changes)];
  if (change.kind === "withdraw") return withdrawCall({ ...call, evidence: change.evidence }, calls, change.why, now);
  // The brief was for something else than a meeting that they have booked since.
  const brief = bookedBy(prospect, change.rise, after) && (await briefFor(app, known, change.rise, after));
  const hot = { ...change.rise, dueAt: hotDueAt(now, prospect), brief };
  return [heatCall({ ...call, evidence: change.left }, prospect, hot)];
}

/** Who engages after a dial that nobody answered is tried again sooner. */
async function sooner(app: App, { prospect, call }: Known, { judged }: After): Promise<Write[]> {
  const last = call?.attempts.at(-1)?.at;
  if (!call || last === undefined || !judged.some(({ human, at }) => at > last && isPerson(human))) return [];
  const dueAt = soonerFor(call, await whereIs(app.table, { ...prospect, timeZone: call.timeZone }), app.now());
  return dueAt === undefined ? [] : [reviseCall(call, { dueAt })];
}

async function opening(app: App, known: Known, rise: Rise, after: After): Promise<Write[]> {
  const { prospect, calls } = known;
  const now = app.now();
  const dueAt =
    rise.lane === "hot"
      ? hotDueAt(now, prospect)
      : firstAttemptAt(now, await whereIs(app.table, prospect), calls.last === 0);
  return openCall(prospect, calls, { ...rise, dueAt, brief: await briefFor(app, known, rise, after) }, now);
}

async function briefFor(app: App, { prospect, calls }: Known, rise: Rise, after: After): Promise<Brief> {
  const { repId } = prospect;
  const [library, rep] = await Promise.all([
    libraryInUse(app),
    repId === undefined ? undefined : getRep(app.table, repId),
  ]);
  return buildBrief({
    prospect,
    rep,
    company: app.config.company,
    library,
    lane: rise.lane,
    clickedTopics: after.engagement.clickedTopics,
    lastConversation: calls.lastConversation,
    conversations: calls.conversations,
    booked: bookedBy(prospect, rise, after),
  });
}

/** What they asked for last was to meet, on a date they may have said. */
function bookedBy(
  { timeZone }: Prospect,
  { evidence }: Rise,
  { judged }: After,
): { on?: string | undefined } | undefined {
  const asked = judged.find(({ id }) => id === evidence[0]?.signalId);
  if (asked?.kind !== "booking") return undefined;
  return { on: bookedOn(asked.text, toLocal(timeZone, asked.at).date) };
}
