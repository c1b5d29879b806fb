/**
 * What each function's role may do and what its environment says, from its rights in the topology and nothing else. Pure, so that it can be read and
 * tested without SST.
 */
import { functionName } from "./foundation/names.ts";
import { type FunctionName, type FunctionPlan, functions, queues, type Right, scheduled } from "./topology.ts";

/** In the form SST takes; its arrays are not readonly. */
export type Statement = {
  readonly actions: string[];
  readonly resources: string[];
  readonly conditions?: { test: string; variable: string; values: string[] }[];
};

/** What the functions of a stage stand on. */
export type Ground = {
  readonly stage: string;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** Where the links of emails lead, without a slash at the end. */
  readonly publicUrl: string;
  /** Domain or address that emails come from. */
  readonly sender: string;
  readonly oidc?: { readonly issuer: string; readonly clientId: string } | undefined;
  /** Outputs of the foundation stack. */
  readonly foundation: { readonly [output: string]: string };
};

const READ = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"];
const WRITE = [
  ...READ,
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:DeleteItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:BatchWriteItem",
  "dynamodb:PartiQLUpdate",
];
/** The third is what SES itself checks for a bulk call of its second API, whatever that call is named. */
const MAIL = ["ses:SendEmail", "ses:SendBulkEmail", "ses:SendBulkTemplatedEmail"];

/** What the role of a function allows: its rights, its own queue, its own log. */
export function statementsOf(name: FunctionName, ground: Ground): Statement[] {
  const plan: FunctionPlan = functions[name];
  return [
    ...plan.may.flatMap((right) => allowed[right](ground)),
    ...queuesOf(name).map((queue) => ({
      actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
      resources: [output(ground, queueArn(queue))],
    })),
    // Lambda itself puts down there what it gave up, and does it with this role.
    ...(isScheduled(name) ? [{ actions: ["sqs:SendMessage"], resources: [output(ground, "FiringsArn")] }] : []),
    {
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [`${arn(ground, "logs", `log-group:/aws/lambda/${functionName(ground.stage, name)}`)}:*`],
    },
  ];
}

/** The plain environment of a function, which holds no secret. */
export function environmentOf(name: FunctionName, ground: Ground): { [variable: string]: string } {
  const plan: FunctionPlan = functions[name];
  const always = { MIDWEEK_STAGE: ground.stage, PUBLIC_URL: ground.publicUrl };
  return Object.assign(always, ...plan.may.map((right) => told[right](ground)));
}

/** What all functions together are told: what somebody needs who acts on the stage with rights of their own. */
export const everySetting = (ground: Ground): { [variable: string]: string } =>
  Object.assign({ MIDWEEK_SENDER: ground.sender }, ...functionNames.map((name) => environmentOf(name, ground)));

const allowed: { readonly [right in Right]: (ground: Ground) => Statement[] } = {
  "look up": (ground) => [{ actions: ["dynamodb:GetItem"], resources: [output(ground, "TableArn")] }],
  read: (ground) => onTable(ground, READ),
  write: (ground) => onTable(ground, WRITE),
  touches: (ground) => [{ actions: ["sqs:SendMessage"], resources: [output(ground, queueArn("touches"))] }],
  signals: (ground) => [{ actions: ["sqs:SendMessage"], resources: [output(ground, queueArn("signals"))] }],
  notices: (ground) => [{ actions: ["sqs:SendMessage"], resources: [output(ground, queueArn("notices"))] }],
  reckonings: (ground) => [{ actions: ["sqs:SendMessage"], resources: [output(ground, queueArn("reckonings"))] }],
  mail: (ground) => [
    { actions: MAIL, resources: [...identities(ground), output(ground, "ConfigurationSetArn"), anyTemplate(ground)] },
    { actions: ["ses:GetAccount"], resources: ["*"] },
  ],
  "keep schedules": (ground) => [
    {
      actions: ["scheduler:CreateSchedule", "scheduler:UpdateSchedule", "scheduler:DeleteSchedule"],
      resources: [arn(ground, "scheduler", `schedule/${output(ground, "ScheduleGroupName")}/*`)],
    },
    // Listing is checked against all groups, whichever one it asks for.
    { actions: ["scheduler:ListSchedules"], resources: [arn(ground, "scheduler", "schedule/*/*")] },
    {
      actions: ["iam:PassRole"],
      resources: [output(ground, "SchedulerRoleArn")],
      conditions: [{ test: "StringEquals", variable: "iam:PassedToService", values: ["scheduler.amazonaws.com"] }],
    },
  ],
  // The secret comes with the function, encrypted: there is nothing to call.
  "make links": () => [],
  // Nothing of the account's own is called.
  "reach out": () => [],
  "ask the provider": () => [],
};

