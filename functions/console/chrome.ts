import type { Flash } from "./flash.ts";
import type { Pause } from "../../shared/sending/sending.ts";
import type { Rep } from "../../shared/rep/rep.ts";

/** Who reads: one rep, or everybody's work at once (`rep` undefined). Times are told in `zone`. */
export type Reader = {
  readonly rep: Rep | undefined;
  readonly reps: readonly Rep[];
  readonly zone: string;
  readonly now: number;
};

/** One button of the time bar. */
export type Move = { readonly id: string; readonly label: string; readonly to: number };

/** What stands around every page. */
export type Chrome = {
  readonly reader: Reader;
  readonly path: string;
  readonly flash: Flash | undefined;
  /** Nothing is sent before Settings are filled in. */
  readonly companySaved: boolean;
  /** Nothing is sent because of it. */
  readonly pause: Pause | undefined;
  /** Only the one-machine runtime has an outbox, an import page and a clock that moves. */
  readonly local: boolean;
  readonly moves: readonly Move[];
};
