import { expect, test, vi } from "vitest";
import { onHttp } from "../../../functions/lambda/http.ts";
import { hitsApp } from "../../../functions/track/hits.ts";
import { linkUrl } from "../../../shared/link.ts";
import { httpEvent } from "../../fixtures/lambda-events.ts";
import { testWorld } from "../../fixtures/world.ts";

const opened = async (ready: () => Promise<void>) => {
  const { app } = await testWorld();
  const handler = onHttp(Object.assign(app, { ready }), hitsApp(app));
  const { pathname } = new URL(linkUrl(app.config, { kind: "open", prospectId: "rui", slot: "2026-11-25" }));
  return handler(httpEvent(pathname));
};

test("an HTTP API gets the pixel as bytes, with headers that keep it to one person", async () => {
  const answer = await opened(async () => {});
  expect(answer).toMatchObject({
    statusCode: 200,
    isBase64Encoded: true,
    headers: { "content-type": "image/gif", "cache-control": "no-store" },
  });
});

test("a link works also while the company's settings cannot be read, and the log says so", async () => {
  const lines: string[] = [];
  const error = vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  const answer = await opened(() => Promise.reject(new Error("table is down")));
  error.mockRestore();
  expect(answer).toMatchObject({ statusCode: 200 });
  expect(lines.join("")).toContain("table is down");
});
