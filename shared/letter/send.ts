import type { App } from "../app.ts";
import { Conflict, messageOf } from "../error.ts";
import { addressHash } from "../id.ts";
import { prospectKey, suppressionKey } from "../keys.ts";
import { linkUrl } from "../link.ts";
import type { Attachment, BulkMail, MailResult, Rendering, Write } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { getProspect } from "../prospect/store.ts";
import type { Rep } from "../rep/rep.ts";
import { getRep } from "../rep/store.ts";
import { isPaused } from "../sending/sending.ts";
import { countSent, getSending } from "../sending/store.ts";
import { getSuppressions } from "../suppression/store.ts";
import { fromOf, listHeaders } from "../touch/compose.ts";
import { fillSubject } from "../touch/fill.ts";
import { whyNoLetter } from "./consent.ts";
import type { Letter } from "./letter.ts";
import { markLetter } from "./mark.ts";
import { getLetter, reserveLetter } from "./store.ts";

/** A letter as it is about to go to this prospect: what is personal is in the values alone. */
export type Written = {
  readonly rendering: Rendering;
  readonly values: { readonly [name: string]: string };
  readonly attachments?: readonly Attachment[] | undefined;
};

export type Recipient = { readonly prospect: Prospect; readonly rep: Rep; readonly unsubscribe: string };

/** What changes in the same moment as the letter gets its place in the ledger. */
export type Beside = {
  readonly writes: readonly Write[];
  /** Undoes them where nothing went out. */
  readonly back: readonly Write[];
  /** An article that the letter brings, so that it is not mailed again. */
  readonly articleId?: string | undefined;
};

type LetterOrder = Pick<Letter, "prospectId" | "id" | "kind" | "repId"> & {
  /** Made of the prospect as they are by then. What it throws ends the order, and nothing is sent. */
  readonly write: (recipient: Recipient) => Promise<Written>;
  readonly beside?: (() => Promise<Beside>) | undefined;
};

/** `why` in words for the rep. throttled and paused: nothing went out, and it may be tried again. unknown: it may have, so it may not. */
export type LetterOutcome = {
  readonly outcome:
    | "sent"
    | "already-sent"
    | "suppressed"
    | "refused"
    | "unknown"
    | "throttled"
    | "paused"
    | "unknown-prospect";
  readonly why?: string | undefined;
};

const TRIES = 5;

/**
 * Sends one letter in the rep's name, once and never twice by its id: consent is checked at the moment of the reservation, which is one transaction;
 * then it is handed over, then marked. A refused one may be tried again, as nothing went out. It is no touch: neither caps nor the count of touches
 * change, and nothing in it is measured.
 */
export async function sendLetter(app: App, order: LetterOrder): Promise<LetterOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const ready = await prepare(app, order);
    if ("outcome" in ready) return ready;
    try {
      await app.table.write(...ready.writes);
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === TRIES) throw error;
      continue;
    }
    const result = await handOver(app, ready.mail);
    await markLetter(app, { ...ready, result });
    return outcomeOf(result);
  }
}

export type Reserved = {
  readonly letter: Letter;
  /** As before the reservation. */
  readonly prospect: Prospect;
  readonly beside: Beside;
};

type Ready = Reserved & { readonly mail: BulkMail; readonly writes: readonly Write[] };

async function prepare(app: App, order: LetterOrder): Promise<Ready | LetterOutcome> {
  const { prospectId, id, kind, repId } = order;
  const [before, prospect, rep, { pause }] = await Promise.all([
    getLetter(app.table, prospectId, id),
    getProspect(app.table, prospectId),
    getRep(app.table, repId),
    getSending(app.table),
  ]);
  if (before && before.outcome !== "refused") return { outcome: "already-sent", why: before.reason };
  if (!prospect) return { outcome: "unknown-prospect", why: "There is no such prospect." };
  const hash = addressHash(prospect.email);
  const why = whyNoLetter(prospect, (await getSuppressions(app.table, [hash])).get(hash)?.reason);
  if (why !== undefined) return { outcome: "suppressed", why };
  if (isPaused(pause, app.now())) return { outcome: "paused", why: pause.says };
  if (!rep) return { outcome: "refused", why: "There is no rep in whose name it could go." };
  const unsubscribe = linkUrl(app.config, { kind: "unsubscribe", prospectId });
  const written = await order.write({ prospect, rep, unsubscribe });
  const beside = (await order.beside?.()) ?? { writes: [], back: [] };
  const subject = fillSubject(written.rendering, written.values);
  const letter: Letter = { prospectId, id, kind, repId, outcome: "reserved", subject, at: app.now() };
  const writes = [
    reserveLetter(letter, before ? { match: { outcome: "refused", at: before.at } } : "absent"),
    stillAsRead(prospect, beside.articleId, app.now()),
    { kind: "check", key: suppressionKey(hash), guard: "absent" } as const,
    // A bounce may be told before the answer is, and both sides of the rate must be of the same emails.
    countSent(letter.at, 1),
    ...beside.writes,
  ];
  return { letter, prospect, beside, mail: mailOf(app, { prospect, rep, unsubscribe }, written, id), writes };
}

/** The prospect has not changed since consent was looked at; the article that comes with the letter counts as seen. */
function stillAsRead({ id, updatedAt, touchCount, seen }: Prospect, articleId: string | undefined, now: number): Write {
  const key = prospectKey(id);
  if (articleId === undefined || seen.includes(articleId))
    return { kind: "check", key, guard: { match: { updatedAt } } };
  const set = { seen: [...seen, articleId], updatedAt: Math.max(now, updatedAt + 1) };
  // A touch that was reserved meanwhile shows in the count alone, and its article must stay seen.
  return { kind: "update", key, set, guard: { match: { updatedAt, touchCount } } };
}

function mailOf(
  app: App,
  { prospect, rep, unsubscribe }: Recipient,
  { rendering, values, attachments }: Written,
  letterId: string,
): BulkMail {
  const name = [prospect.firstName, prospect.lastName].filter(Boolean).join(" ");
  return {
    from: fromOf(rep, app.config.company),
    replyTo: rep.email,
    rendering,
    attachments,
    entries: [
      {
        to: { address: prospect.email, ...(name && { name }) },
        values,
        headers: listHeaders({ unsubscribe }),
        tags: { prospect: prospect.id, letter: letterId },
      },
    ],
  };
}

/** A call that fails outright may have sent. */
async function handOver(app: App, mail: BulkMail): Promise<MailResult> {
  try {
    const [answer] = await app.mailer.sendBulk(mail);
    return answer ?? { outcome: "unknown", reason: "no answer for this entry" };
  } catch (error) {
    return { outcome: "unknown", reason: messageOf(error) };
  }
}

const outcomeOf = (result: MailResult): LetterOutcome =>
  result.outcome === "accepted" ? { outcome: "sent" } : { outcome: result.outcome, why: result.reason };
