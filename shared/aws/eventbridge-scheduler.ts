import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  paginateListSchedules,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
  ValidationException,
} from "@aws-sdk/client-scheduler";
import { AppError } from "../error.ts";
import type { Schedule, Scheduler } from "../ports.ts";
import { inputOf } from "./eventbridge-scheduler-input.ts";

export type EventBridgeSettings = {
  /** Name of the schedule group; the foundation makes it. */
  readonly group: string;
  /** Function to invoke, by the name the port knows it under. */
  readonly targetArns: { readonly [target in Schedule["target"]]: string };
  /** Lets EventBridge Scheduler invoke the targets and write to the dead letters. */
  readonly roleArn: string;
  /** Queue for firings that could not be handed over. */
  readonly deadLetterArn: string;
};

/** Of schedules and of their prefixes. */
const NAME = /^[A-Za-z0-9_.-]{1,64}$/;
/** Two who put the same name at once, or one who removes it, can cross once or twice, and not for ever. */
const MOST_ROUNDS = 4;
/** A firing that nobody took for an hour is a fault to look at while there is still some of the afternoon left. */
const RETRIES = { MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 185 };

/**
 * The scheduler port over EventBridge Scheduler. The input goes out with `scheduledAt` as EventBridge writes it, an ISO time; the Lambda entry makes
 * epoch ms of it with `readScheduledInput` (eventbridge-scheduler-input.ts) before the handler sees it.
 */
export function eventBridgeScheduler(client: SchedulerClient, settings: EventBridgeSettings): Scheduler {
  return {
    put: async (schedule) => {
      // An empty one would be another address; the rest (zone, expression) the service checks.
      if (!NAME.test(schedule.name))
        throw new AppError(
          "invalid",
          `the schedule name "${schedule.name}" is not 1 to 64 letters, digits, dots, - or _`,
        );
      await put(client, requestOf(schedule, settings));
    },
    remove: async (name) => {
      await unless(ResourceNotFoundException, () =>
        client.send(new DeleteScheduleCommand({ Name: name, GroupName: settings.group })),
      );
    },
    list: async (prefix) => {
      // The service refuses such a prefix; no schedule can have it.
      if (prefix !== "" && !NAME.test(prefix)) return [];
      const names: string[] = [];
      const ask = { GroupName: settings.group, ...(prefix === "" ? {} : { NamePrefix: prefix }) };
      for await (const page of paginateListSchedules({ client }, ask))
        for (const { Name: name } of page.Schedules ?? []) if (name !== undefined) names.push(name);
      return names.toSorted();
    },
  };
}

const requestOf = (schedule: Schedule, settings: EventBridgeSettings): CreateScheduleCommandInput => ({
  Name: schedule.name,
  GroupName: settings.group,
  ScheduleExpression: schedule.expression,
  ScheduleExpressionTimezone: schedule.timeZone,
  FlexibleTimeWindow: { Mode: "OFF" },
  ActionAfterCompletion: schedule.expression.startsWith("at(") ? "DELETE" : "NONE",
  Target: {
    Arn: settings.targetArns[schedule.target],
    RoleArn: settings.roleArn,
    Input: inputOf(schedule),
    DeadLetterConfig: { Arn: settings.deadLetterArn },
    RetryPolicy: RETRIES,
  },
});

/** Creates it, or replaces all of the one that is there. */
async function put(client: SchedulerClient, request: CreateScheduleCommandInput): Promise<void> {
  try {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      // First, because creating one that is there is a conflict, which the client repeats five times before it says so.
      const gone = [ResourceNotFoundException, ConflictException];
      if (await unless(gone, () => client.send(new UpdateScheduleCommand(request)))) return;
      if (await unless(ConflictException, () => client.send(new CreateScheduleCommand(request)))) return;
    }
  } catch (error) {
    if (error instanceof ValidationException) throw new AppError("invalid", `${request.Name}: ${error.message}`);
    throw error;
  }
  throw new Error(`${request.Name}: others kept changing the schedule`);
}

type Expected = abstract new (...args: never[]) => Error;

/** Whether it went through; an error of the expected kind is a no, any other is thrown on. */
async function unless(expected: Expected | readonly Expected[], act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if ([expected].flat().some((kind) => error instanceof kind)) return false;
    throw error;
  }
}
