import * as z from "zod";
import { mostKilobytes } from "../../stacks/bundling.ts";
import { functionName } from "../../stacks/foundation/names.ts";
import { type FunctionPlan, functions } from "../../stacks/topology.ts";
import { Bundle } from "./capture.ts";
import { lambdas, ofType, type Plan } from "./plan.ts";

const Code = z.looseObject({ key: z.string(), source: z.unknown() });
const LogGroup = z.looseObject({ name: z.string(), retentionInDays: z.number().optional() });

/** Each function of the topology is there once, as planned, with code and with a log that ends. */
export function functionFaults(plan: Plan): string[] {
  const made = lambdas(plan);
  const known = new Set(Object.keys(functions).map((name) => functionName(plan.stage, name)));
  return [
    ...made.filter(({ name }) => !known.has(name)).map(({ name }) => `${name} is not in the topology`),
    ...Object.entries<FunctionPlan>(functions).flatMap(([name, asked]) => oneFunction(plan, name, asked)),
  ];
}

function oneFunction(plan: Plan, name: string, asked: FunctionPlan): string[] {
  const found = lambdas(plan).filter((one) => one.name === functionName(plan.stage, name));
  const [one] = found;
  if (!one || found.length > 1) return [`${name} is there ${found.length} times`];
  const faults: [boolean, string][] = [
    [one.runtime !== "nodejs24.x", `runs on ${one.runtime}`],
    [one.architectures.join() !== "arm64", `runs on ${one.architectures.join()}`],
    [one.timeout !== asked.timeoutSeconds, `has ${one.timeout} seconds`],
    [one.memorySize !== asked.memoryMb, `has ${one.memorySize} MB`],
    [one.vpcConfig !== undefined, "is in a VPC"],
    ...bundleFaults(plan, one.s3Key, { name, ...asked }),
    [!ends(plan, one.loggingConfig.logGroup), "keeps its log for ever"],
  ];
  return faults.filter(([wrong]) => wrong).map(([, what]) => `${name} ${what}`);
}

function bundleFaults(
  plan: Plan,
  key: string,
  { name, may }: FunctionPlan & { readonly name: string },
): [boolean, string][] {
  const bundle = bundleAt(plan, key);
  if (!bundle || bundle.bytes === 0) return [[true, "has no code"]];
  const links = [may.includes("make links") && "LinkKeys", may.includes("ask the provider") && "OidcClientSecret"]
    .filter(Boolean)
    .join();
  return [
    [bundle.bytes > mostKilobytes(name) * 1000, `weighs ${Math.ceil(bundle.bytes / 1000)} KB`],
    [bundle.showsSecret, "has the secret in its code"],
    [bundle.links.join() !== links, `is linked with ${bundle.links.join() || "nothing"}, not ${links || "nothing"}`],
  ];
}

/** The code that is put where a function looks for it. */
export const bundleAt = (plan: Plan, key: string): Bundle | undefined =>
  Bundle.safeParse(ofType(plan, "aws:s3/bucketObjectv2:BucketObjectv2", Code).find((one) => one.key === key)?.source)
    .data;

const ends = (plan: Plan, name: string): boolean =>
  ofType(plan, "aws:cloudwatch/logGroup:LogGroup", LogGroup).some(
    (group) => group.name === name && group.retentionInDays !== undefined && group.retentionInDays > 0,
  );
