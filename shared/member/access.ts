import { AppError } from "../error.ts";
import type { Rep } from "../rep/rep.ts";
import type { Role } from "./member.ts";

/** Who looks at a page or asks a program's question. */
export type Viewer = {
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** The rep this member is; calls are made in this name. */
  readonly repId?: string | undefined;
  readonly team?: string | undefined;
};

/** The parts of Midweek. "calls": worklist, call tasks and what follows from them. "account": one's own sessions, tokens and feed. */
export type Area =
  | "calls"
  | "prospects"
  | "library"
  | "cadence"
  /** Templates, segments, experiments, the calendar's dry runs: marketing's desk. */
  | "desk"
  | "reports"
  | "engagement"
  | "outbox"
  | "import"
  | "team"
  | "settings"
  | "account";

const AREAS: { readonly [role in Role]: readonly Area[] } = {
  rep: ["calls", "prospects", "library", "cadence", "engagement", "account"],
  marketing: ["prospects", "library", "cadence", "desk", "reports", "engagement", "outbox", "import", "account"],
  manager: ["calls", "prospects", "library", "cadence", "reports", "engagement", "team", "account"],
  admin: [
    "calls",
    "prospects",
    "library",
    "cadence",
    "desk",
    "reports",
    "engagement",
    "outbox",
    "import",
    "team",
    "settings",
    "account",
  ],
};

/** May this member go there at all? Whose work is seen there is another question, see `seesWorkOf`. */
export const mayEnter = ({ role }: Pick<Viewer, "role">, area: Area): boolean => AREAS[role].includes(area);

/**
 * Does this member see the prospects and tasks of a rep (undefined: of those nobody owns)? A rep sees their own, a manager the team's, or everybody's
 * without a team; marketing and admins see all.
 */
export function seesWorkOf({ role, repId, team }: Viewer, rep: Pick<Rep, "id" | "team"> | undefined): boolean {
  if (role === "admin" || role === "marketing") return true;
  if (rep !== undefined && rep.id === repId) return true;
  return role === "manager" && (team === undefined || team === rep?.team);
}

/** The reps whose work this member sees; whether that of no rep is among it, says `seesWorkOf(viewer, undefined)`. */
export const repsSeen = (viewer: Viewer, reps: readonly Rep[]): Rep[] => reps.filter((rep) => seesWorkOf(viewer, rep));

/** @throws AppError("not-found"), which does not tell whether there is such a prospect, for work that is not this member's to see */
export function checkSeen(viewer: Viewer, repId: string | undefined, reps: readonly Rep[]): void {
  const rep = repId === undefined ? undefined : reps.find(({ id }) => id === repId);
  if (!seesWorkOf(viewer, rep))
    throw new AppError("not-found", "There is no such prospect, or they are not yours to see.");
}
