import { setImmediate } from "node:timers/promises";
import type { App } from "../app.ts";
import { DAY } from "../durations.ts";
import type { Mailer, Table } from "../ports.ts";
import { pacedMailer } from "../sending/paced-mailer.ts";
import type { Limits } from "../sending/sending.ts";
import type { TouchBatch } from "../touch/touch.ts";
import { memoryQueue, nowhere } from "./memory-queue.ts";
import type { MemoryQueue } from "./memory-queue.ts";
import { memoryScheduler } from "./memory-scheduler.ts";
import type { MemoryScheduler } from "./memory-scheduler.ts";
import { memoryTable } from "./memory-table.ts";

/** An app of which nothing is real but its configuration: a table, queue and scheduler in memory, a clock that is set, and a mailer that only counts. */
export type Stage = {
  readonly app: App;
  readonly touches: MemoryQueue<TouchBatch>;
  readonly scheduler: MemoryScheduler;
  /** Sets the clock (epoch ms). */
  readonly standAt: (at: number) => void;
};

/** Others of the same process wait no longer than this, and whatever one step takes. */
const SLICE_MS = 8;

/** Lets others have a turn now and then, because what is in memory answers at once. */
export function breathing(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE_MS) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}

function unhurried(table: Table, breathe: () => Promise<void> | undefined): Table {
  return {
    ...table,
    getMany: async (keys) => (await breathe(), table.getMany(keys)),
    query: async (query) => (await breathe(), table.query(query)),
    write: async (...writes) => (await breathe(), table.write(...writes)),
  };
}

/** `perDay`: emails the provider takes in 24 hours, where that is known. */
export function stageOf(real: Pick<App, "config">, from: number, perDay: number | undefined): Stage {
  let at = from;
  const now = (): number => at;
  const table = unhurried(memoryTable(now), breathing());
  const touches = memoryQueue<TouchBatch>(now);
  const scheduler = memoryScheduler(now);
  const { mailer, inDayBefore } = countingMailer(now);
  const limits = async (): Promise<Limits> => ({ perDay, sentInDayBefore: inDayBefore() });
  const sender = { table, now, config: real.config, alarm: () => undefined };
  const app: App = {
    ...sender,
    touches,
    scheduler,
    signals: nowhere(),
    notices: nowhere(),
    reckonings: nowhere(),
    // How fast a provider takes emails matters to minutes within an afternoon, so nobody ever waits here.
    mailer: pacedMailer(mailer, {
      app: sender,
      wait: async () => undefined,
      ...(perDay !== undefined && { limits }),
    }),
    outlet: {
      get: async () => ({ failed: "nothing leaves a dry run" }),
      post: async () => ({ failed: "nothing leaves a dry run" }),
    },
  };
  return { app, touches, scheduler, standAt: (to) => void (at = to) };
}

/** Takes everything and sends nothing. */
function countingMailer(now: () => number): { readonly mailer: Mailer; readonly inDayBefore: () => number } {
  let sent: { readonly at: number; readonly count: number }[] = [];
  return {
    mailer: {
      sendBulk: async ({ entries }) => {
        sent.push({ at: now(), count: entries.length });
        return entries.map(() => ({ outcome: "accepted", messageId: "rehearsed" }));
      },
      forget: async () => undefined,
    },
    inDayBefore: () => {
      sent = sent.filter(({ at }) => at > now() - DAY);
      return sent.reduce((sum, { count }) => sum + count, 0);
    },
  };
}
