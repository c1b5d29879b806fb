import { expect, test } from "vitest";
import { alarmByMetric } from "../../../shared/aws/embedded-metric.ts";

test("an alarm is one line that CloudWatch makes a metric of, with the stage and the reason", () => {
  const lines: string[] = [];
  const alarm = alarmByMetric("prod", (line) => void lines.push(line));
  alarm({ name: "sending-paused", says: "12 of the 200 emails\nbounced" });
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain("\n");
  expect(JSON.parse(lines[0]!)).toEqual({
    _aws: {
      Timestamp: expect.any(Number),
      CloudWatchMetrics: [
        { Namespace: "Midweek", Dimensions: [["Stage"]], Metrics: [{ Name: "SendingPaused", Unit: "Count" }] },
      ],
    },
    Stage: "prod",
    SendingPaused: 1,
    says: "12 of the 200 emails\nbounced",
  });
});
