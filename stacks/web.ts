/// <reference path="../.sst/platform/config.d.ts" />
import type { Functions } from "./compute.ts";
import { prefixOf } from "./foundation/names.ts";
import { output } from "./permissions.ts";
import type { DeploySettings } from "./settings.ts";
import { routes } from "./topology.ts";

/** No path, address or agent: a link's token is its prospect's, and so is where it was opened. */
const LOGGED = {
  at: "$context.requestTime",
  request: "$context.requestId",
  route: "$context.routeKey",
  status: "$context.status",
  milliseconds: "$context.responseLatency",
  functionMilliseconds: "$context.integration.latency",
  functionStatus: "$context.integration.integrationStatus",
};

/** A second's mail of about 80, each opened and followed link by link by a scanner at once, is half of it. */
const THROTTLING = { throttlingRateLimit: 500, throttlingBurstLimit: 1000 };

/** Where the links of emails lead. With a domain of its own it answers there only. */
export function makeApi({ domain, certificate }: DeploySettings): sst.aws.ApiGatewayV2 {
  return new sst.aws.ApiGatewayV2("Web", {
    cors: false,
    accessLog: { retention: "1 month" },
    ...(domain && { domain: certificate ? { name: domain, dns: false, cert: certificate } : domain }),
    transform: {
      api: { disableExecuteApiEndpoint: domain !== undefined },
      stage: (stage) => {
        stage.defaultRouteSettings = THROTTLING;
        stage.accessLogSettings = $util.output(stage.accessLogSettings).apply((settings) => ({
          destinationArn: settings?.destinationArn ?? "",
          format: JSON.stringify(LOGGED),
        }));
      },
    },
  });
}

/** Sends each route of the topology to its function. */
export function routeFunctions(api: sst.aws.ApiGatewayV2, functions: Functions): void {
  for (const { path, function: name } of routes) api.route(`ANY ${path}`, functions[name].arn);
}

/** Told to the alarms' topic: somebody could not leave, or read on, because a function failed; no queue brings that back. */
export function watchApi(
  api: sst.aws.ApiGatewayV2,
  { stage }: DeploySettings,
  foundation: $util.Output<{ [name: string]: string }>,
): void {
  void new aws.cloudwatch.MetricAlarm("LinksFailing", {
    name: `${prefixOf(stage)}-links-failing`,
    alarmDescription:
      "Links in emails or pages were answered with our fault five times in five minutes: read the logs of track, preferences, join, console and api.",
    namespace: "AWS/ApiGateway",
    metricName: "5xx",
    dimensions: { ApiId: api.nodes.api.id },
    statistic: "Sum",
    period: 300,
    evaluationPeriods: 1,
    threshold: 5,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    treatMissingData: "notBreaching",
    alarmActions: [foundation.apply((outputs) => output({ foundation: outputs }, "AlarmTopicArn"))],
  });
}
