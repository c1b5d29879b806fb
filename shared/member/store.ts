import { memberKey, membersPk } from "../keys.ts";
import type { Guard, Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import type { Rep } from "../rep/rep.ts";
import { getReps } from "../rep/store.ts";
import type { Viewer } from "./access.ts";
import { Member, memberIdOf } from "./member.ts";
import { viewerOf } from "./viewer.ts";

/** A rep nobody said more of. */
const asMember = ({ name, email }: Rep): Member => ({
  id: memberIdOf(email),
  name,
  email: email.toLowerCase(),
  role: "rep",
});

/** The rep a member is, if they are one. */
export const repOf = (memberId: string, reps: readonly Rep[]): Rep | undefined =>
  reps.find(({ id, email }) => id === memberId || memberIdOf(email) === memberId);

export async function getMember(table: Table, memberId: string): Promise<Member | undefined> {
  return (await getMemberRow(table, memberId)) ?? repMember(memberId, await getReps(table));
}

const repMember = (memberId: string, reps: readonly Rep[]): Member | undefined => {
  const rep = repOf(memberId, reps);
  return rep && asMember(rep);
};

/** What was said of a member, apart from what being a rep makes of them. */
export async function getMemberRow(table: Table, memberId: string): Promise<Member | undefined> {
  const item = await table.get(memberKey(memberId));
  return item && Member.parse(item.data);
}

/** Who signs in with this address, however it is written. */
export const memberByEmail = (table: Table, email: string): Promise<Member | undefined> =>
  getMember(table, memberIdOf(email));

/** Everybody who may sign in, by name; a company has few enough to read them at once. */
export async function getMembers(table: Table): Promise<Member[]> {
  const [items, reps] = await Promise.all([readAll(table, { pk: membersPk }), getReps(table)]);
  const rows = items.map((item) => Member.parse(item.data));
  const known = new Set(rows.map(({ id }) => id));
  const others = reps.map(asMember).filter(({ id }) => !known.has(id));
  return [...rows, ...others].toSorted((a, b) => a.name.localeCompare(b.name));
}

/** What a member is to pages and programs, read anew for every request so that a role that was taken away is gone at once. */
export async function findViewer(
  table: Table,
  memberId: string,
): Promise<{ readonly viewer: Viewer; readonly member: Member } | undefined> {
  const [row, reps] = await Promise.all([getMemberRow(table, memberId), getReps(table)]);
  const member = row ?? repMember(memberId, reps);
  const viewer = viewerOf(member, repOf(memberId, reps));
  return member && viewer && { member, viewer };
}

export const putMember = (member: Member, guard?: Guard): Write => ({
  kind: "put",
  item: { ...memberKey(member.id), data: Member.parse(member) },
  guard,
});
