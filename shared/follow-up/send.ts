import type { App } from "../app.ts";
import { getCall } from "../call/store.ts";
import { AppError } from "../error.ts";
import { sendLetter } from "../letter/send.ts";
import type { Beside, LetterOutcome } from "../letter/send.ts";
import type { FollowUp } from "./follow-up.ts";
import { callToInvite, letterOf } from "./letter.ts";
import { getFollowUp, putFollowUp } from "./store.ts";

export type FollowUpToSend = {
  readonly prospectId: string;
  readonly number: number;
  readonly attempt: number;
  /** As the rep left them. */
  readonly subject: string;
  readonly text: string;
  /** Attach the calendar invitation of the next call. */
  readonly invite: boolean;
  /** Member who sends it. */
  readonly by: string;
};

/** `why` in words for the rep. throttled and paused: nothing went out, the draft is still there and may be sent again. */
type FollowUpOutcome = {
  readonly outcome: Exclude<LetterOutcome["outcome"], "unknown-prospect">;
  readonly why?: string | undefined;
};

/** Emails have subjects that are seen whole up to some 70 characters; this much is a mistake. */
const LONGEST_SUBJECT = 200;
const LONGEST_TEXT = 10_000;

/**
 * Sends the email after a call as the rep left it, in the rep's name and never twice, however often it is asked for. The article of the call's brief
 * counts as mailed where its address is in the text.
 * @throws AppError("not-found") without such a draft, AppError("invalid") naming the field, AppError("conflict") for one that was dropped
 */
export async function sendFollowUp(app: App, order: FollowUpToSend): Promise<FollowUpOutcome> {
  const { prospectId, number, attempt } = order;
  const edited = checked(order);
  const draft = await draftOf(app, order);
  if (draft.state === "sent") return { outcome: "already-sent" };
  const call = order.invite ? await callToInvite(app, draft) : undefined;
  const { outcome, why } = await sendLetter(app, {
    prospectId,
    id: `follow-up-${number}-${attempt}`,
    kind: "follow-up",
    repId: draft.repId,
    write: (recipient) => letterOf(app, edited, recipient, call),
    beside: () => beside(app, order, edited),
  });
  if (outcome === "unknown-prospect") throw new AppError("not-found", "There is no such prospect.");
  return { outcome, ...(why !== undefined && { why }) };
}

type Edited = Pick<FollowUp, "subject" | "text">;

function checked({ subject, text }: FollowUpToSend): Edited {
  const edited = { subject: subject.trim(), text: text.trim() };
  if (!edited.subject) throw new AppError("invalid", "subject: what is the email about?");
  if (edited.subject.length > LONGEST_SUBJECT)
    throw new AppError("invalid", `subject: at most ${LONGEST_SUBJECT} characters`);
  if (!edited.text) throw new AppError("invalid", "text: there is nothing in the email yet");
  if (edited.text.length > LONGEST_TEXT) throw new AppError("invalid", `text: at most ${LONGEST_TEXT} characters`);
  return edited;
}

type Place = Pick<FollowUpToSend, "prospectId" | "number" | "attempt">;

async function draftOf(app: App, { prospectId, number, attempt }: Place): Promise<FollowUp> {
  const followUp = await getFollowUp(app.table, prospectId, number, attempt);
  if (!followUp) throw new AppError("not-found", "There is no such follow-up.");
  if (followUp.state === "dropped") throw new AppError("conflict", "This follow-up was dropped.");
  return followUp;
}

/** The draft is sent in the moment the letter gets its place, and a draft again should nothing go out. */
async function beside(app: App, order: FollowUpToSend, edited: Edited): Promise<Beside> {
  const { prospectId, number } = order;
  const [draft, call] = await Promise.all([draftOf(app, order), getCall(app.table, prospectId, number)]);
  const point = call?.brief.talkingPoint;
  return {
    writes: [putFollowUp({ ...draft, ...edited, state: "sent", by: order.by }, { match: { state: "draft" } })],
    back: [putFollowUp({ ...draft, ...edited, state: "draft" }, { match: { state: "sent" } })],
    articleId: point && edited.text.includes(point.url) ? point.articleId : undefined,
  };
}
