import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import type { Guard, Write } from "../ports.ts";
import { getReps, putRep } from "../rep/store.ts";
import { Role, memberIdOf } from "./member.ts";
import type { Member } from "./member.ts";
import { checkAdminLeft } from "./last-admin.ts";
import { memberFlaws, nameAfter, roleAfter } from "./member-flaws.ts";
import type { Before, MemberChange, MemberFlaw } from "./member-flaws.ts";
import { getMemberRow, putMember, repOf } from "./store.ts";

/**
 * Lets somebody sign in, or changes what they may do; it holds from their next request on. The team is whose work a manager sees, and of a rep whose
 * manager sees theirs.
 * @throws AppError("invalid") that begins with the field: email, name, role or team; AppError("conflict") for the last admin's own role
 */
export async function setMember(app: App, change: MemberChange): Promise<Member> {
  const before = await beforeOf(app, change.email);
  const { row, rep } = before;
  const [flaw] = memberFlaws(change, before);
  if (flaw) throw new AppError("invalid", `${flaw.field}: ${flaw.says}`);
  const email = change.email.trim().toLowerCase();
  const id = memberIdOf(email);
  const name = nameAfter(change, before) ?? "";
  const role = Role.parse(roleAfter(change, before));
  const team = teamOf(change.team, role === "rep" ? rep?.team : (row?.team ?? rep?.team));
  const member: Member = {
    ...row,
    id,
    name,
    email,
    role,
    team: role === "manager" ? team : undefined,
    // Somebody who was a member once must not come back with the sessions of that time.
    ...(!row && !rep && { signedOutAt: app.now() - 1 }),
  };
  const guards = row?.role === "admin" && role !== "admin" ? [await checkAdminLeft(app.table, id)] : [];
  const writes: Write[] = [putMember(member, rowGuard(row)), ...guards];
  if (rep && change.team !== undefined) writes.push(putRep({ ...rep, team }));
  await app.table.write(...writes);
  return member;
}

/** Two who change a member at once must not both win, or the last admin might go with neither noticing. */
const rowGuard = (row: Member | undefined): Guard => (row ? { match: { role: row.role } } : "absent");

/** "" as team = none. */
const teamOf = (given: string | undefined, before: string | undefined): string | undefined =>
  given === undefined ? before : given.trim() || undefined;

async function beforeOf(app: App, email: string): Promise<Before> {
  const id = memberIdOf(email);
  const [row, reps] = await Promise.all([getMemberRow(app.table, id), getReps(app.table)]);
  return { row, rep: repOf(id, reps) };
}

/** Everything that `setMember` would refuse a change for, the last admin's own role apart. */
export const flawsOfChange = async (app: App, change: MemberChange): Promise<MemberFlaw[]> =>
  memberFlaws(change, await beforeOf(app, change.email));
