import { describe, expect, test } from "vitest";
import { Company } from "../../../shared/config.ts";
import { warmUpCap } from "../../../shared/sending/warm-up.ts";
import { testConfig } from "../../fixtures/world.ts";

const warmUp = { startsOn: "2026-11-25", emailsPerDay: [50, 200, 800] };

describe("a warm-up of three weeks from Wednesday 25 November", () => {
  test.each([
    ["2026-11-18", 50],
    ["2026-11-25", 50],
    ["2026-12-01", 50],
    ["2026-12-02", 200],
    ["2026-12-10", 800],
    ["2026-12-15", 800],
    ["2026-12-16", undefined],
  ])("lets on %s at most %s emails go out", (date, cap) => {
    expect(warmUpCap(warmUp, date)).toBe(cap);
  });
});

test("without a warm-up there is no cap", () => {
  expect(warmUpCap(undefined, "2026-11-25")).toBeUndefined();
});

test.each([
  ["falls", [200, 50]],
  ["is empty", []],
  ["has a week without emails", [0, 50]],
  ["has half an email", [1.5]],
])("a plan that %s is none", (_, emailsPerDay) => {
  expect(Company.safeParse({ ...testConfig.company, warmUp: { ...warmUp, emailsPerDay } }).success).toBe(false);
});
