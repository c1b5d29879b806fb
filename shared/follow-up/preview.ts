import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { linkUrl } from "../link.ts";
import { getProspect } from "../prospect/store.ts";
import { getRep } from "../rep/store.ts";
import { fill } from "../touch/fill.ts";
import type { FilledEmail } from "../touch/fill.ts";
import type { FollowUp } from "./follow-up.ts";
import { callToInvite, letterOf } from "./letter.ts";

/**
 * The email as it would go out now, with the box of the next call if the invitation goes with it.
 * @throws AppError("not-found") without the prospect or the rep
 */
export async function previewFollowUp(app: App, followUp: FollowUp, invite = true): Promise<FilledEmail> {
  const { prospectId, repId } = followUp;
  const [prospect, rep] = await Promise.all([getProspect(app.table, prospectId), getRep(app.table, repId)]);
  if (!prospect || !rep) throw new AppError("not-found", "There is no such follow-up.");
  const unsubscribe = linkUrl(app.config, { kind: "unsubscribe", prospectId });
  const call = invite ? await callToInvite(app, followUp) : undefined;
  const { rendering, values } = await letterOf(app, followUp, { prospect, rep, unsubscribe }, call);
  return fill(rendering, values);
}
