import { expect, test } from "vitest";
import { localQueue } from "../../../shared/local/queue.ts";
import { openStore } from "../../../shared/local/store.ts";
import { standingClock } from "../../contract/clock.ts";
import { queueContract } from "../../contract/queue.ts";

type Body = { readonly n: number; readonly text?: string };

function inMemory(options = { visibilitySeconds: 30, maxAttempts: 2 }) {
  const clock = standingClock();
  const store = openStore(":memory:");
  return { store, clock, queue: localQueue<Body>(store, "touches", clock.now, options) };
}

const idsOf = (messages: readonly { readonly id: string }[]): string[] => messages.map(({ id }) => id);

queueContract("SQLite", async (options) => {
  const { clock, queue } = inMemory(options);
  return {
    queue,
    clock,
    receive: async (max) => queue.receive(max),
    done: async (messages) => queue.done(idsOf(messages)),
    retry: async (messages, delaySeconds) => queue.retry(idsOf(messages), delaySeconds),
    dead: async () => queue.deadLetters().map(({ body }) => body),
  };
});

test("messages come oldest first", async () => {
  const { clock, queue } = inMemory();
  await queue.send([{ n: 3 }], { delaySeconds: 2 });
  await queue.send([{ n: 1 }, { n: 2 }]);
  await clock.advance(5000);
  expect(queue.receive(10).map(({ body }) => body.n)).toEqual([1, 2, 3]);
});

test("the queue tells when the next message can be received and how many there are", async () => {
  const { clock, queue } = inMemory();
  expect([queue.nextVisibleAt(), queue.depth()]).toEqual([undefined, 0]);
  await queue.send([{ n: 1 }], { delaySeconds: 10 });
  expect([queue.nextVisibleAt(), queue.depth()]).toEqual([clock.now() + 10_000, 1]);
  await clock.advance(10_000);
  const messages = queue.receive(1);
  expect([queue.nextVisibleAt(), queue.depth()]).toEqual([clock.now() + 30_000, 1]);
  queue.done(idsOf(messages));
  expect([queue.nextVisibleAt(), queue.depth()]).toEqual([undefined, 0]);
});

test("a message that fails its last attempt is dead at once, and can be put back as new", async () => {
  const { clock, queue } = inMemory();
  await queue.send([{ n: 1 }, { n: 2 }]);
  for (const delay of [0, 60]) queue.retry(idsOf(queue.receive(10)), delay);
  expect(queue.deadLetters()).toEqual([
    { id: "1", body: { n: 1 }, attempts: 2, failedAt: clock.now() },
    { id: "2", body: { n: 2 }, attempts: 2, failedAt: clock.now() },
  ]);
  expect([queue.nextVisibleAt(), queue.depth()]).toEqual([undefined, 0]);
  expect(queue.redrive()).toBe(2);
  expect(queue.deadLetters()).toEqual([]);
  expect(queue.receive(10).map(({ body, attempt }) => [body.n, attempt])).toEqual([
    [1, 1],
    [2, 1],
  ]);
});

test("what one queue holds is nothing to another", async () => {
  const { clock, store, queue } = inMemory();
  const signals = localQueue<Body>(store, "signals", clock.now, { visibilitySeconds: 30, maxAttempts: 1 });
  await queue.send([{ n: 1 }]);
  expect(signals.receive(10)).toEqual([]);
  signals.done(["1"]);
  signals.retry(["1"], 60);
  expect([signals.depth(), signals.redrive(), queue.receive(10).length]).toEqual([0, 0, 1]);
});
