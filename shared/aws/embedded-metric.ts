import type { Alarm } from "../app.ts";

/** Where the alarms of stacks/foundation/alarms.ts look. */
export const alarmNamespace = "Midweek";
export const alarmMetrics = {
  "sending-paused": "SendingPaused",
  "limits-unknown": "LimitsUnknown",
  "notice-undelivered": "NoticeUndelivered",
} as const satisfies { readonly [name in Alarm["name"]]: string };

/**
 * Tells an alarm as one line in CloudWatch's embedded metric format, which makes the metric of it without a call or a right of its own. `print` takes
 * the line as it is: a logger that wraps it would hide it.
 */
export const alarmByMetric =
  (stage: string, print: (line: string) => void = (line) => void process.stdout.write(`${line}\n`)) =>
  ({ name, says }: Alarm): void => {
    const metric = alarmMetrics[name];
    print(
      JSON.stringify({
        _aws: {
          Timestamp: Date.now(),
          CloudWatchMetrics: [
            { Namespace: alarmNamespace, Dimensions: [["Stage"]], Metrics: [{ Name: metric, Unit: "Count" }] },
          ],
        },
        Stage: stage,
        [metric]: 1,
        says,
      }),
    );
  };
