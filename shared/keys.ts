/** Every key of the single table, in one place. Read top to bottom it is the data model. */
import type { Key } from "./ports.ts";

const key = (pk: string, sk: string): Key => ({ pk, sk });

/** The audience of one zone is spread over so many index partitions. */
export const AUDIENCE_SHARDS = 4;

const shardOf = (prospectId: string): number => prospectId.charCodeAt(prospectId.length - 1) % AUDIENCE_SHARDS;

export const companyKey = (): Key => key("COMPANY", "COMPANY");
export const linkKeysKey = (): Key => key("COMPANY", "LINK-KEYS");

/** Which of the first steps were taken that leave no other trace. */
export const firstStepsKey = (): Key => key("COMPANY", "FIRST-STEPS");

/** How fast and how much we may send, what was taken of it, and whether sending is paused. */
export const sendingKey = (): Key => key("SENDING", "STATE");
/** What became of the emails handed over on a UTC date, as counts. */
export const sendingDayKey = (date: string): Key => key("SENDING", `DAY#${date}`);

/** What prospects do as a rule. */
export const usualKey = (): Key => key("USUAL", "USUAL");
/** What a recipient domain's mail gateway seems to be like. */
export const gatewayKey = (domain: string): Key => key(`GATEWAY#${domain}`, "GATEWAY");

/** Where notices of call tasks go besides the console. */
export const outletsKey = (): Key => key("COMPANY", "OUTLETS");

/** Everybody of the company who may sign in and is no rep, or more than one. */
export const membersPk = "MEMBERS";
export const memberKey = (memberId: string): Key => key(membersPk, `MEMBER#${memberId}`);
/** A mailed link to sign in with, by the hash of what is in it. */
export const signInKey = (hash: string): Key => key(`SIGN-IN#${hash}`, "SIGN-IN");
/** How often somebody asked for such a link of late. */
export const signInCountKey = (memberId: string): Key => key(`SIGN-IN-COUNT#${memberId}`, "SIGN-IN-COUNT");
/** When a member had test emails sent to themselves of late. */
export const testCountKey = (memberId: string): Key => key(`TEST-COUNT#${memberId}`, "TEST-COUNT");
/** Tokens by which programs come in the place of a member, by their hash; and each member's list of them. */
export const tokenKey = (hash: string): Key => key(`TOKEN#${hash}`, "TOKEN");
export const tokensPk = (memberId: string): string => `TOKENS#${memberId}`;
export const tokenListKey = (memberId: string, tokenId: string): Key => key(tokensPk(memberId), tokenId);

export const repsPk = "REPS";
export const repKey = (repId: string): Key => key(repsPk, `REP#${repId}`);

export const cadencesPk = "CADENCES";
export const cadenceKey = (cadenceId: string): Key => key(cadencesPk, `CADENCE#${cadenceId}`);
/** Zones that have, or had, prospects in the cadence. */
export const zonesPk = (cadenceId: string): string => `ZONES#${cadenceId}`;
/** There while somebody came into a zone that may have no schedules. */
export const zonesChangedKey = (): Key => key("ZONES-CHANGED", "ZONES-CHANGED");
export const zoneKey = (cadenceId: string, timeZone: string): Key => key(zonesPk(cadenceId), timeZone);

/** Earlier versions of a cadence, with who changed what; drafts that were tried and may be saved. */
export const cadenceVersionsPk = (cadenceId: string): string => `CADENCE-VERSIONS#${cadenceId}`;
export const cadenceVersionKey = (cadenceId: string, version: number): Key =>
  key(cadenceVersionsPk(cadenceId), String(version).padStart(6, "0"));
export const cadenceDraftKey = (draftId: string): Key => key(`CADENCE-DRAFT#${draftId}`, "CADENCE-DRAFT");

/** Groups of prospects by what they have in common; the first that fits and names a cadence gives it. */
export const segmentsPk = "SEGMENTS";
export const segmentKey = (segmentId: string): Key => key(segmentsPk, `SEGMENT#${segmentId}`);
/** Who is in each, as it was last worked out; and what words for people there are at all. */
export const segmentCountsPk = "SEGMENT-COUNTS";
export const segmentCountKey = (segmentId: string): Key => key(segmentCountsPk, `SEGMENT#${segmentId}`);
export const segmentWordsKey = (): Key => key("SEGMENT-WORDS", "SEGMENT-WORDS");

/** Forms by which people ask for our emails; and what somebody filled in and did not confirm yet, by the hash of the secret they were mailed. */
export const signUpFormsPk = "SIGN-UP-FORMS";
export const signUpFormKey = (formId: string): Key => key(signUpFormsPk, `FORM#${formId}`);
export const signUpKey = (hash: string): Key => key(`SIGN-UP#${hash}`, "SIGN-UP");
/** How often one address, or anybody with one form, asked of late. */
export const signUpCountKey = (whose: string): Key => key(`SIGN-UP-COUNT#${whose}`, "SIGN-UP-COUNT");

export const experimentsPk = "EXPERIMENTS";
export const experimentKey = (experimentId: string): Key => key(experimentsPk, `EXPERIMENT#${experimentId}`);
export const experimentsVersionKey = (): Key => key("EXPERIMENTS-VERSION", "EXPERIMENTS-VERSION");
/** What became of each experiment's emails, as it was last worked out. */
export const experimentTalliesPk = "EXPERIMENT-TALLIES";
export const experimentTallyKey = (experimentId: string): Key => key(experimentTalliesPk, `EXPERIMENT#${experimentId}`);

