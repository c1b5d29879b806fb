import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type { AwsApp } from "../../shared/aws/app.ts";
import { readScheduledInput } from "../../shared/aws/eventbridge-scheduler-input.ts";
import type { Message } from "../../shared/ports.ts";
import type { Failure, QueueHandler, ScheduleHandler } from "../batch.ts";

/** What SQS invokes: only the messages that failed go back to the queue, and the log says why. */
export const onQueue =
  (app: AwsApp, handle: QueueHandler) =>
  async ({ Records: records }: SQSEvent): Promise<SQSBatchResponse> => {
    await app.ready();
    const failures = await handle(app, records.map(messageOf));
    for (const failure of failures) log(failure);
    return { batchItemFailures: failures.map(({ id }) => ({ itemIdentifier: id })) };
  };

/** What EventBridge Scheduler invokes; an error makes it try again, and at last put the firing among the dead letters. */
export const onSchedule =
  (app: AwsApp, handle: ScheduleHandler) =>
  async (payload: unknown): Promise<void> => {
    await app.ready();
    await handle(app, readScheduledInput(payload));
  };

const messageOf = ({ messageId, body, attributes }: SQSRecord): Message<unknown> => ({
  id: messageId,
  body: bodyOf(body),
  attempt: Number(attributes.ApproximateReceiveCount),
});

/** What is not JSON fits no schema, so it fails alone. */
function bodyOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function log({ id, error }: Failure): void {
  const says =
    error instanceof Error ? { error: error.name, says: error.message, stack: error.stack } : { says: error };
  process.stderr.write(`${JSON.stringify({ messageId: id, ...says })}\n`);
}
