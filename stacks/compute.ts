/// <reference path="../.sst/platform/config.d.ts" />
import { inputOf } from "../shared/aws/eventbridge-scheduler-input.ts";
import { bundling } from "./bundling.ts";
import { functionName } from "./foundation/names.ts";
import {
  environmentOf,
  everySetting,
  type Ground,
  isScheduled,
  output,
  queueArn,
  statementsOf,
} from "./permissions.ts";
import type { DeploySettings } from "./settings.ts";
import {
  type FunctionName,
  type FunctionPlan,
  functions,
  type QueuePlan,
  queues,
  type Right,
  standingSchedules,
} from "./topology.ts";

export type Functions = { readonly [name in FunctionName]: sst.aws.Function };
type Outputs = $util.Output<{ [name: string]: string }>;
type Below = { readonly foundation: Outputs; readonly publicUrl: $util.Output<string> };

/** Six hours is Lambda's own; a firing older than an hour would find its window half gone. */
const FIRING = { attempts: 2, seconds: 3600 };
/** As the scheduler adapter asks for its own schedules. */
const RETRIES = { maximumEventAgeInSeconds: FIRING.seconds, maximumRetryAttempts: 185 };

/** Every function of the topology, with a role of its own that holds its rights and nothing else. */
export function makeFunctions({ stage, sender, oidc }: DeploySettings, { foundation, publicUrl }: Below): Functions {
  const { partition } = aws.getPartitionOutput();
  const { region } = aws.getRegionOutput();
  const { accountId: account } = aws.getCallerIdentityOutput();
  const ground = $resolve({ stage, sender, partition, region, account, publicUrl, oidc, foundation });
  const secrets: Secrets = {
    "make links": new sst.Secret("LinkKeys"),
    // Not every company has such a provider, and a deploy must not wait for its secret.
    "ask the provider": new sst.Secret("OidcClientSecret", "none"),
  };
  // For `sst shell`, in which stacks/aws works with the rights of whoever started it.
  new sst.Linkable("Midweek", { properties: ground.apply(everySetting) });
  const make = (name: FunctionName) => makeFunction(name, ground, secrets);
  return {
    dispatch: make("dispatch"),
    send: make("send"),
    engage: make("engage"),
    feedback: make("feedback"),
    sweep: make("sweep"),
    track: make("track"),
    notify: make("notify"),
    remind: make("remind"),
    reckon: make("reckon"),
    gather: make("gather"),
    preferences: make("preferences"),
    join: make("join"),
    console: make("console"),
    api: make("api"),
  };
}

/** What a right comes with that nobody may read. */
type Secrets = { readonly [right in Right]?: sst.Secret };

function makeFunction(name: FunctionName, ground: $util.Output<Ground>, secrets: Secrets): sst.aws.Function {
  const plan: FunctionPlan = functions[name];
  const { minify, ...esbuild } = bundling;
  return new sst.aws.Function(capital(name), {
    name: functionName($app.stage, name),
    description: plan.does,
    handler: `functions/lambda/${name}.handler`,
    runtime: "nodejs24.x",
    architecture: "arm64",
    timeout: `${plan.timeoutSeconds} seconds`,
    memory: `${plan.memoryMb} MB`,
    environment: ground.apply((of) => environmentOf(name, of)),
    permissions: ground.apply((of) => statementsOf(name, of)),
    link: plan.may.flatMap((right) => secrets[right] ?? []),
    logging: { retention: "1 month", format: "json" },
    nodejs: { minify, esbuild },
    transform: {
      role: ownRole(),
      ...(isScheduled(name) && {
        function: { deadLetterConfig: { targetArn: ground.apply((of) => output(of, "FiringsArn")) } },
        eventInvokeConfig: { maximumEventAgeInSeconds: FIRING.seconds },
      }),
    },
    ...(isScheduled(name) && { retries: FIRING.attempts }),
  });
}

/**
 * Takes back what SST gives of its own accord: every log of the account, and the role itself to whoever else in the account may take roles. Live
 * development needs the latter.
 */
const ownRole = () => ({
  managedPolicyArns: [],
  ...(!$dev && { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }) }),
});

/** Hands each queue's messages to its function; what fails goes back by itself. */
export function subscribeFunctions(all: Functions, foundation: Outputs): void {
  for (const [name, plan] of Object.entries<QueuePlan>(queues))
    new aws.lambda.EventSourceMapping(`${capital(name)}Subscription`, {
      eventSourceArn: foundation.apply((outputs) => output({ foundation: outputs }, queueArn(name))),
      functionName: all[plan.function].name,
      batchSize: plan.batchSize,
      maximumBatchingWindowInSeconds: plan.fillSeconds,
      functionResponseTypes: ["ReportBatchItemFailures"],
      scalingConfig: { maximumConcurrency: plan.atOnce },
    });
}

/** The schedules that are there from the start, as the scheduler adapter would put them. */
export function scheduleFunctions(all: Functions, foundation: Outputs): void {
  const named = (name: string) => foundation.apply((outputs) => output({ foundation: outputs }, name));
  for (const schedule of standingSchedules)
    new aws.scheduler.Schedule(`${capital(schedule.name)}Schedule`, {
      name: schedule.name,
      groupName: named("ScheduleGroupName"),
      scheduleExpression: schedule.expression,
      scheduleExpressionTimezone: schedule.timeZone,
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: all[schedule.target].arn,
        roleArn: named("SchedulerRoleArn"),
        input: inputOf(schedule),
        deadLetterConfig: { arn: named("FiringsArn") },
        retryPolicy: RETRIES,
      },
    });
}

const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
