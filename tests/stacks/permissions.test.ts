import { describe, expect, it } from "vitest";
import { LONGEST_WAIT_MS } from "../../shared/sending/pace.ts";
import {
  environmentOf,
  everySetting,
  functionNames as names,
  type Ground,
  statementsOf,
} from "../../stacks/permissions.ts";
import { functions } from "../../stacks/topology.ts";
import type { FunctionName, FunctionPlan } from "../../stacks/topology.ts";

const ground: Ground = {
  stage: "prod",
  partition: "aws",
  region: "eu-west-1",
  account: "123456789012",
  publicUrl: "https://mail.example.com",
  sender: "example.com",
  foundation: {
    TableName: "people",
    TableArn: "table",
    TouchesQueueArn: "touches",
    TouchesQueueUrl: "https://queues/touches",
    SignalsQueueArn: "signals",
    SignalsQueueUrl: "https://queues/signals",
    NoticesQueueArn: "notices",
    NoticesQueueUrl: "https://queues/notices",
    ReckoningsQueueArn: "reckonings",
    ReckoningsQueueUrl: "https://queues/reckonings",
    FeedbackQueueArn: "feedback",
    FiringsArn: "firings",
    ConfigurationSetName: "nurture",
    ConfigurationSetArn: "configuration set",
    ScheduleGroupName: "zones",
    SchedulerRoleArn: "scheduler role",
  },
};

/** Whoever may do something to something, by the end of the action and the resource. */
const whoMay = (action: RegExp, resource = /./): FunctionName[] =>
  names.filter((name) =>
    statementsOf(name, ground).some(
      ({ actions, resources }) =>
        actions.some((one) => action.test(one)) && resources.some((one) => resource.test(one)),
    ),
  );

describe("rights", () => {
  it("to send mail are had by those who write to somebody, in the company's name and through the configuration set", () => {
    expect(whoMay(/^ses:/)).toEqual(["send", "notify", "remind", "join", "console"]);
    const mail = statementsOf("send", ground).find(({ actions }) => actions.includes("ses:SendBulkEmail"));
    expect(mail?.resources).toEqual([
      "arn:aws:ses:eu-west-1:123456789012:identity/example.com",
      "arn:aws:ses:eu-west-1:123456789012:identity/*@example.com",
      "configuration set",
      "arn:aws:ses:eu-west-1:123456789012:template/*",
    ]);
  });

  it("to send as one address do not extend to its domain", () => {
    const resources = statementsOf("send", { ...ground, sender: "ann@example.com" }).flatMap((one) => one.resources);
    expect(resources.filter((one) => one.includes(":identity/"))).toEqual([
      "arn:aws:ses:eu-west-1:123456789012:identity/ann@example.com",
    ]);
  });

  it("to put messages on a queue are had by those who order, and to take them by the one who works them off", () => {
    expect(whoMay(/SendMessage/, /^touches$/)).toEqual(["dispatch", "send", "console"]);
    expect(whoMay(/SendMessage/, /^signals$/)).toEqual(["feedback", "track", "console", "api"]);
    expect(whoMay(/SendMessage/, /^notices$/)).toEqual([
      "send",
      "engage",
      "notify",
      "sweep",
      "preferences",
      "console",
      "api",
    ]);
    expect(whoMay(/SendMessage/, /^reckonings$/)).toEqual(["sweep", "console"]);
    expect(whoMay(/SendMessage/, /^feedback$/)).toEqual([]);
    expect(whoMay(/ReceiveMessage/, /^touches$/)).toEqual(["send"]);
    expect(whoMay(/ReceiveMessage/, /^signals$/)).toEqual(["engage"]);
    expect(whoMay(/ReceiveMessage/, /^notices$/)).toEqual(["notify"]);
    expect(whoMay(/ReceiveMessage/, /^reckonings$/)).toEqual(["reckon"]);
    expect(whoMay(/ReceiveMessage/, /^feedback$/)).toEqual(["feedback"]);
  });

  it("to change the table are not had by those who answer pixels or order touches", () => {
    expect(whoMay(/PutItem|UpdateItem|DeleteItem|Write|PartiQL/)).toEqual([
      "send",
      "engage",
      "feedback",
      "notify",
      "remind",
      "sweep",
      "reckon",
      "gather",
      "preferences",
      "join",
      "console",
      "api",
    ]);
    const track = statementsOf("track", ground).flatMap(({ actions }) =>
      actions.filter((one) => one.startsWith("dynamodb")),
    );
    expect(track).toEqual(["dynamodb:GetItem"]);
    expect(whoMay(/Scan|DeleteTable|\*/)).toEqual([]);
  });

  it("to keep schedules end at the group, and pass the scheduler's role to the scheduler only", () => {
    expect(whoMay(/^scheduler:|PassRole/)).toEqual(["sweep", "console", "api"]);
    const statements = statementsOf("sweep", ground);
    expect(statements.find(({ actions }) => actions.includes("scheduler:CreateSchedule"))?.resources).toEqual([
      "arn:aws:scheduler:eu-west-1:123456789012:schedule/zones/*",
    ]);
    expect(statements.find(({ actions }) => actions.includes("iam:PassRole"))).toMatchObject({
      resources: ["scheduler role"],
      conditions: [{ test: "StringEquals", variable: "iam:PassedToService", values: ["scheduler.amazonaws.com"] }],
    });
  });

  it("to write a log are for one's own", () => {
    for (const name of names)
      expect(
        statementsOf(name, ground).filter(({ actions }) => actions.some((one) => one.startsWith("logs:"))),
      ).toEqual([
        {
          actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
          resources: [`arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/midweek-prod-${name}:*`],
        },
      ]);
  });

  it("reach everything only where AWS knows no part of it", () => {
    const all = names.flatMap((name) => statementsOf(name, ground).filter(({ resources }) => resources.includes("*")));
    expect(new Set(all.flatMap(({ actions }) => actions))).toEqual(new Set(["ses:GetAccount"]));
  });
});

