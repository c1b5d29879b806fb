/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import type { Call } from "../../../shared/call/call.ts";
import { worklist } from "../../../shared/call/store.ts";
import { getProspects } from "../../../shared/prospect/store.ts";
import { toLocal } from "../../../shared/time.ts";
import type { Reader } from "../chrome.ts";
import type { Env } from "../env.ts";
import { otherAttempts } from "../other-attempts.ts";
import { WorklistPage, type Group, type Task } from "../pages/worklist.tsx";
import { show } from "../show.tsx";

const MOST = 100;

export const worklistRoutes = (app: App) =>
  new Hono<Env>().get("/", async (c) => {
    const { reader } = c.get("chrome");
    const calls = await callsFor(app, reader);
    const groups = groupsOf(await tasksOf(app, reader, calls.slice(0, MOST)), reader);
    return show(c, "Worklist", <WorklistPage groups={groups} reader={reader} more={calls.length > MOST} />);
  });

async function tasksOf(app: App, reader: Reader, calls: readonly Call[]): Promise<Task[]> {
  const [prospects, others] = await Promise.all([
    getProspects(app.table, [...new Set(calls.map((call) => call.prospectId))]),
    Promise.all(calls.map((call) => otherAttempts(app.table, call))),
  ]);
  const names = new Map(reader.reps.map((rep) => [rep.id, rep.name]));
  return calls.flatMap((call, i) => {
    const prospect = prospects.get(call.prospectId);
    const repName = reader.rep ? undefined : (names.get(call.repId ?? "") ?? "No rep yet");
    return prospect ? [{ call, prospect, otherAttempts: others[i] ?? 0, repName }] : [];
  });
}

/** In the order to make them, at most one more of each rep than a page shows. */
async function callsFor(app: App, reader: Reader): Promise<Call[]> {
  const repIds = reader.rep ? [reader.rep.id] : [...reader.reps.map((rep) => rep.id), undefined];
  const pages = await Promise.all(repIds.map((repId) => worklist(app.table, repId, { limit: MOST + 1 })));
  return pages
    .flatMap((page) => page.calls)
    .toSorted((a, b) => rank(a, reader.now) - rank(b, reader.now) || a.dueAt - b.dueAt);
}

/** Whoever asked comes before whoever only warmed up, once both are due. */
const rank = (call: Call, now: number): number => (call.lane === "hot" && call.dueAt <= now ? 0 : 1);

function groupsOf(tasks: readonly Task[], { zone, now }: Reader): Group[] {
  const today = toLocal(zone, now).date;
  const titleOf = ({ call }: Task): string => {
    if (call.dueAt <= now) return "Call now";
    return toLocal(zone, call.dueAt).date === today ? "Later today" : "The coming days";
  };
  return [...Map.groupBy(tasks, titleOf)].map(([title, ofTitle]) => ({ title, tasks: ofTitle }));
}
