import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { memberKey } from "../keys.ts";
import { getReps } from "../rep/store.ts";
import { memberIdOf } from "./member.ts";
import { checkAdminLeft } from "./last-admin.ts";
import { revokeTokens } from "./tokens.ts";
import { getMemberRow, putMember, repOf } from "./store.ts";

/**
 * Somebody may no longer sign in, and who is signed in is out with their next request. A rep stays a rep and may sign in as one: then only what they
 * were besides is taken away.
 * @throws AppError("not-found") for nobody, AppError("conflict") for the last admin
 */
export async function removeMember(app: App, email: string): Promise<"removed" | "only-rep"> {
  const id = memberIdOf(email);
  const [row, reps] = await Promise.all([getMemberRow(app.table, id), getReps(app.table)]);
  const rep = repOf(id, reps);
  if (!row)
    throw new AppError(
      "not-found",
      rep ? `email: ${email} is a rep and nothing besides` : `email: there is no member ${email}`,
    );
  const guards = row.role === "admin" ? [await checkAdminLeft(app.table, id)] : [];
  const guard = { match: { role: row.role } };
  if (rep) {
    // The row stays, because it says which sessions are over.
    const only = { ...row, role: "rep" as const, team: undefined, signedOutAt: app.now() };
    await app.table.write(putMember(only, guard), ...guards);
    return "only-rep";
  }
  await app.table.write({ kind: "remove", key: memberKey(id), guard }, ...guards);
  await revokeTokens(app, id);
  return "removed";
}
