import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleAt } from "./check-functions.ts";
import { faultsOf } from "./check-plan.ts";
import { handlerOf } from "./load.ts";
import { lambdas, Plan } from "./plan.ts";
import { diff } from "./sst.ts";
import { type StandIns, standIns } from "./stand-ins.ts";

const sender = "example.com";
const domain = "mail.example.com";
const settings = { MIDWEEK_SENDER: sender, MIDWEEK_DOMAIN: domain, MIDWEEK_ALARM_EMAIL: "alarms@example.com" };

let aws: StandIns;
let prod: Plan;
beforeAll(async () => {
  aws = await standIns();
  prod = await planned("prod", settings);
});
afterAll(() => aws.close());

async function planned(stage: string, env: { readonly [name: string]: string }): Promise<Plan> {
  const { code, says, plan } = await diff(aws, stage, env);
  if (code !== 0 || !plan) throw new Error(`sst diff ended with ${code}: ${says}`);
  return plan;
}

describe("what a deploy would make", () => {
  it("is right for prod, with a domain in Route 53", () => {
    expect(faultsOf(prod, { sender, domain })).toEqual([]);
  });

  it("is code that loads by itself", async () => {
    for (const { name, s3Key, environment } of lambdas(prod)) {
      const bundle = bundleAt(prod, s3Key);
      expect(bundle && (await handlerOf(bundle, environment.variables)), name).toBe("function");
    }
  });

  it("is right with a domain kept elsewhere, whose certificate is brought along", async () => {
    const MIDWEEK_CERTIFICATE = "arn:aws:acm:eu-west-1:123456789012:certificate/0b3c-4d5e";
    const plan = await planned("prod", { ...settings, MIDWEEK_CERTIFICATE });
    expect(faultsOf(plan, { sender, domain })).toEqual([]);
    expect(plan.resources.filter(({ type }) => /^aws:(acm|route53)/.test(type))).toEqual([]);
  });

  it("is right for another stage, which leaves nothing behind", async () => {
    const plan = await planned("dev", { MIDWEEK_SENDER: sender });
    expect(faultsOf(plan, { sender })).toEqual([]);
  });
});

/** The plan of prod with a change in one resource's text; all of the change must be found in it. */
function spoiled(name: string, from: string, to: string): string[] {
  const resources = prod.resources.map((one) => {
    if (one.name !== name) return one;
    const text = JSON.stringify(one);
    if (!text.includes(from)) throw new Error(`${name} does not say ${from}: ${text}`);
    return JSON.parse(text.replaceAll(from, to));
  });
  return faultsOf(Plan.parse({ ...prod, resources }), { sender, domain });
}
/** Text within text within the plan. */
const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);
const without = (name: string): string[] =>
  faultsOf({ ...prod, resources: prod.resources.filter((one) => one.name !== name) }, { sender, domain });

