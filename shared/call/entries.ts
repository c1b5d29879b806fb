import { dayInWords } from "../engagement/words.ts";
import { AppError } from "../error.ts";
import { isDate } from "../time.ts";
import { Attempt } from "./call.ts";
import type { PromiseMade } from "./promise.ts";
import { didSpeak } from "./settled.ts";
import type { CallResult } from "./settled.ts";

const MOST_PROMISES = 10;
const LONGEST_PROMISE = 300;

/** What is kept with an attempt besides its result. */
export type Entries = Pick<Attempt, "promises" | "blocker" | "recording">;

/**
 * What the rep entered besides the result, made plain. `today`: the date where the rep is, whose promises they are, and where the prospect is.
 * @throws AppError("invalid") that names the field ("promises.0.due: ...")
 */
export function entriesOf(result: CallResult, today: { readonly rep: string; readonly prospect: string }): Entries {
  const { promises = [] } = result;
  if (promises.length > MOST_PROMISES)
    throw new AppError("invalid", `promises: ${MOST_PROMISES} at most; more than that nobody keeps`);
  const made = promises.map((promise, place) => promiseOf(promise, place, today.rep));
  const blocker = blockerOf(result, today.prospect);
  const recording = recordingOf(result.recording);
  return {
    ...(made.length > 0 && { promises: made }),
    ...(blocker && { blocker }),
    ...(recording !== undefined && { recording }),
  };
}

function promiseOf({ text, due }: PromiseMade, place: number, today: string): PromiseMade {
  const said = text.trim();
  const field = `promises.${place}`;
  if (!said) throw new AppError("invalid", `${field}.text: what did you promise?`);
  if (said.length > LONGEST_PROMISE)
    throw new AppError("invalid", `${field}.text: at most ${LONGEST_PROMISE} characters`);
  if (!isDate(due)) throw new AppError("invalid", `${field}.due: by which date?`);
  if (due < today) throw new AppError("invalid", `${field}.due: ${dayInWords(due)} is over`);
  return { text: said, due };
}

function blockerOf({ blocker, disposition }: CallResult, today: string): Entries["blocker"] {
  if (!blocker) return undefined;
  if (!didSpeak(disposition))
    throw new AppError("invalid", "blocker: nobody spoke, so nobody said what stands in the way");
  if (!isDate(blocker.reviewOn))
    throw new AppError("invalid", "blocker.reviewOn: on which date do you look at it again?");
  if (blocker.reviewOn <= today)
    throw new AppError("invalid", `blocker.reviewOn: ${dayInWords(blocker.reviewOn)} is not after today`);
  return blocker;
}

function recordingOf(recording: string | undefined): string | undefined {
  const link = recording?.trim();
  if (!link) return undefined;
  if (!Attempt.shape.recording.safeParse(link).success)
    throw new AppError("invalid", "recording: not a web address; it begins with https://");
  return link;
}
