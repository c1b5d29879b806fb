import { addressHash, newId } from "../id.ts";
import { suppressionKey } from "../keys.ts";
import type { Write } from "../ports.ts";
import { putSuppression } from "../suppression/store.ts";
import type { Suppression } from "../suppression/suppression.ts";
import { stopCalls } from "./calling.ts";
import { changesWorthSaying } from "./changes.ts";
import type { Draft, Problem } from "./draft.ts";
import type { FileWorld } from "./file-world.ts";
import { consentOf } from "./ground.ts";
import type { Known } from "./look-up.ts";
import { created, merged, standingAfter } from "./merge.ts";
import { moveCall } from "./move-call.ts";
import { putNote } from "./note.ts";
import { ownerOf } from "./owner.ts";
import { mailable, mustNotBeCalled } from "./prospect.ts";
import type { Prospect } from "./prospect.ts";
import type { RowReport } from "./report.ts";
import type { Out } from "./said.ts";
import { putProspect } from "./store.ts";
import { resolveZone } from "./zone.ts";

/** What becomes of a row, and the writes that make it so, which stand or fall together. */
export type Plan = {
  readonly report: RowReport;
  readonly writes: readonly Write[];
  readonly prospect?: Prospect;
  /** Whom a refused row ends, or says not to call; to be written last, unless another row of theirs did it. */
  readonly takesOut?: { readonly out: Out; readonly people: readonly Prospect[] };
  readonly uncalls?: readonly Prospect[];
  /** Who was known before and does not want to be measured; refused rows count. */
  readonly denies: readonly Prospect[];
};

/** Decides a row against what is known. Nothing is written here. */
export function planRow(draft: Draft, known: Known, world: FileWorld): Plan {
  const byCrmId = world.claims.isFreeRecord(draft.crmId ?? "") ? undefined : known.byCrmId.get(draft.crmId ?? "");
  const byAddress = world.claims.isFree(draft.email ?? "") ? undefined : known.byAddress.get(draft.email ?? "");
  const previous = byCrmId ?? byAddress;
  const people = [byCrmId, byAddress].filter((one) => one !== undefined);
  const no = (what: Problem): Plan => refused(draft, { problem: what, people }, known, world);
  const problem = whyNot(draft, { byCrmId, byAddress }, known, world);
  if (problem) return no(problem);
  const taken = world.claims.taken(draft, previous);
  if (taken) return no(taken);
  const zone = zoneOf(draft, previous, world);
  if ("refused" in zone) return no({ field: "time zone", reason: zone.refused });
  world.claims.claim(draft, previous);
  const owner = ownerOf(draft, previous, world.owners);
  const out = world.outOf(draft, previous);
  const hash = addressHash(draft.email ?? previous?.email ?? "");
  const suppressed = known.suppressions.get(hash) ?? world.suppressed.get(hash);
  const customersLeave = world.customersLeave(previous?.cadenceId);
  const denied = draft.tracking === "denied" || world.deniesTracking(draft, previous);
  const standing = standingAfter(previous, draft, { out, suppressed, customersLeave });
  const decided = {
    zone,
    repId: owner.repId,
    standing,
    mailConsent: consentOf(draft.ground, standing, world),
    doNotCall: draft.doNotCall || world.notToCall(draft, previous),
    consent: { tracking: denied ? ("denied" as const) : draft.tracking, how: world.consentHow },
  };
  const next = nextProspect(draft, previous, decided, world.now);
  if (next.standing.state === "ended") world.ended.add(next.id);
  const warnings = [...draft.warnings, ...owner.warnings, ...changesWorthSaying(draft, previous, next)];
  // A zone the prospect had already, from a better source, needs no word about the company's own.
  if (zone.warning && next.timeZoneFrom === zone.timeZoneFrom) warnings.push(zone.warning);
  const writes = [
    ...(next === previous ? [] : writesOf(next, previous, world)),
    ...suppressionWrites([...draft.addresses, next.email, previous?.email ?? next.email], out, known, world),
    ...callWrites(next, previous, known, world),
  ];
  const outcome = previous ? (writes.length ? "updated" : "unchanged") : "imported";
  const report = { row: draft.row, outcome, email: next.email, warnings } as const;
  return { report, writes, prospect: next, denies: denied && previous ? [previous] : [] };
}

