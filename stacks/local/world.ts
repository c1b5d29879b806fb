import type { Failure, QueueHandler } from "../../functions/batch.ts";
import type { App } from "../../shared/app.ts";
import type { Config } from "../../shared/config.ts";
import type { Signal } from "../../shared/engagement/signal.ts";
import { outboxMailer } from "../../shared/local/outbox.ts";
import { localQueue } from "../../shared/local/queue.ts";
import type { LocalQueue } from "../../shared/local/queue.ts";
import { localScheduler } from "../../shared/local/scheduler.ts";
import type { LocalScheduler } from "../../shared/local/scheduler.ts";
import type { Store } from "../../shared/local/store.ts";
import { localTable } from "../../shared/local/table.ts";
import type { Mailer, Queue } from "../../shared/ports.ts";
import type { TouchBatch } from "../../shared/touch/touch.ts";
import { queues, scheduled, standingSchedules } from "../topology.ts";
import type { QueuePlan } from "../topology.ts";
import type { Clock } from "./clock.ts";

/** Midweek in one process: the app, and what a runtime needs to move it. */
export type World = {
  readonly app: App;
  readonly store: Store;
  readonly clock: Clock;
  readonly scheduler: LocalScheduler;
  readonly queues: { readonly touches: LocalQueue<TouchBatch>; readonly signals: LocalQueue<Signal> };
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
};

export function createWorld({ store, clock, config, mailer }: WorldOptions): World {
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
  const scheduler = localScheduler(store, now);
  const app: App = {
    table: localTable(store, now),
    touches: announced(touches),
    signals: announced(signals),
    mailer: mailer ?? outboxMailer(store, now),
    scheduler,
    now,
    get config() {
      return config();
    },
  };
  return {
    app,
    store,
    clock,
    scheduler,
    queues: { touches, signals },
    onMessage: (listener) => void listeners.push(listener),
  };
}

/** Failed messages come again after half a minute, then a minute, then two. */
const retrySeconds = (attempt: number): number => Math.min(900, 30 * 2 ** (attempt - 1));

async function drainOnce<Body>(
  world: World,
  queue: LocalQueue<Body>,
  plan: QueuePlan,
  failed: OnFailure,
): Promise<boolean> {
  const messages = queue.receive(plan.batchSize);
  if (messages.length === 0) return false;
  const handler: QueueHandler = plan.handler;
  const failures = await handler(world.app, messages);
  const ids = new Set(failures.map((failure) => failure.id));
  queue.done(messages.filter((message) => !ids.has(message.id)).map((message) => message.id));
  for (const failure of failures) {
    failed(failure);
    queue.retry([failure.id], retrySeconds(messages.find((message) => message.id === failure.id)?.attempt ?? 1));
  }
  return true;
}

export type OnFailure = (failure: Failure) => void;

/** Works off everything the queues show at this moment. */
export async function drain(world: World, failed: OnFailure): Promise<void> {
  let worked = true;
  while (worked) {
    const touched = await drainOnce(world, world.queues.touches, queues.touches, failed);
    const recorded = await drainOnce(world, world.queues.signals, queues.signals, failed);
    worked = touched || recorded;
  }
}

function nextMoment(world: World): number {
  return Math.min(
    world.scheduler.nextDue()?.at ?? Infinity,
    world.queues.touches.nextVisibleAt() ?? Infinity,
    world.queues.signals.nextVisibleAt() ?? Infinity,
  );
}

const FIRING_TRIES = 3;

/** Calls a schedule's target. What fails three times is reported and left behind, so that it does not hold up all other schedules. */
async function fire(
  world: World,
  due: NonNullable<ReturnType<LocalScheduler["nextDue"]>>,
  failed: OnFailure,
): Promise<void> {
  const { at, schedule } = due;
  for (let attempt = 1; attempt <= FIRING_TRIES; attempt++) {
    try {
      await scheduled[schedule.target](world.app, { ...schedule.input, scheduledAt: at });
      break;
    } catch (error) {
      failed({ id: schedule.name, error });
    }
  }
  world.scheduler.fired(schedule.name, at);
}

/** Lets time pass until `to` (epoch ms): fires every schedule and message in between at its own moment, in order. */
export async function passTime(world: World, to: number, failed: OnFailure): Promise<void> {
  await drain(world, failed);
  for (let at = nextMoment(world); at <= to; at = nextMoment(world)) {
    world.clock.standAt(at);
    const due = world.scheduler.nextDue();
    if (due && due.at <= world.clock.now()) {
      await fire(world, due, failed);
    }
    await drain(world, failed);
  }
  world.clock.standAt(to);
}

/** The schedules that are always there. What a sweep missed while the machine was off needs no catching up. */
export async function putStandingSchedules(world: World): Promise<void> {
  for (const schedule of standingSchedules) {
    await world.scheduler.remove(schedule.name);
    await world.scheduler.put(schedule);
  }
}
