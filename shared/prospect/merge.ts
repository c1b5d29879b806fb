import { isDeepStrictEqual } from "node:util";
import type { Suppression } from "../suppression/suppression.ts";
import type { Draft } from "./draft.ts";
import { withTags } from "./groups.ts";
import { withInterests } from "./interests.ts";
import { movedConsent, surerConsent } from "./mail-consent.ts";
import type { MailConsent, Prospect, Standing } from "./prospect.ts";
import type { Out } from "./said.ts";
import type { FoundZone } from "./zone.ts";
import { atLeastAsSure } from "./zone-source.ts";

type Ending = Extract<Standing, { state: "ended" }>["reason"];

const ENDINGS: { readonly [reason in Suppression["reason"]]: Ending } = {
  "opted out": "opted out",
  bounced: "bounced",
  complained: "complained",
  "wrong address": "wrong address",
  erased: "erased",
  "import said so": "opted out",
};

/** What a row does to a prospect besides its plain fields. */
export type Decided = {
  readonly zone: FoundZone;
  readonly repId: string | undefined;
  readonly standing: Standing;
  readonly doNotCall: boolean;
  /** What the file says of being measured, and how that became known. */
  readonly consent: { readonly tracking: "granted" | "denied" | undefined; readonly how: string };
  /** Why they may be mailed, as far as the file says. */
  readonly mailConsent: MailConsent | undefined;
};

/**
 * The standing after a row: an address that must not be mailed ends it, whatever the cadence; having bought does if the cadence says so
 * (`customersLeave`). Nothing in a row undoes an ending but a new address after a bounce.
 */
export function standingAfter(
  previous: Prospect | undefined,
  draft: Pick<Draft, "email" | "customer">,
  why: { out: Out | undefined; suppressed: Suppression | undefined; customersLeave: boolean },
): Standing {
  const before = previous?.standing ?? { state: "active" };
  if (why.out || why.suppressed) {
    if (before.state === "ended") return before;
    return { state: "ended", reason: why.out ?? ENDINGS[why.suppressed?.reason ?? "opted out"] };
  }
  if (draft.customer && why.customersLeave && before.state !== "ended") return { state: "ended", reason: "customer" };
  const badAddress = before.state === "ended" && (before.reason === "bounced" || before.reason === "wrong address");
  return badAddress && addressChanges(previous, draft) ? { state: "active" } : before;
}

export const addressChanges = (previous: Prospect | undefined, draft: Pick<Draft, "email">): boolean =>
  previous !== undefined && draft.email !== undefined && draft.email !== previous.email.toLowerCase();

/** A prospect who was not there before. */
export const created = (draft: Draft & { email: string }, decided: Decided, id: string, now: number): Prospect => ({
  id,
  email: draft.email,
  ...draft.fields,
  ...(draft.crmId && { crmId: draft.crmId }),
  ...(decided.repId && { repId: decided.repId }),
  timeZone: decided.zone.timeZone,
  timeZoneFrom: decided.zone.timeZoneFrom,
  cadenceId: "default",
  ...(decided.mailConsent && { mailConsent: decided.mailConsent }),
  tracking: "unknown",
  ...consentAfter(undefined, decided, now),
  standing: decided.standing,
  wrongPhones: [],
  doNotCall: decided.doNotCall,
  tags: [...draft.tags],
  topics: [],
  interests: [...draft.interests],
  atMostWeekly: false,
  rhythm: "normal",
  seen: [],
  recentTouches: [],
  touchCount: 0,
  unanswered: 0,
  createdAt: now,
  updatedAt: now,
});

/** A denial is the prospect's own word and is not undone by a file, however new: only the prospect, or a rep who was told, takes it back. */
function consentAfter(
  previous: Prospect | undefined,
  { consent: { tracking, how } }: Decided,
  at: number,
): Pick<Prospect, "tracking" | "trackingSince"> | undefined {
  const before = previous?.tracking ?? "unknown";
  if (!tracking || before === "denied" || tracking === before) return undefined;
  return { tracking, trackingSince: { at, how } };
}

export const reachesOthers = (previous: Prospect, phone: string | undefined): boolean =>
  phone !== undefined && (previous.wrongPhones ?? []).includes(phone);

/**
 * The prospect as the row has it: what the row leaves blank stays; a zone gives way only to one from a source as sure; "do not call" is never taken back
 * and a number that reached somebody else never brought back. The same object when nothing changes.
 * `updatedAt` always moves on, so that any two changes can be told apart.
 */
export function merged(previous: Prospect, draft: Draft, decided: Decided, now: number): Prospect {
  const { zone, repId, standing, doNotCall } = decided;
  const { mailConsent: given } = previous;
  const mailConsent = surerConsent(addressChanges(previous, draft) ? movedConsent(given) : given, decided.mailConsent);
  const next: Prospect = {
    ...previous,
    ...draft.fields,
    ...(reachesOthers(previous, draft.fields.phone) && { phone: previous.phone }),
    ...(doNotCall && { doNotCall }),
    ...(addressChanges(previous, draft) && draft.email && { email: draft.email }),
    ...(draft.crmId && { crmId: draft.crmId }),
    ...(repId && { repId }),
    ...(atLeastAsSure(zone.timeZoneFrom, previous.timeZoneFrom) && {
      timeZone: zone.timeZone,
      timeZoneFrom: zone.timeZoneFrom,
    }),
    ...consentAfter(previous, decided, now),
    ...(draft.interests.length > 0 && { interests: withInterests(previous.interests ?? [], draft.interests) }),
    ...(draft.tags.length > 0 && { tags: withTags(previous.tags ?? [], draft.tags) }),
    ...(mailConsent && { mailConsent }),
    standing,
  };
  if (isDeepStrictEqual({ phone: undefined, ...next }, { phone: undefined, ...previous })) return previous;
  return { ...next, updatedAt: Math.max(now, previous.updatedAt + 1) };
}
