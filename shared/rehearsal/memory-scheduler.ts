import { nextOf } from "../cadence/next-slot.ts";
import type { Schedule, Scheduler } from "../ports.ts";
import { WEEKDAYS } from "../time.ts";

export type MemoryFiring = { readonly at: number; readonly schedule: Schedule };

export type MemoryScheduler = Scheduler & {
  /** The earliest firing over all; what comes at the same moment by name. */
  nextDue(): MemoryFiring | undefined;
  /** It goes on to its next firing. */
  fired(firing: MemoryFiring): void;
};

const SLOT = /^cron\((\d{1,2}) (\d{1,2}) \? \* ([A-Z]{3}) \*\)$/;
const EVERY = /^rate\((\d+) minutes\)$/;
const MINUTE = 60_000;

/** The next time after `after` of a slot of a cadence (`scheduleOf`), or of what comes every so many minutes; undefined for what never comes again. */
export function nextTime({ expression, timeZone }: Schedule, after: number): number | undefined {
  const every = EVERY.exec(expression);
  if (every) return (Math.floor(after / (Number(every[1]) * MINUTE)) + 1) * Number(every[1]) * MINUTE;
  const [, minute = "", hour = "", day = ""] = SLOT.exec(expression) ?? [];
  const weekday = WEEKDAYS.find((name) => name.slice(0, 3).toUpperCase() === day);
  if (weekday !== "wednesday" && weekday !== "thursday") return undefined;
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  return nextOf({ weekday, time, kind: "blog-post" }, timeZone, after);
}

/** Schedules in memory, of slots and of what comes every so many minutes; one-time ones are none of a dry run's. */
export function memoryScheduler(now: () => number): MemoryScheduler {
  const kept = new Map<string, MemoryFiring>();
  const plan = (schedule: Schedule, after: number): void => {
    const at = nextTime(schedule, after);
    if (at === undefined) kept.delete(schedule.name);
    else kept.set(schedule.name, { at, schedule });
  };
  return {
    put: async (schedule) => {
      const before = kept.get(schedule.name);
      const { expression, timeZone } = schedule;
      // The firing it waits for stays.
      if (before?.schedule.expression === expression && before.schedule.timeZone === timeZone)
        kept.set(schedule.name, { at: before.at, schedule });
      else plan(schedule, now());
    },
    remove: async (name) => void kept.delete(name),
    list: async (prefix) => [...kept.keys()].filter((name) => name.startsWith(prefix)).toSorted(),
    nextDue: () => {
      let first: MemoryFiring | undefined;
      for (const one of kept.values()) if (!first || isBefore(one, first)) first = one;
      return first;
    },
    fired: ({ at, schedule }) => {
      if (kept.get(schedule.name)?.at === at) plan(schedule, at);
    },
  };
}

const isBefore = (one: MemoryFiring, other: MemoryFiring): boolean =>
  one.at < other.at || (one.at === other.at && one.schedule.name < other.schedule.name);
