import { App } from "aws-cdk-lib";
import { Match, Template } from "aws-cdk-lib/assertions";
import { AnyPrincipal, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Stack } from "aws-cdk-lib";
import * as z from "zod";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { tableDefinition } from "../../shared/aws/dynamo-table-definition.ts";
import { foundationStack } from "../../stacks/foundation-stack.ts";
import { functionName } from "../../stacks/foundation/names.ts";
import { functions, queues, scheduled } from "../../stacks/topology.ts";

const outdir = mkdtempSync(join(tmpdir(), "midweek-foundation-"));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

let taken = 0;
function found(stage: string, change: (stack: Stack) => unknown = () => {}): { app: App; stack: Stack } {
  taken += 1;
  const app = new App({ outdir: join(outdir, String(taken)), analyticsReporting: false });
  const stack = foundationStack(app, { stage, retain: stage === "prod", alarmEmail: "alarms@example.com" });
  change(stack);
  return { app, stack };
}

/** The template of a stage, from a whole synth with all checks. */
function synthesised(stage: string): Template {
  const { app, stack } = found(stage);
  const { template } = app.synth().getStackByName(stack.stackName);
  return Template.fromJSON(z.record(z.string(), z.unknown()).parse(template));
}

const prod = synthesised("prod");
const dev = synthesised("dev");

const Resource = z.looseObject({ Properties: z.looseObject({}), DeletionPolicy: z.string().optional() });
const resources = (template: Template, type: string) =>
  Object.entries(template.findResources(type)).map(([id, one]) => Object.assign(Resource.parse(one), { id }));
const all = (template: Template) =>
  Object.values(
    z
      .record(z.string(), z.looseObject({ Type: z.string(), DeletionPolicy: z.string().optional() }))
      .parse(template.toJSON()["Resources"]),
  );

describe("the table", () => {
  it("has the keys, the index and the expiry that the adapter uses, and can be restored to any second", () => {
    const { partitionKey, sortKey, index, expiryAttribute } = tableDefinition;
    const keys = (hash: string, range: string) => [
      { AttributeName: hash, KeyType: "HASH" },
      { AttributeName: range, KeyType: "RANGE" },
    ];
    prod.hasResourceProperties("AWS::DynamoDB::Table", {
      KeySchema: keys(partitionKey, sortKey),
      GlobalSecondaryIndexes: [
        {
          IndexName: index.name,
          KeySchema: keys(index.partitionKey, index.sortKey),
          Projection: { ProjectionType: index.projection },
        },
      ],
      AttributeDefinitions: Match.arrayWith([{ AttributeName: partitionKey, AttributeType: "S" }]),
      BillingMode: "PAY_PER_REQUEST",
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: expiryAttribute, Enabled: true },
    });
  });

  it("and the queues and schedules outlive the stack in prod, and nothing does in dev", () => {
    for (const type of ["AWS::DynamoDB::Table", "AWS::SQS::Queue", "AWS::Scheduler::ScheduleGroup"]) {
      const kept = resources(prod, type);
      expect(kept.length).toBeGreaterThan(0);
      expect(new Set(kept.map((one) => one.DeletionPolicy))).toEqual(new Set(["Retain"]));
    }
    prod.hasResourceProperties("AWS::DynamoDB::Table", { DeletionProtectionEnabled: true });
    dev.hasResourceProperties("AWS::DynamoDB::Table", { DeletionProtectionEnabled: false });
    expect(all(dev).filter((one) => one.DeletionPolicy === "Retain")).toEqual([]);
  });
});

describe("the queues", () => {
  it("each hide a message six times as long as its function may run, and end in dead letters of their own", () => {
    const working = resources(prod, "AWS::SQS::Queue").filter((one) => one.Properties["RedrivePolicy"]);
    expect(working.length).toBe(Object.keys(queues).length);
    expect(new Set(working.map((one) => JSON.stringify(one.Properties["RedrivePolicy"]))).size).toBe(working.length);
    for (const plan of Object.values(queues)) {
      expect(plan.visibilitySeconds).toBeGreaterThanOrEqual(6 * functions[plan.function].timeoutSeconds);
      prod.hasResourceProperties("AWS::SQS::Queue", {
        VisibilityTimeout: plan.visibilitySeconds,
        RedrivePolicy: Match.objectLike({ maxReceiveCount: plan.maxAttempts }),
      });
    }
  });

  it("without dead letters are dead letters themselves: of a queue, of the schedules, or of the rule", () => {
    const last = resources(prod, "AWS::SQS::Queue").filter((one) => !one.Properties["RedrivePolicy"]);
    const rest = JSON.stringify([
      prod.findResources("AWS::SQS::Queue"),
      prod.findResources("AWS::Events::Rule"),
      prod.findResources("AWS::IAM::Policy"),
    ]);
    for (const { id, Properties } of last) {
      expect(rest).toContain(`{"Fn::GetAtt":["${id}","Arn"]}`);
      expect(Properties["MessageRetentionPeriod"]).toBe(14 * 86_400);
    }
  });
});

