import type { Context } from "hono";
import { isLoopback } from "../../../shared/loopback.ts";
import type { Viewer } from "../../../shared/member/access.ts";
import type { ConsoleOptions } from "../options.ts";

/** Whoever sits at the machine that holds everything could read it anyway. */
export const OWNER: Viewer = { memberId: "owner", name: "Owner", email: "owner@localhost.example", role: "admin" };

/** What passes requests on says so in one of these; then whoever asks may be anywhere. */
const PASSED_ON = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-server",
  "x-real-ip",
  "cf-connecting-ip",
  "true-client-ip",
];

/** Was this opened on the machine itself, under a name only it has? A proxy on the same machine makes nobody its owner. */
export const isOwnMachine = (c: Context, { owner }: ConsoleOptions): boolean =>
  owner === true &&
  isLoopback(new URL(c.req.url).hostname) &&
  PASSED_ON.every((name) => c.req.header(name) === undefined);
