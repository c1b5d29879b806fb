/** Every key of the single table, in one place. Read top to bottom it is the data model. */
import type { Key } from "./ports.ts";

const key = (pk: string, sk: string): Key => ({ pk, sk });

/** The audience of one zone is spread over so many index partitions. */
export const AUDIENCE_SHARDS = 4;

const shardOf = (prospectId: string): number => prospectId.charCodeAt(prospectId.length - 1) % AUDIENCE_SHARDS;

export const companyKey = (): Key => key("COMPANY", "COMPANY");
export const linkKeysKey = (): Key => key("COMPANY", "LINK-KEYS");

/** How fast and how much we may send, what was taken of it, and whether sending is paused. */
export const sendingKey = (): Key => key("SENDING", "STATE");
/** What became of the emails handed over on a UTC date, as counts. */
export const sendingDayKey = (date: string): Key => key("SENDING", `DAY#${date}`);

/** What prospects do as a rule. */
export const usualKey = (): Key => key("USUAL", "USUAL");
/** What a recipient domain's mail gateway seems to be like. */
export const gatewayKey = (domain: string): Key => key(`GATEWAY#${domain}`, "GATEWAY");

export const repsPk = "REPS";
export const repKey = (repId: string): Key => key(repsPk, `REP#${repId}`);

export const cadencesPk = "CADENCES";
export const cadenceKey = (cadenceId: string): Key => key(cadencesPk, `CADENCE#${cadenceId}`);
/** Zones that have, or had, prospects in the cadence. */
export const zonesPk = (cadenceId: string): string => `ZONES#${cadenceId}`;
/** There while somebody came into a zone that may have no schedules. */
export const zonesChangedKey = (): Key => key("ZONES-CHANGED", "ZONES-CHANGED");
export const zoneKey = (cadenceId: string, timeZone: string): Key => key(zonesPk(cadenceId), timeZone);

export const libraryPk = "LIBRARY";
export const articleKey = (articleId: string): Key => key(libraryPk, `ARTICLE#${articleId}`);
export const libraryVersionKey = (): Key => key("LIBRARY-VERSION", "LIBRARY-VERSION");

export const prospectPk = (prospectId: string): string => `PROSPECT#${prospectId}`;
export const prospectKey = (prospectId: string): Key => key(prospectPk(prospectId), "PROSPECT");
export const engagementKey = (prospectId: string): Key => key(prospectPk(prospectId), "ENGAGEMENT");
export const touchPrefix = "TOUCH#";
export const touchKey = (prospectId: string, date: string): Key => key(prospectPk(prospectId), `${touchPrefix}${date}`);
export const signalPrefix = "SIGNAL#";
export const signalKey = (prospectId: string, signalId: string): Key =>
  key(prospectPk(prospectId), `${signalPrefix}${signalId}`);
/** What calls there were and which one is open: the lock that keeps it to one open call task per prospect. */
export const callsKey = (prospectId: string): Key => key(prospectPk(prospectId), "CALLS");
export const callPrefix = "CALL#";
export const callKey = (prospectId: string, number: number): Key =>
  key(prospectPk(prospectId), `${callPrefix}${String(number).padStart(4, "0")}`);
/** What happened to the prospect besides touches, signals and calls, for the timeline. */
export const notePrefix = "NOTE#";
export const noteKey = (prospectId: string, at: number, id: string): Key =>
  key(prospectPk(prospectId), `${notePrefix}${new Date(at).toISOString()}#${id}`);
/** Bounces, complaints and the like that were heard of, each once however often it is told. */
export const feedbackPrefix = "FEEDBACK#";
export const feedbackKey = (prospectId: string, what: string, messageId: string): Key =>
  key(prospectPk(prospectId), `${feedbackPrefix}${what}#${messageId}`);

/** Hand-overs to the mailer whose touches may have no outcome yet, oldest first. */
export const handOversPk = "HAND-OVERS";
export const handOverKey = (at: number, id: string): Key => key(handOversPk, `${new Date(at).toISOString()}#${id}`);

/** Who has this address, found without scanning. */
export const addressKey = (addressHash: string): Key => key(`ADDRESS#${addressHash}`, "ADDRESS");
export const suppressionKey = (addressHash: string): Key => key(`ADDRESS#${addressHash}`, "SUPPRESSION");
export const crmKey = (crmId: string): Key => key(`CRM#${crmId}`, "CRM");
/** All prospects of a rep ("-" = of none yet), for lists. */
export const rosterPk = (repId: string | undefined): string => `ROSTER#${repId ?? "-"}`;
export const rosterKey = (repId: string | undefined, prospectId: string): Key => key(rosterPk(repId), prospectId);

// --- The index: to-do lists only ----------------------------------------------------------------------

/** Prospects who may be mailed, by zone; sorted by rep so that a batch has few senders. */
export const audiencePk = (cadenceId: string, timeZone: string, shard: number): string =>
  `ZONE#${cadenceId}#${timeZone}#${shard}`;
export const audienceKey = (cadenceId: string, timeZone: string, repId: string | undefined, prospectId: string): Key =>
  key(audiencePk(cadenceId, timeZone, shardOf(prospectId)), `${repId ?? "-"}#${prospectId}`);
/** Where databases from before hand-overs were noted have each reserved touch by itself. */
export const unsettledPk = "UNSETTLED";
/** Paused prospects by the date they come back. */
export const pausedPk = "PAUSED";
export const pausedKey = (prospectId: string, until: string): Key => key(pausedPk, `${until}#${prospectId}`);
/** A rep's open call tasks by when to call. */
export const worklistPk = (repId: string | undefined): string => `REP#${repId ?? "-"}`;
export const worklistKey = (repId: string | undefined, dueAt: number, prospectId: string): Key =>
  key(worklistPk(repId), `${new Date(dueAt).toISOString()}#${prospectId}`);
