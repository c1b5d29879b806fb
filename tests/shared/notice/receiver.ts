import { createServer } from "node:http";

/** Somebody else's server, on this machine. */
type Receiver = {
  readonly url: string;
  readonly got: { readonly body: string; readonly headers: { [name: string]: string } }[];
  /** What it answers from now on; 503 at first. */
  readonly answer: (status: number) => void;
  readonly close: () => void;
};

export async function receiver(): Promise<Receiver> {
  const got: Receiver["got"] = [];
  let status = 503;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
      got.push({ body: Buffer.concat(parts).toString(), headers: Object.fromEntries(headers) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}/midweek`,
    got,
    answer: (says) => void (status = says),
    close: () => void server.close(),
  };
}
