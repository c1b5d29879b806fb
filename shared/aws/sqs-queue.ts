import {
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
  SQSClient,
  type SQSClientConfig,
} from "@aws-sdk/client-sqs";
import { AppError } from "../error.ts";
import type { Queue } from "../ports.ts";
import { backOff, type Pause, untilDone } from "./back-off.ts";
import { inParallel } from "./in-parallel.ts";
import { batchesOf, type Text, textOf } from "./sqs-queue-batch.ts";

/** SQS takes no more. */
const MOST_DELAY_SECONDS = 900;

export type Sqs = {
  readonly client: SQSClient;
  readonly url: string;
  /** Between attempts to send what the queue did not take of a batch. */
  readonly pause?: Pause;
};

/** Repeats throttled and lost calls with growing, jittered pauses; a message may then arrive twice, which consumers have to bear anyway. */
export const sqsClient = (config: SQSClientConfig = {}): SQSClient =>
  new SQSClient({
    retryMode: "standard",
    maxAttempts: 6,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true },
    ...config,
  });

/** The sending side of a queue on SQS; the receiving side is Lambda's. Throws when the queue would not take all, after several attempts. */
export function sqsQueue<Body>({ client, url, pause = backOff }: Sqs): Queue<Body> {
  const name = url.slice(url.lastIndexOf("/") + 1);
  return {
    send: async (bodies, sending) => {
      const delaySeconds = delayOf(sending?.delaySeconds ?? 0);
      const texts = bodies.map((body, n) => textOf(body, { position: n + 1, queue: name }));
      const what = `messages were not taken by the queue ${name}`;
      await inParallel(batchesOf(texts), 1, async ([batch = []]) => {
        await untilDone(batch, (left) => sendBatch(client, { url, name, delaySeconds }, left), { pause, what });
      });
    },
  };
}

/** SQS takes whole seconds. */
function delayOf(seconds: number): number {
  if (!(seconds >= 0 && seconds <= MOST_DELAY_SECONDS))
    throw new AppError("invalid", `a message can be delayed by 0 to ${MOST_DELAY_SECONDS} seconds, not ${seconds}`);
  return Math.ceil(seconds);
}

type Destination = { readonly url: string; readonly name: string; readonly delaySeconds: number };

/** Says which messages are to be sent again. A message that SQS says is our fault would be refused again and again: throws. */
async function sendBatch(client: SQSClient, to: Destination, texts: readonly Text[]): Promise<Text[]> {
  const entries = texts.map(({ text }, n): SendMessageBatchRequestEntry => ({
    Id: String(n),
    MessageBody: text,
    ...(to.delaySeconds && { DelaySeconds: to.delaySeconds }),
  }));
  const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: to.url, Entries: entries }));
  const refused = Failed.find(({ SenderFault }) => SenderFault);
  if (refused)
    throw new Error(`the queue ${to.name} refused a message: ${refused.Message ?? refused.Code ?? "no reason given"}`);
  return Failed.flatMap(({ Id }) => texts[Number(Id)] ?? []);
}
