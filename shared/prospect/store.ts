import { addressKey, audienceKey, crmKey, pausedKey, prospectKey, rosterKey, rosterPk, zoneKey } from "../keys.ts";
import { entity, text } from "../entity.ts";
import { addressHash } from "../id.ts";
import type { Guard, Item, Key, Page, Table, Write } from "../ports.ts";
import { Prospect, displayName, mailable } from "./prospect.ts";
import type { Standing } from "./prospect.ts";

export async function getProspect(table: Table, id: string): Promise<Prospect | undefined> {
  const item = await table.get(prospectKey(id));
  return item && entity<Prospect>(item);
}

/** Those that exist, by id. */
export async function getProspects(table: Table, ids: readonly string[]): Promise<Map<string, Prospect>> {
  const items = await table.getMany(ids.map(prospectKey));
  return new Map(items.map(entity<Prospect>).map((prospect) => [prospect.id, prospect]));
}

export async function findByAddress(table: Table, email: string): Promise<string | undefined> {
  const item = await table.get(addressKey(addressHash(email)));
  return item && text(item, "prospectId");
}

export async function findByCrmId(table: Table, crmId: string): Promise<string | undefined> {
  const item = await table.get(crmKey(crmId));
  return item && text(item, "prospectId");
}

/** Only who may be mailed is in the audience; only who comes back is among the paused. */
export function prospectIndex(prospect: Prospect): Key | null {
  if (mailable(prospect)) return audienceKey(prospect.cadenceId, prospect.timeZone, prospect.repId, prospect.id);
  return prospect.standing.state === "paused" ? pausedKey(prospect.id, prospect.standing.until) : null;
}

const profile = (prospect: Prospect): Item => ({
  ...prospectKey(prospect.id),
  data: Prospect.parse(prospect),
  index: prospectIndex(prospect) ?? undefined,
});

/** The prospect's line among those of the rep. */
const rosterLine = (prospect: Prospect): Write => ({
  kind: "put",
  item: {
    ...rosterKey(prospect.repId, prospect.id),
    data: {
      id: prospect.id,
      name: displayName(prospect),
      company: prospect.company,
      sector: prospect.sector,
      timeZone: prospect.timeZone,
      state: prospect.standing.state,
    },
  },
});

/**
 * All rows of a prospect that is new (`previous` undefined) or changed: profile, address and CRM look-ups, the rep's roster, the zone in use. 4 to 9
 * writes, so that up to 11 prospects fit one transaction. The profile is written whole: for imports and forms, not while touches are under way;
 * give a guard such as `{ match: { touchCount: previous.touchCount } }` to be sure.
 */
export function putProspect(prospect: Prospect, previous: Prospect | undefined, guard?: Guard): Write[] {
  const reference = { prospectId: prospect.id };
  const writes: Write[] = [
    {
      kind: "put",
      item: profile(prospect),
      guard: guard ?? (previous ? { match: { touchCount: previous.touchCount } } : "absent"),
    },
    { kind: "put", item: { ...zoneKey(prospect.cadenceId, prospect.timeZone), data: { timeZone: prospect.timeZone } } },
    rosterLine(prospect),
  ];
  const hash = addressHash(prospect.email);
  if (!previous || addressHash(previous.email) !== hash)
    writes.push({ kind: "put", item: { ...addressKey(hash), data: reference }, guard: "absent" });
  if (previous && addressHash(previous.email) !== hash)
    writes.push({ kind: "remove", key: addressKey(addressHash(previous.email)) });
  if (prospect.crmId && prospect.crmId !== previous?.crmId)
    writes.push({ kind: "put", item: { ...crmKey(prospect.crmId), data: reference } });
  // Not a look-up that has come to lead to somebody else.
  if (previous?.crmId && prospect.crmId !== previous.crmId)
    writes.push({ kind: "remove", key: crmKey(previous.crmId), guard: { match: { prospectId: previous.id } } });
  if (previous && previous.repId !== prospect.repId)
    writes.push({ kind: "remove", key: rosterKey(previous.repId, prospect.id) });
  return writes;
}

/** What a touch changes in the profile. */
export type ProfileOfTouches = Pick<Prospect, "seen" | "recentTouches" | "touchCount" | "unanswered" | "rhythm">;

/**
 * Moves a prospect, who must be as read, between active, paused and ended. Nothing that a touch changes is touched, so it is safe beside a send, unless
 * `also` says so: then there must have been no touch since either. The roster line is written whole, so that a missing one holds nothing up.
 */
export function standProspect(prospect: Prospect, standing: Standing, now: number, also?: ProfileOfTouches): Write[] {
  const next = { ...prospect, standing };
  const { updatedAt, touchCount } = prospect;
  return [
    {
      kind: "update",
      key: prospectKey(prospect.id),
      set: { ...also, standing, updatedAt: now },
      index: prospectIndex(next),
      guard: { match: also ? { updatedAt, touchCount } : { updatedAt } },
    },
    rosterLine(next),
  ];
}

/** Another rep owns the prospect, who must be as read: profile, audience and both rosters. Nothing when the rep does already. */
export function ownProspect(prospect: Prospect, repId: string, now: number): Write[] {
  if (prospect.repId === repId) return [];
  const next = { ...prospect, repId };
  const { id, updatedAt } = prospect;
  return [
    {
      kind: "update",
      key: prospectKey(id),
      set: { repId, updatedAt: Math.max(now, updatedAt + 1) },
      index: prospectIndex(next),
      guard: { match: { updatedAt } },
    },
    rosterLine(next),
    { kind: "remove", key: rosterKey(prospect.repId, id) },
  ];
}

/**
 * The prospect, who must be as read, belongs to another cadence from now on: profile, audience, and the zone in use there. Nothing that a touch changes is
 * touched. To be written with `zonesChanged`, for nobody else may be in the zone there.
 */
export function moveToCadence(prospect: Prospect, cadenceId: string, now: number): Write[] {
  const { id, timeZone, updatedAt } = prospect;
  return [
    {
      kind: "update",
      key: prospectKey(id),
      set: { cadenceId, updatedAt: Math.max(now, updatedAt + 1) },
      index: prospectIndex({ ...prospect, cadenceId }),
      guard: { match: { updatedAt } },
    },
    { kind: "put", item: { ...zoneKey(cadenceId, timeZone), data: { timeZone } } },
  ];
}

/** Changes single fields of a profile (not standing, zone, rep or cadence, which move index rows). */
export const changeProspect = (
  id: string,
  changes: Partial<
    Pick<
      Prospect,
      | "tracking"
      | "trackingSince"
      | "topics"
      | "interests"
      | "atMostWeekly"
      | "rhythm"
      | "unanswered"
      | "firstName"
      | "lastName"
      | "company"
      | "title"
      | "phone"
      | "sector"
    >
  >,
  now: number,
): Write => ({ kind: "update", key: prospectKey(id), set: { ...changes, updatedAt: now }, guard: "present" });

/** One line of a list of prospects. */
export type RosterLine = {
  id: string;
  name: string;
  company?: string;
  sector?: string;
  timeZone: string;
  state: Standing["state"];
};

/** A rep's prospects (undefined = those of no rep), in pages of `limit`. */
export async function listRoster(
  table: Table,
  repId: string | undefined,
  page: { cursor?: string | undefined; limit?: number },
): Promise<{ lines: RosterLine[]; cursor?: string | undefined }> {
  const found: Page = await table.query({ pk: rosterPk(repId), limit: page.limit ?? 100, cursor: page.cursor });
  return { lines: found.items.map(entity<RosterLine>), cursor: found.cursor };
}
