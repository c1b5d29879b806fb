import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { Company } from "../../../../shared/config.ts";
import { findingLine } from "../../../../stacks/commands/finding-words.ts";
import { type FolderLint, lintFolder } from "../../../../stacks/local/lint/lint-folder.ts";
import { lineOf, sourcesOf } from "../../../../stacks/local/lint/source-line.ts";
import type { Said } from "../folders.ts";

const BAD = "tests/stacks/local/lint/emails";
const company = Company.parse(JSON.parse(readFileSync("stacks/local/sample/company.json", "utf8")));
const lint = (folder: string, ...names: string[]): Promise<FolderLint> =>
  lintFolder({ folder, names, company, ours: folder === "emails" }, () => undefined);

function lintEmails(...words: readonly string[]): Promise<Said> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", "stacks/local/lint-emails.ts", ...words], (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, out, err });
    });
  });
}

describe("a folder of emails", () => {
  test("of ours has nothing to mend, letters and all", async () => {
    const { emails, findings } = await lint("emails");
    expect(findings).toEqual([]);
    expect(emails).toBeGreaterThanOrEqual(8);
  });

  test("with a mistake of each kind is told file and line, rule and why", async () => {
    const { emails, findings } = await lint(BAD);
    expect(emails).toBe(2);
    expect(findings.map(({ where, level, rule }) => `${where} ${level} ${rule}`)).toEqual([
      `${BAD}/pale.tsx:10 error capitals`,
      `${BAD}/pale.tsx:13 error says-nothing`,
      `${BAD}/pale.tsx:30 error hole`,
      `${BAD}/pale.tsx:15 error picture`,
      `${BAD}/pale.tsx:23 error one-call-to-action`,
      `${BAD}/pale.tsx:12 error contrast`,
      `${BAD}/pale.tsx:12 error contrast`,
      `${BAD}/pale.tsx:14 error dropped-css`,
    ]);
    expect(findings.map(findingLine)).toContain(
      `${BAD}/pale.tsx:12 error contrast: #9aa4aa on #ffffff by day has a contrast of 2.5, and needs 4.5. WCAG 2.2 AA asks for a contrast of 4.5, or 3 for text from 24 px, or 18.7 px in bold.`,
    );
  });

  test("is looked at in part where emails are named", async () => {
    expect(await lint(BAD, "letters/sound")).toEqual({ emails: 1, findings: [] });
    await expect(lint(BAD, "pail")).rejects.toThrow('there is no email "pail"; there are pale, letters/sound');
    await expect(lint("nowhere")).rejects.toThrow("nowhere: there is no such folder");
  });
});

describe("the line of a finding", () => {
  test("is looked for in the email, then in what it is put together of", () => {
    const sources = sourcesOf("emails/case-study.tsx");
    expect(lineOf(sources, ["Is this close to how it goes at your place?"])).toMatch(/^emails\/case-study\.tsx:\d+$/);
    expect(lineOf(sources, ["The problem"])).toMatch(/^emails\/_components\/result\.tsx:\d+$/);
  });

  test("is found of a text that the source breaks elsewhere, and not of one that is nowhere", () => {
    const sources = sourcesOf(`${BAD}/pale.tsx`);
    expect(lineOf(sources, ["I am pale, and hardly to be read. Or is it?"])).toBe(`${BAD}/pale.tsx:12`);
    expect(lineOf(sources, ["nobody wrote this"])).toBeUndefined();
  });
});

describe("npm run lint:emails", () => {
  const answers = new Map<string, Said>();
  beforeAll(async () => {
    const all = [`--dir ${BAD} --json`, "nope", "--fast"];
    await Promise.all(all.map(async (words) => answers.set(words, await lintEmails(...words.split(" ")))));
  });

  test("fails where there are errors, and answers programs in JSON", () => {
    const { code, out } = answers.get(`--dir ${BAD} --json`)!;
    const Json = z.object({ emails: z.literal(2), findings: z.array(z.looseObject({ rule: z.string() })).length(8) });
    expect(code).toBe(1);
    expect(Json.safeParse(JSON.parse(out)).success).toBe(true);
  });

  test.each([
    ["nope", /there is no email "nope"; there are blog-post, case-study, .*letters\/reminder/],
    ["--fast", /unknown option '--fast'/],
  ])("%s is one clear line", (words, says) => {
    const { code, out, err } = answers.get(words)!;
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(says);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});
