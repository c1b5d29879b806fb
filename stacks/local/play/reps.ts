import type { App } from "../../../shared/app.ts";
import type { Call, Disposition, NextStep } from "../../../shared/call/call.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import { worklist } from "../../../shared/call/store.ts";
import { getProspects } from "../../../shared/prospect/store.ts";
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

type Result = { disposition: Disposition; notes: string; nextStep?: NextStep; notNowUntil?: string };

function resultOf(chance: Chance, call: Call, today: string): Result {
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

/** Every rep makes the calls that are due, at most so many at a time; returns how many by disposition. */
export async function makeDueCalls(app: App, seed: number, made: { [disposition: string]: number }): Promise<void> {
  for (const rep of await getReps(app.table)) {
    // Most hours there is nothing to do, which the first of the list tells.
    const [first] = (await worklist(app.table, rep.id, { limit: 1 })).calls;
    if (!first || first.dueAt > app.now()) continue;
    const { calls } = await worklist(app.table, rep.id, { limit: 20 });
    const prospects = await getProspects(
      app.table,
      calls.map((call) => call.prospectId),
    );
    for (const call of calls) {
      if (call.dueAt > app.now()) break;
      const chance = chanceOf(seed, prospects.get(call.prospectId)?.email ?? "", call.number, call.attempts.length);
      const result = resultOf(chance, call, toLocal(call.timeZone, app.now()).date);
      const { prospectId, number, version } = call;
      const saved = await completeCall(app, { prospectId, number, version, repId: rep.id, ...result });
      if (saved.outcome === "saved") made[result.disposition] = (made[result.disposition] ?? 0) + 1;
    }
  }
}
