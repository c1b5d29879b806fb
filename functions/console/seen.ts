import type { Context } from "hono";
import type { App } from "../../shared/app.ts";
import { openCallsOf } from "../../shared/call/store.ts";
import { AppError } from "../../shared/error.ts";
import { checkSeen, seesWorkOf } from "../../shared/member/access.ts";
import type { Prospect } from "../../shared/prospect/prospect.ts";
import { getProspect } from "../../shared/prospect/store.ts";
import type { Env } from "./env.ts";

/**
 * To be asked before anything of a prospect, call or follow-up is shown or done; `repId` is the rep whose it is.
 * @throws AppError("not-found") when it is not the viewer's to see
 */
export const checkWork = (c: Context<Env>, repId: string | undefined): void =>
  checkSeen(c.get("viewer"), repId, c.get("chrome").reader.reps);

/**
 * A prospect of those the viewer sees: as their own, or because the call that is open now was handed to them.
 * @throws AppError("not-found") for any other, which does not tell whether there is one
 */
export async function seenProspect(c: Context<Env>, app: App, id: string): Promise<Prospect> {
  const prospect = await prospectIfSeen(c, app, id);
  if (prospect) return prospect;
  throw new AppError(
    "not-found",
    "There is no such prospect, or they asked to be erased, or they are not yours to see.",
  );
}

/** The same, for a search: undefined where there is none, or none to be seen. */
export async function prospectIfSeen(c: Context<Env>, app: App, id: string): Promise<Prospect | undefined> {
  const prospect = await getProspect(app.table, id);
  return prospect && (sees(c, prospect.repId) || (await hasTheirCall(c, app, id))) ? prospect : undefined;
}

const sees = (c: Context<Env>, repId: string | undefined): boolean =>
  seesWorkOf(
    c.get("viewer"),
    c.get("chrome").reader.reps.find(({ id }) => id === repId),
  );

async function hasTheirCall(c: Context<Env>, app: App, id: string): Promise<boolean> {
  const call = (await openCallsOf(app.table, [id])).get(id);
  return call !== undefined && sees(c, call.repId);
}
