import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { Company } from "../../../../shared/config.ts";
import { lintEmail } from "../../../../shared/lint/lint-email.ts";
import { findingLine } from "../../../../stacks/commands/finding-words.ts";
import { type FolderLint, lintFolder } from "../../../../stacks/local/lint/lint-folder.ts";
import { lineOf, sourcesOf } from "../../../../stacks/local/lint/source-line.ts";
import type { Said } from "../folders.ts";

const BAD = "tests/stacks/local/lint/emails";
const company = Company.parse(JSON.parse(readFileSync("stacks/local/sample/company.json", "utf8")));
const lint = (folder: string, ...names: string[]): Promise<FolderLint> =>
  lintFolder({ folder, names, company, ours: folder === "emails" }, () => undefined);

const lintEmails = (...words: readonly string[]): Promise<Said> =>
  run("--import", "tsx", "stacks/local/lint-emails.ts", ...words);

function run(...words: readonly string[]): Promise<Said> {
  return new Promise((resolve) => {
    execFile(process.execPath, words, (error, out, err) => {
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

describe("an email that cannot be made", () => {
  const folder = mkdtempSync(join(tmpdir(), "midweek-emails-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("is named with the reason, and the others are looked at all the same", async () => {
    const crash = 'const Crash = () => { throw new Error("there is no such field"); };';
    const bare = "const Bare = () => null;";
    const withProps = (text: string, name: string): string =>
      `${text}\n${name}.PreviewProps = {};\nexport default ${name};\n`;
    writeFileSync(join(folder, "a-crash.tsx"), withProps(crash, "Crash"));
    writeFileSync(join(folder, "b-torn.tsx"), "export default () => <p>;\n");
    writeFileSync(join(folder, "c-nothing.tsx"), "export const Letter = () => null;\n");
    writeFileSync(join(folder, "d-sound.tsx"), withProps(bare, "Bare"));
    const { emails, findings } = await lint(folder);
    expect(emails).toBe(4);
    expect(findings.map(({ rule, where }) => [rule, basename(where)])).toEqual([
      ["cannot-be-made", "a-crash.tsx"],
      ["cannot-be-made", "b-torn.tsx"],
      ["cannot-be-made", "c-nothing.tsx"],
    ]);
    expect(findings[0]?.says).toMatch(/^No email can be made of \S*a-crash\.tsx: there is no such field\.$/);
    expect(findings[2]?.says).toContain("an email is exported as default and has PreviewProps");
  });

  test("nor even listed, because of its name, ends every command of ours in one clear line", async () => {
    const home = join(folder, "home");
    mkdirSync(join(home, ".ci"), { recursive: true });
    mkdirSync(join(home, "emails"));
    copyFileSync(".ci/templates.mjs", join(home, ".ci/templates.mjs"));
    writeFileSync(join(home, "emails/My Digest.tsx"), "export default () => null;\n");
    const { code, out, err } = await run(join(home, ".ci/templates.mjs"));
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^emails\/My Digest\.tsx: a template's name begins with a letter .*\n$/);
  });
});

describe("the line of a finding", () => {
  test("is looked for in the email, then in what it is put together of", () => {
    const sources = sourcesOf("emails/case-study.tsx");
    expect(lineOf(sources, ["Is this close to how it goes at your place?"])).toMatch(/^emails\/case-study\.tsx:\d+$/);
    expect(lineOf(sources, ["The problem"])).toMatch(/^emails\/_components\/result\.tsx:\d+$/);
  });

  test("is that of whole words: one alone only where it is all that an element or a quote holds", () => {
    const sources = [
      { path: `${BAD}/a.tsx`, lines: ["// this is a note", "// say hi to all", "<Text>hi</Text>", "color: #9aa4aa0"] },
    ];
    expect(lineOf(sources, ["hi"])).toBe(`${BAD}/a.tsx:2`);
    expect(lineOf(sources, [">hi<"])).toBe(`${BAD}/a.tsx:3`);
    expect(lineOf(sources, ["is a not"])).toBeUndefined();
    expect(lineOf(sources, ["#9aa4aa"])).toBeUndefined();
    const pale = '<body style="background-color:#ffffff"><p style="color:#9aa4aa">hi</p></body>';
    const [found] = lintEmail({ html: pale, text: "hi", expected: { toMany: false } });
    expect(found?.rule).toBe("contrast");
    expect(lineOf(sources.slice(0, 1), found!.seek)).toBe(`${BAD}/a.tsx:3`);
    expect(lineOf([{ path: "a.tsx", lines: ["// this", "// say hi"] }], found!.seek)).toBeUndefined();
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
