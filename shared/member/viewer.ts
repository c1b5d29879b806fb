import type { Rep } from "../rep/rep.ts";
import type { Viewer } from "./access.ts";
import type { Member } from "./member.ts";

/**
 * Who comes in, of the two rows there may be: the member's says the role, and the rep's in whose name calls are made. A rep without a member's row is a
 * member all the same. Undefined: nobody of the company, or no longer.
 */
export function viewerOf(member: Member | undefined, rep: Rep | undefined): Viewer | undefined {
  const own = member ?? rep;
  if (!own) return undefined;
  const role = member?.role ?? "rep";
  return {
    memberId: own.id,
    name: own.name,
    email: own.email,
    role,
    repId: rep?.id,
    // Of a manager: whose work to see, and none means everybody's. A manager who is also a rep is not held to their own team by it.
    team: role === "manager" ? member?.team : (rep?.team ?? member?.team),
  };
}
