import * as z from "zod";
import type { Rep } from "../rep/rep.ts";
import { Role } from "./member.ts";
import type { Member } from "./member.ts";

/** Left out = as it was; "" as team = none. */
export type MemberChange = {
  readonly email: string;
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly team?: string | undefined;
};

export type MemberFlaw = { readonly field: keyof MemberChange; readonly says: string };

/** What there is of them already: their row, and the rep they are. */
export type Before = { readonly row: Member | undefined; readonly rep: Rep | undefined };

const LONGEST_NAME = 200;
const LONGEST_TEAM = 80;

export const nameAfter = ({ name }: MemberChange, { row, rep }: Before): string | undefined =>
  name?.trim() || row?.name || rep?.name;

export const roleAfter = ({ role }: MemberChange, { row, rep }: Before): string | undefined =>
  role?.trim() || row?.role || (rep && "rep");

const known = (role: string | undefined): boolean => Role.safeParse(role).success;

function nameSays(name: string | undefined, needed: boolean): string | undefined {
  if (!name) return needed ? "give their name" : undefined;
  return name.length > LONGEST_NAME ? `at most ${LONGEST_NAME} characters` : undefined;
}

function roleSays(change: MemberChange, before: Before): string | undefined {
  const role = roleAfter(change, before);
  const not = role === undefined ? "" : `, not "${role}"`;
  if (!known(role)) return `choose one of ${Role.options.join(", ")}${not}`;
  if (role === "rep" && !before.rep)
    return `${change.email.trim().toLowerCase()} is no rep yet; import them as a rep, or choose another role`;
  return undefined;
}

/**
 * Everything that is wrong with a change to who may sign in, in the order of its fields. Of an address that is none, nobody knows what was said before:
 * only what was given is looked at. Pure.
 */
export function memberFlaws(change: MemberChange, before: Before): MemberFlaw[] {
  const email = z.email().safeParse(change.email.trim()).success;
  const says = {
    email: email ? undefined : "give an email address",
    name: nameSays(nameAfter(change, before), email),
    role: email || !known(change.role?.trim() || "rep") ? roleSays(change, before) : undefined,
    team: (change.team?.trim().length ?? 0) > LONGEST_TEAM ? `at most ${LONGEST_TEAM} characters` : undefined,
  };
  return (["email", "name", "role", "team"] as const).flatMap((field) => {
    const flaw = says[field];
    return flaw === undefined ? [] : [{ field, says: flaw }];
  });
}
