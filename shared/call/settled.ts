import type { Prospect, Standing } from "../prospect/prospect.ts";
import type { Blocker, Call, Disposition, NextStep } from "./call.ts";
import type { Where } from "./good-hours.ts";
import type { PromiseMade } from "./promise.ts";

/** What a rep enters after a call. */
export type CallResult = {
  readonly repId: string;
  readonly disposition: Disposition;
  readonly notes: string;
  readonly nextStep?: NextStep | undefined;
  /** YYYY-MM-DD on the prospect's calendar. */
  readonly notNowUntil?: string | undefined;
  readonly giveUpReason?: string | undefined;
  /** At most ten; `due` (YYYY-MM-DD) on the rep's calendar. */
  readonly promises?: readonly PromiseMade[] | undefined;
  readonly blocker?: Blocker | undefined;
  /** A web address. */
  readonly recording?: string | undefined;
};

export type Settled = {
  /** stay: the same task goes on, due at `dueAt`. close: it is over. follow: it is over and the next one is due at `dueAt`. */
  readonly task: { readonly kind: "stay" | "follow"; readonly dueAt: number } | { readonly kind: "close" };
  /** Why the task that goes on is there, where that is not what opened it nor the next step: what was agreed, or what stood in the way. */
  readonly why?: string;
  /** Kept with the attempt: what was agreed, or what comes by the practice. */
  readonly nextStep: NextStep;
  /** Epoch ms; null = engagement may open the next call at once. */
  readonly coolDownUntil: number | null;
  readonly standing?: Standing;
  readonly longRhythm?: boolean;
  /** Said no to any next step. */
  readonly declined?: boolean;
  /** Closed without having been reached. */
  readonly gaveUp?: boolean;
  /** The number is somebody else's and is dropped. */
  readonly wrongPhone?: boolean;
  /** For the prospect's timeline. */
  readonly note?: string;
  /** What happens now, for the rep. */
  readonly next: string;
};

/** What a result is settled by. */
export type Spoken = {
  readonly call: Call;
  readonly prospect: Prospect;
  readonly result: CallResult;
  /** Epoch ms. */
  readonly now: number;
  readonly where: Where;
  /** A person read, clicked or wrote since the attempt before. */
  readonly engaged?: boolean | undefined;
};

const REACHED: ReadonlySet<Disposition> = new Set(["connected", "meeting booked", "not now", "not interested"]);

/** Did somebody speak with the prospect? */
export const didSpeak = (disposition: Disposition): boolean => REACHED.has(disposition);
