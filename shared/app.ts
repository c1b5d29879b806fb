import type { Config } from "./config.ts";
import type { Mailer, Queue, Scheduler, Table } from "./ports.ts";
import type { TouchBatch } from "./touch/touch.ts";
import type { Signal } from "./engagement/signal.ts";

/** What every verb takes first: the ports of this world, its clock and the configuration. */
export type App = {
  readonly table: Table;
  readonly touches: Queue<TouchBatch>;
  readonly signals: Queue<Signal>;
  readonly mailer: Mailer;
  readonly scheduler: Scheduler;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly config: Config;
};
