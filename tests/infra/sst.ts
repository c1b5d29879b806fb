import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { REGION } from "./account.ts";
import { LINK_KEYS } from "./capture.ts";
import { Plan } from "./plan.ts";
import type { StandIns } from "./stand-ins.ts";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const pulumi = fileURLToPath(new URL("pulumi.mjs", import.meta.url));

type Env = { readonly [name: string]: string };
export type Ran = { readonly code: number | null; readonly says: string };

/** This machine's environment without its AWS accounts and without settings of a deploy. */
const clean = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS|SST|MIDWEEK)_/.test(name))),
  PATH: [join(root, "node_modules/.bin"), process.env["PATH"] ?? ""].join(delimiter),
  XDG_CONFIG_HOME: join(root, ".sst/config"),
  SST_SKIP_DEPENDENCY_CHECK: "1",
  SST_NO_BUN: "1",
  SST_TELEMETRY_DISABLED: "1",
});

/** Runs the `sst` of this checkout, in `folder`. */
export function sst(words: readonly string[], folder = root, env: Env = {}): Promise<Ran> {
  const child = spawn(process.execPath, [join(root, "node_modules/sst/bin/sst.mjs"), ...words], {
    cwd: folder,
    env: { ...clean(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let says = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (says += part.toString()));
  return new Promise((done, failed) => child.on("error", failed).on("close", (code) => done({ code, says })));
}

export type Diffed = Ran & { readonly plan: Plan | undefined };

/** The real `sst diff` of a stage against stand-ins; `settings` are those of stacks/settings.ts. */
export async function diff(aws: StandIns, stage: string, settings: Env, folder = root): Promise<Diffed> {
  const place = mkdtempSync(join(tmpdir(), "midweek-plan-"));
  const path = join(place, "plan.json");
  try {
    const ran = await sst(["diff", "--stage", stage], folder, {
      AWS_ENDPOINT_URL: aws.url,
      AWS_ACCESS_KEY_ID: "nobody",
      AWS_SECRET_ACCESS_KEY: "nothing",
      AWS_REGION: REGION,
      AWS_CONFIG_FILE: join(place, "none"),
      AWS_SHARED_CREDENTIALS_FILE: join(place, "none"),
      AWS_EC2_METADATA_DISABLED: "true",
      SST_PULUMI_PATH: pulumi,
      SST_SECRET_LinkKeys: LINK_KEYS,
      PLAN_FILE: path,
      ...settings,
    });
    const plan = existsSync(path) ? Plan.parse(JSON.parse(readFileSync(path, "utf8"))) : undefined;
    return { ...ran, plan };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
