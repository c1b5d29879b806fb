import * as z from "zod";
import { expect, test } from "vitest";
import { allMessages, eachMessage } from "../../functions/batch.ts";
import { testWorld } from "../fixtures/world.ts";

const Order = z.object({ rounds: z.number() });
const message = (id: string, body: unknown) => ({ id, body, attempt: 1 });
const unreadable = message("odd", { rounds: "three" });

test("one by one: what failed or cannot be read goes back, and only that; the rest is done", async () => {
  const { app } = await testWorld();
  const done: number[] = [];
  const handler = eachMessage(Order, async (_, { rounds }) => {
    if (rounds === 2) throw new Error("two is too many");
    done.push(rounds);
  });
  const orders = [message("a", { rounds: 1 }), message("b", { rounds: 2 }), unreadable, message("c", { rounds: 3 })];
  const failures = await handler(app, orders);
  expect(done).toEqual([1, 3]);
  expect(failures).toEqual([
    { id: "b", error: new Error("two is too many") },
    { id: "odd", error: expect.any(z.ZodError) },
  ]);
});

test("all at once: what cannot be read goes back alone, and the verb gets the rest together", async () => {
  const { app } = await testWorld();
  const given: unknown[] = [];
  const handler = allMessages(Order, async (_, orders) => void given.push(orders));
  const failures = await handler(app, [message("a", { rounds: 1 }), unreadable, message("c", { rounds: 3 })]);
  expect(given).toEqual([[{ rounds: 1 }, { rounds: 3 }]]);
  expect(failures).toEqual([{ id: "odd", error: expect.any(z.ZodError) }]);
});

test("all at once: when the verb fails, everything it was given goes back", async () => {
  const { app } = await testWorld();
  const lost = new Error("lost");
  const handler = allMessages(Order, () => Promise.reject(lost));
  const failures = await handler(app, [message("a", { rounds: 1 }), unreadable, message("c", { rounds: 3 })]);
  expect(failures.map(({ id }) => id).toSorted()).toEqual(["a", "c", "odd"]);
  expect(failures.filter(({ error }) => error === lost)).toHaveLength(2);
});

test("all at once: with nothing that can be read, the verb is not troubled", async () => {
  const { app } = await testWorld();
  const handler = allMessages(Order, () => Promise.reject(new Error("called")));
  expect(await handler(app, [unreadable])).toEqual([{ id: "odd", error: expect.any(z.ZodError) }]);
  expect(await handler(app, [])).toEqual([]);
});
