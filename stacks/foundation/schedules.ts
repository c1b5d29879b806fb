import { ArnFormat, RemovalPolicy, type Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { ScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { scheduled } from "../topology.ts";
import { functionName } from "./names.ts";

/** Schedules come and go with zones while Midweek runs; all of them live in this group. */
export function makeScheduleGroup(stack: Stack, retain: boolean): ScheduleGroup {
  return new ScheduleGroup(stack, "ScheduleGroup", {
    removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
}

/**
 * What EventBridge Scheduler acts as: it may invoke the topology's scheduled functions of this stage and put down what it could not hand over.
 * Only schedules of the group may take the role, so that no other schedule of the account can borrow it.
 */
export function makeSchedulerRole(stack: Stack, stage: string, group: ScheduleGroup, firings: Queue): Role {
  const role = new Role(stack, "SchedulerRole", {
    description: "EventBridge Scheduler invokes Midweek's scheduled functions",
    assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
      conditions: {
        StringEquals: { "aws:SourceAccount": stack.account, "aws:SourceArn": group.scheduleGroupArn },
      },
    }),
  });
  const functions = scheduled.map((target) =>
    stack.formatArn({
      service: "lambda",
      resource: "function",
      resourceName: functionName(stage, target),
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }),
  );
  role.addToPolicy(new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: functions }));
  role.addToPolicy(new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [firings.queueArn] }));
  return role;
}
