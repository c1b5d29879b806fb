// Writes shared/template/catalogue.ts and modules.ts: which templates lie in emails/, what they say of themselves and how each is loaded. npm's scripts
// run it, so that a file put there is there; the result is kept in the repository, as neither types nor bundles can look into a folder. Without
// a difference nothing is written.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What shared/content/article.ts knows; a test holds the two together. */
export const KINDS = ["blog-post", "case-study", "resource"];

/** A mistake of who wrote the file, in one line. */
export class Mistake extends Error {}

/** The first mistake of syntax, or undefined. The compiler is loaded only for a file that cannot be read, as every start comes by here. */
function syntaxMistake(source, file) {
  const { transformSync } = createRequire(import.meta.url)("esbuild");
  try {
    transformSync(source, { loader: "tsx", logLevel: "silent" });
    return undefined;
  } catch ({ errors: [error] }) {
    return new Mistake(`emails/${file}:${error.location?.line ?? 1}: ${error.text}`);
  }
}

function valueOf(literal) {
  try {
    return runInNewContext(`(${literal})`, {}, { timeout: 1000 });
  } catch {
    return undefined;
  }
}

/** What the file says of itself; an object of literals, so that it can be read without running the email. */
export function templateIn(source, file) {
  const name = file.slice(0, -".tsx".length);
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name))
    throw new Mistake(
      `emails/${file}: a template's name begins with a letter and is of a-z, 0-9 and -, at most 40 of them`,
    );
  const said = /^export const template = (\{.*?\n?\}) satisfies Template;$/ms.exec(source)?.[1];
  const value = said === undefined ? undefined : valueOf(said);
  if (value === undefined)
    throw (
      syntaxMistake(source, file) ??
      new Mistake(
        said === undefined
          ? `emails/${file}: it lacks \`export const template = { purpose: "...", carries: [...] } satisfies Template;\``
          : `emails/${file}: what it says in \`export const template\` must be plain text and lists, without names of other things`,
      )
    );
  const { purpose, carries } = value;
  if (typeof purpose !== "string" || purpose.trim() === "")
    throw new Mistake(`emails/${file}: template.purpose is to say in a line what it is for`);
  const kinds = Array.isArray(carries) ? [...carries] : [];
  if (kinds.length === 0 || kinds.some((kind) => !KINDS.includes(kind)))
    throw new Mistake(`emails/${file}: template.carries lists one or more of ${KINDS.join(", ")}`);
  return { name, purpose, carries: kinds };
}

const keyOf = (name) => (name.includes("-") ? JSON.stringify(name) : name);

/** As the formatter would have it. */
function fieldOf(name, value) {
  const line = `    ${name}: ${value},`;
  return line.length <= 120 ? line : `    ${name}:\n      ${value},`;
}

const NOTE = "// Written by .ci/templates.mjs from what lies in emails/; do not edit.\n";

export const catalogueOf = (templates) => `${NOTE}import type { Template } from "../../emails/template.ts";

/** What every template says of itself, without loading it. */
export const catalogue = {
${templates
  .map(({ name, purpose, carries }) =>
    [
      `  ${keyOf(name)}: {`,
      fieldOf("purpose", JSON.stringify(purpose)),
      fieldOf("carries", `[${carries.map((kind) => JSON.stringify(kind)).join(", ")}]`),
      "  },",
    ].join("\n"),
  )
  .join("\n")}
} as const satisfies { readonly [name: string]: Template };
`;

export const modulesOf = (templates) => `${NOTE}import { carrying } from "./carrying.ts";

/** How each template is loaded, with its first email and not before. */
export const modules = {
${templates.map(({ name }) => `  ${keyOf(name)}: carrying(() => import("../../emails/${name}.tsx")),`).join("\n")}
};
`;

/** The templates of the folder, by name. */
export const templatesIn = (folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".tsx"))
    .toSorted()
    .map((file) => templateIn(readFileSync(`${folder}/${file}`, "utf8"), file));

function write(path, text) {
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
}

/** One clear line and exit code 1 for a mistake in a file of the folder. */
function writeAll() {
  try {
    const templates = templatesIn(at("emails"));
    write(at("shared/template/catalogue.ts"), catalogueOf(templates));
    write(at("shared/template/modules.ts"), modulesOf(templates));
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeAll();