const table = (ground: Ground) => ({ TABLE_NAME: output(ground, "TableName") });
const told: { readonly [right in Right]: (ground: Ground) => { readonly [variable: string]: string } } = {
  "look up": table,
  read: table,
  write: table,
  touches: (ground) => ({ TOUCHES_URL: output(ground, "TouchesQueueUrl") }),
  signals: (ground) => ({ SIGNALS_URL: output(ground, "SignalsQueueUrl") }),
  notices: (ground) => ({ NOTICES_URL: output(ground, "NoticesQueueUrl") }),
  reckonings: (ground) => ({ RECKONINGS_URL: output(ground, "ReckoningsQueueUrl") }),
  mail: (ground) => ({ CONFIGURATION_SET: output(ground, "ConfigurationSetName") }),
  "keep schedules": (ground) => ({
    SCHEDULE_GROUP: output(ground, "ScheduleGroupName"),
    SCHEDULER_ROLE_ARN: output(ground, "SchedulerRoleArn"),
    FIRINGS_ARN: output(ground, "FiringsArn"),
    DISPATCH_ARN: functionArn(ground, "dispatch"),
    SWEEP_ARN: functionArn(ground, "sweep"),
    REMIND_ARN: functionArn(ground, "remind"),
    GATHER_ARN: functionArn(ground, "gather"),
  }),
  "make links": () => ({}),
  "reach out": () => ({}),
  "ask the provider": providerOf,
};

function providerOf({ oidc }: Ground): { readonly [variable: string]: string } {
  return oidc ? { OIDC_ISSUER: oidc.issuer, OIDC_CLIENT_ID: oidc.clientId } : {};
}

/** By name, because a function's environment cannot wait for the function itself. */
const functionArn = (ground: Ground, name: FunctionName): string =>
  arn(ground, "lambda", `function:${functionName(ground.stage, name)}`);

const onTable = (ground: Ground, actions: string[]): Statement[] => [
  { actions, resources: [output(ground, "TableArn")] },
  { actions: ["dynamodb:Query"], resources: [`${output(ground, "TableArn")}/index/*`] },
];

/** A domain's own identity, and addresses of it that were verified by themselves: SES takes the closest one. */
const identities = (ground: Ground): string[] =>
  (ground.sender.includes("@") ? [ground.sender] : [ground.sender, `*@${ground.sender}`]).map((identity) =>
    arn(ground, "ses", `identity/${identity}`),
  );

/** A bulk call asks for the right to a template even where it brings its own text; whom it may send as does not depend on it. */
const anyTemplate = (ground: Ground): string => arn(ground, "ses", "template/*");

const arn = ({ partition, region, account }: Ground, service: string, resource: string): string =>
  `arn:${partition}:${service}:${region}:${account}:${resource}`;

export const queueArn = (queue: string): string => `${queue.charAt(0).toUpperCase()}${queue.slice(1)}QueueArn`;

export const functionNames = Object.keys(functions).filter((name): name is FunctionName => name in functions);

const queuesOf = (name: FunctionName): string[] =>
  Object.entries(queues)
    .filter(([, plan]) => plan.function === name)
    .map(([queue]) => queue);

export const isScheduled = (name: FunctionName): boolean => scheduled.some((one) => one === name);

export function output(ground: Pick<Ground, "foundation">, name: string): string {
  const value = ground.foundation[name];
  if (!value) throw new Error(`the foundation stack has no output "${name}"`);
  return value;
}
