import { SchedulerClient } from "@aws-sdk/client-scheduler";
import type { Scheduler } from "../../ports.ts";
import { eventBridgeScheduler } from "../eventbridge-scheduler.ts";
import { setting } from "./setting.ts";

/** The schedule group this function keeps. */
export const schedulerOfEnvironment = (): Scheduler =>
  eventBridgeScheduler(new SchedulerClient({ retryMode: "standard", maxAttempts: 6 }), {
    group: setting("SCHEDULE_GROUP"),
    targetArns: {
      dispatch: setting("DISPATCH_ARN"),
      sweep: setting("SWEEP_ARN"),
      remind: setting("REMIND_ARN"),
      gather: setting("GATHER_ARN"),
    },
    roleArn: setting("SCHEDULER_ROLE_ARN"),
    deadLetterArn: setting("FIRINGS_ARN"),
  });
