import { createServer, type RequestListener, type Server } from "node:http";
import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fetchOutlet, isOutside, outletOf } from "../../shared/outlet.ts";

/** Packed beforehand: it takes longer than the tests are patient on a busy machine. */
const BOMB = gzipSync(Buffer.alloc(50_000_000));
const asked: string[] = [];
const pages: Readonly<Record<string, RequestListener>> = {
  "/page": (_request, response) => response.setHeader("ETag", '"one"').end("words"),
  "/moved": (_request, response) => response.writeHead(301, { location: "page" }).end(),
  "/five": (_request, response) => response.writeHead(302, { location: "/four" }).end(),
  "/four": (_request, response) => response.writeHead(302, { location: "/three" }).end(),
  "/three": (_request, response) => response.writeHead(302, { location: "/two" }).end(),
  "/two": (_request, response) => response.writeHead(302, { location: "/moved" }).end(),
  "/six": (_request, response) => response.writeHead(302, { location: "/five" }).end(),
  "/to-file": (_request, response) => response.writeHead(302, { location: "file:///etc/hostname" }).end(),
  "/to-inside": (_request, response) => response.writeHead(302, { location: "http://127.0.0.2:1/secret" }).end(),
  "/to-password": (_request, response) => response.writeHead(302, { location: "http://a:b@127.0.0.1/" }).end(),
  "/large": (_request, response) => response.end(Buffer.alloc(5000, "a")),
  "/packed": (_request, response) => response.setHeader("content-encoding", "gzip").end(gzipSync("words")),
  "/bomb": (_request, response) => response.setHeader("content-encoding", "gzip").end(BOMB),
  "/broken": (_request, response) => response.setHeader("content-encoding", "gzip").end("no gzip at all"),
  "/unchanged": (request, response) => response.writeHead(request.headers["if-none-match"] ? 304 : 200).end(),
  "/another": (request) =>
    void request.socket.end("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n"),
  "/silent": () => undefined,
  "/half": (_request, response) => void response.writeHead(200, { "content-length": "10" }).write("half"),
};

