/** What must outlive a deploy of the functions, in aws-cdk-lib. It has no assets, so the account needs no CDK bootstrap. */
import { type App, BootstraplessSynthesizer, CfnOutput, Stack, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { makeAlarmTopic } from "./foundation/alarm-topic.ts";
import { makeAlarms } from "./foundation/alarms.ts";
import { makeConfigurationSet, routeFeedback } from "./foundation/mail.ts";
import { prefixOf } from "./foundation/names.ts";
import { refusePublicAccess } from "./foundation/public-access.ts";
import { type Line, makeDeadLetters, makeLines } from "./foundation/queues.ts";
import { makeScheduleGroup, makeSchedulerRole } from "./foundation/schedules.ts";
import { makeTable } from "./foundation/table.ts";

export type FoundationProps = {
  readonly stage: string;
  /** Table, queues and schedules stay when the stack goes; for prod. */
  readonly retain: boolean;
  /** Where alarms are mailed to. */
  readonly alarmEmail?: string | undefined;
};

/**
 * Adds the foundation of a stage to `app`, and the checks that fail its synth: AWS Solutions, and no public access.
 * Its outputs are all that the functions need to know of it.
 */
export function foundationStack(app: App, { stage, retain, alarmEmail }: FoundationProps): Stack {
  const stack = new Stack(app, `${prefixOf(stage)}-foundation`, {
    description: `Midweek, ${stage}: table, queues, mail, schedules and alarms`,
    // @ts-expect-error the library's own types do not hold under exactOptionalPropertyTypes
    synthesizer: new BootstraplessSynthesizer(),
    analyticsReporting: false,
    tags: { product: "midweek", stage },
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  refusePublicAccess(stack);

  const table = makeTable(stack, retain);
  const lines = makeLines(stack, retain);
  const firings = makeDeadLetters(stack, "Firings", retain, "the schedules");
  const unrouted = makeDeadLetters(stack, "UnroutedFeedback", retain, "the rule that routes feedback");
  const set = makeConfigurationSet(stack);
  routeFeedback(stack, set, lineOf(lines, "feedback").queue, unrouted);
  const group = makeScheduleGroup(stack, retain);
  const role = makeSchedulerRole(stack, stage, group, firings);
  const topic = makeAlarmTopic(stack, stage, alarmEmail);
  const deadLetters = new Map([
    ["firings", firings],
    ["unrouted-feedback", unrouted],
  ]);
  makeAlarms(stack, stage, topic, { lines, deadLetters, scheduleGroup: group });

  putOut(stack, {
    TableName: table.tableName,
    TableArn: table.tableArn,
    ...lineOutputs(lines),
    FiringsArn: firings.queueArn,
    FiringsUrl: firings.queueUrl,
    UnroutedFeedbackUrl: unrouted.queueUrl,
    ConfigurationSetName: set.configurationSetName,
    ConfigurationSetArn: stack.formatArn({
      service: "ses",
      resource: "configuration-set",
      resourceName: set.configurationSetName,
    }),
    ScheduleGroupName: group.scheduleGroupName,
    ScheduleGroupArn: group.scheduleGroupArn,
    SchedulerRoleArn: role.roleArn,
    AlarmTopicArn: topic.topicArn,
    AlarmKeyArn: topic.masterKey?.keyArn ?? "",
  });
  return stack;
}

function lineOf(lines: ReadonlyMap<string, Line>, name: string): Line {
  const line = lines.get(name);
  if (!line) throw new Error(`there is no queue "${name}"`);
  return line;
}

/** As `TouchesQueueArn`, `TouchesQueueUrl`, `TouchesDeadLettersArn`. */
const lineOutputs = (lines: ReadonlyMap<string, Line>): { [name: string]: string } =>
  Object.fromEntries(
    [...lines.values()].flatMap(({ queue, deadLetters }) => [
      [`${queue.node.id}Arn`, queue.queueArn],
      [`${queue.node.id}Url`, queue.queueUrl],
      [`${deadLetters.node.id}Arn`, deadLetters.queueArn],
    ]),
  );

function putOut(stack: Stack, outputs: { readonly [name: string]: string }): void {
  for (const [name, value] of Object.entries(outputs))
    new CfnOutput(stack, `Output${name}`, { value }).overrideLogicalId(name);
}
