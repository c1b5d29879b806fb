// Writes shared/template/catalogue.ts and modules.ts: which templates lie in emails/, what they say of themselves and how each is loaded. npm's scripts
// run it, so that a file put there is there; the result is kept in the repository, as neither types nor bundles can look into a folder. Without
// a difference nothing is written.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What the file says of itself; an object of literals, so that it can be read without running the email. */
export function templateIn(source, file) {
  const name = file.slice(0, -".tsx".length);
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) throw new Error(`emails/${file}: a template's name is of a-z, 0-9 and -`);
  const said = /^export const template = (\{.*?\n?\}) satisfies Template;$/ms.exec(source)?.[1];
  if (said === undefined)
    throw new Error(
      `emails/${file}: it lacks \`export const template = { purpose: "...", carries: [...] } satisfies Template;\``,
    );
  const { purpose, carries } = runInNewContext(`(${said})`, {}, { timeout: 1000 });
  return { name, purpose: `${purpose}`, carries: [...carries].map(String) };
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const templates = templatesIn(at("emails"));
  write(at("shared/template/catalogue.ts"), catalogueOf(templates));
  write(at("shared/template/modules.ts"), modulesOf(templates));
}
