/**
 * Stands in for the `pulumi` that SST starts: runs the configuration SST has bundled against an account that answers everything, and writes down
 * each resource it would make. SST still evaluates, bundles and links as it does for a deploy.
 */
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as z from "zod";
import { answer, made } from "./account.ts";
import { bundleOf, withoutSecrets } from "./capture.ts";
import type { Captured } from "./plan.ts";

const words = process.argv.slice(2);
const wordAfter = (flag: string): string => words[words.indexOf(flag) + 1] ?? "";

const PROTECT = "_protect";
type Request = { getType(): string; getName(): string; getRetainondelete(): boolean };
type Made = { type: string; name: string; inputs: { [name: string]: unknown } };
/** What SST itself adds to the outputs of a stage. */
const Outputs = z.looseObject({ [PROTECT]: z.boolean() });
/** As far as it is used here; the package is part of SST's platform and cannot be imported by name. */
type Runtime = {
  setMocks(
    mocks: { newResource(one: Made): unknown; call(one: { token: string; inputs: unknown }): unknown },
    project: string,
    stack: string,
    preview: boolean,
    organization: string,
  ): Promise<void>;
  getMonitor(): { registerResource(request: Request, callback: unknown): unknown };
  setAllConfig(config: { [key: string]: string }): void;
  runInPulumiStack(program: () => Promise<unknown>): Promise<unknown>;
  disconnect(): Promise<void>;
};

async function preview(): Promise<void> {
  const [, organization = "", project = "", stage = ""] = /^(.*)\/(.*)\/(.*)$/.exec(wordAfter("--stack")) ?? [];
  const main = /^main: (.*)$/m.exec(readFileSync("Pulumi.yaml", "utf8"))?.[1] ?? "";
  const { runtime }: { runtime: Runtime } = createRequire(main)("@pulumi/pulumi");
  const plan: Captured[] = [];
  await runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        plan.push({ type, name, inputs, retainOnDelete: false });
        return made({ type, name, inputs });
      },
      call: ({ token, inputs }) => answer(token, inputs),
    },
    project,
    stage,
    false,
    organization,
  );
  noteOptions(runtime, plan);
  runtime.setAllConfig(Object.fromEntries(configurations()));
  const outputs = Outputs.parse(await runtime.runInPulumiStack(async () => (await import(main)).default));
  // What hangs on something made is still on its way.
  await runtime.disconnect();
  const resources = await Promise.all(plan.map(async (one) => ({ ...one, inputs: await readable(one) })));
  writeFileSync(
    process.env["PLAN_FILE"] ?? "plan.json",
    JSON.stringify({ stage, isProtected: outputs[PROTECT], outputs, resources }),
  );
  log({ summaryEvent: { maybeCorrupt: false, durationSeconds: 1, resourceChanges: { create: plan.length } } });
}

const readable = async ({ inputs }: Captured): Promise<Captured["inputs"]> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(inputs).map(async ([name, value]) => [name, withoutSecrets((await bundleOf(value)) ?? value)]),
    ),
  );

/** Whether a resource outlives its stack is said beside its inputs, where mocks do not look. */
function noteOptions(runtime: Runtime, plan: readonly Captured[]): void {
  const monitor = runtime.getMonitor();
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) => {
    const registering = register(request, callback);
    const one = plan.findLast(({ type, name }) => type === request.getType() && name === request.getName());
    if (one) Object.assign(one, { retainOnDelete: request.getRetainondelete() });
    return registering;
  };
}

const configurations = (): [string, string][] =>
  words.flatMap((word, at) => {
    const [, key, value] = words[at - 1] === "--config" ? (/^([^=]+)=(.*)$/s.exec(word) ?? []) : [];
    return key && value !== undefined ? [[key, value]] : [];
  });

function log(event: object): void {
  const [sequence, timestamp] = [1, Math.floor(Date.now() / 1000)];
  appendFileSync(wordAfter("--event-log"), `${JSON.stringify({ sequence, timestamp, ...event })}\n`);
}

function fail(error: unknown): never {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log({ diagnosticEvent: { urn: "", prefix: "error: ", message: `${message}\n`, color: "never", severity: "error" } });
  process.exit(1);
}

process.on("unhandledRejection", fail);
process.on("uncaughtException", fail);
if (words[0] === "preview") await preview();