/** Who is known already keeps the zone when a row tells nothing. */
function zoneOf(draft: Draft, previous: Prospect | undefined, world: FileWorld): ReturnType<typeof resolveZone> {
  const found = resolveZone(draft.clues, world);
  return "untold" in found && previous ? previous : found;
}

function nextProspect(
  draft: Draft,
  previous: Prospect | undefined,
  decided: Parameters<typeof merged>[2],
  now: number,
): Prospect {
  if (previous) return merged(previous, draft, decided, now);
  return created({ ...draft, email: draft.email ?? "" }, decided, newId(), now);
}

function whyNot(
  draft: Draft,
  { byCrmId, byAddress }: { byCrmId: Prospect | undefined; byAddress: Prospect | undefined },
  known: Known,
  world: FileWorld,
): Problem | undefined {
  const onlyBlank = draft.problem?.field === "email" && draft.problem.reason === "blank";
  const recordIsEnough = onlyBlank && byCrmId && !world.hasAddress(draft.crmId ?? "");
  if (draft.problem && !recordIsEnough) return draft.problem;
  if (byCrmId && byAddress && byCrmId.id !== byAddress.id)
    return {
      field: "record id",
      reason: `record ${draft.crmId} is ${byCrmId.email}, but ${draft.email} is another prospect's address`,
    };
  if (!byCrmId && !byAddress && known.suppressions.get(addressHash(draft.email ?? ""))?.reason === "erased")
    return { field: "email", reason: "this person asked to be erased and is not brought back" };
  return undefined;
}

/** With guards, so that whoever touched, opted out or took the address meanwhile wins. */
function writesOf(next: Prospect, previous: Prospect | undefined, world: FileWorld): Write[] {
  const unchanged = previous && { match: { touchCount: previous.touchCount, updatedAt: previous.updatedAt } };
  const writes = putProspect(next, previous, unchanged);
  if (mailable(next) && (!previous || previous.email !== next.email || !mailable(previous)))
    writes.push({ kind: "check", key: suppressionKey(addressHash(next.email)), guard: "absent" });
  if (previous && mailable(previous) && next.standing.state === "ended")
    writes.push(
      putNote({
        prospectId: next.id,
        at: world.now,
        text: `Not to be mailed (${next.standing.reason}), says ${world.source}`,
      }),
    );
  return writes;
}

/** All addresses of a person who is out, whatever else becomes of the row. */
function suppressionWrites(
  addresses: readonly string[],
  out: Out | undefined,
  known: Known,
  world: FileWorld,
): Write[] {
  if (!out) return [];
  const reason = out === "bounced" ? out : "import said so";
  return addresses.flatMap((address) => {
    const hash = addressHash(address);
    if (known.suppressions.has(hash) || world.suppressed.has(hash)) return [];
    const suppression: Suppression = { addressHash: hash, reason, at: world.now };
    world.suppressed.set(hash, suppression);
    return [{ ...putSuppression(suppression), guard: "absent" as const }];
  });
}

function callWrites(next: Prospect, previous: Prospect | undefined, known: Known, world: FileWorld): Write[] {
  const goesAlong = moveCall(next, previous, known.openCalls.get(next.id)?.call, world);
  if (!mustNotBeCalled(next) || (previous && mustNotBeCalled(previous))) return goesAlong;
  world.uncalled.add(next.id);
  const unasked = known.unaskedCalls.get(next.id);
  return [...stopCalls(next.id, unasked, world), ...(unasked ? [] : goesAlong)];
}

/** A refused row still takes out whom it says is out. */
function refused(
  draft: Draft,
  { problem, people }: { problem: Problem; people: readonly Prospect[] },
  known: Known,
  world: FileWorld,
): Plan {
  const { out } = draft;
  const addresses = [...draft.addresses, ...people.map(({ email }) => email)];
  const active = out ? people.filter(({ standing }) => standing.state !== "ended") : [];
  const writes = suppressionWrites(addresses, out, known, world);
  const taken = writes.length > 0 || active.length > 0;
  const warnings = taken ? [...draft.warnings, `${out}: taken out all the same`] : draft.warnings;
  const email = draft.email ? { email: draft.email } : {};
  return {
    report: { row: draft.row, outcome: "refused", ...email, ...problem, warnings },
    writes,
    ...(out && { takesOut: { out, people: active } }),
    ...(draft.doNotCall && { uncalls: people.filter((one) => !mustNotBeCalled(one)) }),
    denies: draft.tracking === "denied" ? people : [],
  };
}
