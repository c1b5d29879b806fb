import type { Viewer } from "../../shared/member/access.ts";
import type { Flash } from "./flash.ts";
import type { Pause } from "../../shared/sending/sending.ts";
import type { Rep } from "../../shared/rep/rep.ts";

/** Whose work is read: one rep's, or that of all whom the viewer sees (`rep` undefined). Times are told in `zone`. */
export type Reader = {
  readonly rep: Rep | undefined;
  /** Everybody's names, as for handing over. Work is listed of `seen` only. */
  readonly reps: readonly Rep[];
  /** Those of them whose work the viewer sees; whether that of no rep is among it, says `ownerless`. */
  readonly seen: readonly Rep[];
  readonly ownerless: boolean;
  readonly zone: string;
  readonly now: number;
};

/** One button of the time bar. */
export type Move = { readonly id: string; readonly label: string; readonly to: number };

/** What stands around every page. */
export type Chrome = {
  /** Nobody before they have signed in. */
  readonly viewer: Viewer | undefined;
  readonly reader: Reader;
  readonly path: string;
  readonly flash: Flash | undefined;
  /** Nothing is sent before Settings are filled in. */
  readonly companySaved: boolean;
  /** Some cadence is not paused. */
  readonly started: boolean;
  /** Nothing is sent because of it. */
  readonly pause: Pause | undefined;
  /** Only the one-machine runtime has an outbox, an import page and a clock that moves. */
  readonly local: boolean;
  readonly moves: readonly Move[];
};
