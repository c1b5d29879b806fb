import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message as SqsMessage,
  ReceiveMessageCommand,
  type BatchResultErrorEntry,
  SendMessageBatchCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { MOST_ATTEMPTS } from "../../../shared/aws/back-off.ts";
import { sqsQueue } from "../../../shared/aws/sqs-queue.ts";
import type { Message } from "../../../shared/ports.ts";
import { queueContract } from "../../contract/queue.ts";
import { queuesClient, type Queues, startQueues } from "../../emulators/fauxqs.ts";

type Body = { readonly n: number; readonly text?: string };

let queues: Queues;
let client: SQSClient;

beforeAll(async () => {
  queues = await startQueues();
  client = queuesClient(queues.endpoint);
});

afterAll(async () => {
  client.destroy();
  await queues.stop();
});

// The queues run in this process and look at the clock only when they are asked.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const clock = { now: () => Date.now(), advance: (ms: number) => void vi.setSystemTime(Date.now() + ms) };

async function receive(url: string, max: number): Promise<SqsMessage[]> {
  const { Messages } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: max,
      MessageSystemAttributeNames: ["ApproximateReceiveCount"],
    }),
  );
  return Messages ?? [];
}

const bodyOf = ({ Body: text = "" }: SqsMessage): unknown => JSON.parse(text);

/** What Lambda does for our consumers. */
function consumer(url: string, deadUrl: string) {
  const receipts = new Map<string, string>();
  const entries = (messages: readonly Message<unknown>[], VisibilityTimeout?: number) =>
    messages.map(({ id }, n) => ({ Id: String(n), ReceiptHandle: receipts.get(id), VisibilityTimeout }));
  return {
    receive: async (max: number): Promise<Message<unknown>[]> =>
      (await receive(url, max)).map((message) => {
        const { MessageId: id = "", ReceiptHandle = "", Attributes } = message;
        receipts.set(id, ReceiptHandle);
        return { id, body: bodyOf(message), attempt: Number(Attributes?.ApproximateReceiveCount) };
      }),
    done: async (messages: readonly Message<unknown>[]): Promise<void> => {
      if (messages.length)
        await client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: entries(messages) }));
    },
    retry: async (messages: readonly Message<unknown>[], VisibilityTimeout: number): Promise<void> => {
      const Entries = entries(messages, VisibilityTimeout);
      if (Entries.length) await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: url, Entries }));
    },
    dead: async (): Promise<unknown[]> => (await receive(deadUrl, 10)).map(bodyOf),
  };
}

queueContract("SQS", async (options) => {
  const { url, deadUrl } = queues.make(options);
  return { queue: sqsQueue<Body>({ client, url }), clock, ...consumer(url, deadUrl) };
});

function emptyQueue() {
  const { url, deadUrl } = queues.make({ visibilitySeconds: 30, maxAttempts: 3 });
  const pauses: number[] = [];
  const pause = async (attempt: number): Promise<void> => void pauses.push(attempt);
  return { pauses, queue: sqsQueue<Body>({ client, url, pause }), ...consumer(url, deadUrl) };
}

const numbered = (count: number, text?: string): Body[] =>
  Array.from({ length: count }, (_, n) => ({ n, ...(text !== undefined && { text }) }));

/** What each call carries, by the numbers of its messages; `failing` says what SQS does not take of it. */
function sending(failing: (n: number, call: number) => Partial<BatchResultErrorEntry> | undefined = () => undefined) {
  const send = client.send.bind(client);
  const calls: number[][] = [];
  vi.spyOn(client, "send").mockImplementation(async (command: unknown): Promise<unknown> => {
    if (!(command instanceof SendMessageBatchCommand)) throw new Error("not a batch");
    const { QueueUrl, Entries = [] } = command.input;
    const numbers = Entries.map(({ MessageBody = "" }): number => JSON.parse(MessageBody).n);
    calls.push(numbers);
    const errors = numbers.map((n) => failing(n, calls.length));
    const taken = Entries.filter((_, n) => !errors[n]);
    if (taken.length) await send(new SendMessageBatchCommand({ QueueUrl, Entries: taken }));
    return {
      Failed: errors.flatMap((error, n) => (error ? [{ Id: Entries[n]?.Id, SenderFault: false, ...error }] : [])),
    };
  });
  return calls;
}

test("ten messages go in one call, fewer if together they are larger than 256 KiB", async () => {
  const { queue } = emptyQueue();
  const calls = sending();
  await queue.send(numbered(25));
  expect(calls.map((numbers) => numbers.length)).toEqual([10, 10, 5]);
  calls.length = 0;
  await queue.send(numbered(5, "x".repeat(100 * 1024)));
  expect(calls).toEqual([[0, 1], [2, 3], [4]]);
});

test("what the queue did not take of a batch is sent again, and only that", async () => {
  const { pauses, queue, receive: take } = emptyQueue();
  const calls = sending((n, call) => (call <= 2 && n % 2 ? { Code: "InternalError" } : undefined));
  await queue.send(numbered(5));
  expect(calls).toEqual([
    [0, 1, 2, 3, 4],
    [1, 3],
    [1, 3],
  ]);
  expect(pauses).toEqual([1, 2]);
  vi.restoreAllMocks();
  expect(await take(10)).toHaveLength(5);
});

test("it fails when the queue goes on not taking a message, and at once when the message is wrong", async () => {
  const { queue } = emptyQueue();
  const calls = sending((n) => (n === 1 ? { Code: "InternalError" } : undefined));
  await expect(queue.send(numbered(3))).rejects.toThrow(/1 messages were not taken by the queue touches-\d+ after/);
  expect(calls).toHaveLength(MOST_ATTEMPTS);
  vi.restoreAllMocks();
  const once = sending((n) => (n === 1 ? { SenderFault: true, Message: "no such thing" } : undefined));
  await expect(queue.send(numbered(3))).rejects.toThrow("refused a message: no such thing");
  expect(once).toHaveLength(1);
});

test("any text arrives as it was sent", async () => {
  const { queue, receive: take } = emptyQueue();
  const text = "\u0000\ufffe\uffff\ud800 🚀\u2028";
  await queue.send([{ n: 1, text }]);
  expect((await take(1))[0]?.body).toEqual({ n: 1, text });
});
