import * as z from "zod";
import { functionName } from "../../stacks/foundation/names.ts";
import { functions, type QueuePlan, queues } from "../../stacks/topology.ts";
import { outputsOf } from "./account.ts";
import { capital, foundationOf, ofType, type Plan, type Template } from "./plan.ts";

const Subscription = z.looseObject({
  eventSourceArn: z.string(),
  functionName: z.string(),
  batchSize: z.number(),
  maximumBatchingWindowInSeconds: z.number(),
  functionResponseTypes: z.array(z.string()).default([]),
  scalingConfig: z.object({ maximumConcurrency: z.number() }).optional(),
});

const Arn = z.object({ "Fn::GetAtt": z.tuple([z.string(), z.literal("Arn")]) });
const Queue = z.object({
  VisibilityTimeout: z.number().default(30),
  RedrivePolicy: z.object({ deadLetterTargetArn: Arn, maxReceiveCount: z.number() }).optional(),
});

/** Each queue of the topology has one consumer and a dead letter, and no queue of the foundation is left without either. */
export function queueFaults(plan: Plan): string[] {
  const { template, templateBody } = foundationOf(plan);
  const out = outputsOf(templateBody);
  const subscriptions = ofType(plan, "aws:lambda/eventSourceMapping:EventSourceMapping", Subscription);
  const known = new Set(Object.keys(queues).map((name) => out[`${capital(name)}QueueArn`]));
  return [
    ...subscriptions
      .filter(({ eventSourceArn }) => !known.has(eventSourceArn))
      .map(({ eventSourceArn }) => `${eventSourceArn} is consumed, and is not in the topology`),
    ...Object.entries<QueuePlan>(queues).flatMap(([name, asked]) =>
      consumerFaults(
        name,
        asked,
        functionName(plan.stage, asked.function),
        subscriptions.filter((one) => one.eventSourceArn === out[`${capital(name)}QueueArn`]),
      ),
    ),
    ...Object.entries<QueuePlan>(queues).flatMap(([name, asked]) => deadLetterFaults(name, asked, template)),
    ...strays(template),
  ];
}

function consumerFaults(
  name: string,
  asked: QueuePlan,
  consumer: string,
  found: readonly z.infer<typeof Subscription>[],
): string[] {
  const [one] = found;
  if (!one || found.length > 1) return [`${name} has ${found.length} consumers`];
  const faults: [boolean, string][] = [
    [one.functionName !== consumer, `is consumed by ${one.functionName}`],
    [one.batchSize !== asked.batchSize, `comes ${one.batchSize} at once`],
    [one.maximumBatchingWindowInSeconds !== asked.fillSeconds, `waits ${one.maximumBatchingWindowInSeconds} seconds`],
    [one.batchSize > 10 && one.maximumBatchingWindowInSeconds < 1, "has batches that AWS allows only with a window"],
    [!one.functionResponseTypes.includes("ReportBatchItemFailures"), "brings whole batches back"],
    [one.scalingConfig?.maximumConcurrency !== asked.atOnce, `has ${one.scalingConfig?.maximumConcurrency} at once`],
    [asked.atOnce < 2 || asked.atOnce > 1000, "has fewer or more at once than AWS allows"],
  ];
  return faults.filter(([wrong]) => wrong).map(([, what]) => `${name} ${what}`);
}

function deadLetterFaults(name: string, asked: QueuePlan, template: Template): string[] {
  const { data } = Arn.safeParse(template.Outputs[`${capital(name)}QueueArn`]?.Value);
  const found = template.Resources[data?.["Fn::GetAtt"][0] ?? ""];
  if (found?.Type !== "AWS::SQS::Queue") return [`${name} is not a queue of the foundation`];
  const { RedrivePolicy, VisibilityTimeout } = Queue.parse(found.Properties);
  if (!RedrivePolicy) return [`${name} has no dead letter`];
  const faults: [boolean, string][] = [
    [template.Resources[RedrivePolicy.deadLetterTargetArn["Fn::GetAtt"][0]]?.Type !== "AWS::SQS::Queue", "is lost"],
    [RedrivePolicy.maxReceiveCount !== asked.maxAttempts, `is tried ${RedrivePolicy.maxReceiveCount} times`],
    [VisibilityTimeout < 6 * functions[asked.function].timeoutSeconds, "comes back while it is worked on"],
  ];
  return faults.filter(([wrong]) => wrong).map(([, what]) => `${name} ${what}`);
}

/** Queues with neither a dead letter of their own nor anything they are the dead letter of. */
function strays({ Resources, Outputs }: Template): string[] {
  const kept = new Set(
    Object.values(Resources).flatMap(({ Type, Properties }) =>
      Type === "AWS::SQS::Queue" || Type === "AWS::Events::Rule" ? deadLettersIn(Properties) : [],
    ),
  );
  // What the schedules could not hand over; that they name it is checked with them.
  const firings = Arn.safeParse(Outputs["FiringsArn"]?.Value).data?.["Fn::GetAtt"][0];
  return Object.entries(Resources)
    .filter(([id, { Type }]) => Type === "AWS::SQS::Queue" && id !== firings && !kept.has(id))
    .filter(([, { Properties }]) => !Queue.parse(Properties).RedrivePolicy)
    .map(([id]) => `${id} has no dead letter and is nobody's`);
}

function deadLettersIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => {
    const { data } = Arn.safeParse(name === "DeadLetterConfig" ? Object.values(one)[0] : one);
    return data && /^(deadLetterTargetArn|DeadLetterConfig)$/.test(name) ? [data["Fn::GetAtt"][0]] : deadLettersIn(one);
  });
}
