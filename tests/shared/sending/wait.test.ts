import { expect, test } from "vitest";
import { waitOn } from "../../../shared/sending/wait.ts";

test("a wait is not over before its time, though the timer goes off early", async () => {
  const shown = [98, 99, 99.5, 100];
  let looked = 0;
  await waitOn(() => shown[looked++] ?? Infinity)(100);
  expect(looked).toBe(shown.length);
});

test("what is due already is not waited for", async () => {
  await expect(waitOn(() => 101)(100)).resolves.toBeUndefined();
});
