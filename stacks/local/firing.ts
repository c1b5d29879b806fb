import * as z from "zod";
import { eachMessage } from "../../functions/batch.ts";
import { scheduled } from "../topology.ts";
import type { QueuePlan } from "../topology.ts";

/** One firing of a schedule, on its way to the schedule's target; `input` has `scheduledAt`, which a retry keeps. */
export const Firing = z.object({ target: z.enum(["dispatch", "sweep"]), input: z.record(z.string(), z.unknown()) });
export type Firing = z.infer<typeof Firing>;

/** What EventBridge's retry policy is on AWS: a target that fails is called again, and at last ends as a dead letter. */
export const firingsPlan: QueuePlan = {
  handler: eachMessage(Firing, (app, { target, input }) => scheduled[target](app, input)),
  batchSize: 1,
  visibilitySeconds: 300,
  maxAttempts: 6,
};
