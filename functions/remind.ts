import * as z from "zod";
import { remindOfFollowUps } from "../shared/follow-up/remind.ts";
import { remindMissed } from "../shared/letter/remind-missed.ts";
import { ReminderOrder, remindProspect } from "../shared/letter/remind.ts";
import type { ScheduleHandler } from "./batch.ts";

const Input = z.union([ReminderOrder, z.object({ of: z.literal("follow-ups") })]);

/**
 * A call's own schedule fires: write to the prospect in the hour before. A standing one: tell reps of follow-ups that were left, and send the reminders whose
 * schedule did not come.
 */
export const remind: ScheduleHandler = async (app, input) => {
  const order = Input.parse(input);
  if (!("of" in order)) return remindProspect(app, order);
  const chores = await Promise.allSettled([remindOfFollowUps(app), remindMissed(app)]);
  // The trouble of one has kept nobody from the other, and is told now.
  for (const chore of chores) if (chore.status === "rejected") throw chore.reason;
};
