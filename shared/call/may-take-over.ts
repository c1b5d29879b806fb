/** Which calls of others a rep may make their own. */
import type { Viewer } from "../member/access.ts";
import type { Rep } from "../rep/rep.ts";
import { clockOf } from "./asked.ts";
import type { Call } from "./call.ts";

/** Of the same team, and somebody else; where nobody has a team, all are one. */
export const isMate = ({ repId, team }: Viewer, rep: Rep): boolean => rep.id !== repId && rep.team === team;

/**
 * May this viewer make the call their own? A rep may take what is nobody's, and the hot task of a rep of the same team once it has waited for five
 * minutes since it could be called.
 */
export function mayTakeOver(
  viewer: Viewer,
  call: Call,
  { reps, now }: { readonly reps: readonly Rep[]; readonly now: number },
): boolean {
  if (viewer.repId === undefined || call.state !== "open" || call.repId === viewer.repId) return false;
  if (call.repId === undefined) return true;
  const clock = clockOf(call, now);
  const owner = reps.find(({ id }) => id === call.repId);
  const waited = clock !== undefined && clock.since > clock.lateFrom;
  return waited && owner !== undefined && isMate(viewer, owner);
}

/** Could this viewer have been offered the call when they saw that version of it, and has it been given away since? Then they may be told who has it now. */
export function mayHaveTaken(
  viewer: Viewer,
  { moves = [] }: Pick<Call, "moves">,
  { version, reps }: { readonly version: number; readonly reps: readonly Rep[] },
): boolean {
  // Who put it off gave it to nobody.
  const since = moves.find((move) => move.kind !== "snoozed" && (move.version ?? 0) > version);
  if (!since || viewer.repId === undefined) return false;
  return since.from === undefined || reps.some((rep) => rep.id === since.from && isMate(viewer, rep));
}
