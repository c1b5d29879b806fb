import * as z from "zod";
import { syncChangedZones, syncSchedules } from "../shared/cadence/schedules.ts";
import { remindOfPause } from "../shared/sending/watch.ts";
import { resumeDue } from "../shared/prospect/resume-due.ts";
import { settleUnknown } from "../shared/touch/settle.ts";
import { DAY, MINUTE } from "../shared/time.ts";
import type { ScheduleHandler } from "./batch.ts";

const Input = z.object({ scheduledAt: z.number() });

/** Every 15 minutes: close touches nobody will ever hear of, bring back the paused, remind of a pause of all sending, and see that every zone in use has its schedules; once a day all of them anew. */
export const sweep: ScheduleHandler = async (app, input) => {
  const { scheduledAt } = Input.parse(input);
  const chores = await Promise.allSettled([settleUnknown(app), resumeDue(app), remindOfPause(app)]);
  await (scheduledAt % DAY < 15 * MINUTE ? syncSchedules(app, { anew: true }) : syncChangedZones(app));
  // The trouble of one chore has kept nobody from the others, and is told now.
  for (const chore of chores) if (chore.status === "rejected") throw chore.reason;
};
