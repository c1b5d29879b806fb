/**
 * What hangs on what, said once and as plain data: the functions, what each may do, and which queue, schedule or route calls it. The local runtime
 * (stacks/local) and the one on AWS (stacks/foundation, stacks/compute.ts, stacks/web.ts) both read it.
 */
import type { Schedule } from "../shared/ports.ts";

/**
 * What a function may do, and so which ports it is given and which permissions its role has. "look up": single rows of the table by their key; "read":
 * also its lists and index; "write": also change it. "touches" and "signals": put messages on that queue. "keep schedules": make and remove them.
 * "make links": read the secret that signs and checks links.
 */
export type Right = "look up" | "read" | "write" | "touches" | "signals" | "mail" | "keep schedules" | "make links";

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
    may: ["write", "touches", "mail", "make links"],
    timeoutSeconds: 60,
    memoryMb: 1024,
  },
  engage: {
    does: "Takes in what prospects did, opens a call task at a rise and takes back what a machine made",
    may: ["write"],
    timeoutSeconds: 10,
    memoryMb: 512,
  },
  feedback: {
    does: "Takes in what SES tells of our emails",
    may: ["write", "signals", "make links"],
    timeoutSeconds: 30,
    memoryMb: 512,
  },
  sweep: {
    does: "Closes what nobody will hear of, brings back the paused, matches schedules with zones",
    may: ["write", "keep schedules"],
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
    may: ["write", "make links"],
    timeoutSeconds: 10,
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
  /** Fed by SES, on AWS only. */
  feedback: { function: "feedback", batchSize: 100, fillSeconds: 5, visibilitySeconds: 180, maxAttempts: 5, atOnce: 2 },
} as const satisfies { readonly [name: string]: QueuePlan };

/** Called by schedules, by the name that the Scheduler port knows them under. */
export const scheduled = ["dispatch", "sweep"] as const satisfies readonly (Schedule["target"] & FunctionName)[];

/** Where the links of an email lead, below the public address. The console has no route on AWS until it has a sign-in. */
export const routes = [
  { path: "/o/{token}", function: "track" },
  { path: "/c/{token}", function: "track" },
  { path: "/m/{token}", function: "track" },
  { path: "/u/{token}", function: "preferences" },
  { path: "/p/{token}", function: "preferences" },
] as const satisfies readonly { readonly path: string; readonly function: FunctionName }[];

/** Schedules that are there from the start; those of cadences come and go with zones. */
export const standingSchedules: readonly Schedule[] = [
  { name: "sweep", expression: "cron(0/15 * * * ? *)", timeZone: "UTC", target: "sweep", input: {} },
];
