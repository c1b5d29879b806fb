/** What hangs on what, said once: every runtime of Midweek reads it. */
import type { QueueHandler, ScheduleHandler } from "../functions/batch.ts";
import { dispatch } from "../functions/dispatch.ts";
import { engage } from "../functions/engage.ts";
import { send } from "../functions/send.ts";
import { sweep } from "../functions/sweep.ts";
import type { Schedule } from "../shared/ports.ts";

export type QueuePlan = {
  readonly handler: QueueHandler;
  /** How many messages a handler is given at once. */
  readonly batchSize: number;
  readonly visibilitySeconds: number;
  readonly maxAttempts: number;
};

export const queues = {
  /** One message is already a batch of up to 50 touches. */
  touches: { handler: send, batchSize: 1, visibilitySeconds: 120, maxAttempts: 5 },
  signals: { handler: engage, batchSize: 50, visibilitySeconds: 60, maxAttempts: 5 },
} as const satisfies { readonly [name: string]: QueuePlan };

export const scheduled: { readonly [target in Schedule["target"]]: ScheduleHandler } = { dispatch, sweep };

/** Schedules that are there from the start; those of cadences come and go with zones. */
export const standingSchedules: readonly Schedule[] = [
  { name: "sweep", expression: "cron(0/15 * * * ? *)", timeZone: "UTC", target: "sweep", input: {} },
];