describe("mail", () => {
  it("goes through a configuration set that suppresses bounces and complaints and reports all but opens and clicks", () => {
    prod.hasResourceProperties("AWS::SES::ConfigurationSet", {
      SuppressionOptions: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
    });
    prod.hasResourceProperties("AWS::SES::ConfigurationSetEventDestination", {
      EventDestination: {
        Enabled: true,
        EventBridgeDestination: Match.anyValue(),
        MatchingEventTypes: [
          "send",
          "delivery",
          "deliveryDelay",
          "bounce",
          "complaint",
          "reject",
          "renderingFailure",
          "subscription",
        ],
      },
    });
  });

  it("is reported to the feedback queue, of this configuration set only, and only the rule may write there", () => {
    const [set] = resources(prod, "AWS::SES::ConfigurationSet");
    const [rule] = resources(prod, "AWS::Events::Rule");
    prod.hasResourceProperties("AWS::Events::Rule", {
      EventPattern: {
        source: ["aws.ses"],
        detail: { mail: { tags: { "ses:configuration-set": [{ Ref: set?.id }] } } },
      },
      Targets: [
        Match.objectLike({
          Arn: prod.toJSON()["Outputs"].FeedbackQueueArn.Value,
          DeadLetterConfig: { Arn: Match.anyValue() },
        }),
      ],
    });
    prod.hasResourceProperties("AWS::SQS::QueuePolicy", {
      Queues: [{ Ref: Match.stringLikeRegexp("^FeedbackQueue") }],
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: "Allow",
            Principal: { Service: "events.amazonaws.com" },
            Condition: { ArnEquals: { "aws:SourceArn": { "Fn::GetAtt": [rule?.id, "Arn"] } } },
          }),
        ]),
      }),
    });
  });
});

describe("rights", () => {
  it("let the schedules of the group invoke the scheduled functions of the stage, and nothing else", () => {
    const policies = resources(prod, "AWS::IAM::Policy");
    expect(policies.length).toBe(1);
    const rights = JSON.stringify(policies);
    for (const target of scheduled) expect(rights).toContain(`:function:${functionName("prod", target)}"`);
    expect(rights).not.toContain("*");
    prod.hasResourceProperties("AWS::IAM::Role", {
      AssumeRolePolicyDocument: Match.objectLike({
        Statement: [
          Match.objectLike({
            Principal: { Service: "scheduler.amazonaws.com" },
            Condition: {
              StringEquals: {
                "aws:SourceAccount": { Ref: "AWS::AccountId" },
                "aws:SourceArn": { "Fn::GetAtt": [Match.stringLikeRegexp("^ScheduleGroup"), "Arn"] },
              },
            },
          }),
        ],
      }),
    });
  });
});

