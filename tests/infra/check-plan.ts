import { functionFaults } from "./check-functions.ts";
import { permissionFaults } from "./check-permissions.ts";
import { queueFaults } from "./check-queues.ts";
import { retentionFaults } from "./check-retention.ts";
import { routeFaults } from "./check-routes.ts";
import { scheduleFaults } from "./check-schedules.ts";
import { secretFaults } from "./check-secrets.ts";
import type { Plan } from "./plan.ts";

/** What there is in a stage. Another kind of resource may give rights, or take them, in a way that no check here looks at. */
const KINDS = new Set([
  "pulumi:pulumi:Stack",
  "random:index/randomBytes:RandomBytes",
  "aws:acm/certificate:Certificate",
  "aws:acm/certificateValidation:CertificateValidation",
  "aws:apigatewayv2/api:Api",
  "aws:apigatewayv2/apiMapping:ApiMapping",
  "aws:apigatewayv2/domainName:DomainName",
  "aws:apigatewayv2/integration:Integration",
  "aws:apigatewayv2/route:Route",
  "aws:apigatewayv2/stage:Stage",
  "aws:cloudformation/stack:Stack",
  "aws:cloudwatch/logGroup:LogGroup",
  "aws:cloudwatch/metricAlarm:MetricAlarm",
  "aws:iam/role:Role",
  "aws:lambda/eventSourceMapping:EventSourceMapping",
  "aws:lambda/function:Function",
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
  "aws:lambda/permission:Permission",
  "aws:s3/bucketObjectv2:BucketObjectv2",
  "aws:route53/record:Record",
  "aws:scheduler/schedule:Schedule",
]);

/** How SST finds the zone of a domain; it makes nothing. */
const ONLY_LOOKS = /\.sst\.aws\.HostedZoneLookup$/;

export type Asked = {
  /** Domain that emails come from. */
  readonly sender: string;
  /** Where links lead, if it is not API Gateway's own address. */
  readonly domain?: string;
};

/** Everything that is wrong with what a deploy would make, in words; empty when nothing is. */
export const faultsOf = (plan: Plan, { sender, domain }: Asked): string[] => [
  ...plan.resources
    .filter(({ type, name }) => !type.startsWith("sst:") && !KINDS.has(type) && !ONLY_LOOKS.test(name))
    .map(({ type, name }) => `${name} is of a kind that nobody has looked at: ${type}`),
  ...functionFaults(plan),
  ...queueFaults(plan),
  ...permissionFaults(plan, sender),
  ...secretFaults(plan),
  ...retentionFaults(plan),
  ...scheduleFaults(plan),
  ...routeFaults(plan, domain),
];