/** Dry runs, newest last; and the parts of one, which are too much for one row. */
export const rehearsalsPk = "REHEARSALS";
export const rehearsalKey = (rehearsalId: string): Key => key(rehearsalsPk, `REHEARSAL#${rehearsalId}`);
export const rehearsalPartsPk = (rehearsalId: string): string => `REHEARSAL-PARTS#${rehearsalId}`;
export const rehearsalPartKey = (rehearsalId: string, part: number): Key =>
  key(rehearsalPartsPk(rehearsalId), String(part).padStart(6, "0"));

/** What became of emails, as it was last worked out: one row for each thing looked at (`of`: slot, article, ...). */
export const reportsPk = (of: string): string => `REPORTS#${of}`;
export const reportKey = (of: string, name: string): Key => key(reportsPk(of), name);

/** Feeds that are looked at daily, and links of articles with whether they answer. */
export const feedsPk = "FEEDS";
export const feedKey = (feedId: string): Key => key(feedsPk, `FEED#${feedId}`);
export const linksPk = "LINKS";
export const linkKey = (linkId: string): Key => key(linksPk, `LINK#${linkId}`);

/** How long the library lasts, as it was last worked out: one row for each segment and sector. */
export const runwayPk = "RUNWAY";
export const runwayKey = (of: string, id: string): Key => key(runwayPk, `${of}#${id}`);

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
/** What a rep promised, until it is kept. */
export const promisePrefix = "PROMISE#";
export const promiseKey = (prospectId: string, promiseId: string): Key =>
  key(prospectPk(prospectId), `${promisePrefix}${promiseId}`);
/** The follow-up email of one attempt of a call. */
export const followUpPrefix = "FOLLOW-UP#";
export const followUpKey = (prospectId: string, number: number, attempt: number): Key =>
  key(
    prospectPk(prospectId),
    `${followUpPrefix}${String(number).padStart(4, "0")}-${String(attempt).padStart(2, "0")}`,
  );
/** Emails of no slot: follow-ups and reminders. The id says which, so that none is sent twice. */
export const letterPrefix = "LETTER#";
export const letterKey = (prospectId: string, letterId: string): Key =>
  key(prospectPk(prospectId), `${letterPrefix}${letterId}`);
/** What a rep wants of one slot: nothing, or another article. */
const wishPrefix = "WISH#";
export const wishKey = (prospectId: string, date: string): Key => key(prospectPk(prospectId), `${wishPrefix}${date}`);
/** What happened to the prospect besides touches, signals and calls, for the timeline. */
export const notePrefix = "NOTE#";
export const noteKey = (prospectId: string, at: number, id: string): Key =>
  key(prospectPk(prospectId), `${notePrefix}${new Date(at).toISOString()}#${id}`);
/** Bounces, complaints and the like that were heard of, each once however often it is told. */
export const feedbackPrefix = "FEEDBACK#";
export const feedbackKey = (prospectId: string, what: string, messageId: string): Key =>
  key(prospectPk(prospectId), `${feedbackPrefix}${what}#${messageId}`);

/** A rep's attempts in order of time, for what is counted and exported. */
export const callLogPk = (repId: string): string => `CALL-LOG#${repId}`;
export const callLogKey = (repId: string, at: number, prospectId: string): Key =>
  key(callLogPk(repId), `${new Date(at).toISOString()}#${prospectId}`);
/** What became of call tasks and was not told everywhere yet, oldest first. */
export const noticesPk = "NOTICES";
export const noticeKey = (at: number, id: string): Key => key(noticesPk, `${new Date(at).toISOString()}#${id}`);
export const askedPrefix = "ASKED#";
/** That somebody asked was told to those who call, by which notice: there once for each time they asked. */
export const hotToldKey = (prospectId: string, askedAt: number): Key =>
  key(prospectPk(prospectId), `${askedPrefix}${new Date(askedAt).toISOString()}`);
/** Who asked of late, in the order in which it was told, for the consoles that are open. */
export const hotCallsPk = "HOT-CALLS";
export const hotCallKey = (at: number, prospectId: string): Key =>
  key(hotCallsPk, `${new Date(at).toISOString()}#${prospectId}`);
/** Who of the prospects has nothing to come, as the last look found it. */
export const noDropKey = (): Key => key("NO-DROP", "NO-DROP");

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
/** A rep's promises that are not kept yet, by date. */
export const promisesPk = (repId: string): string => `PROMISES#${repId}`;
export const promiseDueKey = (repId: string, due: string, promiseId: string): Key =>
  key(promisesPk(repId), `${due}#${promiseId}`);
/** Follow-up emails that were not sent yet, by when they should be; of all reps, because somebody must be reminded. */
export const followUpsPk = "FOLLOW-UPS";
export const followUpDueKey = (dueBy: number, prospectId: string): Key =>
  key(followUpsPk, `${new Date(dueBy).toISOString()}#${prospectId}`);
/** Letters of which it is not known yet whether they went out. */
export const lettersPk = "LETTERS";
export const letterUnsettledKey = (at: number, prospectId: string): Key =>
  key(lettersPk, `${new Date(at).toISOString()}#${prospectId}`);
