import type { Config } from "./config.ts";
import type { Notice } from "./notice/notice.ts";
import type { Mailer, Outlet, Queue, Scheduler, Table } from "./ports.ts";
import type { Reckoning } from "./reckoning.ts";
import type { TouchBatch } from "./touch/touch.ts";
import type { Signal } from "./engagement/signal.ts";

/** Something that a person must look at; `says` is one sentence for people, without addresses or names of prospects. */
export type Alarm = {
  readonly name: "sending-paused" | "limits-unknown" | "notice-undelivered";
  readonly says: string;
};

/** What every verb takes first: the ports of this world, its clock and the configuration. */
export type App = {
  readonly table: Table;
  readonly touches: Queue<TouchBatch>;
  readonly signals: Queue<Signal>;
  /** What became of call tasks, for those who want to hear of it. */
  readonly notices: Queue<Notice>;
  /** Long sums to be worked out by and by. */
  readonly reckonings: Queue<Reckoning>;
  readonly mailer: Mailer;
  readonly outlet: Outlet;
  readonly scheduler: Scheduler;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly config: Config;
  /** Tells those who run Midweek. Never throws. */
  readonly alarm: (alarm: Alarm) => void;
};
