/**
 * What hangs on what, said once and as plain data: the functions, what each may do, and which queue, schedule or route calls it. The local runtime
 * (stacks/local) and the one on AWS (stacks/foundation, stacks/compute.ts, stacks/web.ts) both read it.
 */
import type { Schedule } from "../shared/ports.ts";

/**
 * What a function may do, and so which ports it is given and which permissions its role has. "look up": single rows of the table by their key; "read":
 * also its lists and index; "write": also change it. "touches", "signals", "notices" and "reckonings": put messages on that queue. "keep schedules": make and remove them. "reach out": call other people's servers. "ask the
 * provider": have people sign in with the company's own OpenID Connect provider, if it has one.
 * "make links": read the secret that signs and checks links.
 */
export type Right =
  | "look up"
  | "read"
  | "write"
  | "touches"
  | "signals"
  | "notices"
  | "reckonings"
  | "mail"
  | "keep schedules"
  | "make links"
  | "reach out"
  | "ask the provider";

export type FunctionPlan = {
  readonly does: string;
  readonly may: readonly Right[];
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
};

export const functions = {
  dispatch: {
    does: "Orders a zone's touches when its schedule fires",
    may: ["read", "touches"],
    timeoutSeconds: 300,
    memoryMb: 512,
  },
  send: {
    does: "Sends a batch of touches",
    may: ["write", "touches", "notices", "mail", "make links"],
    timeoutSeconds: 60,
    memoryMb: 1024,
  },
  engage: {
    does: "Takes in what prospects did, opens a call task at a rise and takes back what a machine made",
    may: ["write", "notices"],
    timeoutSeconds: 10,
    memoryMb: 512,
  },
  feedback: {
    does: "Takes in what SES tells of our emails",
    may: ["write", "signals", "make links"],
    timeoutSeconds: 30,
    memoryMb: 512,
  },
  notify: {
    does: "Tells reps and other programs what became of call tasks",
    may: ["write", "notices", "mail", "reach out"],
    timeoutSeconds: 30,
    memoryMb: 512,
  },
  remind: {
    does: "Writes to a prospect in the hour before a call, and to a rep about a follow-up that was left",
    may: ["write", "mail", "make links"],
    timeoutSeconds: 30,
    memoryMb: 512,
  },
  sweep: {
    does: "Closes what nobody will hear of, brings back the paused, matches schedules with zones",
    may: ["write", "notices", "reckonings", "keep schedules"],
    timeoutSeconds: 300,
    memoryMb: 512,
  },
  reckon: {
    does: "Works out dry runs, reports and who belongs to which cadence",
    may: ["write"],
    timeoutSeconds: 900,
    memoryMb: 2048,
  },
  gather: {
    does: "Looks at watched feeds and at the links of articles, once a day",
    may: ["write", "reach out"],
    timeoutSeconds: 300,
    memoryMb: 512,
  },
  track: {
    does: "Answers the pixel and the links of an email, and takes wishes for a call",
    may: ["look up", "signals", "make links"],
    timeoutSeconds: 10,
    memoryMb: 512,
  },
  preferences: {
    does: "Answers unsubscribe and preferences",
    may: ["write", "notices", "make links"],
    timeoutSeconds: 10,
    memoryMb: 512,
  },
  join: {
    does: "Answers the forms by which people ask for our emails, and their confirmation",
    may: ["write", "mail"],
    timeoutSeconds: 29,
    memoryMb: 512,
  },
  console: {
    does: "The pages for reps, marketing and managers",
    may: [
      "write",
      "touches",
      "signals",
      "notices",
      "reckonings",
      "mail",
      "keep schedules",
      "make links",
      "reach out",
      "ask the provider",
    ],
    timeoutSeconds: 29,
    memoryMb: 1024,
  },
  api: {
    does: "Answers programs: the JSON API and calendar feeds",
    may: ["write", "signals", "notices", "keep schedules", "make links"],
    timeoutSeconds: 29,
    memoryMb: 512,
  },
} as const satisfies { readonly [name: string]: FunctionPlan };
export type FunctionName = keyof typeof functions;

export type QueuePlan = {
  readonly function: FunctionName;
  /** How many messages a function is given at once. */
  readonly batchSize: number;
  /** How long to wait for a batch to fill up; only with it can a batch be larger than 10 on AWS. */
  readonly fillSeconds: number;
  /** On AWS six times the function's timeout, which is AWS's own rule. */
  readonly visibilitySeconds: number;
  readonly maxAttempts: number;
  /** On AWS at most so many of the function at once (2 at least). */
  readonly atOnce: number;
};

export const queues = {
  /** One message is already a batch of up to 50 touches. Two senders fill a sending rate of about 80 a second. */
  touches: { function: "send", batchSize: 1, fillSeconds: 0, visibilitySeconds: 360, maxAttempts: 5, atOnce: 2 },
  /** Not filled up: somebody who asks for a call is waiting. */
  signals: { function: "engage", batchSize: 10, fillSeconds: 0, visibilitySeconds: 60, maxAttempts: 5, atOnce: 10 },
  /** One by one, so that a server that does not answer holds up nobody else. */
  notices: { function: "notify", batchSize: 1, fillSeconds: 0, visibilitySeconds: 180, maxAttempts: 6, atOnce: 5 },
  /** Long sums, one at a time each. */
  reckonings: { function: "reckon", batchSize: 1, fillSeconds: 0, visibilitySeconds: 5400, maxAttempts: 2, atOnce: 2 },
  /** Fed by SES, on AWS only. */
  feedback: { function: "feedback", batchSize: 100, fillSeconds: 5, visibilitySeconds: 180, maxAttempts: 5, atOnce: 2 },
} as const satisfies { readonly [name: string]: QueuePlan };

/** Called by schedules, by the name that the Scheduler port knows them under. */
export const scheduled = ["dispatch", "sweep", "remind", "gather"] as const satisfies readonly (Schedule["target"] &
  FunctionName)[];

/** What answers below the public address: the links of emails, what programs ask, and for the rest the console. The longest match counts. */
export const routes = [
  { path: "/o/{token}", function: "track" },
  { path: "/c/{token}", function: "track" },
  { path: "/m/{token}", function: "track" },
  { path: "/u/{token}", function: "preferences" },
  { path: "/p/{token}", function: "preferences" },
  { path: "/join/{proxy+}", function: "join" },
  { path: "/api/{proxy+}", function: "api" },
  { path: "/feeds/{proxy+}", function: "api" },
  { path: "/", function: "console" },
  { path: "/{proxy+}", function: "console" },
] as const satisfies readonly { readonly path: string; readonly function: FunctionName }[];

/** Schedules that are there from the start; those of cadences come and go with zones. */
export const standingSchedules: readonly Schedule[] = [
  { name: "sweep", expression: "cron(0/15 * * * ? *)", timeZone: "UTC", target: "sweep", input: {} },
  {
    name: "unsent",
    expression: "cron(5/15 * * * ? *)",
    timeZone: "UTC",
    target: "remind",
    input: { of: "follow-ups" },
  },
  { name: "gather", expression: "cron(20 5 * * ? *)", timeZone: "UTC", target: "gather", input: {} },
];
