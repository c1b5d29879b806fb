import type { App } from "../app.ts";
import { addressHash } from "../id.ts";
import { prospectKey } from "../keys.ts";
import type { Write } from "../ports.ts";
import { alterProspect } from "../prospect/alter.ts";
import { putNote } from "../prospect/note.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { changeProspect, standProspect } from "../prospect/store.ts";
import { countAgainstUs } from "../sending/store.ts";
import { getSuppressions, putSuppression, suppressOnce } from "../suppression/store.ts";
import { ENDINGS } from "../suppression/suppression.ts";
import type { Suppression } from "../suppression/suppression.ts";
import { bouncesTooOften, countsAgainstUs, outweighs } from "./feedback.ts";
import type { Of, OutReason } from "./feedback.ts";
import { heardOf, putHeard, transientBounces, wasHeard } from "./store.ts";
import type { Heard } from "./store.ts";

type Grave = Of<"bounced" | "complained" | "subscription">;

const REASONS = { bounced: "bounced", complained: "complained", subscription: "opted out" } as const;

/**
 * A permanent bounce, a complaint or an opt-out takes the prospect out and suppresses the address, with a note, once however often it is told. A
 * transient bounce is counted, and too many of them do the same. Complaints and permanent bounces count in the sending rates in the same moment. Of somebody unknown or being erased nothing is kept.
 */
export async function takeOut(app: App, one: Grave): Promise<void> {
  await alterProspect<"done">(app, one.prospectId, async (prospect, at) => ({
    writes: await writesOf(app, prospect, one, at),
    answer: "done",
  }));
}

async function writesOf(app: App, prospect: Prospect, one: Grave, at: number): Promise<Write[]> {
  const { standing } = prospect;
  if (standing.state === "ended" && standing.reason === "erased") return [];
  const own = addressHash(prospect.email);
  const recipient = addressHash(one.recipient ?? prospect.email);
  // Somebody may have corrected the address since.
  const old = recipient === own ? undefined : recipient;
  const known = await getSuppressions(app.table, old === undefined ? [own] : [own, old]);
  const reason = REASONS[one.kind];
  const suppress = (hash: string) => suppressFor({ addressHash: hash, reason, at }, known.get(hash));
  const transient = one.kind === "bounced" && one.bounce === "transient";
  const isOld = old !== undefined && one.kind === "bounced";
  if ((isOld && transient) || (await wasHeard(app.table, one))) return [];
  const heard = heardOf(one, prospect, isOld ? old : own);
  // Then only the old one is bad.
  if (isOld)
    return [
      unchanged(prospect),
      putHeard(prospect.id, heard),
      ...suppress(old),
      ...(countsAgainstUs(one) ? await countAgainstUs(app.table, one.kind, one.sentAt) : []),
    ];
  if (transient && ((known.has(own) && standing.state === "ended") || !(await tooMany(app, prospect.id, heard))))
    // The new time keeps two that are told at once from each counting without the other.
    return [putHeard(prospect.id, heard), changeProspect(prospect.id, {}, at)];
  return [
    putHeard(prospect.id, heard),
    ...suppress(own),
    ...(old === undefined ? [] : suppress(old)),
    ...leave(prospect, reason, !known.has(own), at),
    putNote({ prospectId: prospect.id, at, text: noteOf(one) }),
    ...(countsAgainstUs(one) ? await countAgainstUs(app.table, one.kind, one.sentAt) : []),
  ];
}

async function tooMany(app: App, prospectId: string, heard: Heard): Promise<boolean> {
  const all = [...(await transientBounces(app.table, prospectId)), heard];
  return bouncesTooOften(all.filter((one) => one.addressHash === heard.addressHash).map(({ date }) => date));
}

function noteOf(one: Grave): string {
  if (one.kind !== "bounced") return ENDINGS[REASONS[one.kind]].note;
  return `The address ${one.bounce === "transient" ? "keeps bouncing" : "bounced"}: ${one.why}`;
}

/** The first reason is kept, but for a weightier one, so that the order in which they are heard does not matter. */
const suppressFor = (
  suppression: Suppression & { readonly reason: OutReason },
  known: Suppression | undefined,
): Write[] =>
  known && outweighs(suppression.reason, known.reason)
    ? [putSuppression(suppression)]
    : suppressOnce(suppression, known);

/** Out of the audience, or for a weightier reason than before; in any case still as read. */
function leave(prospect: Prospect, reason: OutReason, isNew: boolean, at: number): Write[] {
  const { standing } = prospect;
  return standing.state !== "ended" || isNew || outweighs(reason, standing.reason)
    ? standProspect(prospect, { state: "ended", reason: ENDINGS[reason].standing }, at)
    : [unchanged(prospect)];
}

const unchanged = ({ id, updatedAt }: Prospect): Write => ({
  kind: "check",
  key: prospectKey(id),
  guard: { match: { updatedAt } },
});
