import * as z from "zod";
import { functionName } from "../../stacks/foundation/names.ts";
import { routes } from "../../stacks/topology.ts";
import { functionArn } from "./account.ts";
import { lambdas, ofType, type Plan } from "./plan.ts";

const Route = z.looseObject({ routeKey: z.string(), target: z.string() });
const Integration = z.looseObject({
  integrationType: z.string(),
  integrationUri: z.string(),
  payloadFormatVersion: z.string(),
});
const Stage = z.looseObject({
  accessLogSettings: z.object({ format: z.string(), destinationArn: z.string() }),
  defaultRouteSettings: z.object({ throttlingRateLimit: z.number(), throttlingBurstLimit: z.number() }),
});
const Api = z.looseObject({ disableExecuteApiEndpoint: z.boolean(), corsConfiguration: z.unknown().optional() });
const Alarm = z.looseObject({ metricName: z.string(), alarmActions: z.array(z.string().min(1)).min(1) });
const LogGroup = z.looseObject({ name: z.string(), retentionInDays: z.number().optional() });
const Permission = z.looseObject({ function: z.string(), principal: z.string(), sourceArn: z.string().optional() });

/** What a log must not hold: a link's token is its prospect's, and so is where and with what it was opened. */
const PRIVATE = /\$context\.(path|identity|authorizer|requestOverride)|queryString|[$]request/i;

/** Each route of the topology leads to its function, nothing else is reachable, and who came by is not written down. */
export function routeFaults(plan: Plan, domain: string | undefined): string[] {
  const made = ofType(plan, "aws:apigatewayv2/route:Route", Route);
  const asked = new Map(routes.map(({ path, function: name }) => [`ANY ${path}`, functionName(plan.stage, name)]));
  const leadsTo = integrations(plan);
  return [
    ...made.filter(({ routeKey }) => !asked.has(routeKey)).map(({ routeKey }) => `${routeKey} is not in the topology`),
    ...[...asked].flatMap(([key, name]) => {
      const found = made.filter(({ routeKey }) => routeKey === key);
      if (found.length !== 1) return [`${key} is there ${found.length} times`];
      const target = leadsTo.get(found[0]?.target ?? "");
      return target === functionArn(name) ? [] : [`${key} leads to ${target ?? "nothing"}`];
    }),
    ...doorFaults(plan, domain),
    ...callerFaults(plan, new Set(asked.values())),
  ];
}

const integrations = (plan: Plan): Map<string, string> =>
  new Map(
    plan.resources
      .filter(({ type }) => type === "aws:apigatewayv2/integration:Integration")
      .map(({ name, inputs }): [string, z.infer<typeof Integration>] => [
        `integrations/${name}`,
        Integration.parse(inputs),
      ])
      .filter(([, one]) => one.integrationType === "AWS_PROXY" && one.payloadFormatVersion === "2.0")
      .map(([name, one]) => [name, one.integrationUri]),
  );

function doorFaults(plan: Plan, domain: string | undefined): string[] {
  const apis = ofType(plan, "aws:apigatewayv2/api:Api", Api);
  const stages = ofType(plan, "aws:apigatewayv2/stage:Stage", Stage);
  const [stage] = stages;
  if (apis.length !== 1 || !stage || stages.length > 1) return ["there is not one door"];
  const { format, destinationArn } = stage.accessLogSettings;
  const log = ofType(plan, "aws:cloudwatch/logGroup:LogGroup", LogGroup).find(({ name }) =>
    destinationArn.endsWith(name),
  );
  const faults: [boolean, string][] = [
    [PRIVATE.test(format), "the access log says who came by"],
    [!log?.retentionInDays, "the access log is kept for ever"],
    [stage.defaultRouteSettings.throttlingRateLimit > 1000, "anybody may call as often as they like"],
    [apis[0]?.disableExecuteApiEndpoint !== (domain !== undefined), "there is a second door, or none"],
    [
      !lambdas(plan).every((one) => one.environment.variables["PUBLIC_URL"] === plan.outputs.publicUrl),
      "links lead elsewhere",
    ],
    [
      !ofType(plan, "aws:cloudwatch/metricAlarm:MetricAlarm", Alarm).some(({ metricName }) => metricName === "5xx"),
      "nobody is told when links fail",
    ],
    [domain !== undefined && plan.outputs.publicUrl !== `https://${domain}`, "the door is not at its domain"],
  ];
  return faults.filter(([wrong]) => wrong).map(([, what]) => what);
}

/** Only API Gateway calls a function from outside, only those with a route, and only for this API. */
const callerFaults = (plan: Plan, names: ReadonlySet<string>): string[] =>
  ofType(plan, "aws:lambda/permission:Permission", Permission)
    .filter(
      (one) =>
        one.principal !== "apigateway.amazonaws.com" ||
        !one.sourceArn ||
        ![...names].some((name) => functionArn(name) === one.function),
    )
    .map((one) => `${one.principal} may call ${one.function}`);
