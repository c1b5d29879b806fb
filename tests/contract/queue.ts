import { describe, expect, test } from "vitest";
import type { Message, Queue } from "../../shared/ports.ts";
import type { Clock } from "./clock.ts";

/** A queue and, in any world's own way, what its consumers do with it. */
type QueueWorld = {
  readonly queue: Queue<{ readonly n: number; readonly text?: string }>;
  readonly clock: Clock;
  readonly receive: (max: number) => Promise<Message<unknown>[]>;
  readonly done: (messages: readonly Message<unknown>[]) => Promise<void>;
  /** They failed, and are to come again after so many seconds. */
  readonly retry: (messages: readonly Message<unknown>[], delaySeconds: number) => Promise<void>;
  /** Bodies of what was given up on. */
  readonly dead: () => Promise<unknown[]>;
};

type Make = (options: { readonly visibilitySeconds: number; readonly maxAttempts: number }) => Promise<QueueWorld>;

const VISIBLE_AGAIN = 2;

/** What every queue adapter keeps to. `make` gives an empty queue. */
export function queueContract(name: string, make: Make): void {
  const usual = (): Promise<QueueWorld> => make({ visibilitySeconds: VISIBLE_AGAIN, maxAttempts: 3 });
  describe(`queue: ${name}`, () => {
    describe("sending", () => messagesArrive(usual));
    describe("failing", () => messagesComeAgain(usual));
  });
}

/** Takes and finishes everything that can be received now. */
async function drain({ receive, done }: QueueWorld): Promise<Message<unknown>[]> {
  const all: Message<unknown>[] = [];
  for (;;) {
    const some = await receive(10);
    if (!some.length) return all;
    await done(some);
    all.push(...some);
  }
}

const bodies = (messages: readonly Message<unknown>[]): unknown[] => messages.map(({ body }) => body);
const pastVisibility = (VISIBLE_AGAIN + 1) * 1000;

function messagesArrive(make: () => Promise<QueueWorld>): void {
  test("every message sent is received once when it is finished in time", async () => {
    const world = await make();
    const sent = Array.from({ length: 25 }, (_, n) => ({ n, text: "Zoë 🚀" }));
    await world.queue.send(sent);
    await world.queue.send([]);
    const received = await drain(world);
    expect(bodies(received)).toHaveLength(25);
    expect(bodies(received)).toEqual(expect.arrayContaining(sent));
    expect(new Set(received.map(({ attempt }) => attempt))).toEqual(new Set([1]));
    expect(new Set(received.map(({ id }) => id)).size).toBe(25);
    await world.clock.advance(pastVisibility);
    expect(await world.receive(10)).toEqual([]);
  });

  test("no more are handed over than were asked for", async () => {
    const world = await make();
    await world.queue.send([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect((await world.receive(2)).length).toBeLessThanOrEqual(2);
  });

  test("a delayed message comes after its delay", async () => {
    const world = await make();
    await world.queue.send([{ n: 1 }], { delaySeconds: 2 });
    expect(await world.receive(10)).toEqual([]);
    await world.clock.advance(2500);
    expect(bodies(await world.receive(10))).toEqual([{ n: 1 }]);
  });

  test("a delay out of range and a body over 256 KiB are refused, and nothing of the call is sent", async () => {
    const world = await make();
    for (const delaySeconds of [-1, 901])
      await expect(world.queue.send([{ n: 1 }], { delaySeconds })).rejects.toThrow();
    const large = { n: 2, text: "é".repeat(128 * 1024) };
    await expect(world.queue.send([{ n: 1 }, large])).rejects.toThrow("256 KiB");
    expect(await world.receive(10)).toEqual([]);
  });
}

function messagesComeAgain(make: () => Promise<QueueWorld>): void {
  test("a message being worked on is hidden, and comes again with its count if nobody finishes it", async () => {
    const world = await make();
    await world.queue.send([{ n: 1 }]);
    const [first] = await world.receive(10);
    expect(await world.receive(10)).toEqual([]);
    await world.clock.advance(pastVisibility);
    expect(await world.receive(10)).toEqual([{ id: first?.id, body: { n: 1 }, attempt: 2 }]);
  });

  test("of a batch only what failed comes again, after the delay asked for", async () => {
    const world = await make();
    await world.queue.send([{ n: 1 }, { n: 2 }]);
    const batch = [...(await world.receive(10)), ...(await world.receive(10))];
    const failed = batch.filter(({ body }) => JSON.stringify(body) === '{"n":2}');
    await world.done(batch.filter((message) => !failed.includes(message)));
    await world.retry(failed, 1);
    expect(await world.receive(10)).toEqual([]);
    await world.clock.advance(1500);
    expect(await drain(world)).toEqual([{ id: failed[0]?.id, body: { n: 2 }, attempt: 2 }]);
  });

  test("after its last attempt a message is a dead letter, whether it failed or was abandoned", async () => {
    const world = await make();
    await world.queue.send([{ n: 1 }]);
    for (const attempt of [1, 2, 3]) {
      const messages = await world.receive(10);
      expect(messages.map((message) => message.attempt)).toEqual([attempt]);
      if (attempt === 2) await world.retry(messages, 0);
      else await world.clock.advance(pastVisibility);
    }
    expect(await world.receive(10)).toEqual([]);
    expect(await world.dead()).toEqual([{ n: 1 }]);
  });
}
