import { AppError } from "../error.ts";
import { memberKey } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { getMembers } from "./store.ts";

/**
 * That somebody else is an admin and still is at the moment of the write: without one nobody could let anybody in any more.
 * @throws AppError("conflict") when there is nobody else
 */
export async function checkAdminLeft(table: Table, memberId: string): Promise<Write> {
  const other = (await getMembers(table)).find(({ id, role }) => role === "admin" && id !== memberId);
  if (!other) throw new AppError("conflict", "role: this is the last admin; make somebody else an admin first");
  return { kind: "check", key: memberKey(other.id), guard: { match: { role: "admin" } } };
}
