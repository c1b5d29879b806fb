import { createServer, type Server } from "node:http";
import { ACCOUNT } from "./account.ts";

/** Where SST keeps its own things in an account it has been in before. */
const BOOTSTRAP = {
  version: 99,
  asset: "assets",
  state: "state",
  assetEcrUrl: "registry.example/assets",
  assetEcrRegistryId: ACCOUNT,
  appsyncHttp: "",
  appsyncRealtime: "",
};
const nothingYet = {
  version: 3,
  checkpoint: { latest: { manifest: { time: "2026-01-01T00:00:00Z", magic: "", version: "v3.0.0" }, resources: [] } },
};

export type StandIns = { readonly url: string; readonly close: () => Promise<void> };

/** The little of SSM and S3 that SST itself asks before it starts Pulumi; anything else is not there. */
export async function standIns(): Promise<StandIns> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      const answer = parameter(request.headers["x-amz-target"], body) ?? state(request.method, request.url);
      if (answer) response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
      else response.writeHead(404, { "content-type": "application/xml" }).end("<Error><Code>NoSuchKey</Code></Error>");
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => closed(server) };
}

function parameter(target: string | string[] | undefined, body: string): object | undefined {
  if (target !== "AmazonSSM.GetParameter") return undefined;
  const Name = /"Name":"([^"]*)"/.exec(body)?.[1];
  const Value = Name === "/sst/bootstrap" ? JSON.stringify(BOOTSTRAP) : "a passphrase that protects nothing";
  return { Parameter: { Name, Value, Type: "String", Version: 1 } };
}

const state = (method: string | undefined, url = ""): object | undefined =>
  method === "GET" && url.startsWith("/state/app/") ? nothingYet : undefined;

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the stand-ins do not listen");
  return address.port;
}

const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
