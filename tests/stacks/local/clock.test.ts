import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DAY, MINUTE } from "../../../shared/time.ts";
import { clockAhead, clockAt } from "../../../stacks/local/clock.ts";
import { MONDAY } from "../../fixtures/world.ts";

describe("the clock of a machine", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: MONDAY }));
  afterEach(() => void vi.useRealTimers());
  const later = (ms: number): void => void vi.setSystemTime(Date.now() + ms);

  test("goes with real time, as far ahead of it as it was moved", () => {
    const clock = clockAhead(DAY);
    later(MINUTE);
    expect(clock.now()).toBe(MONDAY + DAY + MINUTE);
    expect(clock.ahead()).toBe(DAY);
  });

  test("stands where it was put while time is played, and runs on from there", () => {
    const clock = clockAhead(0);
    clock.standAt(MONDAY + DAY);
    later(MINUTE);
    expect(clock.now()).toBe(MONDAY + DAY);
    clock.run();
    later(MINUTE);
    expect(clock.now()).toBe(MONDAY + DAY + MINUTE);
    expect(clock.ahead()).toBeGreaterThan(DAY - 2 * MINUTE);
  });

  test("never goes back", () => {
    const clock = clockAhead(0);
    clock.standAt(MONDAY - DAY);
    expect(clock.now()).toBe(MONDAY);
    clock.standAt(MONDAY + DAY);
    clock.standAt(MONDAY);
    expect(clock.now()).toBe(MONDAY + DAY);
  });

  test("follows another process that moved it further, and not one that did not", () => {
    const clock = clockAhead(DAY);
    clock.catchUp(0);
    expect(clock.now()).toBe(MONDAY + DAY);
    clock.catchUp(2 * DAY);
    expect(clock.now()).toBe(MONDAY + 2 * DAY);
  });
});

test("a clock for playing moves only when told, and only forward", () => {
  const clock = clockAt(MONDAY);
  clock.standAt(MONDAY + MINUTE);
  clock.run();
  clock.standAt(MONDAY);
  expect(clock.now()).toBe(MONDAY + MINUTE);
  expect(clock.ahead()).toBe(0);
});
