/** Fetches SST's platform with npm, unless that of this version is there. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { root, sst } from "./sst.ts";

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, "node_modules/sst/package.json"), "utf8")));
const done = join(root, ".sst/platform/installed");

if (!existsSync(done) || readFileSync(done, "utf8") !== version) {
  process.stdout.write(`Installing the platform of SST ${version}, about a minute\n`);
  rmSync(join(root, ".sst/platform"), { recursive: true, force: true });
  const { code, says } = await sst(["install", "--stage", "ci"]);
  if (code !== 0) {
    process.stderr.write(says);
    process.exit(1);
  }
  writeFileSync(done, version);
}