describe("a plan is refused", () => {
  it("when a function is missing, or is not as planned", () => {
    expect(without("SendFunction")).toContain("send is there 0 times");
    expect(spoiled("SendFunction", "nodejs24.x", "nodejs20.x")).toEqual(["send runs on nodejs20.x"]);
    expect(spoiled("SendFunction", "arm64", "x86_64")).toEqual(["send runs on x86_64"]);
    expect(spoiled("SendLogGroup", '"retentionInDays":30', '"retentionInDays":0')).toEqual([
      "send keeps its log for ever",
    ]);
  });

  it("when a function has no code, or a secret that is not its own", () => {
    expect(without("SendCode")).toEqual(["send has no code"]);
    expect(spoiled("DispatchCode", '"links":[]', '"links":["LinkKeys"]')).toEqual([
      "dispatch is linked with LinkKeys, not nothing",
    ]);
  });

  it("when a function may do more than is listed", () => {
    expect(spoiled("DispatchRole", quoted('"sqs:SendMessage"'), quoted('"sqs:SendMessage","ses:SendEmail"'))).toEqual([
      "dispatch may ses:SendEmail on touches, which is not listed",
      "dispatch may ses:SendEmail on firings, which is not listed",
    ]);
    expect(spoiled("TrackRole", "dynamodb:GetItem", "dynamodb:*")).toEqual([
      "track may dynamodb:* on table, which is not listed",
      "track lacks dynamodb:GetItem on table",
    ]);
    expect(spoiled("SendRole", "identity/example.com", "identity/*")).toContain(
      "send may ses:SendEmail on arn:aws:ses:eu-west-1:123456789012:identity/*, which is not listed",
    );
    expect(spoiled("SweepRole", "iam:PassedToService", "aws:PrincipalTag/x").join()).toContain("iam:PassRole");
  });

  it("when a role has another policy, or can be taken by others", () => {
    const admin = "arn:aws:iam::aws:policy/AdministratorAccess";
    expect(spoiled("EngageRole", '"managedPolicyArns":[]', `"managedPolicyArns":["${admin}"]`)).toEqual([
      `engage has the policy ${admin}`,
    ]);
    expect(spoiled("EngageRole", "lambda.amazonaws.com", "ec2.amazonaws.com").join()).toContain(
      "the role of engage can be taken by",
    );
  });

  it("when rights come in a way that is not looked at", () => {
    const attached = { type: "aws:iam/rolePolicy:RolePolicy", name: "More", inputs: {}, retainOnDelete: false };
    expect(faultsOf({ ...prod, resources: [...prod.resources, attached] }, { sender, domain })).toEqual([
      "More is of a kind that nobody has looked at: aws:iam/rolePolicy:RolePolicy",
    ]);
  });

  it("when a queue has no dead letter, no consumer, or two", () => {
    const redrive = /\\"RedrivePolicy\\":\{\\"deadLetterTargetArn\\":\{[^}]*\},\\"maxReceiveCount\\":5\},/;
    const [policy = ""] = redrive.exec(JSON.stringify(prod)) ?? [];
    expect(spoiled("Foundation", policy, "")).toContain("touches has no dead letter");
    expect(without("SignalsSubscription")).toEqual(["signals has 0 consumers"]);
    const twice = prod.resources.flatMap((one) => (one.name === "SignalsSubscription" ? [one, one] : [one]));
    expect(faultsOf({ ...prod, resources: twice }, { sender, domain })).toEqual(["signals has 2 consumers"]);
    expect(spoiled("TouchesSubscription", '["ReportBatchItemFailures"]', "[]")).toEqual([
      "touches brings whole batches back",
    ]);
  });

  it("when nobody is told that links fail", () => {
    expect(without("LinksFailing")).toEqual(["nobody is told when links fail"]);
  });

  it("when a secret can be read, or an environment says what nobody has looked at", () => {
    const told = '"MIDWEEK_STAGE":"prod"';
    expect(spoiled("TrackFunction", told, `${told},"LINK_KEYS":"k1:one"`)).toEqual([
      "midweek-prod-track is told LINK_KEYS, which nobody has looked at",
    ]);
    expect(
      spoiled("TrackFunction", told, `"MIDWEEK_STAGE":"test:this-is-the-secret-that-signs-links-and-no-other"`),
    ).toEqual(["the secret of links can be read in the plan"]);
  });

  it("when prod would not be kept", () => {
    expect(spoiled("Foundation", '"retainOnDelete":true', '"retainOnDelete":false')).toEqual([
      "the foundation goes with the stage",
    ]);
    expect(spoiled("Foundation", quoted('"DeletionPolicy":"Retain"'), quoted('"DeletionPolicy":"Delete"')).length).toBe(
      14,
    );
    const open = { ...prod, isProtected: false };
    expect(faultsOf(open, { sender, domain })).toEqual(["the stage can be removed"]);
  });

  it("when a firing could be lost", () => {
    expect(spoiled("SweepSchedule", "deadLetterConfig", "noDeadLetter")).toEqual([
      "the schedule sweep has no dead letter",
    ]);
    expect(spoiled("DispatchFunction", "deadLetterConfig", "noDeadLetter")).toEqual([
      "midweek-prod-dispatch loses the firings it fails at",
    ]);
  });

  it("when a route leads elsewhere, or says who came by", () => {
    const route = prod.resources.find(({ inputs }) => inputs["routeKey"] === "ANY /o/{token}")?.name ?? "";
    expect(spoiled(route, "ANY /o/{token}", "ANY /calls")).toEqual([
      "ANY /calls is not in the topology",
      "ANY /o/{token} is there 0 times",
    ]);
    expect(spoiled("WebStage", "$context.routeKey", "$context.path")).toEqual(["the access log says who came by"]);
    expect(spoiled("WebApi", '"disableExecuteApiEndpoint":true', '"disableExecuteApiEndpoint":false')).toEqual([
      "there is a second door, or none",
    ]);
  });
});
