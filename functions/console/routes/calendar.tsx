/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { audiencePage, getCadences, getZones } from "../../../shared/cadence/store.ts";
import { AppError } from "../../../shared/error.ts";
import { AUDIENCE_SHARDS } from "../../../shared/keys.ts";
import { orderRehearsal } from "../../../shared/rehearsal/order.ts";
import { isDone, mostWeeks } from "../../../shared/rehearsal/rehearsal.ts";
import type { Rehearsal } from "../../../shared/rehearsal/rehearsal.ts";
import { getRehearsals } from "../../../shared/rehearsal/store.ts";
import { toLocal } from "../../../shared/time.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { monthOf, slotsByDate, weeksOf } from "../month.ts";
import type { Planned } from "../month.ts";
import { CalendarPage } from "../pages/calendar.tsx";
import type { CalendarView } from "../pages/calendar.tsx";
import { show } from "../show.tsx";

const fresh: CalendarView["form"] = { weeks: "13", label: "", errors: {} };

const textOf = (field: unknown): string => (typeof field === "string" ? field : "");

export const calendarRoutes = (app: App) =>
  new Hono<Env>()
    .get("/calendar", async (c) => show(c, "Calendar", <CalendarPage view={await viewOf(c, app, fresh)} />))
    .post("/calendar", async (c) => {
      const body = await c.req.parseBody();
      const [weeks, label] = [textOf(body["weeks"]).trim(), textOf(body["label"])];
      const refuse = async (refused: Partial<CalendarView["form"]>) =>
        show(c, "Calendar", <CalendarPage view={await viewOf(c, app, { ...fresh, weeks, label, ...refused })} />, 422);
      const count = /^\d{1,2}$/.test(weeks) ? Number(weeks) : 0;
      if (count < 1 || count > mostWeeks)
        return refuse({ errors: { weeks: `A whole number from 1 to ${mostWeeks}.` } });
      if (label.length > 120) return refuse({ errors: { label: "At most 120 characters." } });
      try {
        const unpaused = body["unpaused"] === "yes";
        const id = await orderRehearsal(app, { weeks: count, label, unpaused, by: c.get("viewer").name });
        return c.redirect(saying(`/calendar/${id}`, "rehearsal-ordered"), 303);
      } catch (error) {
        if (error instanceof AppError && error.kind === "conflict") return refuse({ problem: error.message });
        throw error;
      }
    });

async function viewOf(c: Context<Env>, app: App, form: CalendarView["form"]): Promise<CalendarView> {
  const { reader, pause, companySaved } = c.get("chrome");
  const month = monthOf(c.req.query("month"), toLocal(reader.zone, reader.now).date);
  const [planned, rehearsals] = await Promise.all([plannedOf(app), getRehearsals(app.table)]);
  const until = weeksOf(month).at(-1)?.at(-1) ?? `${month}-28`;
  const ahead = companySaved ? slotsByDate(planned, reader.now, until) : [];
  return {
    reader,
    month,
    slots: new Map([...ahead].filter(([date]) => date >= (weeksOf(month)[0]?.[0] ?? ""))),
    foreseen: foreseenOf(rehearsals),
    rehearsals,
    pause,
    anyPaused: pause !== undefined || planned.some(({ cadence }) => cadence.paused),
    form,
  };
}

/** Of a cadence as it is saved, not of one that is tried out. */
function foreseenOf(rehearsals: readonly Rehearsal[]): CalendarView["foreseen"] {
  const last = rehearsals.filter(isDone).find(({ cadence, draftId }) => !cadence && draftId === undefined);
  return last && { id: last.id, sent: new Map(last.totals.days.map(({ date, sent }) => [date, sent])) };
}

/** Cadences with the zones in which somebody may be mailed. */
async function plannedOf(app: App): Promise<Planned[]> {
  const cadences = await getCadences(app.table);
  return Promise.all(
    cadences.map(async (cadence) => {
      const zones = await getZones(app.table, cadence.id);
      const used = await Promise.all(zones.map((timeZone) => isUsed(app, cadence.id, timeZone)));
      return { cadence, zones: zones.filter((_, n) => used[n]) };
    }),
  );
}

async function isUsed(app: App, cadenceId: string, timeZone: string): Promise<boolean> {
  for (let shard = 0; shard < AUDIENCE_SHARDS; shard += 1) {
    const { prospectIds } = await audiencePage(app.table, { cadenceId, timeZone, shard }, { limit: 1 });
    if (prospectIds.length > 0) return true;
  }
  return false;
}
