import type { Alarm, App } from "../../shared/app.ts";
import type { Config } from "../../shared/config.ts";
import type { Signal } from "../../shared/engagement/signal.ts";
import { outboxMailer } from "../../shared/local/outbox.ts";
import { localQueue } from "../../shared/local/queue.ts";
import type { LocalQueue } from "../../shared/local/queue.ts";
import { localScheduler } from "../../shared/local/scheduler.ts";
import type { LocalScheduler } from "../../shared/local/scheduler.ts";
import type { Store } from "../../shared/local/store.ts";
import { localTable } from "../../shared/local/table.ts";
import type { Notice } from "../../shared/notice/notice.ts";
import { fetchOutlet } from "../../shared/outlet.ts";
import type { Mailer, Outlet, Queue } from "../../shared/ports.ts";
import type { Reckoning } from "../../shared/reckoning.ts";
import type { TouchBatch } from "../../shared/touch/touch.ts";
import { queues } from "../topology.ts";
import { sayAlarm } from "./alarm.ts";
import type { Clock } from "./clock.ts";
import { firingsPlan } from "./firing.ts";
import type { Firing } from "./firing.ts";

/** Midweek in one process: the app, and what a runtime needs to move it. */
export type World = {
  readonly app: App;
  readonly store: Store;
  readonly clock: Clock;
  readonly scheduler: LocalScheduler;
  readonly queues: {
    readonly touches: LocalQueue<TouchBatch>;
    readonly signals: LocalQueue<Signal>;
    readonly notices: LocalQueue<Notice>;
    readonly reckonings: LocalQueue<Reckoning>;
    readonly firings: LocalQueue<Firing>;
    /** Of schedules whose work takes long, because other people's servers are asked. */
    readonly slowFirings: LocalQueue<Firing>;
  };
  /** Called after each message that was put on a queue. */
  onMessage(listener: () => void): void;
};

export type WorldOptions = {
  readonly store: Store;
  readonly clock: Clock;
  /** Read anew on each use, because settings may change while it runs. */
  readonly config: () => Config;
  /** Instead of the outbox alone. */
  readonly mailer?: Mailer | undefined;
  /** Instead of the network. */
  readonly outlet?: Outlet | undefined;
  /** Instead of the error stream. */
  readonly alarm?: ((alarm: Alarm) => void) | undefined;
};

export function createWorld({
  store,
  clock,
  config,
  mailer,
  outlet = fetchOutlet,
  alarm = sayAlarm,
}: WorldOptions): World {
  const { now } = clock;
  const listeners: (() => void)[] = [];
  const announced = <Body>(queue: Queue<Body>): Queue<Body> => ({
    send: async (bodies, options) => {
      await queue.send(bodies, options);
      for (const listener of listeners) listener();
    },
  });
  const touches = localQueue<TouchBatch>(store, "touches", now, queues.touches);
  const signals = localQueue<Signal>(store, "signals", now, queues.signals);
  const notices = localQueue<Notice>(store, "notices", now, queues.notices);
  const reckonings = localQueue<Reckoning>(store, "reckonings", now, queues.reckonings);
  const firings = localQueue<Firing>(store, "firings", now, firingsPlan);
  const slowFirings = localQueue<Firing>(store, "slow-firings", now, firingsPlan);
  const scheduler = localScheduler(store, now);
  const app: App = {
    table: localTable(store, now),
    touches: announced(touches),
    signals: announced(signals),
    notices: announced(notices),
    reckonings: announced(reckonings),
    mailer: mailer ?? outboxMailer(store, now),
    outlet,
    scheduler,
    now,
    get config() {
      return config();
    },
    alarm,
  };
  return {
    app,
    store,
    clock,
    scheduler,
    queues: { touches, signals, notices, reckonings, firings, slowFirings },
    onMessage: (listener) => void listeners.push(listener),
  };
}
