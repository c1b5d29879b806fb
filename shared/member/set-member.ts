import * as z from "zod";
import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import type { Guard, Write } from "../ports.ts";
import { getReps, putRep } from "../rep/store.ts";
import { Role, memberIdOf } from "./member.ts";
import type { Member } from "./member.ts";
import { checkAdminLeft } from "./last-admin.ts";
import { getMemberRow, putMember, repOf } from "./store.ts";

/** Left out = as it was; "" as team = none. */
export type MemberChange = {
  readonly email: string;
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly team?: string | undefined;
};

const Team = z.string().max(80);

/**
 * Lets somebody sign in, or changes what they may do; it holds from their next request on. The team is whose work a manager sees, and of a rep whose
 * manager sees theirs.
 * @throws AppError("invalid") that begins with the field: email, name, role or team; AppError("conflict") for the last admin's own role
 */
export async function setMember(app: App, change: MemberChange): Promise<Member> {
  const email = change.email.trim().toLowerCase();
  if (!z.email().safeParse(email).success) throw new AppError("invalid", "email: give an email address");
  const id = memberIdOf(email);
  const [row, reps] = await Promise.all([getMemberRow(app.table, id), getReps(app.table)]);
  const rep = repOf(id, reps);
  const name = change.name?.trim() || row?.name || rep?.name;
  if (!name || name.length > 200) throw new AppError("invalid", "name: give their name");
  const role = roleOf(change.role, row?.role ?? (rep && "rep"));
  if (role === "rep" && !rep)
    throw new AppError("invalid", `role: ${email} is no rep yet; import them as a rep, or choose another role`);
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

function roleOf(given: string | undefined, before: Member["role"] | undefined): Member["role"] {
  const role = given?.trim() || before;
  const read = Role.safeParse(role);
  if (!read.success) throw new AppError("invalid", `role: choose one of ${Role.options.join(", ")}`);
  return read.data;
}

function teamOf(given: string | undefined, before: string | undefined): string | undefined {
  if (given === undefined) return before;
  const team = given.trim();
  if (!Team.safeParse(team).success) throw new AppError("invalid", "team: at most 80 characters");
  return team || undefined;
}
