import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { moveCall } from "./move.ts";
import type { MoveOutcome, SeenCall } from "./move.ts";
import { givenTo, repsOf } from "./owner.ts";

/**
 * A rep takes an open task from whoever has it, and the prospect with it. Of two who take it at once one wins, and the other is told who.
 * @throws AppError("not-found") for a prospect or task that is not there, AppError("invalid") for an unknown rep
 */
export const takeOverCall = (app: App, wish: SeenCall & { readonly repId: string }): Promise<MoveOutcome> =>
  moveCall(app, wish, async (call, prospect, now) => {
    const { before, after: rep } = await repsOf(app, call.repId, wish.repId);
    if (!rep) throw new AppError("invalid", "repId: only a rep can take a call task");
    if (call.repId === rep.id) return undefined;
    return {
      ...givenTo(app, { call, prospect, rep, now }),
      move: { kind: "taken over", by: rep.id, ...(call.repId && { from: call.repId }), to: rep.id },
      note: `${rep.name} took call ${call.number} over${before ? ` from ${before.name}` : ""}, and the prospect with it`,
    };
  });
