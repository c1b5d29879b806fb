import { expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import type { Cadence } from "../../../shared/cadence/cadence.ts";
import { mayMoveNow } from "../../../shared/segment/may-move.ts";

const at = (time: string): Cadence => ({
  ...defaultCadence,
  slots: [{ weekday: "wednesday", time, kind: "blog-post" }],
});
const thursday: Cadence = { ...defaultCadence, slots: [{ weekday: "thursday", time: "15:00", kind: "blog-post" }] };
const may = (from: Cadence | undefined, to: Cadence | undefined, now: string, touched = false): boolean =>
  mayMoveNow({ from, to, timeZone: "Europe/Lisbon" }, Date.parse(now), touched);

test.each<[string, boolean, boolean]>([
  ["on a day without a slot of the old one", may(at("15:00"), at("13:00"), "2026-11-24T14:59Z"), true],
  ["early on a day of both", may(at("15:00"), at("16:00"), "2026-11-25T08:00Z"), true],
  ["after the new one's slot and before the old one's", may(at("15:00"), at("13:00"), "2026-11-25T13:30Z"), false],
  ["shortly before the old one's, when it may be ordered", may(at("15:00"), at("16:30"), "2026-11-25T14:45Z"), false],
  ["while the old one's order is under way", may(at("15:00"), at("16:30"), "2026-11-25T15:20Z"), false],
  ["as soon as the slot has its outcome", may(at("15:00"), at("16:30"), "2026-11-25T15:20Z", true), true],
  ["when the old window is over", may(at("15:00"), at("13:00"), "2026-11-25T17:20Z"), true],
  ["when it is, but an order may come back to be closed", may(at("15:00"), at("13:00"), "2026-11-25T17:05Z"), false],
  ["to one that has no slot today", may(at("15:00"), thursday, "2026-11-25T09:00Z"), true],
  ["from a cadence that is gone", may(undefined, at("13:00"), "2026-11-25T15:00Z"), true],
])("%s: %s", (_, is, expected) => {
  expect(is).toBe(expected);
});
