import { expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { deskOf } from "./desk.ts";

test("the cadence says what ends a prospect's emails and what only holds them, though an older row has both as exits", async () => {
  const exits = ["replied", "meeting booked", "customer", "opted out"] as const;
  const { open } = await deskOf({ cadence: { ...defaultCadence, exits: [...exits] } });
  const { text } = await open("/cadence");
  expect(text).toContain("A prospect leaves when they become a customer or they opt out.");
  expect(text).toContain("has a meeting booked, while the rep");
});
