import { messageOf } from "../error.ts";
import { checkAttachments, checkCount } from "../mail-entry.ts";
import type { BulkMail, Mailer, MailResult } from "../ports.ts";
import { LONGEST_WAIT_MS } from "./pace.ts";
import type { Places } from "./pace.ts";
import { isPaused } from "./sending.ts";
import { getSending } from "./store.ts";
import { returnPlaces, takeUntil } from "./take.ts";
import type { Got, Pacing } from "./take.ts";

export type MailPacing = Pacing & {
  /** Resolves when it is that time (epoch ms), and not before. */
  readonly wait: (until: number) => Promise<void>;
};

/**
 * A mailer that sends no faster and no more than the account may and the warm-up plan says, together with everybody else who sends from the same
 * table. It hands entries to `mailer` when their place comes; those for whom there is none within 25 seconds are throttled, with the reason.
 */
export function pacedMailer(mailer: Mailer, pacing: MailPacing): Mailer {
  const inTurn = oneAfterTheOther();
  return {
    forget: (prospectId) => mailer.forget(prospectId),
    sendBulk: async (mail) => {
      checkCount(mail.entries);
      checkAttachments(mail.attachments);
      // Who works here must get in also while prospects' emails wait, not least to see why they do.
      if (mail.entries.every(({ tags }) => tags["member"] !== undefined)) return mailer.sendBulk(mail);
      const until = pacing.app.now() + LONGEST_WAIT_MS;
      const take = (count: number) => inTurn(() => takeUntil(pacing, count, until));
      const run: Run = { mailer, pacing, mail, take, results: new Map() };
      let waiting: readonly number[] = [...mail.entries.keys()];
      while (waiting.length) waiting = await sendRound(run, waiting);
      return mail.entries.map((_, position) => run.results.get(position) ?? NO_ANSWER);
    },
  };
}

/** Calls of one process need not race each other for the same row. */
function oneAfterTheOther(): <Of>(act: () => Promise<Of>) => Promise<Of> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const next = last.then(act, act);
    last = next;
    return next;
  };
}

const NO_ANSWER: MailResult = { outcome: "unknown", reason: "no answer for this entry" };

type Run = {
  readonly mailer: Mailer;
  readonly pacing: MailPacing;
  readonly mail: BulkMail;
  readonly take: (count: number) => Promise<Got>;
  /** By the entry's position. */
  readonly results: Map<number, MailResult>;
};

/** Sends those who get a place; returns those whose place lapsed, who need another. */
async function sendRound(run: Run, waiting: readonly number[]): Promise<number[]> {
  const { places, reason, pace } = await placesFor(run, waiting.length);
  let start = 0;
  const chunks = places.map((place) => ({ place, positions: waiting.slice(start, (start += place.count)) }));
  for (const position of waiting.slice(start))
    run.results.set(position, { outcome: "throttled", reason: reason ?? "no place to send" });
  const late = await Promise.all(chunks.map(({ place, positions }) => sendChunk(run, place, positions)));
  const unused = waiting.slice(0, start).filter((position) => isUnused(run.results.get(position)));
  await returnPlaces(run.pacing, unused.length, pace).catch(() => {
    // Then fewer go out today, which harms nobody; what did go out must be told.
  });
  return late.flat();
}

const isUnused = (result: MailResult | undefined): boolean => result === undefined || result.outcome === "throttled";

/** Nothing has left when no places are to be had, whatever the trouble: it may be tried again. */
async function placesFor({ take }: Run, count: number): Promise<Got> {
  try {
    return await take(count);
  } catch (error) {
    return { places: [], reason: messageOf(error) };
  }
}

/** Returns the positions for which it was too late. Who had to wait looks whether sending was paused meanwhile. */
async function sendChunk(run: Run, { at, lapsesAt }: Places, positions: readonly number[]): Promise<readonly number[]> {
  const { mailer, pacing, mail, results } = run;
  const waits = pacing.app.now() < at;
  await pacing.wait(at);
  const obstacle = waits ? await obstacleTo(pacing) : undefined;
  if (pacing.app.now() >= lapsesAt) return positions;
  if (obstacle !== undefined) {
    for (const position of positions) results.set(position, { outcome: "throttled", reason: obstacle });
    return [];
  }
  const answers = await answersOf(mailer, { ...mail, entries: positions.map((position) => mail.entries[position]!) });
  for (const [index, position] of positions.entries()) results.set(position, answers[index] ?? NO_ANSWER);
  return [];
}

/** Why nothing may leave after all, if so; others' answers must not be lost over it. */
async function obstacleTo({ app }: MailPacing): Promise<string | undefined> {
  try {
    const { pause } = await getSending(app.table);
    return isPaused(pause, app.now()) ? pause.says : undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/** A call that fails outright may have sent, and must not take the answers of others with it. */
async function answersOf(mailer: Mailer, mail: BulkMail): Promise<MailResult[]> {
  try {
    return await mailer.sendBulk(mail);
  } catch (error) {
    return mail.entries.map(() => ({ outcome: "unknown", reason: messageOf(error) }));
  }
}
