import { createServer, request, type IncomingMessage } from "node:http";
import * as z from "zod";

/** Calls by service and operation, and what DynamoDB charges for them. */
export type Meter = {
  readonly calls: Map<string, number>;
  readonly units: { read: number; write: number };
  /** Stands in front of an emulator; gives its own address. */
  readonly front: (service: string, endpoint: string) => Promise<string>;
  readonly reset: () => void;
  readonly stop: () => void;
};

const Consumed = z.object({
  TableName: z.string(),
  CapacityUnits: z.number().default(0),
  ReadCapacityUnits: z.number().optional(),
  WriteCapacityUnits: z.number().optional(),
});
const Answer = z.object({ ConsumedCapacity: z.union([Consumed, z.array(Consumed)]).optional() });

const READS = new Set(["GetItem", "BatchGetItem", "Query"]);

export function startMeter(): Meter {
  const calls: Meter["calls"] = new Map();
  const units = { read: 0, write: 0 };
  const servers: ReturnType<typeof createServer>[] = [];
  const front = async (service: string, endpoint: string): Promise<string> => {
    const server = createServer((asked, answered) => {
      void receive(asked).then((sent) => {
        const operation = operationOf(asked);
        const name = `${service} ${operation}`;
        calls.set(name, (calls.get(name) ?? 0) + 1);
        const body = service === "DynamoDB" ? withCapacity(sent) : sent;
        const headers = { ...asked.headers, "content-length": String(Buffer.byteLength(body)) };
        const onward = request(endpoint + asked.url, { method: asked.method, headers }, (reply) => {
          void receive(reply).then((text) => {
            if (service === "DynamoDB") count(operation, text, units);
            answered.writeHead(reply.statusCode ?? 500, reply.headers).end(text);
          });
        });
        onward.end(body);
      });
    });
    servers.push(server);
    await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  };
  return {
    calls,
    units,
    front,
    reset: () => {
      calls.clear();
      units.read = 0;
      units.write = 0;
    },
    stop: () => {
      for (const server of servers) server.close().closeAllConnections();
    },
  };
}

async function receive(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

/** "DynamoDB_20120810.GetItem" says it in a header; the REST services by method and path. */
function operationOf({ headers, method, url = "" }: IncomingMessage): string {
  const target = headers["x-amz-target"];
  return typeof target === "string" ? target.slice(target.indexOf(".") + 1) : `${method} ${url.split("?")[0]}`;
}

const withCapacity = (body: string): string => JSON.stringify({ ...JSON.parse(body), ReturnConsumedCapacity: "TOTAL" });

function count(operation: string, text: string, units: Meter["units"]): void {
  const { ConsumedCapacity: consumed } = Answer.parse(JSON.parse(text || "{}"));
  for (const one of [consumed ?? []].flat()) {
    if (READS.has(operation)) units.read += one.CapacityUnits;
    else units.write += one.CapacityUnits;
  }
}
