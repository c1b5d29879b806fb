import type * as z from "zod";
import type { App } from "../shared/app.ts";
import type { Message } from "../shared/ports.ts";

/** A message that was not dealt with and why; it goes back to the queue, and only it. */
export type Failure = { readonly id: string; readonly error: unknown };
export type QueueHandler = (app: App, messages: readonly Message<unknown>[]) => Promise<Failure[]>;
export type ScheduleHandler = (app: App, input: unknown) => Promise<void>;

/** Gives each message to the verb by itself, one after the other. */
export function eachMessage<Body>(
  schema: z.ZodType<Body>,
  verb: (app: App, body: Body) => Promise<unknown>,
): QueueHandler {
  return async (app, messages) => {
    const failures: Failure[] = [];
    for (const { id, body } of messages) {
      try {
        await verb(app, schema.parse(body));
      } catch (error) {
        failures.push({ id, error });
      }
    }
    return failures;
  };
}

/** Gives all messages to the verb at once. What cannot be read fails alone; if the verb fails, all it was given come again. */
export function allMessages<Body>(
  schema: z.ZodType<Body>,
  verb: (app: App, bodies: readonly Body[]) => Promise<unknown>,
): QueueHandler {
  return async (app, messages) => {
    const read = messages.map(({ id, body }) => ({ id, parsed: schema.safeParse(body) }));
    const good = read.flatMap(({ id, parsed }) => (parsed.success ? [{ id, body: parsed.data }] : []));
    const bad = read.flatMap(({ id, parsed }) => (parsed.success ? [] : [{ id, error: parsed.error }]));
    if (good.length === 0) return bad;
    try {
      await verb(
        app,
        good.map(({ body }) => body),
      );
      return bad;
    } catch (error) {
      return [...bad, ...good.map(({ id }) => ({ id, error }))];
    }
  };
}
