/// <reference path="../.sst/platform/config.d.ts" />
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { prefixOf } from "./foundation/names.ts";
import type { DeploySettings } from "./settings.ts";

const run = promisify(execFile);

/**
 * Deploys what stacks/foundation-stack.ts says as one CloudFormation stack, and gives its outputs. In prod the stack is kept whatever becomes of
 * Midweek, and an update that would take the place of its table is refused.
 */
export function layFoundation({ stage, prod, alarmEmail }: DeploySettings): $util.Output<{ [name: string]: string }> {
  const stack = new aws.cloudformation.Stack(
    "Foundation",
    {
      name: `${prefixOf(stage)}-foundation`,
      templateBody: synthesise([stage, String(prod), ...(alarmEmail ? [alarmEmail] : [])]),
      capabilities: ["CAPABILITY_IAM"],
      ...(prod && { policyBody: JSON.stringify(keepTable) }),
    },
    { retainOnDelete: prod },
  );
  return stack.outputs;
}

const keepTable = {
  Statement: [
    { Effect: "Allow", Principal: "*", Action: "Update:*", Resource: "*" },
    {
      Effect: "Deny",
      Principal: "*",
      Action: ["Update:Replace", "Update:Delete"],
      Resource: "*",
      Condition: { StringEquals: { ResourceType: ["AWS::DynamoDB::Table"] } },
    },
  ],
};

/** In a process of its own: aws-cdk-lib is too large for SST to bundle. Fails with what the checks of the stack say. */
async function synthesise(words: readonly string[]): Promise<string> {
  const program = ["--import", "tsx", "stacks/foundation/synth.ts", ...words];
  const { stdout } = await run(process.execPath, program, { cwd: $cli.paths.root, maxBuffer: 10_000_000 });
  return stdout;
}
