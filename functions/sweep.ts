import * as z from "zod";
import { syncChangedZones, syncSchedules } from "../shared/cadence/schedules.ts";
import { learnUsualAgain } from "../shared/engagement/learn-usual.ts";
import { settleLetters } from "../shared/letter/settle.ts";
import { retellNotices } from "../shared/notice/retell.ts";
import { remindOfPause } from "../shared/sending/watch.ts";
import { checkNoDrop } from "../shared/prospect/no-drop.ts";
import { resumeDue } from "../shared/prospect/resume-due.ts";
import { settleUnknown } from "../shared/touch/settle.ts";
import { DAY, MINUTE } from "../shared/time.ts";
import type { ScheduleHandler } from "./batch.ts";

const Input = z.object({ scheduledAt: z.number() });

/** 00:45 UTC is 15:00 in no zone: a schedule is not written again at the minute it fires. */
const DAILY_AT = 45 * MINUTE;

/** Every 15 minutes: close touches and letters nobody will ever hear of, bring back the paused, remind of a pause of all sending, and see that every zone in use has its schedules; once a day all of them anew and that nobody is left without a next touch, with the long sums put on their queue, and once a week what is usual. */
export const sweep: ScheduleHandler = async (app, input) => {
  const { scheduledAt } = Input.parse(input);
  const chores = await Promise.allSettled([
    settleUnknown(app),
    settleLetters(app),
    resumeDue(app),
    remindOfPause(app),
    retellNotices(app),
  ]);
  const sinceDaily = (scheduledAt - DAILY_AT) % DAY;
  const daily = sinceDaily >= 0 && sinceDaily < 15 * MINUTE;
  await (daily ? syncSchedules(app, { anew: true }) : syncChangedZones(app));
  const dailies = daily
    ? await Promise.allSettled([
        learnUsualAgain(app),
        checkNoDrop(app),
        app.reckonings.send([{ of: "segments" }, { of: "report" }]),
      ])
    : [];
  // The trouble of one chore has kept nobody from the others, and is told now.
  for (const chore of [...chores, ...dailies]) if (chore.status === "rejected") throw chore.reason;
};
