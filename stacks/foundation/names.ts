/** What the foundation and the functions above it must agree on; free of aws-cdk-lib, so that both sides can import it. */
import type { QueuePlan } from "../topology.ts";

/** Start of every name of a stage, as in `midweek-prod`. */
export const prefixOf = (stage: string): string => `midweek-${stage}`;

/** Name a scheduled function must have: the role of the schedules may invoke these names and no others. */
export const functionName = (stage: string, target: string): string => `${prefixOf(stage)}-${target}`;

/**
 * Longest run, in seconds, of the function that reads a queue. A message must stay hidden for six times as long (AWS's own rule for SQS and Lambda):
 * a batch that is throttled before it reaches the function is tried again for some time by Lambda's poller, and one that came back meanwhile would run
 * twice at once. The topology says how long it is hidden; this is the other side of it.
 */
export const functionTimeoutSeconds = (plan: Pick<QueuePlan, "visibilitySeconds">): number =>
  Math.floor(plan.visibilitySeconds / 6);
