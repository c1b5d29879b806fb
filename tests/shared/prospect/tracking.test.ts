import { expect, test } from "vitest";
import { isMeasured } from "../../../shared/prospect/tracking.ts";

const company = { untrackedCountries: ["DE", "FR"] };

test.each([
  ["granted", "DE", true],
  ["denied", "PT", false],
  ["unknown", "PT", true],
  ["unknown", "DE", false],
  ["unknown", "de", false],
  ["unknown", undefined, true],
] as const)("tracking %s in %s: measured %s", (tracking, country, measured) => {
  expect(isMeasured({ tracking, country }, company)).toBe(measured);
});
