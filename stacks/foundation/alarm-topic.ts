import { RemovalPolicy, type Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { prefixOf } from "./names.ts";

/**
 * Where alarms are told. A key of its own, because CloudWatch may not use the one AWS keeps for SNS: an alarm to such a topic is lost without a word.
 * `email` must confirm the subscription once.
 */
export function makeAlarmTopic(stack: Stack, stage: string, email: string | undefined): Topic {
  const key = new Key(stack, "AlarmKey", {
    description: `Alarms of ${prefixOf(stage)}`,
    enableKeyRotation: true,
    // Nothing is kept under it that would have to be read again.
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const topic = new Topic(stack, "Alarms", { displayName: `Midweek ${stage}`, masterKey: key, enforceSSL: true });
  const cloudWatch = new ServicePrincipal("cloudwatch.amazonaws.com", {
    conditions: {
      StringEquals: { "aws:SourceAccount": stack.account },
      ArnLike: {
        "aws:SourceArn": stack.formatArn({
          service: "cloudwatch",
          resource: `alarm:${prefixOf(stage)}-*`,
        }),
      },
    },
  });
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [cloudWatch],
      actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
      // In the policy of a key that is the key itself.
      resources: ["*"],
    }),
  );
  topic.addToResourcePolicy(
    new PolicyStatement({ principals: [cloudWatch], actions: ["sns:Publish"], resources: [topic.topicArn] }),
  );
  if (email) topic.addSubscription(new EmailSubscription(email));
  return topic;
}
