import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { REGION } from "./account.ts";
import type { Bundle } from "./capture.ts";

const run = promisify(execFile);
const ASK = 'import("./bundle.mjs").then(({ handler }) => process.stdout.write(typeof handler))';

/** What a function's code exports as its handler, loaded as on Lambda: in its own environment, with no package in reach. */
export async function handlerOf(
  { path }: Bundle,
  environment: { readonly [variable: string]: string },
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "midweek-function-"));
  try {
    for (const file of ["bundle.mjs", "resource.enc"]) cpSync(join(`${dirname(path)}-src`, file), join(folder, file));
    const env = { ...environment, AWS_REGION: REGION, AWS_ACCESS_KEY_ID: "nobody", AWS_SECRET_ACCESS_KEY: "nothing" };
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", ASK], { cwd: folder, env });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
