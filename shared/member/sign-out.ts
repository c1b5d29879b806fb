import type { App } from "../app.ts";
import { AppError, Conflict } from "../error.ts";
import { getMember, getMemberRow, putMember } from "./store.ts";
import { memberKey } from "../keys.ts";

/** Ends every session of a member, wherever they are signed in. AppError("not-found") for nobody. */
export async function signOutEverywhere(app: App, memberId: string): Promise<void> {
  const signedOutAt = app.now();
  const row = await getMemberRow(app.table, memberId);
  if (row) {
    await app.table.write({ kind: "update", key: memberKey(memberId), set: { signedOutAt }, guard: "present" });
    return;
  }
  const member = await getMember(app.table, memberId);
  if (!member) throw new AppError("not-found", "There is no such member.");
  try {
    await app.table.write(putMember({ ...member, signedOutAt }, "absent"));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    await signOutEverywhere(app, memberId);
  }
}
