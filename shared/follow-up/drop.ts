import type { App } from "../app.ts";
import { AppError, Conflict } from "../error.ts";
import { getFollowUp, putFollowUp } from "./store.ts";

const LONGEST_WHY = 500;

/**
 * The rep wants no email after this call, and says why; nobody is reminded of it any more. Saying it again changes nothing.
 * @throws AppError("not-found") without such a draft, AppError("invalid") naming the field
 */
export async function dropFollowUp(
  app: App,
  { prospectId, number, attempt, why }: { prospectId: string; number: number; attempt: number; why: string },
): Promise<{ readonly outcome: "dropped" | "already-sent" }> {
  const reason = why.trim();
  if (!reason) throw new AppError("invalid", "why: say why no email goes out");
  if (reason.length > LONGEST_WHY) throw new AppError("invalid", `why: at most ${LONGEST_WHY} characters`);
  for (;;) {
    const followUp = await getFollowUp(app.table, prospectId, number, attempt);
    if (!followUp) throw new AppError("not-found", "There is no such follow-up.");
    if (followUp.state !== "draft") return { outcome: followUp.state === "sent" ? "already-sent" : "dropped" };
    try {
      await app.table.write(putFollowUp({ ...followUp, state: "dropped", why: reason }, { match: { state: "draft" } }));
      return { outcome: "dropped" };
    } catch (error) {
      // Then it is no draft any more, and the next look says what it is.
      if (!(error instanceof Conflict)) throw error;
    }
  }
}
