import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { catalogueOf, KINDS, modulesOf, templateIn, templatesIn } from "../../../.ci/templates.mjs";
import { ArticleKind } from "../../../shared/content/article.ts";
import { modules } from "../../../shared/template/modules.ts";
import { isTemplate, templateNames, templateOf } from "../../../shared/template/templates.ts";

const folder = mkdtempSync(join(tmpdir(), "midweek-templates-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (purpose: string, carries: string): string =>
  `export const template = {\n  purpose: ${JSON.stringify(purpose)},\n  carries: [${carries}],\n} satisfies Template;\n\nexport default () => null;\n`;

describe("the templates there are", () => {
  it("are the files that lie in emails/, each with what it says of itself", async () => {
    const written = templatesIn("emails");
    expect(readFileSync("shared/template/catalogue.ts", "utf8")).toBe(catalogueOf(written));
    expect(readFileSync("shared/template/modules.ts", "utf8")).toBe(modulesOf(written));
    expect(templateNames()).toEqual(written.map(({ name }) => name));
    for (const name of templateNames()) {
      const { name: _, purpose, carries } = templateOf(name);
      expect((await modules[name]()).template).toEqual({ purpose, carries });
    }
  });

  it("are one more as soon as a file lies there", () => {
    writeFileSync(join(folder, "digest.tsx"), file("Two posts at once.", '"blog-post"'));
    writeFileSync(join(folder, "a-checklist.tsx"), file(`Something ${"long ".repeat(30)}`, '"resource", "blog-post"'));
    writeFileSync(join(folder, "theme.ts"), "export const color = {};\n");
    const found = templatesIn(folder);
    expect(found.map(({ name, carries }) => [name, carries])).toEqual([
      ["a-checklist", ["resource", "blog-post"]],
      ["digest", ["blog-post"]],
    ]);
    expect(catalogueOf(found)).toContain(
      '  digest: {\n    purpose: "Two posts at once.",\n    carries: ["blog-post"],',
    );
    expect(catalogueOf(found)).toContain('  "a-checklist": {\n    purpose:\n      "Something long');
    expect(modulesOf(found)).toContain('  digest: carrying(() => import("../../emails/digest.tsx")),');
  });

  it("say what is missing in a file, by its name", () => {
    expect(() => templateIn("export default () => null;\n", "digest.tsx")).toThrow("emails/digest.tsx: it lacks");
    expect(() => templateIn(file("Odd.", '"blog-post"'), "My Digest.tsx")).toThrow("a template's name");
  });

  it("say where the syntax of a file is wrong, and what it says of itself", () => {
    const sound = file("Two posts.", '"blog-post"');
    expect(() => templateIn(sound.replace("purpose: ", "purpose "), "digest.tsx")).toThrow(
      /^emails\/digest\.tsx:2: Expected "}"/,
    );
    expect(() => templateIn(sound.replace("} satisfies", " satisfies"), "digest.tsx")).toThrow(
      /^emails\/digest\.tsx:\d+: /,
    );
    expect(() => templateIn(file("Two posts.", "...KINDS"), "digest.tsx")).toThrow("must be plain text and lists");
    for (const carries of ['"podcast"', ""])
      expect(() => templateIn(file("Two posts.", carries), "digest.tsx")).toThrow("lists one or more of blog-post");
    expect(() => templateIn(file(" ", '"resource"'), "digest.tsx")).toThrow("what it is for");
    expect(KINDS).toEqual(ArticleKind.options);
  });

  it("are not names of what every object has", () => {
    for (const name of ["constructor", "toString", "", undefined, "letters/reminder"])
      expect(isTemplate(name)).toBe(false);
  });
});
