import { expect, test } from "vitest";
import { readSettings } from "../../../stacks/local/settings.ts";
import { welcomeWords } from "../../../stacks/local/welcome.ts";
import type { Found } from "../../../stacks/local/welcome.ts";

const said = (found: Partial<Found>, env: Record<string, string> = {}): string =>
  welcomeWords(readSettings(env), "http://localhost:4600", {
    filled: false,
    hasCompany: false,
    sample: false,
    door: [],
    ...found,
  });

test("whoever starts with nothing is led to First steps, by its address", () => {
  expect(said({})).toMatch(/Nothing is sent yet\. First steps, .* http:\/\/localhost:4600\/start\n/);
  expect(said({})).not.toContain("Try this");
});

test("what to try is said while the sample company is there, and of one's own company no more", () => {
  expect(said({ filled: true, hasCompany: true, sample: true })).toMatch(/sample company, Tidewick[^]*Try this:/);
  expect(said({ hasCompany: true, sample: true })).toContain("Try this:");
  expect(said({ hasCompany: true })).not.toMatch(/Try this|First steps/);
});

test("nobody is told to move the clock while email goes out for real", () => {
  const env = { SMTP_URL: "smtp://localhost:2525" };
  expect(said({ hasCompany: true, sample: true }, env)).not.toContain("Try this");
});
