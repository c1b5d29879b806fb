/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import type { Call } from "../../../shared/call/call.ts";
import { compared } from "../../../shared/practice/compare.ts";
import { PERIODS, figuresOf, overdueCalls, periodOf, together } from "../../../shared/practice/figures.ts";
import { dueCalls, workOf } from "../../../shared/practice/read.ts";
import { getProspects } from "../../../shared/prospect/store.ts";
import type { Reader } from "../chrome.ts";
import type { Env } from "../env.ts";
import { TeamPage } from "../pages/team.tsx";
import type { Late } from "../parts/team-overdue.tsx";
import { show } from "../show.tsx";

/** So many late calls are shown; who has more has another trouble than to find them. */
const MOST_LATE = 20;

export const teamRoutes = (app: App) =>
  new Hono<Env>().get("/team", async (c) => {
    const { reader } = c.get("chrome");
    const days = PERIODS.find((one) => String(one) === c.req.query("days")) ?? PERIODS[0];
    const period = periodOf(days, reader.now);
    const [works, ownerless] = await Promise.all([
      Promise.all(reader.seen.map((rep) => workOf(app.table, rep.id, period))),
      reader.ownerless ? dueCalls(app.table, undefined, reader.now) : [],
    ]);
    const all = together(works);
    const figures = figuresOf(all, period);
    const late = overdueCalls([...all.open, ...ownerless], reader.now);
    const page = {
      reader,
      days,
      from: period.from,
      reps: reader.seen.flatMap(({ name }, i) => {
        const worked = works[i];
        return worked ? [{ name, figures: figuresOf(worked, period) }] : [];
      }),
      together: figures,
      claims: compared(figures),
      overdue: { count: late.length, late: await lateOf(app, late.slice(0, MOST_LATE), reader) },
    };
    return show(c, "Team", <TeamPage {...page} />);
  });

async function lateOf(app: App, calls: readonly Call[], { reps }: Reader): Promise<Late[]> {
  const prospects = await getProspects(app.table, [...new Set(calls.map(({ prospectId }) => prospectId))]);
  const names = new Map(reps.map(({ id, name }) => [id, name]));
  return calls.flatMap((call) => {
    const prospect = prospects.get(call.prospectId);
    return prospect ? [{ call, prospect, repName: names.get(call.repId ?? "") ?? "No rep yet" }] : [];
  });
}
