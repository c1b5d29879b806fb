import { Cron } from "croner";
import { AppError } from "../error.ts";
import { MINUTE, offsetAt, toInstant } from "../time.ts";

const AT = /^at\((\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})\)$/;
const CRON = /^cron\(([^()]+)\)$/;
const FIELDS = 6;

/**
 * The first firing after an instant (epoch ms) of an EventBridge Scheduler expression, `cron(...)` or `at(...)`, whose wall times
 * are of `timeZone`. A wall time that daylight saving skips does not fire; one that comes twice fires at the first. undefined:
 * never again. Anything else, `rate(...)` too, is an AppError("invalid").
 */
export function nextFiring(expression: string, timeZone: string, after: number): number | undefined {
  const once = AT.exec(expression);
  if (once) {
    const at = instantOf(expression, timeZone, `${once[1]}T${once[2]}`);
    return at !== undefined && at > after ? at : undefined;
  }
  const cron = cronOf(expression);
  // Read as a clock on the wall that knows no daylight saving; the zone comes in only when a wall time becomes an instant.
  let wall: Date | null = new Date(Math.floor((after + offsetAt(timeZone, after) * MINUTE) / 1000) * 1000);
  while ((wall = cron.nextRun(wall))) {
    const at = instantOf(expression, timeZone, wall.toISOString().slice(0, 19));
    if (at !== undefined && at > after) return at;
  }
  return undefined;
}

function instantOf(expression: string, timeZone: string, wall: string): number | undefined {
  const [date = "", time = ""] = wall.split("T");
  const written = new Date(`${wall}Z`);
  if (Number.isNaN(written.getTime()) || !written.toISOString().startsWith(wall))
    throw new AppError("invalid", `${expression}: there is no such date or time`);
  return toInstant(timeZone, date, time);
}

const known = new Map<string, Cron>();

function cronOf(expression: string): Cron {
  const cached = known.get(expression);
  if (cached) return cached;
  const fields = CRON.exec(expression)?.[1]?.trim().split(/\s+/) ?? [];
  if (fields.length !== FIELDS)
    throw new AppError(
      "invalid",
      `${expression}: not cron(minute hour day month weekday year) and not at(date and time)`,
    );
  const [day, weekday] = [fields[2]!, fields[4]!];
  if (fields.filter((field) => field.includes("?")).length !== 1 || (day !== "?" && weekday !== "?"))
    throw new AppError(
      "invalid",
      `${expression}: either the day of the month or the weekday has to be ?, and no other field`,
    );
  if (/(?<![#\d])[089]/.test(weekday))
    throw new AppError("invalid", `${expression}: weekdays are SUN to SAT or 1 (Sunday) to 7`);
  const cron = parse(expression, fields);
  known.set(expression, cron);
  return cron;
}

function parse(expression: string, fields: readonly string[]): Cron {
  try {
    return new Cron(`0 ${fields.join(" ")}`, {
      timezone: "UTC",
      paused: true,
      mode: "7-part",
      // Quartz counts weekdays from 1 = Sunday.
      alternativeWeekdays: true,
      sloppyRanges: true,
      domAndDow: true,
    });
  } catch (error) {
    throw new AppError("invalid", `${expression}: ${error instanceof Error ? error.message : "not understood"}`);
  }
}
