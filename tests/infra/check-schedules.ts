import * as z from "zod";
import { inputOf } from "../../shared/aws/eventbridge-scheduler-input.ts";
import type { Schedule } from "../../shared/ports.ts";
import { functionName } from "../../stacks/foundation/names.ts";
import { scheduled, standingSchedules } from "../../stacks/topology.ts";
import { functionArn, outputsOf } from "./account.ts";
import { foundationOf, lambdas, ofType, type Plan } from "./plan.ts";

const Made = z.looseObject({
  name: z.string(),
  groupName: z.string().optional(),
  scheduleExpression: z.string(),
  scheduleExpressionTimezone: z.string().optional(),
  flexibleTimeWindow: z.object({ mode: z.string() }),
  target: z.object({
    arn: z.string(),
    roleArn: z.string(),
    input: z.string().optional(),
    deadLetterConfig: z.object({ arn: z.string() }).optional(),
    retryPolicy: z.object({ maximumEventAgeInSeconds: z.number(), maximumRetryAttempts: z.number() }).optional(),
  }),
});
const Invoked = z.looseObject({ functionName: z.string(), maximumEventAgeInSeconds: z.number().optional() });

/** The standing schedules are as the scheduler adapter would put them, and no firing is lost without a trace. */
export function scheduleFaults(plan: Plan): string[] {
  const made = ofType(plan, "aws:scheduler/schedule:Schedule", Made);
  const known = new Set(standingSchedules.map(({ name }) => name));
  const out = outputsOf(foundationOf(plan).templateBody);
  return [
    ...made.filter(({ name }) => !known.has(name)).map(({ name }) => `the schedule ${name} is not in the topology`),
    ...standingSchedules.flatMap((asked) => {
      const found = made.filter(({ name }) => name === asked.name);
      const [one] = found;
      if (!one || found.length > 1) return [`the schedule ${asked.name} is there ${found.length} times`];
      return oneSchedule(plan.stage, asked, one, out);
    }),
    ...scheduled.flatMap((name) => asyncFaults(plan, functionName(plan.stage, name), out["FiringsArn"])),
  ];
}

function oneSchedule(
  stage: string,
  asked: Schedule,
  { target, ...one }: z.infer<typeof Made>,
  out: { readonly [name: string]: string },
): string[] {
  const faults: [boolean, string][] = [
    [one.groupName !== out["ScheduleGroupName"], "is not in Midweek's group"],
    [one.scheduleExpression !== asked.expression, `fires at ${one.scheduleExpression}`],
    [one.scheduleExpressionTimezone !== asked.timeZone, `is in ${one.scheduleExpressionTimezone}`],
    [one.flexibleTimeWindow.mode !== "OFF", "fires whenever it likes"],
    [target.arn !== functionArn(functionName(stage, asked.target)), `calls ${target.arn}`],
    [target.roleArn !== out["SchedulerRoleArn"], `acts as ${target.roleArn}`],
    [target.input !== inputOf(asked), `says ${target.input}`],
    [target.deadLetterConfig?.arn !== out["FiringsArn"], "has no dead letter"],
    [!target.retryPolicy, "is tried as often as AWS likes"],
  ];
  return faults.filter(([wrong]) => wrong).map(([, what]) => `the schedule ${asked.name} ${what}`);
}

/** A schedule is done once Lambda has taken the firing; what the function then fails at is Lambda's to keep. */
function asyncFaults(plan: Plan, name: string, firings: string | undefined): string[] {
  const one = lambdas(plan).find((made) => made.name === name);
  const invoked = ofType(plan, "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", Invoked);
  const faults: [boolean, string][] = [
    [one?.deadLetterConfig?.targetArn !== firings, "loses the firings it fails at"],
    [
      !invoked.some((each) => each.functionName === name && each.maximumEventAgeInSeconds),
      "takes firings that are hours old",
    ],
  ];
  return faults.filter(([wrong]) => wrong).map(([, what]) => `${name} ${what}`);
}
