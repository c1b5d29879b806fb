import { Duration, RemovalPolicy, type Stack, Validations } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { type QueuePlan, queues } from "../topology.ts";

/** A queue, and where its messages end that no attempt could deal with. */
export type Line = { readonly queue: Queue; readonly deadLetters: Queue };

type Plan = Pick<QueuePlan, "visibilitySeconds" | "maxAttempts">;

/** Every queue of the topology, by name. */
export function makeLines(stack: Stack, retain: boolean): ReadonlyMap<string, Line> {
  return new Map(Object.entries(queues).map(([name, plan]) => [name, makeLine(stack, name, plan, retain)]));
}

function makeLine(stack: Stack, name: string, plan: Plan, retain: boolean): Line {
  const id = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const deadLetters = new Queue(stack, `${id}DeadLetters`, deadLetterProps(retain));
  const queue = new Queue(stack, `${id}Queue`, {
    ...safe(retain),
    visibilityTimeout: Duration.seconds(plan.visibilitySeconds),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: plan.maxAttempts },
  });
  return { queue, deadLetters };
}

/** A dead letter of something that is not a queue; `source` says of what. The checks know only those of queues. */
export function makeDeadLetters(stack: Stack, id: string, retain: boolean, source: string): Queue {
  const queue = new Queue(stack, id, deadLetterProps(retain));
  Validations.of(queue).acknowledge({
    id: "AwsSolutions-SQS3",
    reason: `It is itself the dead-letter queue of ${source}: nothing consumes it, an alarm watches it, and a person looks.`,
  });
  return queue;
}

const safe = (retain: boolean) => ({
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
});

/** The longest SQS keeps anything: dead letters wait for a person. */
const deadLetterProps = (retain: boolean) => ({ ...safe(retain), retentionPeriod: Duration.days(14) });
