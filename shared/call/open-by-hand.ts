import type { App } from "../app.ts";
import { libraryInUse } from "../content/in-use.ts";
import { AppError, Conflict } from "../error.ts";
import { prospectKey } from "../keys.ts";
import { writeCalls } from "../notice/write.ts";
import { displayName, mustNotBeCalled } from "../prospect/prospect.ts";
import { getProspect } from "../prospect/store.ts";
import { getRep } from "../rep/store.ts";
import { firstAttemptAt } from "./attempts.ts";
import { buildBrief } from "./brief.ts";
import { openCall } from "./open.ts";
import { getCalls } from "./store.ts";
import { whereIs } from "./where.ts";

export type OpenOutcome = { readonly outcome: "opened" | "already-open"; readonly number: number };

const TRIES = 5;

/**
 * A rep wants to call without waiting for a rise; the cool-down does not hold. already-open: there is a task, and its number.
 * @throws AppError("not-found") for an unknown prospect, AppError("invalid") when no reason is given or the prospect must not be called
 */
export async function openCallByHand(app: App, prospectId: string, why: string): Promise<OpenOutcome> {
  const reason = why.trim();
  if (!reason) throw new AppError("invalid", "why: say in a few words why you want to call");
  for (let attempt = 1; ; attempt += 1) {
    const [prospect, calls] = await Promise.all([getProspect(app.table, prospectId), getCalls(app.table, prospectId)]);
    if (!prospect) throw new AppError("not-found", "there is no such prospect");
    if (mustNotBeCalled(prospect) && calls.open === null)
      throw new AppError(
        "invalid",
        `${displayName(prospect)} is marked "do not call"; only when they ask for it themselves does a call task open`,
      );
    if (calls.open !== null) return { outcome: "already-open", number: calls.open };
    const now = app.now();
    const brief = buildBrief({
      prospect,
      rep: prospect.repId === undefined ? undefined : await getRep(app.table, prospect.repId),
      company: app.config.company,
      library: await libraryInUse(app),
      lane: "agreed",
      lastConversation: calls.lastConversation,
      conversations: calls.conversations,
    });
    const dueAt = firstAttemptAt(now, await whereIs(app.table, prospect), calls.last === 0);
    try {
      const evidence = [{ at: now, text: `By hand: ${reason}` }];
      const opening = openCall(prospect, calls, { lane: "agreed", why: reason, evidence, dueAt, brief }, now);
      // Nobody who was erased meanwhile, or said "do not call", gets one.
      const unchanged = {
        kind: "check",
        key: prospectKey(prospectId),
        guard: { match: { updatedAt: prospect.updatedAt } },
      } as const;
      await writeCalls(app, ...opening, unchanged);
      return { outcome: "opened", number: calls.last + 1 };
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === TRIES) throw error;
    }
  }
}
