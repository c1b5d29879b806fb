import { AppError } from "../error.ts";
import type { Schedule, Scheduler } from "../ports.ts";
import { knownZone, zoneRules } from "../time.ts";
import { nextFiring } from "./cron.ts";
import type { Store } from "./store.ts";

type Firing = {
  /** Epoch ms; may be long past. */
  readonly at: number;
  readonly schedule: Schedule;
};

/** The side of the scheduler that the process's own clock works with. */
export type LocalScheduler = Scheduler & {
  /** The earliest firing over all schedules, however long ago it was due. */
  nextDue(): Firing | undefined;
  /** Its target was called for the firing at `at`: a recurring one goes on to its next, a one-time one is removed. */
  fired(name: string, at: number): void;
};

type ScheduleRow = { readonly schedule: string; readonly next_at: number; readonly counted_from: number };

const ROW = "SELECT schedule, next_at, counted_from FROM schedules";

/** The scheduler port over the app's clock. Firing is at least once: call the target, then `fired`. */
export function localScheduler(store: Store, now: () => number): LocalScheduler {
  recount(store);
  return {
    put: async (schedule) => {
      check(schedule);
      store.transaction(() => keep(store, schedule, now()));
    },
    remove: async (name) => remove(store, name),
    list: async (prefix) =>
      store
        .sql<{ name: string }>("SELECT name FROM schedules WHERE substr(name, 1, ?) = ? ORDER BY name")
        .all(prefix.length, prefix)
        .map(({ name }) => name),
    nextDue: () => {
      const row = store.sql<ScheduleRow>(`${ROW} ORDER BY next_at, name LIMIT 1`).get();
      return row && { at: row.next_at, schedule: scheduleOf(row) };
    },
    fired: (name, at) =>
      store.transaction(() => {
        const row = store.sql<ScheduleRow>(`${ROW} WHERE name = ?`).get(name);
        // The target may have put the schedule anew; then that firing is still to come.
        if (row?.next_at !== at) return;
        const next = nextFiringOf(scheduleOf(row), at);
        if (next === undefined) remove(store, name);
        else plan(store, name, next, at);
      }),
  };
}

const scheduleOf = (row: ScheduleRow): Schedule => JSON.parse(row.schedule);

const nextFiringOf = ({ expression, timeZone }: Schedule, after: number): number | undefined =>
  nextFiring(expression, timeZone, after);

/** A one-time schedule for a time that has just passed is due at once, and not never. */
const firstFiringOf = (schedule: Schedule, from: number): number | undefined =>
  nextFiringOf(schedule, schedule.expression.startsWith("at(") ? -Infinity : from);

function remove(store: Store, name: string): void {
  store.sql("DELETE FROM schedules WHERE name = ?").run(name);
}

function plan(store: Store, name: string, next: number, from: number): void {
  store
    .sql("UPDATE schedules SET next_at = ?, counted_from = ?, rules = ? WHERE name = ?")
    .run(next, from, zoneRules.version, name);
}

function check({ name, timeZone }: Schedule): void {
  if (!/^[A-Za-z0-9_.-]{1,64}$/.test(name))
    throw new AppError("invalid", `the schedule name "${name}" is not 1 to 64 letters, digits, dots, - or _`);
  if (knownZone(timeZone) !== timeZone) throw new AppError("invalid", `${name}: there is no time zone "${timeZone}"`);
}

function keep(store: Store, schedule: Schedule, at: number): void {
  const { name, expression, timeZone } = schedule;
  const row = store.sql<ScheduleRow>(`${ROW} WHERE name = ?`).get(name);
  const before = row && scheduleOf(row);
  // The firing it waits for stays, or putting an overdue schedule again would lose it.
  const same = before?.expression === expression && before.timeZone === timeZone ? row : undefined;
  const next = same?.next_at ?? firstFiringOf(schedule, at);
  if (next === undefined) throw new AppError("invalid", `${name}: ${expression} never comes in ${timeZone}`);
  store
    .sql("INSERT OR REPLACE INTO schedules (name, schedule, next_at, counted_from, rules) VALUES (?, ?, ?, ?, ?)")
    .run(name, JSON.stringify(schedule), next, same?.counted_from ?? at, zoneRules.version);
}

/** New zone rules may move firings that were counted out by older ones. */
function recount(store: Store): void {
  const rows = store.sql<ScheduleRow>(`${ROW} WHERE rules <> ?`).all(zoneRules.version);
  if (!rows.length) return;
  store.transaction(() => {
    for (const row of rows) {
      const schedule = scheduleOf(row);
      plan(store, schedule.name, firstFiringOf(schedule, row.counted_from) ?? row.next_at, row.counted_from);
    }
  });
}