describe("the environment", () => {
  it("says what a function's rights need and no more", () => {
    const always = { MIDWEEK_STAGE: "prod", PUBLIC_URL: "https://mail.example.com" };
    expect(environmentOf("track", ground)).toEqual({
      ...always,
      TABLE_NAME: "people",
      SIGNALS_URL: "https://queues/signals",
    });
    expect(environmentOf("sweep", ground)).toEqual({
      ...always,
      TABLE_NAME: "people",
      NOTICES_URL: "https://queues/notices",
      RECKONINGS_URL: "https://queues/reckonings",
      SCHEDULE_GROUP: "zones",
      SCHEDULER_ROLE_ARN: "scheduler role",
      FIRINGS_ARN: "firings",
      DISPATCH_ARN: "arn:aws:lambda:eu-west-1:123456789012:function:midweek-prod-dispatch",
      SWEEP_ARN: "arn:aws:lambda:eu-west-1:123456789012:function:midweek-prod-sweep",
      REMIND_ARN: "arn:aws:lambda:eu-west-1:123456789012:function:midweek-prod-remind",
      GATHER_ARN: "arn:aws:lambda:eu-west-1:123456789012:function:midweek-prod-gather",
    });
  });

  it("names the company's own provider to the console alone, and no secret", () => {
    const oidc = { issuer: "https://accounts.example.com", clientId: "midweek" };
    const told = names.filter((name) => "OIDC_ISSUER" in environmentOf(name, { ...ground, oidc }));
    expect(told).toEqual(["console"]);
    expect(environmentOf("console", { ...ground, oidc })).toMatchObject({
      OIDC_ISSUER: "https://accounts.example.com",
      OIDC_CLIENT_ID: "midweek",
    });
  });

  it("of all functions together is there for people", () => {
    expect(Object.keys(everySetting(ground)).toSorted()).toEqual([
      "CONFIGURATION_SET",
      "DISPATCH_ARN",
      "FIRINGS_ARN",
      "GATHER_ARN",
      "MIDWEEK_SENDER",
      "MIDWEEK_STAGE",
      "NOTICES_URL",
      "PUBLIC_URL",
      "RECKONINGS_URL",
      "REMIND_ARN",
      "SCHEDULER_ROLE_ARN",
      "SCHEDULE_GROUP",
      "SIGNALS_URL",
      "SWEEP_ARN",
      "TABLE_NAME",
      "TOUCHES_URL",
    ]);
  });

  it("cannot be made from a foundation that lacks something, and says what", () => {
    expect(() => environmentOf("send", { ...ground, foundation: {} })).toThrow('no output "TableName"');
  });
});

it("gives whoever mails the time to wait for a place between others' emails", () => {
  const mailing = Object.values<FunctionPlan>(functions).filter(({ may }) => may.includes("mail"));
  expect(mailing.length).toBeGreaterThan(3);
  for (const { timeoutSeconds } of mailing) expect(timeoutSeconds * 1000).toBeGreaterThan(LONGEST_WAIT_MS);
});
