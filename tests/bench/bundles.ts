import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { functions } from "../../stacks/topology.ts";
import { bundle } from "../fixtures/bundle.ts";

export type Bundle = { readonly name: string; readonly kilobytes: number; readonly importMs: number };

const RUNS = 9;

/** What a function reads when it is loaded; nothing is called. */
const environment = {
  ...process.env,
  AWS_REGION: "eu-west-1",
  MIDWEEK_STAGE: "bench",
  PUBLIC_URL: "https://mail.example.com",
  TABLE_NAME: "table",
  TOUCHES_URL: "https://sqs.example.com/touches",
  SIGNALS_URL: "https://sqs.example.com/signals",
  NOTICES_URL: "https://sqs.example.com/notices",
  RECKONINGS_URL: "https://sqs.example.com/reckonings",
  CONFIGURATION_SET: "set",
  SCHEDULE_GROUP: "group",
  SCHEDULER_ROLE_ARN: "arn:aws:iam::123456789012:role/scheduler",
  FIRINGS_ARN: "arn:aws:sqs:eu-west-1:123456789012:firings",
  DISPATCH_ARN: "arn:aws:lambda:eu-west-1:123456789012:function:dispatch",
  SWEEP_ARN: "arn:aws:lambda:eu-west-1:123456789012:function:sweep",
  REMIND_ARN: "arn:aws:lambda:eu-west-1:123456789012:function:remind",
  GATHER_ARN: "arn:aws:lambda:eu-west-1:123456789012:function:gather",
  SST_RESOURCE_App: JSON.stringify({ name: "midweek", stage: "bench" }),
  SST_RESOURCE_LinkKeys: JSON.stringify({ value: `k1:${"x".repeat(40)}` }),
};

/** Bundles every function as it is deployed, and loads each in a Node of its own; times are medians beyond a Node that loads nothing. */
export async function measureBundles(): Promise<Bundle[]> {
  const folder = mkdtempSync(join(tmpdir(), "midweek-bundles-"));
  try {
    const nothing = join(folder, "nothing.mjs");
    writeFileSync(nothing, "");
    const names = Object.keys(functions);
    const files = await bundle(names, folder);
    const bare = load(nothing);
    return names.map((name) => {
      const file = files.get(name)!;
      return { name, kilobytes: statSync(file).size / 1000, importMs: load(file) - bare };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from start to end of a Node process that does nothing but load the file; the median of several. */
function load(file: string): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    execFileSync(process.execPath, [file], { env: environment });
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!;
}
