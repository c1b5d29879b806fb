import type { App } from "../../../shared/app.ts";
import type { Call, Disposition, NextStep } from "../../../shared/call/call.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import { keepPromise } from "../../../shared/call/keep-promise.ts";
import { promisesDue } from "../../../shared/call/promise-store.ts";
import type { PromiseMade } from "../../../shared/call/promise.ts";
import { worklist } from "../../../shared/call/store.ts";
import { sendFollowUp } from "../../../shared/follow-up/send.ts";
import { getFollowUp } from "../../../shared/follow-up/store.ts";
import { getProspects } from "../../../shared/prospect/store.ts";
import type { Rep } from "../../../shared/rep/rep.ts";
import { getReps } from "../../../shared/rep/store.ts";
import { addDays, toLocal } from "../../../shared/time.ts";
import { chanceOf } from "./chance.ts";
import type { Chance } from "./chance.ts";

/** Of ten calls; invented for playing. */
const RESULTS: readonly Disposition[] = [
  "no answer",
  "no answer",
  "no answer",
  "no answer",
  "voicemail",
  "voicemail",
  "connected",
  "connected",
  "not now",
  "not interested",
];

type Result = {
  disposition: Disposition;
  notes: string;
  nextStep?: NextStep;
  notNowUntil?: string;
  promises?: readonly PromiseMade[];
};

function resultOf(chance: Chance, call: Call, today: string): Result {
  if (call.lane === "share" && chance.happens(0.7))
    return { disposition: "shared", notes: "Sent a link they will like." };
  const disposition = RESULTS[Math.floor(chance.between(0, RESULTS.length))] ?? "no answer";
  const date = addDays(today, 3 + Math.floor(chance.between(0, 4)));
  if (disposition === "connected") {
    if (chance.happens(0.4))
      return { disposition: "meeting booked", notes: "Wants to see it.", nextStep: { kind: "meeting", date } };
    return { disposition, notes: "Talked it through.", nextStep: { kind: "call", date } };
  }
  if (disposition === "not now") return { disposition, notes: "Budget comes later.", notNowUntil: addDays(today, 30) };
  return { disposition, notes: call.attempts.length > 0 ? "Tried again." : "" };
}

/** Of those who spoke half are promised something; `today` is the rep's. */
function promisesIn(chance: Chance, { disposition }: Result, today: string): Pick<Result, "promises"> {
  const spoke = disposition === "connected" || disposition === "meeting booked";
  if (!spoke || !chance.happens(0.5)) return {};
  return { promises: [{ text: "Send the figures of a plant like theirs", due: addDays(today, 2) }] };
}

/** What is due by tomorrow is done; a rep looks when there are calls to make. */
async function keepPromises(app: App, rep: Rep): Promise<void> {
  const tomorrow = addDays(toLocal(rep.timeZone, app.now()).date, 1);
  for (const { prospectId, id, due } of await promisesDue(app.table, rep.id))
    if (due <= tomorrow) await keepPromise(app, { prospectId, id, by: rep.id });
}

type Draft = { readonly prospectId: string; readonly number: number; readonly attempt: number; readonly by: string };

/** As it was drafted; one in ten is left. */
async function sendDraft(app: App, draft: Draft): Promise<void> {
  const written = await getFollowUp(app.table, draft.prospectId, draft.number, draft.attempt);
  if (written) await sendFollowUp(app, { ...draft, subject: written.subject, text: written.text, invite: true });
}

/** Every rep makes the calls that are due, at most so many at a time, and keeps promises; returns how many by disposition. */
export async function makeDueCalls(app: App, seed: number, made: { [disposition: string]: number }): Promise<void> {
  for (const rep of await getReps(app.table)) {
    // Most hours there is nothing to do, which the first of the list tells.
    const [first] = (await worklist(app.table, rep.id, { limit: 1 })).calls;
    if (!first || first.dueAt > app.now()) continue;
    await keepPromises(app, rep);
    const { calls } = await worklist(app.table, rep.id, { limit: 20 });
    const prospects = await getProspects(
      app.table,
      calls.map((call) => call.prospectId),
    );
    for (const call of calls) {
      if (call.dueAt > app.now()) break;
      const chance = chanceOf(seed, prospects.get(call.prospectId)?.email ?? "", call.number, call.attempts.length);
      const result = resultOf(chance, call, toLocal(call.timeZone, app.now()).date);
      const promised = promisesIn(chance, result, toLocal(rep.timeZone, app.now()).date);
      const { prospectId, number, version } = call;
      const saved = await completeCall(app, { prospectId, number, version, repId: rep.id, ...result, ...promised });
      if (saved.outcome !== "saved") continue;
      made[result.disposition] = (made[result.disposition] ?? 0) + 1;
      if (saved.followUp && chance.happens(0.9)) await sendDraft(app, { prospectId, ...saved.followUp, by: rep.id });
    }
  }
}
