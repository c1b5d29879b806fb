import { Duration, type Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import type { Topic } from "aws-cdk-lib/aws-sns";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { alarmMetrics, alarmNamespace } from "../../shared/aws/embedded-metric.ts";
import { prefixOf } from "./names.ts";
import type { Line } from "./queues.ts";

export type Watched = {
  readonly lines: ReadonlyMap<string, Line>;
  /** Dead letters of what is not a queue, by name. */
  readonly deadLetters: ReadonlyMap<string, Queue>;
  readonly scheduleGroup: ScheduleGroup;
};

type Watch = {
  readonly name: string;
  readonly says: string;
  readonly metric: Metric;
  readonly from: number;
  /** So many periods in a row; 1 if not said. */
  readonly periods?: number;
  /** What silence means: that all is well, or that nothing is known and the state stays. */
  readonly silence: "well" | "unknown";
};

const OFTEN = Duration.minutes(5);
/** Seconds the oldest message may wait. A touch has a window of four hours; feedback feeds the bounce rate and may lag more. */
const OLDEST: { readonly [name: string]: number | undefined } = { touches: 1800, signals: 900, notices: 300 };
const OLDEST_OTHER = 3600;
/** Where SES puts an account under review: 5 % bounces, 0.1 % complaints (SES developer guide, "Reputation metrics messages"). */
const BOUNCE_RATE = 0.05;
const COMPLAINT_RATE = 0.001;

/** One alarm for each thing a person must look at, all told to `topic`. */
export function makeAlarms(stack: Stack, stage: string, topic: Topic, watched: Watched): void {
  const action = new SnsAction(topic);
  for (const watch of [
    ...queueWatches(watched),
    ...mailWatches,
    ...toldWatches(stage),
    ...scheduleWatches(watched.scheduleGroup),
  ]) {
    const alarm = new Alarm(stack, `Alarm-${watch.name}`, {
      alarmName: `${prefixOf(stage)}-${watch.name}`,
      alarmDescription: watch.says,
      metric: watch.metric,
      threshold: watch.from,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: watch.periods ?? 1,
      treatMissingData: watch.silence === "well" ? TreatMissingData.NOT_BREACHING : TreatMissingData.IGNORE,
    });
    alarm.addAlarmAction(action);
  }
}

function queueWatches({ lines, deadLetters }: Watched): Watch[] {
  const all = [...[...lines].map(([name, line]) => [name, line.deadLetters] as const), ...deadLetters];
  const dead = all.map(([name, queue]): Watch => ({
    name: `${name}-dead-letters`,
    says: `There are dead letters of ${name}: read one, mend the cause, then redrive them.`,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: OFTEN, statistic: Stats.MAXIMUM }),
    from: 1,
    silence: "well",
  }));
  const waiting = [...lines].map(([name, { queue }]): Watch => ({
    name: `${name}-waiting`,
    says: `Messages of ${name} wait too long: its function fails, is throttled, or is too slow.`,
    metric: queue.metricApproximateAgeOfOldestMessage({ period: OFTEN, statistic: Stats.MAXIMUM }),
    from: OLDEST[name] ?? OLDEST_OTHER,
    silence: "well",
  }));
  return [...dead, ...waiting];
}

/** Of the whole account, without dimensions: that is what SES judges, whoever in it sent. */
const reputation = (metricName: string) =>
  new Metric({ namespace: "AWS/SES", metricName, statistic: Stats.AVERAGE, period: Duration.hours(1) });

const mailWatches: readonly Watch[] = [
  {
    name: "bounce-rate",
    says: "5 % of the account's emails bounce: SES puts it under review, and at 10 % may stop it.",
    metric: reputation("Reputation.BounceRate"),
    from: BOUNCE_RATE,
    silence: "unknown",
  },
  {
    name: "complaint-rate",
    says: "0.1 % of the account's emails are complained about: SES puts it under review, and at 0.5 % may stop it.",
    metric: reputation("Reputation.ComplaintRate"),
    from: COMPLAINT_RATE,
    silence: "unknown",
  },
];

/** What Midweek itself tells (shared/aws/embedded-metric.ts). The sweep tells of a pause every 15 minutes while it lasts. */
function toldWatches(stage: string): Watch[] {
  const told = (name: keyof typeof alarmMetrics, says: string): Watch => ({
    name,
    says,
    metric: new Metric({
      namespace: alarmNamespace,
      metricName: alarmMetrics[name],
      dimensionsMap: { Stage: stage },
      statistic: Stats.MAXIMUM,
      period: Duration.minutes(30),
    }),
    from: 1,
    silence: "well",
  });
  return [
    told(
      "sending-paused",
      "Nothing is sent: SES stopped us or its quota is used up, or too many emails bounced or were complained about.",
    ),
    told(
      "notice-undelivered",
      "For a day somebody's server has not taken what became of a call task: see who is told, in the settings.",
    ),
    told("limits-unknown", "Nothing is sent: SES does not tell the account's sending limits."),
  ];
}

function scheduleWatches({ scheduleGroupName }: ScheduleGroup): Watch[] {
  const count = (metricName: string) =>
    new Metric({
      namespace: "AWS/Scheduler",
      metricName,
      dimensionsMap: { ScheduleGroup: scheduleGroupName },
      statistic: Stats.SUM,
      period: OFTEN,
    });
  return [
    {
      name: "schedules-failing",
      says: "Schedules have not reached their function for ten minutes: a right or a function is missing.",
      metric: count("TargetErrorCount"),
      from: 1,
      // One failed attempt is tried again within the minute and harms nobody.
      periods: 2,
      silence: "well",
    },
    {
      name: "schedules-dropped",
      says: "A firing was given up: a zone may have had no email in its slot. The firing is in its dead letters.",
      metric: count("InvocationDroppedCount"),
      from: 1,
      silence: "well",
    },
  ];
}
