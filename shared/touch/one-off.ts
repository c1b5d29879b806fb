import type { Cadence } from "../cadence/cadence.ts";
import type { Article } from "../content/article.ts";
import { prospectKey } from "../keys.ts";
import { putNote } from "../prospect/note.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { toLocal } from "../time.ts";
import type { Bundle } from "../write-bundles.ts";
import { windowOpen } from "./decide.ts";
import type { SlotRules } from "./decide.ts";
import type { Touch, TouchBatch } from "./touch.ts";
import { whyNotFor } from "./wish.ts";
import type { Heeded } from "./wish.ts";

/** What is known when an article is sent out of turn. */
export type OneOffFacts = {
  readonly prospect: Prospect;
  readonly article: Article | undefined;
  readonly suppressed: boolean;
  /** Their rep is one of ours. */
  readonly hasRep: boolean;
  readonly cadence: Pick<Cadence, "sectorRules">;
  /** Today on their calendar. */
  readonly date: string;
};

/** Why an article cannot be sent out of turn, as a sentence; undefined when it can. Neither window nor caps hold, what the prospect said does. */
export function whyNoOneOff({
  prospect,
  article,
  suppressed,
  hasRep,
  cadence: { sectorRules },
  date,
}: OneOffFacts): string | undefined {
  const { standing } = prospect;
  if (suppressed) return "Their address is on the do-not-mail list.";
  if (standing.state === "paused") return `They are paused until ${standing.until} (${standing.reason}).`;
  if (standing.state === "ended" && standing.reason !== "replied" && standing.reason !== "meeting booked")
    return `They get no more email: ${standing.reason}.`;
  if (!hasRep) return "They have no rep, and an email goes out in a rep's name.";
  if (!article) return "That article is not in the library.";
  const why = whyNotFor(article, { prospect, date, sectorRules });
  return why === undefined ? undefined : `"${article.title}" cannot be sent: it ${why}.`;
}

/** Is there time left: of the slot's window, or, out of turn, of the day on the prospect's calendar, whose touch it takes? */
export const stillOn = (
  cadence: Cadence,
  batch: Pick<TouchBatch, "date" | "timeZone" | "oneOff">,
  now: number,
): boolean => (batch.oneOff ? toLocal(batch.timeZone, now).date === batch.date : windowOpen(cadence, batch, now));

type Order = NonNullable<TouchBatch["oneOff"]>;

/** Is the touch of the date this very one, in an order that came twice? */
export const isThisOneOff = ({ articleId }: Order, touch: Touch | undefined): boolean =>
  touch !== undefined && touch.outcome !== "skipped" && touch.articleId === articleId;

/** The note alone says why: no touch is written of it. */
const no = (detail: string): Heeded => ({ skip: "vetoed", detail });

/** What becomes of an article out of turn, looked at anew as it is about to go out. A slot that was skipped had no email, so its date is still to be had. */
export function outOfTurn(
  { library, cadence, batch: { date } }: SlotRules,
  { articleId, by }: Order,
  {
    late,
    touch,
    ...known
  }: Omit<OneOffFacts, "article" | "cadence" | "date"> & {
    readonly late: boolean;
    readonly touch: Touch | undefined;
  },
): Heeded {
  const article = library.find(({ id }) => id === articleId);
  if (late) return no("The day was over before it could leave.");
  if (touch && touch.outcome !== "skipped") return no("Another email went out that day.");
  const why = whyNoOneOff({ ...known, article, cadence, date });
  if (why !== undefined || !article) return no(why ?? "");
  return { send: article, detail: `Sent by ${by}`, ...(touch && { over: { match: { outcome: "skipped" } } }) };
}

/** It did not go out. The day's own slot is still to be had, so the history says it, and not a touch; nothing is left of somebody just erased. */
export function oneOffNotSent(touch: Touch, { by }: Order): Bundle<{ readonly touch: Touch }> {
  const { prospectId, at, reason, detail } = touch;
  return {
    of: { touch },
    writes: [
      putNote({ prospectId, at, text: `The article that ${by} sent did not go out. ${detail ?? reason ?? ""}`.trim() }),
      { kind: "check", key: prospectKey(prospectId), guard: "present" },
    ],
  };
}
