/** Reads what the page of one call shows. */
import type { Context } from "hono";
import type { App } from "../../shared/app.ts";
import { freshTalkingPoint } from "../../shared/call/brief.ts";
import type { Attempt, Call } from "../../shared/call/call.ts";
import { promisesTo } from "../../shared/call/promise-store.ts";
import { readSince } from "../../shared/call/read-since.ts";
import { snoozedTo } from "../../shared/call/snooze.ts";
import { callsOf, getCall } from "../../shared/call/store.ts";
import { whereIs } from "../../shared/call/where.ts";
import { signalsOf } from "../../shared/engagement/store.ts";
import { AppError } from "../../shared/error.ts";
import { seesWorkOf } from "../../shared/member/access.ts";
import type { Prospect } from "../../shared/prospect/prospect.ts";
import { getProspect } from "../../shared/prospect/store.ts";
import { touchesOf } from "../../shared/touch/store.ts";
import { libraryInUse } from "../../shared/content/in-use.ts";
import { askedNumber } from "./asked-number.ts";
import type { Env } from "./env.ts";
import { evidenceSeen } from "./evidence.ts";

export type CallPlace = { readonly prospectId: string; readonly number: string };

/** Of a path that names both. */
export const callPlace = (c: Context<Env>): CallPlace => ({
  prospectId: c.req.param("id") ?? "",
  number: c.req.param("number") ?? "",
});

/** Is the work of any of these reps the viewer's to see? */
export function maySee(c: Context<Env>, repIds: readonly (string | undefined)[]): boolean {
  const { reps } = c.get("chrome").reader;
  return repIds.some((repId) =>
    seesWorkOf(
      c.get("viewer"),
      reps.find(({ id }) => id === repId),
    ),
  );
}

/** The call and whom it is about; whether the viewer may see them is for the caller to ask. */
export async function findCall(app: App, { prospectId, number }: CallPlace) {
  const [call, prospect] = await Promise.all([
    /^\d{1,4}$/.test(number) ? getCall(app.table, prospectId, Number(number)) : undefined,
    getProspect(app.table, prospectId),
  ]);
  if (!call || !prospect) throw noSuchCall();
  return { call, prospect };
}

/**
 * The same of those the viewer sees: as whose prospect it is, or whose call while that is open. Its page tells what the prospect has said and read since,
 * which is no business of whoever called them once.
 */
export async function readCall(c: Context<Env>, app: App, place: CallPlace) {
  const found = await findCall(app, place);
  const { call, prospect } = found;
  const isTheirs = maySee(c, [prospect.repId]) || (call.state === "open" && maySee(c, [call.repId]));
  if (!isTheirs) throw noSuchCall();
  return found;
}

/** The same whichever it is, so that nobody learns of what is not theirs. */
const noSuchCall = () =>
  new AppError("not-found", "There is no such call, or the prospect asked to be erased, or they are not yours to see.");

export async function callView(c: Context<Env>, app: App, place: CallPlace) {
  const { call, prospect } = await readCall(c, app, place);
  const { table } = app;
  const [signals, calls, promises, touches, library] = await Promise.all([
    signalsOf(table, prospect.id),
    callsOf(table, prospect.id),
    promisesTo(table, prospect.id),
    touchesOf(table, prospect.id),
    libraryInUse(app),
  ]);
  const others = calls.filter(({ number }) => number !== call.number);
  const last = lastSpoken(calls);
  return {
    call,
    prospect,
    company: app.config.company,
    evidence: evidenceSeen(call.evidence, signals),
    otherAttempts: others.reduce((sum, { attempts }) => sum + attempts.length, 0),
    lastSpoken: last,
    promises,
    read: readSince(signals, touches, last?.at ?? 0),
    talkingPoint: freshTalkingPoint(call, { prospect, library }),
    snoozesTo: await nextSnooze(app, call, prospect),
    askedNumber: askedNumber(call.evidence, signals, prospect),
  };
}

export type CallView = Awaited<ReturnType<typeof callView>>;

const SILENT: ReadonlySet<Attempt["disposition"]> = new Set(["no answer", "voicemail", "wrong number", "shared"]);

/** The last time somebody of ours spoke with the prospect. */
const lastSpoken = (calls: readonly Call[]): Attempt | undefined =>
  calls
    .flatMap(({ attempts }) => attempts)
    .filter(({ disposition }) => !SILENT.has(disposition))
    .toSorted((a, b) => b.at - a.at)[0];

/** Where "put off" would put it; undefined when it cannot be without a date. */
async function nextSnooze(app: App, call: Call, prospect: Prospect): Promise<number | undefined> {
  const where = await whereIs(app.table, { ...prospect, timeZone: call.timeZone });
  try {
    return snoozedTo(call, where, undefined, app.now());
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
