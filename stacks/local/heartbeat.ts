import { purgeExpired } from "../../shared/local/table.ts";
import type { OpenWorld } from "./open-world.ts";
import { passTime, putStandingSchedules } from "./world.ts";
import type { OnFailure } from "./world.ts";

/** Keeps a world going in real time. */
export type Heartbeat = {
  /** Lets time jump forward to `to` (epoch ms), firing everything in between, then run on from there. */
  moveTo: (to: number) => Promise<void>;
  /** Finishes what is under way and stops. */
  stop: () => Promise<void>;
};

/** How long another process's changes (an import on the command line) may go unnoticed. */
const BEAT_MS = 1000;

/**
 * Works off schedules and queues as they fall due, and at once when a message is put on a queue. One pass at a time: a jump in time waits for
 * the pass under way.
 */
export async function startHeartbeat(world: OpenWorld, failed: OnFailure): Promise<Heartbeat> {
  await putStandingSchedules(world);
  purgeExpired(world.store, world.clock.now());
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<void> = Promise.resolve();
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    last = last.then(act, act);
    return last;
  };
  const pass = async (): Promise<void> => {
    await passTime(world, world.clock.now(), failed);
    world.clock.run();
  };
  const beat = (): void => {
    clearTimeout(timer);
    if (stopped) return;
    inTurn(async () => {
      await world.refresh();
      await pass();
    })
      .catch((error: unknown) => failed({ id: "heartbeat", error }))
      .finally(() => {
        if (!stopped) timer = setTimeout(beat, BEAT_MS);
      });
  };
  let woken = false;
  world.onMessage(() => {
    if (woken || stopped) return;
    woken = true;
    setImmediate(() => {
      woken = false;
      inTurn(pass).catch((error: unknown) => failed({ id: "heartbeat", error }));
    });
  });
  beat();
  return {
    moveTo: (to) =>
      inTurn(async () => {
        await passTime(world, Math.max(to, world.clock.now()), failed);
        world.clock.run();
        await world.keepClock();
      }),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await last.catch(() => undefined);
    },
  };
}
