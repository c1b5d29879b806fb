import { setImmediate } from "node:timers/promises";
import type { Failure, QueueHandler } from "../../functions/batch.ts";
import type { LocalQueue } from "../../shared/local/queue.ts";
import { queues, standingSchedules } from "../topology.ts";
import { fire, firingsPlan } from "./firing.ts";
import type { Firing } from "./firing.ts";
import { queueHandlers } from "./handlers.ts";
import type { World } from "./world.ts";

/** Told of everything that failed; it comes again by itself, and ends as a dead letter if it keeps failing. */
export type OnFailure = (failure: Failure) => void;

/** Failed messages come again after half a minute, then one, two, four. */
const retrySeconds = (attempt: number): number => Math.min(900, 30 * 2 ** (attempt - 1));

/** Where messages come from, how many at once, and who deals with them. */
type Work<Body> = { readonly queue: LocalQueue<Body>; readonly batchSize: number; readonly handler: QueueHandler };

async function workOff<Body>(
  world: World,
  { queue, batchSize, handler }: Work<Body>,
  failed: OnFailure,
): Promise<boolean> {
  const messages = queue.receive(batchSize);
  if (messages.length === 0) return false;
  const failures = await handler(world.app, messages);
  const attempts = new Map(messages.map(({ id, attempt }) => [id, attempt]));
  for (const failure of failures) {
    failed(failure);
    queue.retry([failure.id], retrySeconds(attempts.get(failure.id) ?? 1));
    attempts.delete(failure.id);
  }
  queue.done([...attempts.keys()]);
  // SQLite answers at once, so without this nobody else, not even a click, would get a turn until the queue is empty.
  await setImmediate();
  return true;
}

/** Works off what is to be told of call tasks, for who gives that a turn of its own. */
export async function workNotices(world: World, failed: OnFailure): Promise<void> {
  const notices = { queue: world.queues.notices, ...queues.notices, handler: queueHandlers.notices };
  while (await workOff(world, notices, failed));
}

/** Works off long sums and what asks other people's servers for minutes, one after the other, for who gives them a turn of their own. */
export async function workReckonings(world: World, failed: OnFailure): Promise<void> {
  const reckonings = { queue: world.queues.reckonings, ...queues.reckonings, handler: queueHandlers.reckonings };
  const slowFirings = { queue: world.queues.slowFirings, ...firingsPlan, handler: fire };
  while ((await workOff(world, reckonings, failed)) || (await workOff(world, slowFirings, failed)));
}

/** Works off what the queues show, what people did before what is to be sent, until they show nothing. */
async function drain(world: World, failed: OnFailure): Promise<void> {
  const signals = { queue: world.queues.signals, ...queues.signals, handler: queueHandlers.signals };
  const firings = { queue: world.queues.firings, ...firingsPlan, handler: fire };
  const touches = { queue: world.queues.touches, ...queues.touches, handler: queueHandlers.touches };
  for (;;) {
    const worked =
      (await workOff(world, signals, failed)) ||
      (await workOff(world, firings, failed)) ||
      (await workOff(world, touches, failed));
    if (!worked) return;
  }
}

const SLOW = new Set<Firing["target"]>(["gather"]);

/** Puts a schedule's firing on its queue, where a failing target is tried again without holding up the other schedules. */
async function fireNext(world: World): Promise<boolean> {
  const due = world.scheduler.nextDue();
  if (!due || due.at > world.clock.now()) return false;
  const { name, target, input } = due.schedule;
  await world.queues[SLOW.has(target) ? "slowFirings" : "firings"].send([
    { target, input: { ...input, scheduledAt: due.at } },
  ]);
  world.scheduler.fired(name, due.at);
  return true;
}

/** Does everything but the telling that is due by now, on a clock that goes on running meanwhile: what takes too long meets a closed window. */
export async function workWithoutNotices(world: World, failed: OnFailure): Promise<void> {
  do await drain(world, failed);
  while (await fireNext(world));
}

/** Does everything that is due by now, one after the other. */
export async function workDue(world: World, failed: OnFailure): Promise<void> {
  do {
    await workWithoutNotices(world, failed);
    await workNotices(world, failed);
    await workReckonings(world, failed);
  } while (isDue(world));
}

/** Is there something that telling has brought? */
const isDue = (world: World): boolean => nextMoment(world) <= world.clock.now();

/** When something happens by itself next, epoch ms; Infinity if nothing does. */
export const nextMoment = ({ scheduler, queues: waiting }: World): number =>
  Math.min(
    scheduler.nextDue()?.at ?? Infinity,
    ...Object.values(waiting).map((queue) => queue.nextVisibleAt() ?? Infinity),
  );

/**
 * Lets time pass until `to` (epoch ms): fires every schedule and message in between at its own moment, in order, with the clock standing there.
 * `onMoment` is told each time the clock has moved.
 */
export async function passTime(
  world: World,
  to: number,
  failed: OnFailure,
  onMoment: () => Promise<void> = async () => undefined,
): Promise<void> {
  await workDue(world, failed);
  for (let at = nextMoment(world); at <= to; at = nextMoment(world)) {
    world.clock.standAt(at);
    await onMoment();
    await workDue(world, failed);
  }
  world.clock.standAt(to);
  await onMoment();
}

/** The schedules that are always there. What a sweep missed while the machine was off needs no catching up. */
export async function putStandingSchedules(world: World): Promise<void> {
  for (const schedule of standingSchedules) {
    await world.scheduler.remove(schedule.name);
    await world.scheduler.put(schedule);
  }
}
