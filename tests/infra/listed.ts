import type { FunctionName } from "../../stacks/topology.ts";

const on = (part: string, ...actions: string[]): string[] => actions.map((action) => `${action} on ${part}`);
const dynamodb = (...actions: string[]): string[] => actions.map((action) => `dynamodb:${action}`);
const WRITE = dynamodb("PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem", "BatchWriteItem", "PartiQLUpdate");
const reads = [...on("table", ...dynamodb("GetItem", "BatchGetItem", "Query")), ...on("index", "dynamodb:Query")];
const writes = on("table", ...WRITE);
const puts = (queue: string): string[] => on(queue, "sqs:SendMessage");
const takes = (queue: string): string[] =>
  on(queue, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
const logs = on("its own log", "logs:CreateLogStream", "logs:PutLogEvents");
const sends = ["ses:SendEmail", "ses:SendBulkEmail", "ses:SendBulkTemplatedEmail"];

const mails = [
  ...["sender", "configuration set", "any template"].flatMap((part) => on(part, ...sends)),
  "ses:GetAccount on *",
];
const schedules = [
  ...on("schedules of the group", "scheduler:CreateSchedule", "scheduler:UpdateSchedule", "scheduler:DeleteSchedule"),
  "scheduler:ListSchedules on all schedules",
  "iam:PassRole on the scheduler's role, to scheduler.amazonaws.com",
];

/** All that each function may do, written out once more and not made from the topology: a slip there must not widen this. */
export const listed: { readonly [name in FunctionName]: readonly string[] } = {
  dispatch: [...logs, ...reads, ...puts("touches"), ...puts("firings")],
  send: [...logs, ...reads, ...writes, ...takes("touches"), ...puts("touches"), ...puts("notices"), ...mails],
  engage: [...logs, ...reads, ...writes, ...takes("signals"), ...puts("notices")],
  feedback: [...logs, ...reads, ...writes, ...takes("feedback"), ...puts("signals")],
  notify: [...logs, ...reads, ...writes, ...takes("notices"), ...puts("notices"), ...mails],
  remind: [...logs, ...reads, ...writes, ...puts("firings"), ...mails],
  sweep: [...logs, ...reads, ...writes, ...["firings", "notices", "reckonings"].flatMap(puts), ...schedules],
  reckon: [...logs, ...reads, ...writes, ...takes("reckonings")],
  gather: [...logs, ...reads, ...writes, ...puts("firings")],
  track: [...logs, "dynamodb:GetItem on table", ...puts("signals")],
  preferences: [...logs, ...reads, ...writes, ...puts("notices")],
  join: [...logs, ...reads, ...writes, ...mails],
  console: [
    ...logs,
    ...reads,
    ...writes,
    ...["touches", "signals", "notices", "reckonings"].flatMap(puts),
    ...mails,
    ...schedules,
  ],
  api: [...logs, ...reads, ...writes, ...["signals", "notices"].flatMap(puts), ...schedules],
};
