import * as z from "zod";
import { functionName } from "../../stacks/foundation/names.ts";
import { type FunctionName, functions } from "../../stacks/topology.ts";
import { ACCOUNT, outputsOf, REGION } from "./account.ts";
import { listed } from "./listed.ts";
import { foundationOf, lambdas, ofType, type Plan } from "./plan.ts";

const Role = z.looseObject({
  name: z.string(),
  assumeRolePolicy: z.union([z.string().transform((text): unknown => JSON.parse(text)), z.unknown()]),
  inlinePolicies: z.array(z.object({ policy: z.string() })).default([]),
  managedPolicyArns: z.array(z.string()).default([]),
});
type Role = z.infer<typeof Role>;

const many = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const Policy = z.object({
  Statement: z.array(
    z.object({
      Effect: z.string(),
      Action: many,
      Resource: many.default([]),
      Principal: z.unknown().optional(),
      Condition: z.record(z.string(), z.record(z.string(), many)).default({}),
    }),
  ),
});
type Statement = z.infer<typeof Policy>["Statement"][number];

/** No role of a function allows more than is listed for it, has other policies, or can be taken by anything but Lambda. */
export function permissionFaults(plan: Plan, sender: string): string[] {
  const roles = ofType(plan, "aws:iam/role:Role", Role);
  const names = namesOfParts(plan, sender);
  const known = Object.keys(functions).length;
  return [
    ...(roles.length === known ? [] : [`there are ${roles.length} roles for ${known} functions`]),
    ...Object.keys(functions)
      .filter((name): name is FunctionName => name in listed)
      .flatMap((name) => {
        const role = roleOf(plan, roles, name);
        return role ? roleFaults(name, role, names(name)) : [`${name} has no role of its own`];
      }),
  ];
}

function roleOf(plan: Plan, roles: readonly Role[], name: FunctionName): Role | undefined {
  const arn = lambdas(plan).find((one) => one.name === functionName(plan.stage, name))?.role;
  const alone = lambdas(plan).filter(({ role }) => role === arn).length === 1;
  return alone ? roles.find((role) => arn === `arn:aws:iam::${ACCOUNT}:role/${role.name}`) : undefined;
}

function roleFaults(name: FunctionName, role: Role, nameOf: (resource: string) => string): string[] {
  const statements = role.inlinePolicies.flatMap(({ policy }) => Policy.parse(JSON.parse(policy)).Statement);
  const held = new Set(statements.flatMap((statement) => phrases(statement, nameOf)));
  const wanted = new Set(listed[name]);
  return [
    ...[...held].filter((one) => !wanted.has(one)).map((one) => `${name} may ${one}, which is not listed`),
    ...[...wanted].filter((one) => !held.has(one)).map((one) => `${name} lacks ${one}`),
    ...role.managedPolicyArns.map((arn) => `${name} has the policy ${arn}`),
    ...takers(role).map((taker) => `the role of ${name} can be taken by ${taker}`),
  ];
}

/** As "sqs:SendMessage on touches". */
function phrases({ Effect, Action, Resource, Condition }: Statement, nameOf: (resource: string) => string): string[] {
  if (Effect !== "Allow") return [];
  const to = Object.entries(Condition).map(([test, keys]) =>
    test === "StringEquals" && Object.keys(keys).join() === "iam:PassedToService"
      ? `, to ${Object.values(keys).join()}`
      : `, if ${JSON.stringify(keys)}`,
  );
  return Action.flatMap((action) => Resource.map((resource) => `${action} on ${nameOf(resource)}${to.join("")}`));
}

/** Who else than Lambda may take the role. */
const takers = (role: Role): string[] =>
  Policy.parse(role.assumeRolePolicy)
    .Statement.map(({ Principal }) => JSON.stringify(Principal))
    .filter((who) => who !== '{"Service":"lambda.amazonaws.com"}');

/** Addresses of what there is, by the words of the list; any other is itself. */
function namesOfParts(plan: Plan, sender: string) {
  const out = outputsOf(foundationOf(plan).templateBody);
  const here = (service: string, resource: string): string => `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
  return (name: FunctionName): ((resource: string) => string) => {
    const parts = new Map([
      [out["TableArn"], "table"],
      [`${out["TableArn"]}/index/*`, "index"],
      [out["TouchesQueueArn"], "touches"],
      [out["SignalsQueueArn"], "signals"],
      [out["NoticesQueueArn"], "notices"],
      [out["ReckoningsQueueArn"], "reckonings"],
      [out["FeedbackQueueArn"], "feedback"],
      [out["FiringsArn"], "firings"],
      [out["ConfigurationSetArn"], "configuration set"],
      [out["SchedulerRoleArn"], "the scheduler's role"],
      [here("ses", `identity/${sender}`), "sender"],
      [here("ses", `identity/*@${sender}`), "sender"],
      [here("ses", "template/*"), "any template"],
      [here("scheduler", `schedule/${out["ScheduleGroupName"]}/*`), "schedules of the group"],
      [here("scheduler", "schedule/*/*"), "all schedules"],
      [here("logs", `log-group:/aws/lambda/${functionName(plan.stage, name)}:*`), "its own log"],
    ]);
    return (resource) => parts.get(resource) ?? resource;
  };
}