let server: Server;
let at = "";
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} as ${request.headers["user-agent"]}`);
    const answer = pages[request.url ?? ""];
    if (answer) answer(request, response);
    else response.writeHead(404).end("gone");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  at = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const here = outletOf({ mayReach: (address) => address === "127.0.0.1", patienceMs: 400 });
const get = (path: string, mostBytes = 1000) => here.get({ url: `${at}${path}`, mostBytes });
const textOf = (answer: Awaited<ReturnType<typeof get>>): string =>
  "failed" in answer ? answer.failed : new TextDecoder().decode(answer.body);

describe("a page of somebody else's", () => {
  test("comes with its status, its headers in lower case, and where it was in the end", async () => {
    expect(await get("/page")).toMatchObject({ status: 200, headers: { etag: '"one"' }, url: `${at}/page` });
    expect(textOf(await get("/page"))).toBe("words");
    expect(await get("/moved")).toMatchObject({ status: 200, url: `${at}/page` });
    expect(await get("/nowhere")).toMatchObject({ status: 404 });
    expect(asked[0]).toBe("GET /page as Midweek");
  });

  test("is followed through five redirects and not through six, and only to web addresses", async () => {
    expect(await get("/five")).toMatchObject({ status: 200 });
    expect(await get("/six")).toEqual({ failed: "more than 5 redirects" });
    expect(textOf(await get("/to-file"))).toContain("which is not a web address");
    expect(textOf(await get("/to-password"))).toContain("which is not a web address");
    expect(await here.get({ url: "ftp://a.example/", mostBytes: 10 })).toEqual({ failed: "is not a web address" });
    expect(await here.get({ url: "no address", mostBytes: 10 })).toEqual({ failed: "is not a web address" });
  });

  test("is unpacked, and given up when it becomes too large, however small it was on the way", async () => {
    expect(textOf(await get("/packed"))).toBe("words");
    expect(await get("/large", 5000)).toMatchObject({ status: 200 });
    expect(await get("/large", 4096)).toEqual({ failed: "larger than 4 KiB" });
    expect(await get("/bomb", 1024 * 1024)).toEqual({ failed: "larger than 1 MiB" });
    expect(await get("/broken")).toHaveProperty("failed");
  });

  test("is asked for once more only if it changed, and by HEAD without its body", async () => {
    const headers = { "if-none-match": '"one"', "user-agent": "Midweek (+https://northgate.example/)" };
    expect(await here.get({ url: `${at}/unchanged`, headers, mostBytes: 10 })).toMatchObject({ status: 304 });
    expect(await here.get({ url: `${at}/large`, method: "HEAD", mostBytes: 0 })).toMatchObject({ status: 200 });
    expect(asked.slice(-2)).toEqual([
      "GET /unchanged as Midweek (+https://northgate.example/)",
      "HEAD /large as Midweek",
    ]);
  });

  test("is not waited for without end, neither for its beginning nor for its end", async () => {
    expect(await get("/silent")).toEqual({ failed: "no answer within 0.4 seconds" });
    expect(await get("/half")).toEqual({ failed: "no answer within 0.4 seconds" });
  });

  test("that answers with another protocol is hung up on, and not waited for without end", async () => {
    expect(await get("/another")).toEqual({ failed: "hung up without an answer" });
  });

  test("says what went wrong in a few words, however many there were", async () => {
    const wordy = outletOf({
      mayReach: () => {
        throw new Error("not in this list: ".repeat(1000));
      },
    });
    expect(textOf(await wordy.get({ url: at, mostBytes: 10 })).length).toBeLessThanOrEqual(300);
  });

  test("cannot make it throw", async () => {
    const headers = { "x-odd": "a\nb" };
    expect(await here.get({ url: `${at}/page`, headers, mostBytes: 10 })).toHaveProperty("failed");
  });
});

describe("the own network", () => {
  const before = (): number => asked.length;

  test.each([
    (port: string) => `http://127.0.0.1:${port}/page`,
    (port: string) => `http://2130706433:${port}/page`,
    (port: string) => `http://0x7f.1:${port}/page`,
    (port: string) => `http://localhost:${port}/page`,
    (port: string) => `http://[::1]:${port}/page`,
    (port: string) => `http://[::ffff:127.0.0.1]:${port}/page`,
    () => "http://169.254.169.254/latest/meta-data/",
    () => "https://10.0.0.1/",
    () => "http://0.0.0.0/",
  ])("is not reached (%#)", async (address) => {
    const count = before();
    const answer = await fetchOutlet.get({ url: address(new URL(at).port), mostBytes: 1000 });
    expect(answer).toEqual({ failed: expect.stringContaining("inside a network") });
    expect(asked).toHaveLength(count);
  });

  test("is not reached by a name that leads there, nor by a redirect from outside", async () => {
    const count = before();
    const notHere = outletOf({ mayReach: (address) => address !== "127.0.0.1" && address !== "::1" });
    const url = at.replace("127.0.0.1", "localhost");
    expect(textOf(await notHere.get({ url, mostBytes: 10 }))).toContain("inside a network");
    expect(asked).toHaveLength(count);
    expect(textOf(await get("/to-inside"))).toContain("inside a network");
  });

  test("is told from the open internet by address", () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(
        fc.constantFrom("10", "127", "169.254", "192.168", "172.16", "172.31", "100.64"),
        byte,
        byte,
        (net, a, b) => {
          const address = net.includes(".") ? `${net}.${a}.${b}` : `${net}.0.${a}.${b}`;
          expect(isOutside(address)).toBe(false);
          expect(isOutside(`::ffff:${address}`)).toBe(false);
        },
      ),
    );
    for (const address of ["8.8.8.8", "203.0.114.1", "2606:4700::1111"]) expect(isOutside(address)).toBe(true);
    for (const address of ["fe80::1", "fd00:ec2::254", "::1", "::", "64:ff9b::a00:1", "no address"])
      expect(isOutside(address)).toBe(false);
    for (const address of ["::7f00:1", "::a00:1", "4000::1", "fe80::1%eth0"]) expect(isOutside(address)).toBe(false);
  });
});
