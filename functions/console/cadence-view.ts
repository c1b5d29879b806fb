import type { Cadence } from "../../shared/cadence/cadence.ts";
import type { ComingSlot } from "./coming-slots.ts";

export type CadenceView = {
  readonly cadence: Cadence;
  /** It starts once a company is saved. */
  readonly started: boolean;
  readonly coming: readonly ComingSlot[];
  /** Mailable prospects by zone, in words: "12", "50+". */
  readonly audience: ReadonlyMap<string, string>;
  /** All of them, as a sentence: "12 prospects in 2 time zones may be mailed.". */
  readonly people: string;
};
