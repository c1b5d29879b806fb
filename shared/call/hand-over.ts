import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { moveCall } from "./move.ts";
import type { MoveOutcome, SeenCall } from "./move.ts";
import { givenTo, repsOf } from "./owner.ts";

/**
 * An open task is given to another rep, and the prospect with it. `by`: the member who does it; `why` is what the other rep reads.
 * @throws AppError("not-found") for a prospect or task that is not there, AppError("invalid") naming the field for an unknown rep or no reason
 */
export async function handOverCall(
  app: App,
  wish: SeenCall & { readonly to: string; readonly by: string; readonly why: string },
): Promise<MoveOutcome> {
  const why = wish.why.trim();
  if (!why) throw new AppError("invalid", "why: say in a few words why somebody else should call");
  return moveCall(app, wish, async (call, prospect, now) => {
    const { before, after: rep } = await repsOf(app, call.repId, wish.to);
    if (!rep) throw new AppError("invalid", "to: choose the rep who is to call");
    if (call.repId === rep.id) throw new AppError("invalid", `to: ${rep.name} has this call task already`);
    return {
      ...givenTo(app, { call, prospect, rep, now }),
      move: { kind: "handed over", by: wish.by, ...(call.repId && { from: call.repId }), to: rep.id, why },
      note: `Call ${call.number} handed over${before ? ` from ${before.name}` : ""} to ${rep.name}: ${why}`,
    };
  });
}
