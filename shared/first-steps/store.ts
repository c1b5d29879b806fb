import { getCadences } from "../cadence/store.ts";
import type { App } from "../app.ts";
import { getCompany } from "../company.ts";
import { getLibrary } from "../content/store.ts";
import { firstStepsKey, rehearsalsPk, rosterPk } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { getReps } from "../rep/store.ts";
import { isPaused } from "../sending/sending.ts";
import { getSending } from "../sending/store.ts";
import { sendableLibrary } from "../touch/sendable.ts";
import { StepsTaken } from "./first-steps.ts";
import type { Beginnings } from "./first-steps.ts";

async function getStepsTaken(table: Table): Promise<StepsTaken> {
  const item = await table.get(firstStepsKey());
  return item ? StepsTaken.parse(item.data) : {};
}

/** Somebody took a step that leaves no other trace; `at` in epoch ms. */
export const putStepTaken = (step: keyof StepsTaken, at: number): Write => ({
  kind: "update",
  key: firstStepsKey(),
  set: { [step]: at },
});

/** As many prospects as are counted: one page of each rep's list. */
const COUNTED = 100;

/** A handful of reads, however large the company is. */
export async function getBeginnings(app: App): Promise<Beginnings> {
  const { table } = app;
  const [company, reps, library, sendable, cadences, sending, rehearsals, taken] = await Promise.all([
    getCompany(table),
    getReps(table),
    getLibrary(table),
    sendableLibrary(app),
    getCadences(table),
    getSending(table),
    table.query({ pk: rehearsalsPk, limit: 1 }),
    getStepsTaken(table),
  ]);
  return {
    ...taken,
    companySaved: company !== undefined,
    branded: company?.brand !== undefined,
    reps: reps.length,
    prospects: await countProspects(
      table,
      reps.map(({ id }) => id),
    ),
    articles: sendable.length,
    flawed: library.length - sendable.length,
    hasCadence: cadences.length > 0,
    cadencePaused: cadences.every(({ paused }) => paused),
    sendingPaused: isPaused(sending.pause, app.now()),
    rehearsed: rehearsals.items.length > 0,
  };
}

async function countProspects(table: Table, repIds: readonly string[]): Promise<number> {
  let count = 0;
  for (const repId of [...repIds, undefined]) {
    const { items } = await table.query({ pk: rosterPk(repId), limit: COUNTED, keysOnly: true });
    count += items.length;
    if (count >= COUNTED) return COUNTED;
  }
  return count;
}
