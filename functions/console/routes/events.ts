import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { setTimeout } from "node:timers/promises";
import type { App } from "../../../shared/app.ts";
import type { Env } from "../env.ts";
import { cursorOf, newsAfter, newsStream, seesOf, sseText } from "../events.ts";

/** Milliseconds until a browser whose stream ended asks again. Where every question is paid for it asks less often. */
const ASK_AGAIN = { streaming: 1000, once: 15_000 } as const;

const EVENT_STREAM = { "Content-Type": "text/event-stream; charset=utf-8" };

/**
 * Tells open consoles who asks for a call: event "ready" with the place from which on it tells, then "hot" for each. `stays`: the connection stays open
 * and says it within the second; without it one answer has what is new, and the browser comes again.
 */
export const eventRoutes = (app: App, { stays }: { readonly stays: boolean }) =>
  new Hono<Env>().get("/events", async (c) => {
    const sees = seesOf(c.get("chrome").reader);
    const cursor = cursorOf(c.req.header("Last-Event-ID") || c.req.query("after"), app.now());
    if (!stays) {
      const look = await newsAfter(app, sees, cursor);
      const told = look.news.map((news) => sseText("hot", news.id, news));
      return c.body(
        [`retry: ${ASK_AGAIN.once}\n`, ...told, sseText("ready", look.cursor, {})].join(""),
        200,
        EVENT_STREAM,
      );
    }
    return streamSSE(c, async (stream) => {
      await stream.write(`retry: ${ASK_AGAIN.streaming}\n${sseText("ready", cursor, {})}`);
      const wait = async (ms: number): Promise<boolean> => {
        await setTimeout(ms);
        return !stream.aborted;
      };
      for await (const news of newsStream(app, sees, cursor, wait))
        await stream.write(news === "beat" ? ": still here\n\n" : sseText("hot", news.id, news));
    });
  });
