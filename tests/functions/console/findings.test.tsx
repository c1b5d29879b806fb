/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { Findings } from "../../../functions/console/parts/findings.tsx";
import type { LintFinding } from "../../../shared/lint/finding.ts";
import { RULES } from "../../../shared/lint/rules.ts";

const finding = (changes: Partial<LintFinding>): LintFinding => ({
  level: "error",
  rule: "contrast",
  where: "“Hi Ana,”",
  says: "#999999 on #ffffff is <pale>.",
  why: RULES.contrast.why,
  ...changes,
});

const shown = async (findings: readonly LintFinding[]): Promise<string> =>
  (await new Hono().get("/", (c) => c.html(<Findings findings={findings} />)).request("/")).text();

describe("what is wrong, on a page", () => {
  test("comes by how much it matters, with rule, part, what and why", async () => {
    const advice = finding({
      level: "advice",
      rule: "spam",
      says: "“click here” is typical of spam.",
      why: RULES.spam.why,
    });
    const page = await shown([advice, finding({})]);
    expect(page.indexOf("Must be mended before it goes out")).toBeLessThan(page.indexOf("Worth a look"));
    expect(page.indexOf("is &lt;pale&gt;")).toBeLessThan(page.indexOf("Worth a look"));
    for (const words of [RULES.contrast.title, "“Hi Ana,”:", RULES.contrast.why.slice(0, 30), RULES.spam.title])
      expect(page).toContain(words);
    expect(page).not.toMatch(/ style=|<script/);
  });

  test("says nothing of a level there is nothing of", async () => {
    expect(await shown([finding({})])).not.toContain("Worth a look");
  });

  test("says so where there is nothing to mend", async () => {
    expect(await shown([])).toContain("Nothing to mend");
  });
});
