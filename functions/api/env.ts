import type { Viewer } from "../../shared/member/access.ts";
import type { Rep } from "../../shared/rep/rep.ts";

/** What the door leaves for the handlers: in whose place a program comes, and all reps. */
export type ApiEnv = { Variables: { viewer: Viewer; reps: readonly Rep[] } };
