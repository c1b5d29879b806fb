import * as z from "zod";
import { eachMessage } from "../../functions/batch.ts";
import { scheduled } from "../topology.ts";
import { scheduleHandlers } from "./handlers.ts";

/** One firing of a schedule, on its way to the schedule's target; `input` has `scheduledAt`, which a retry keeps. */
export const Firing = z.object({ target: z.enum(scheduled), input: z.record(z.string(), z.unknown()) });
export type Firing = z.infer<typeof Firing>;

export const fire = eachMessage(Firing, (app, { target, input }) => scheduleHandlers[target](app, input));

/** What EventBridge's retry policy is on AWS: a target that fails is called again, and at last ends as a dead letter. */
export const firingsPlan = { batchSize: 1, visibilitySeconds: 300, maxAttempts: 6 };
