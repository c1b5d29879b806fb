import * as z from "zod";
import { remindOfFollowUps } from "../shared/follow-up/remind.ts";
import { ReminderOrder, remindProspect } from "../shared/letter/remind.ts";
import type { ScheduleHandler } from "./batch.ts";

const Input = z.union([ReminderOrder, z.object({ of: z.literal("follow-ups") })]);

/** A call's own schedule fires: write to the prospect in the hour before. A standing one: tell reps of follow-ups that were left. */
export const remind: ScheduleHandler = async (app, input) => {
  const order = Input.parse(input);
  await ("of" in order ? remindOfFollowUps(app) : remindProspect(app, order));
};
