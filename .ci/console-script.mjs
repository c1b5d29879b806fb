// Writes functions/console/script.json: what browsers run of functions/console/script, in one piece and without types. It is kept in the repository, as
// neither a start from sources nor a function on AWS has a bundler or a file to read. Run after changing a source; a test compares the two.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { outputFiles } = await build({
  entryPoints: [at("functions/console/script/main.ts")],
  absWorkingDir: at(""),
  bundle: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  write: false,
});
const lines = outputFiles[0].text.trimEnd().split("\n");
writeFileSync(at("functions/console/script.json"), `${JSON.stringify({ lines }, undefined, 2)}\n`);
process.stdout.write(`${lines.length} lines\n`);
