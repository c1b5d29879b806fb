import * as z from "zod";
import { syncChangedZones, syncSchedules } from "../shared/cadence/schedules.ts";
import { learnUsualAgain } from "../shared/engagement/learn-usual.ts";
import { remindOfPause } from "../shared/sending/watch.ts";
import { resumeDue } from "../shared/prospect/resume-due.ts";
import { settleUnknown } from "../shared/touch/settle.ts";
import { DAY, MINUTE } from "../shared/time.ts";
import type { ScheduleHandler } from "./batch.ts";

const Input = z.object({ scheduledAt: z.number() });

/** 00:45 UTC is 15:00 in no zone: a schedule is not written again at the minute it fires. */
const DAILY_AT = 45 * MINUTE;

/** Every 15 minutes: close touches nobody will ever hear of, bring back the paused, remind of a pause of all sending, and see that every zone in use has its schedules; once a day all of them anew, and once a week what is usual. */
export const sweep: ScheduleHandler = async (app, input) => {
  const { scheduledAt } = Input.parse(input);
  const chores = await Promise.allSettled([settleUnknown(app), resumeDue(app), remindOfPause(app)]);
  const sinceDaily = (scheduledAt - DAILY_AT) % DAY;
  const daily = sinceDaily >= 0 && sinceDaily < 15 * MINUTE;
  await (daily ? syncSchedules(app, { anew: true }) : syncChangedZones(app));
  if (daily) await learnUsualAgain(app);
  // The trouble of one chore has kept nobody from the others, and is told now.
  for (const chore of chores) if (chore.status === "rejected") throw chore.reason;
};
