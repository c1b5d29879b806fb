import type { App } from "../app.ts";
import { DAY } from "../durations.ts";
import { Conflict } from "../error.ts";
import { addressHash } from "../id.ts";
import { composeFollowUpDue } from "../letter/compose.ts";
import { whyNoLetter } from "../letter/consent.ts";
import { getProspect } from "../prospect/store.ts";
import { displayName } from "../prospect/prospect.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Rep } from "../rep/rep.ts";
import { getRep } from "../rep/store.ts";
import { getSuppressions } from "../suppression/store.ts";
import { line } from "../touch/line.ts";
import type { FollowUp } from "./follow-up.ts";
import { openFollowUps, putFollowUp } from "./store.ts";

/** What nobody was told of in two days is no news any more, and what was left for a week is no follow-up any more. */
const LOOKS_BACK = 2 * DAY;
const GOOD_FOR = 7 * DAY;

/**
 * Tells reps of follow-ups that have not gone out within the hour, each once. Drafts to people who may get no email by now are dropped, with why, and so
 * are those that were left for a week.
 * @returns how many reps' drafts were told of
 */
export async function remindOfFollowUps(app: App): Promise<number> {
  const now = app.now();
  for (const draft of await openFollowUps(app.table, { until: now - GOOD_FOR }))
    await changed(app, draft, { ...draft, state: "dropped", why: "it was left for a week" });
  let told = 0;
  for (const draft of await openFollowUps(app.table, { from: now - LOOKS_BACK, until: now }))
    if (draft.remindedAt === undefined && (await remindOf(app, draft))) told += 1;
  return told;
}

async function remindOf(app: App, draft: FollowUp): Promise<boolean> {
  const [prospect, rep] = await Promise.all([getProspect(app.table, draft.prospectId), getRep(app.table, draft.repId)]);
  if (!prospect || !rep) return false;
  const hash = addressHash(prospect.email);
  const why = whyNoLetter(prospect, (await getSuppressions(app.table, [hash])).get(hash)?.reason);
  if (why !== undefined) {
    await changed(app, draft, { ...draft, state: "dropped", why });
    return false;
  }
  // Before it is told, so that a process that dies does not tell it again.
  const reminded: FollowUp = { ...draft, remindedAt: app.now() };
  if (!(await changed(app, draft, reminded))) return false;
  if (await tell(app, draft, prospect, rep)) return true;
  await changed(app, reminded, draft);
  return false;
}

/** False where the rep was faster. */
async function changed(app: App, before: FollowUp, after: FollowUp): Promise<boolean> {
  const guard = { match: { state: "draft", remindedAt: before.remindedAt ?? null } } as const;
  try {
    await app.table.write(putFollowUp(after, guard));
    return true;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return false;
  }
}

/** False where the mailer took nothing, and it may be tried again. */
async function tell(app: App, draft: FollowUp, prospect: Prospect, rep: Rep): Promise<boolean> {
  const { company, publicUrl } = app.config;
  const who = [displayName(prospect), prospect.company].filter(Boolean).join(", ");
  const page = `${publicUrl}/prospects/${draft.prospectId}/calls/${draft.number}/follow-up/${draft.attempt}`;
  const due = { repName: rep.name, who, draftSubject: draft.subject, page };
  const { rendering, values } = await composeFollowUpDue(due, company);
  const [answer] = await app.mailer.sendBulk({
    from: { name: line(company.name, 100), address: company.senderAddress },
    replyTo: company.senderAddress,
    rendering,
    // With no slot and no letter in its tags, what becomes of it is not taken for the prospect's.
    entries: [{ to: { name: rep.name, address: rep.email }, values, headers: {}, tags: { prospect: prospect.id } }],
  });
  return answer?.outcome !== "throttled";
}
