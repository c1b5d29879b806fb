import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import * as z from "zod";
import { nextFiring } from "../../shared/local/cron.ts";
import { knownZone } from "../../shared/time.ts";

/** What a target was invoked with: its arn, and the input as text. */
type Invocation = { readonly arn: string; readonly at: number; readonly input: string };

export type SchedulerEmulator = {
  readonly endpoint: string;
  /** What was asked so far, as "POST name"; a listing as "GET prefix". */
  readonly requests: string[];
  /** The schedule as it is kept, or undefined. */
  readonly kept: (name: string) => z.infer<typeof Schedule> | undefined;
  /** Takes a schedule away behind the client's back as soon as somebody asks to change it; once. */
  readonly vanishBeforeUpdate: (name: string) => void;
  /** When the next schedule is due, epoch ms; Infinity when there is none. */
  readonly nextAt: () => number;
  /** Invokes everything due up to the clock's present, in the order of time. */
  readonly fireDue: () => Invocation[];
  readonly stop: () => void;
};

class Refusal extends Error {
  readonly status: number;
  readonly type: string;
  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

const invalid = (message: string): Refusal => new Refusal(400, "ValidationException", message);
const missing = (what: string): Refusal => new Refusal(404, "ResourceNotFoundException", `${what} does not exist.`);

const Name = z.string().regex(/^[0-9a-zA-Z-_.]{1,64}$/);

/** Names, lengths and shapes as in the service's API reference; nothing but what it knows. */
const Schedule = z.strictObject({
  GroupName: Name,
  ScheduleExpression: z.string().min(1).max(256),
  ScheduleExpressionTimezone: z.string().min(1).max(50).default("UTC"),
  FlexibleTimeWindow: z.discriminatedUnion("Mode", [
    z.strictObject({ Mode: z.literal("OFF") }),
    z.strictObject({ Mode: z.literal("FLEXIBLE"), MaximumWindowInMinutes: z.int().min(1).max(1440) }),
  ]),
  ActionAfterCompletion: z.enum(["NONE", "DELETE"]).default("NONE"),
  ClientToken: z.string().regex(/^[a-zA-Z0-9-_]{1,64}$/),
  Target: z.strictObject({
    Arn: z.string().regex(/^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]+:\d{12}:.+$/),
    RoleArn: z.string().regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/),
    Input: z.string().min(1).max(262_144).refine(isJson),
    DeadLetterConfig: z
      .strictObject({ Arn: z.string().regex(/^arn:aws[a-z-]*:sqs:[a-z0-9-]+:\d{12}:[a-zA-Z0-9-_]+$/) })
      .optional(),
    RetryPolicy: z
      .strictObject({
        MaximumEventAgeInSeconds: z.int().min(60).max(86_400),
        MaximumRetryAttempts: z.int().min(0).max(185),
      })
      .optional(),
  }),
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

type Kept = { readonly schedule: z.infer<typeof Schedule>; readonly nextAt: number | undefined };
type World = {
  readonly group: string;
  readonly now: () => number;
  readonly pageSize: number;
  readonly kept: Map<string, Kept>;
  readonly vanishing: Set<string>;
};

/** EventBridge Scheduler for tests, with one group and over the given clock (epoch ms): refuses what the service would refuse. */
export async function startScheduler(group: string, now: () => number, pageSize = 2): Promise<SchedulerEmulator> {
  const world: World = { group, now, pageSize, kept: new Map(), vanishing: new Set() };
  const requests: string[] = [];
  const server = createServer((request, response) => {
    void receive(request).then((body) => {
      const url = new URL(request.url ?? "/", "http://localhost");
      const name = decodeURIComponent(url.pathname.replace(/^\/schedules\/?/, ""));
      requests.push(`${request.method} ${name || (url.searchParams.get("NamePrefix") ?? "")}`);
      reply(response, () => answer(world, { method: request.method ?? "", name, query: url.searchParams, body }));
    });
  });
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    requests,
    kept: (name) => world.kept.get(name)?.schedule,
    vanishBeforeUpdate: (name) => void world.vanishing.add(name),
    nextAt: () => Math.min(...[...world.kept.values()].map(({ nextAt = Infinity }) => nextAt)),
    fireDue: () => fireDue(world),
    stop: () => server.close().closeAllConnections(),
  };
}

