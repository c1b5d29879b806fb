import type { App } from "../shared/app.ts";
import { Reckoning } from "../shared/reckoning.ts";
import { workOutRehearsal } from "../shared/rehearsal/work-out.ts";
import { buildReport } from "../shared/report/build.ts";
import { workOutRunway } from "../shared/runway/work-out.ts";
import { assignCadences } from "../shared/segment/assign.ts";
import { eachMessage } from "./batch.ts";

function workOut(app: App, reckoning: Reckoning): Promise<unknown> {
  if (reckoning.of === "rehearsal") return workOutRehearsal(app, reckoning.rehearsalId);
  return reckoning.of === "report" ? report(app) : assignCadences(app);
}

/** What became of emails, and how many more there can be. */
async function report(app: App): Promise<void> {
  await buildReport(app);
  await workOutRunway(app);
}

/** Reckonings queue: what takes longer than anybody would wait for. */
export const reckon = eachMessage(Reckoning, workOut);
