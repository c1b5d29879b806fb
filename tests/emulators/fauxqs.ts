import { SQSClient, type SQSClientConfig } from "@aws-sdk/client-sqs";
import { type FauxqsServer, startFauxqs } from "fauxqs";
import { sqsClient } from "../../shared/aws/sqs-queue.ts";

export type Queues = {
  readonly endpoint: string;
  /** A new queue with its dead letters; gives their addresses. */
  readonly make: (options: QueueOptions) => { readonly url: string; readonly deadUrl: string };
  readonly stop: () => Promise<void>;
};

type QueueOptions = { readonly visibilitySeconds: number; readonly maxAttempts: number };

/** SQS in memory on a free port of this machine. */
export async function startQueues(): Promise<Queues> {
  const server = await startFauxqs({ port: 0, host: "127.0.0.1", logger: false, defaultRegion: REGION });
  const endpoint = `http://127.0.0.1:${server.port}`;
  return { endpoint, make: (options) => makeQueue(server, options), stop: () => server.stop() };
}

const REGION = "eu-west-1";
let queues = 0;

function makeQueue(server: FauxqsServer, { visibilitySeconds, maxAttempts }: QueueOptions) {
  const name = `touches-${(queues += 1)}`;
  const dead = server.createQueue(`${name}-dead`, { region: REGION });
  const redrive = { deadLetterTargetArn: dead.queueArn, maxReceiveCount: maxAttempts };
  const attributes = {
    MaximumMessageSize: String(256 * 1024),
    VisibilityTimeout: String(visibilitySeconds),
    RedrivePolicy: JSON.stringify(redrive),
  };
  const { queueUrl } = server.createQueue(name, { region: REGION, attributes });
  return { url: queueUrl, deadUrl: dead.queueUrl };
}

/** A client as Midweek has it, with credentials that nobody checks. */
export const queuesClient = (endpoint: string, config: SQSClientConfig = {}): SQSClient =>
  sqsClient({ endpoint, region: REGION, credentials: { accessKeyId: "none", secretAccessKey: "none" }, ...config });
