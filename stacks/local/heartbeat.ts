import { syncSchedules } from "../../shared/cadence/schedules.ts";
import { purgeExpired } from "../../shared/local/table.ts";
import type { OpenWorld } from "./open-world.ts";
import { passTime, putStandingSchedules, workNotices, workReckonings, workWithoutNotices } from "./work.ts";
import type { OnFailure } from "./work.ts";

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
  // The sweep that does so every night may have found the machine switched off.
  await syncSchedules(world.app);
  purgeExpired(world.store, world.clock.now());
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const inTurn = oneByOne();
  // In turns of their own, because somebody else's server may take ten seconds to answer, and nobody should wait for that.
  const tellInTurn = oneByOne();
  const reckonInTurn = oneByOne();
  const complain = (error: unknown): void => failed({ id: "heartbeat", error });
  const beat = (): void => {
    clearTimeout(timer);
    if (stopped) return;
    inTurn(async () => {
      await world.refresh();
      await workWithoutNotices(world, failed);
    })
      .catch(complain)
      .finally(() => {
        if (!stopped) timer = setTimeout(beat, BEAT_MS);
      });
    workApart();
  };
  const workApart = (): void => {
    void tellInTurn(() => workNotices(world, failed)).catch(complain);
    void reckonInTurn(() => workReckonings(world, failed)).catch(complain);
  };
  let woken = false;
  world.onMessage(() => {
    if (woken || stopped) return;
    woken = true;
    setImmediate(() => {
      woken = false;
      inTurn(() => workWithoutNotices(world, failed))
        .catch(complain)
        .finally(() => {
          if (!stopped) workApart();
        });
    });
  });
  beat();
  return {
    moveTo: (to) => inTurn(() => moveClock(world, to, failed)),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await Promise.allSettled([inTurn, tellInTurn, reckonInTurn].map((turn) => turn(async () => undefined)));
    },
  };
}

/** Does what it is given one after the other, whether or not the one before came off. */
function oneByOne(): (act: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (act) => {
    last = last.then(act, act);
    return last;
  };
}

/** The clock is kept at every moment on the way, so that a process that dies half way does not wake up before its own ledger. */
async function moveClock(world: OpenWorld, to: number, failed: OnFailure): Promise<void> {
  try {
    await passTime(world, Math.max(to, world.clock.now()), failed, world.keepClock);
  } finally {
    world.clock.run();
    await world.keepClock();
  }
}
