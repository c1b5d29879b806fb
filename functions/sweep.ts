import * as z from "zod";
import { syncSchedules } from "../shared/cadence/schedules.ts";
import { resumeDue } from "../shared/prospect/resume-due.ts";
import { settleUnknown } from "../shared/touch/settle.ts";
import { DAY, MINUTE } from "../shared/time.ts";
import type { ScheduleHandler } from "./batch.ts";

const Input = z.object({ scheduledAt: z.number() });

/** Every 15 minutes: close touches nobody will ever hear of, bring back the paused, and once a day (or when somebody came back) match the schedules. */
export const sweep: ScheduleHandler = async (app, input) => {
  const { scheduledAt } = Input.parse(input);
  const [settled, resumed] = await Promise.allSettled([settleUnknown(app), resumeDue(app)]);
  const firstOfDay = scheduledAt % DAY < 15 * MINUTE;
  // Where some could not come back, others may have.
  if (firstOfDay || resumed.status === "rejected" || resumed.value > 0) await syncSchedules(app);
  // The trouble of one chore has kept nobody from the others, and is told now.
  for (const chore of [settled, resumed]) if (chore.status === "rejected") throw chore.reason;
};