describe("alarms", () => {
  it("watch dead letters, waiting messages, both rates and the schedules, and are told to the topic", () => {
    const alarms = resources(prod, "AWS::CloudWatch::Alarm");
    expect(alarms.map((one) => String(one.Properties["AlarmName"])).toSorted()).toEqual(
      [
        ...["touches", "signals", "notices", "reckonings", "feedback"].flatMap((name) => [
          `${name}-dead-letters`,
          `${name}-waiting`,
        ]),
        "firings-dead-letters",
        "unrouted-feedback-dead-letters",
        "bounce-rate",
        "complaint-rate",
        "sending-paused",
        "limits-unknown",
        "notice-undelivered",
        "schedules-dropped",
        "schedules-failing",
      ]
        .map((name) => `midweek-prod-${name}`)
        .toSorted(),
    );
    const [topic] = resources(prod, "AWS::SNS::Topic");
    for (const alarm of alarms) expect(alarm.Properties["AlarmActions"]).toEqual([{ Ref: topic?.id }]);
  });

  it.each([
    ["Reputation.BounceRate", 0.05],
    ["Reputation.ComplaintRate", 0.001],
  ])("%s of the account from %d", (MetricName, Threshold) => {
    prod.hasResourceProperties("AWS::CloudWatch::Alarm", {
      Namespace: "AWS/SES",
      MetricName,
      Threshold,
      Dimensions: Match.absent(),
      TreatMissingData: "ignore",
    });
  });

  it.each(["SendingPaused", "LimitsUnknown", "NoticeUndelivered"])(
    "%s, as the functions of the stage tell it",
    (MetricName) => {
      prod.hasResourceProperties("AWS::CloudWatch::Alarm", {
        Namespace: "Midweek",
        MetricName,
        Dimensions: [{ Name: "Stage", Value: "prod" }],
        Threshold: 1,
        TreatMissingData: "notBreaching",
      });
    },
  );

  it("can reach the encrypted topic, and reach the team", () => {
    prod.hasResourceProperties("AWS::SNS::Topic", { KmsMasterKeyId: Match.anyValue() });
    prod.hasResourceProperties("AWS::KMS::Key", {
      KeyPolicy: Match.objectLike({
        Statement: Match.arrayWith([Match.objectLike({ Principal: { Service: "cloudwatch.amazonaws.com" } })]),
      }),
    });
    prod.hasResourceProperties("AWS::SNS::Subscription", { Protocol: "email", Endpoint: "alarms@example.com" });
  });
});

it("puts out all that the functions need", () => {
  const queueOutputs = ["Touches", "Signals", "Notices", "Reckonings", "Feedback"].flatMap((name) => [
    `${name}QueueArn`,
    `${name}QueueUrl`,
    `${name}DeadLettersArn`,
  ]);
  const rest =
    "TableName TableArn FiringsArn FiringsUrl UnroutedFeedbackUrl ConfigurationSetName ConfigurationSetArn ScheduleGroupName ScheduleGroupArn SchedulerRoleArn AlarmTopicArn AlarmKeyArn";
  expect(Object.keys(prod.toJSON()["Outputs"]).toSorted()).toEqual([...queueOutputs, ...rest.split(" ")].toSorted());
});

it("needs no bootstrap of the account", () => {
  expect(prod.toJSON()["Parameters"]).toBeUndefined();
  expect(JSON.stringify(prod.toJSON())).not.toContain("cdk-bootstrap");
});

describe("the checks stop", () => {
  /** Rules and constructs, as the report of the failed synth has them. */
  function reportOf({ app }: { app: App }): string {
    expect(() => app.synth()).toThrow("validation-report.json");
    return readFileSync(join(app.outdir, "validation-report.json"), "utf8");
  }

  it("a queue without dead letters", () => {
    const report = reportOf(
      found(
        "broken",
        (stack) => new Queue(stack, "Loose", { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true }),
      ),
    );
    expect(report).toContain("AwsSolutions-SQS3");
    expect(report).toContain("midweek-broken-foundation/Loose");
    expect(report).not.toContain("Firings");
  });

  it("a topic that takes messages in the clear", () => {
    const report = reportOf(found("broken", (stack) => new Topic(stack, "Clear")));
    expect(report).toContain("AwsSolutions-SNS3");
  });

  it("a role that may do more than it must", () => {
    const report = reportOf(
      found("broken", (stack) => {
        const role = new Role(stack, "Wide", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
        role.addToPolicy(new PolicyStatement({ actions: ["ses:*"], resources: ["*"] }));
        return role;
      }),
    );
    expect(report).toContain("AwsSolutions-IAM5");
  });

  it.each([
    ["topic", (stack: Stack) => new Topic(stack, "Public", { enforceSSL: true }), "sns:Publish"],
    [
      "queue",
      (stack: Stack) => {
        const deadLetters = new Queue(stack, "Dead", { enforceSSL: true });
        return new Queue(stack, "Public", {
          enforceSSL: true,
          deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
        });
      },
      "sqs:SendMessage",
    ],
  ])("a %s that anyone may write to", (_, make, action) => {
    const { app } = found("broken", (stack) =>
      make(stack).addToResourcePolicy(
        new PolicyStatement({ principals: [new AnyPrincipal()], actions: [action], resources: ["*"] }),
      ),
    );
    expect(() => app.synth()).toThrow(/Public\/Policy.* lets anyone in/);
  });
});
