import type { Context } from "hono";
import type { App } from "../../shared/app.ts";
import type { Call } from "../../shared/call/call.ts";
import { callsOf } from "../../shared/call/store.ts";
import { displayName } from "../../shared/prospect/prospect.ts";
import { getProspect } from "../../shared/prospect/store.ts";
import { placeOf } from "../../shared/time.ts";
import type { Env } from "./env.ts";
import { maySee } from "./call-view.ts";
import { fromNow, nearIn } from "./when.ts";

/**
 * What comes next for the prospect whose call was just saved, read from the table, because the address of a page can say anything. Nothing for whom
 * that prospect is none of their business.
 */
export async function afterCall(
  app: App,
  c: Context<Env>,
  prospectId: string | undefined,
): Promise<string | undefined> {
  const prospect = prospectId ? await getProspect(app.table, prospectId) : undefined;
  if (!prospect) return undefined;
  const calls = await callsOf(app.table, prospect.id);
  const open = calls.find(({ state }) => state === "open");
  if (!maySee(c, [prospect.repId, ...(open ? [open.repId] : [])])) return undefined;
  const next = open ? openWords(open, app.now()) : closedWords(calls.at(-1));
  return next && `${displayName(prospect)}: ${next}`;
}

const openWords = ({ timeZone, dueAt, attempts, why }: Call, now: number): string => {
  const when = `${nearIn(timeZone, dueAt, now)} ${placeOf(timeZone)}, ${fromNow(dueAt, now)}`;
  return attempts.length > 0 ? `attempt ${attempts.length + 1} is ${when}.` : `next call ${when}. ${why}.`;
};

function closedWords(last: Call | undefined): string | undefined {
  const step = last?.attempts.at(-1)?.nextStep;
  if (!step) return undefined;
  return step.kind === "declined" && step.note ? `no call is open. ${step.note}.` : "no call is open.";
}
