import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { foundationStack } from "../../stacks/foundation-stack.ts";
import { queues } from "../../stacks/topology.ts";
import { prices } from "../../shared/rehearsal/prices.ts";

const DAYS = 30;
/** Lambda asks a queue with five long polls at a time, each of 20 seconds, also while nothing is in it (AWS Lambda developer guide, "SQS"). */
const POLLERS = 5;
const POLL_SECONDS = 20;
/** The one that tells of failing links is not in the foundation: it needs the API (stacks/web.ts). */
const ALARMS_BESIDE = 1;

export type Idle = { readonly alarms: number; readonly polls: number; readonly dollars: number };

/** What a stage costs a month with nobody in it: alarms, the alarms' key, and asking the queues; the sweep is less than a cent. */
export function measureIdle(): Idle {
  const template = Template.fromStack(foundationStack(new App(), { stage: "bench", retain: false }));
  const alarms = Object.keys(template.findResources("AWS::CloudWatch::Alarm")).length + ALARMS_BESIDE;
  const keys = Object.keys(template.findResources("AWS::KMS::Key")).length;
  const polls = Object.keys(queues).length * POLLERS * ((DAYS * 86_400) / POLL_SECONDS);
  const dollars =
    alarms * prices.alarmPerMonth + keys * prices.keyPerMonth + (polls / 1_000_000) * prices.sqsPerMillion;
  return { alarms, polls, dollars };
}
