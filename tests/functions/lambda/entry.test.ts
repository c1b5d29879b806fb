import { expect, test, vi } from "vitest";
import * as z from "zod";
import { allMessages, eachMessage } from "../../../functions/batch.ts";
import { onQueue, onSchedule } from "../../../functions/lambda/entry.ts";
import type { AwsApp } from "../../../shared/aws/app.ts";
import { sqsEvent } from "../../fixtures/lambda-events.ts";
import { testWorld } from "../../fixtures/world.ts";

async function awsApp(): Promise<{ app: AwsApp; readied: () => number }> {
  const { app } = await testWorld();
  let times = 0;
  const ready = async (): Promise<void> => void (times += 1);
  return { app: Object.assign(app, { ready }), readied: () => times };
}

const message = (MessageId: string, Body: string) => ({
  MessageId,
  Body,
  Attributes: { ApproximateReceiveCount: "3" },
});
const three = sqsEvent("arn:aws:sqs:eu-west-1:123456789012:signals", [
  message("good", '{"name":"Rui"}'),
  message("bad", '{"name":7}'),
  message("broken", "not JSON"),
]);
const Body = z.object({ name: z.string() });

test("only messages that failed go back to their queue, each alone, and the log says why", async () => {
  const { app, readied } = await awsApp();
  const lines: string[] = [];
  const error = vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  const names: string[] = [];
  const take = async (_: unknown, bodies: readonly z.infer<typeof Body>[]) =>
    void names.push(...bodies.map(({ name }) => name));
  const answer = await onQueue(app, allMessages(Body, take))(three);
  error.mockRestore();
  expect(names).toEqual(["Rui"]);
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "bad" }, { itemIdentifier: "broken" }] });
  expect(lines.map((line) => Reflect.get(JSON.parse(line), "messageId"))).toEqual(["bad", "broken"]);
  expect(readied()).toBe(1);
});

test("a message comes with how often it was tried", async () => {
  const { app } = await awsApp();
  const attempts: number[] = [];
  const handler = onQueue(app, async (_, messages) => {
    attempts.push(...messages.map(({ attempt }) => attempt));
    return [];
  });
  expect(await handler(three)).toEqual({ batchItemFailures: [] });
  expect(attempts).toEqual([3, 3, 3]);
});

test("one whose verb fails takes nobody with it", async () => {
  const { app } = await awsApp();
  const error = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const handler = onQueue(
    app,
    eachMessage(Body, async () => {
      throw new Error("table is down");
    }),
  );
  const { batchItemFailures } = await handler(three);
  error.mockRestore();
  expect(batchItemFailures).toHaveLength(3);
});

test("a firing keeps the moment it was meant for, as EventBridge writes it", async () => {
  const { app } = await awsApp();
  const inputs: unknown[] = [];
  const handler = onSchedule(app, async (_, input) => void inputs.push(input));
  await handler({ cadenceId: "default", scheduledAt: "2026-11-25T15:00:00Z" });
  expect(inputs).toEqual([{ cadenceId: "default", scheduledAt: Date.parse("2026-11-25T15:00Z") }]);
  await expect(handler({ cadenceId: "default" })).rejects.toThrow();
});