async function receive(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

function reply(response: ServerResponse, act: () => unknown): void {
  try {
    const text = JSON.stringify(act());
    response.writeHead(200, { "content-type": "application/json" }).end(text);
  } catch (error) {
    const { status, type, message } = error instanceof Refusal ? error : invalid(String(error));
    const headers = { "content-type": "application/json", "x-amzn-ErrorType": type };
    response.writeHead(status, headers).end(JSON.stringify({ Message: message }));
  }
}

type Asked = {
  readonly method: string;
  readonly name: string;
  readonly query: URLSearchParams;
  readonly body: string;
};

function answer(world: World, { method, name, query, body }: Asked): unknown {
  if (method === "GET") return list(world, query);
  if (!Name.safeParse(name).success) throw invalid(`Value '${name}' at 'name' failed to satisfy constraint`);
  const there = world.kept.has(name);
  if (method === "DELETE") {
    if (query.get("groupName") !== world.group) throw missing(`Schedule group ${query.get("groupName")}`);
    if (!world.kept.delete(name)) throw missing(`Schedule ${name}`);
    return {};
  }
  const checked = check(world, body);
  if (method === "POST" && there) throw new Refusal(409, "ConflictException", `Schedule ${name} already exists.`);
  if (method === "PUT" && world.vanishing.delete(name)) world.kept.delete(name);
  if (method === "PUT" && !world.kept.has(name)) throw missing(`Schedule ${name}`);
  world.kept.set(name, checked);
  return { ScheduleArn: `arn:aws:scheduler:eu-west-1:123456789012:schedule/${world.group}/${name}` };
}

function check(world: World, body: string): Kept {
  const read = Schedule.safeParse(JSON.parse(body));
  if (!read.success) throw invalid(z.prettifyError(read.error));
  const { ScheduleExpression: expression, ScheduleExpressionTimezone: zone, GroupName: group } = read.data;
  if (group !== world.group) throw missing(`Schedule group ${group}`);
  if (knownZone(zone) !== zone) throw invalid(`Provided ScheduleExpressionTimezone is not valid: ${zone}`);
  try {
    return { schedule: read.data, nextAt: nextFiring(expression, zone, world.now()) };
  } catch {
    throw invalid(`Invalid Schedule Expression ${expression}.`);
  }
}

function list({ group, kept, pageSize }: World, query: URLSearchParams): unknown {
  const prefix = query.get("NamePrefix");
  if (prefix !== null && !Name.safeParse(prefix).success) throw invalid("Value at 'namePrefix' failed the constraint");
  if (query.get("ScheduleGroup") !== group) throw missing(`Schedule group ${query.get("ScheduleGroup")}`);
  const names = [...kept.keys()].filter((name) => name.startsWith(prefix ?? ""));
  const from = Number(query.get("NextToken") ?? 0);
  const more = from + pageSize < names.length ? { NextToken: String(from + pageSize) } : {};
  return { Schedules: names.slice(from, from + pageSize).map((name) => ({ Name: name, GroupName: group })), ...more };
}

function fireDue({ kept, now }: World): Invocation[] {
  const invocations: Invocation[] = [];
  for (;;) {
    const [name, due] = [...kept].reduce<[string, number]>(
      (first, [one, { nextAt = Infinity }]) => (nextAt < first[1] ? [one, nextAt] : first),
      ["", Infinity],
    );
    const { schedule } = kept.get(name) ?? {};
    if (!schedule || due > now()) return invocations;
    const { Target: target, ScheduleExpression: expression, ScheduleExpressionTimezone: zone } = schedule;
    const time = new Date(due).toISOString().replace(".000", "");
    const input = target.Input.replaceAll("<aws.scheduler.scheduled-time>", time);
    invocations.push({ arn: target.Arn, at: due, input });
    const nextAt = nextFiring(expression, zone, due);
    if (nextAt === undefined && schedule.ActionAfterCompletion === "DELETE") kept.delete(name);
    else kept.set(name, { schedule, nextAt });
  }
}
