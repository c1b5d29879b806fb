import { createServer, type RequestListener, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outletOf } from "../../../shared/outlet.ts";
import { readFeedSource as readFeed } from "../../../stacks/commands/fetch-feed.ts";

const answers: Readonly<Record<string, RequestListener>> = {
  "/feed": (_request, response) => response.setHeader("content-type", "text/xml; charset=euc-kr").end("<rss/>"),
  "/moved": (_request, response) => response.writeHead(301, { location: "/feed" }).end(),
  "/round": (_request, response) => response.writeHead(302, { location: "/round" }).end(),
  "/away": (_request, response) => response.writeHead(302, { location: "file:///etc/hostname" }).end(),
  "/large": (_request, response) => response.end(Buffer.alloc(6 * 1024 * 1024)),
  "/silent": () => undefined,
  "/broken": (_request, response) => response.writeHead(500).end(),
};

const readFeedSource = (place: string, patienceMs = 10_000) =>
  readFeed(place, outletOf({ mayReach: () => true, patienceMs }));

let server: Server;
let at = "";
beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = answers[request.url ?? ""];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  at = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("a feed comes with its content type and where it was in the end", async () => {
  expect(await readFeedSource(`${at}/moved`)).toEqual({
    bytes: new TextEncoder().encode("<rss/>"),
    contentType: "text/xml; charset=euc-kr",
    url: `${at}/feed`,
    source: `${at}/moved`,
  });
});

test.each([
  ["/gone", "not-found", "HTTP status 404"],
  ["/broken", "invalid", "HTTP status 500"],
  ["/round", "invalid", "more than 5 redirects"],
  ["/away", "invalid", 'leads to "file:///etc/hostname"'],
  ["/large", "invalid", "larger than 5 MiB"],
  ["/silent", "invalid", "no answer within 0.2 seconds"],
])("%s says what was wrong with it", async (path, kind, message) => {
  const mistake = await readFeedSource(`${at}${path}`, path === "/silent" ? 200 : 10_000).catch(
    (error: unknown) => error,
  );
  expect(mistake).toMatchObject({ kind, message: expect.stringContaining(message) });
  expect(mistake).toMatchObject({ message: expect.stringContaining(`${at}${path}`) });
});

test.each([
  ["nowhere/feed.xml", "not-found"],
  [".", "invalid"],
  ["ftp://a.example/feed", "invalid"],
])("%s is no place of a feed", async (place, kind) => {
  await expect(readFeedSource(place)).rejects.toMatchObject({ kind, message: expect.stringContaining(place) });
});
