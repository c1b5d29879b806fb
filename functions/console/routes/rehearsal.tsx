/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import { Hono } from "hono";
import { stream } from "hono/streaming";
import type { App } from "../../../shared/app.ts";
import { getDraft } from "../../../shared/cadence/version-store.ts";
import { AppError } from "../../../shared/error.ts";
import { displayName } from "../../../shared/prospect/prospect.ts";
import { getProspects } from "../../../shared/prospect/store.ts";
import type { Words } from "../../../shared/rehearsal/packed.ts";
import { getWords } from "../../../shared/rehearsal/read.ts";
import { isDone, isSilent, isUnderWay } from "../../../shared/rehearsal/rehearsal.ts";
import type { Rehearsal, Rehearsed } from "../../../shared/rehearsal/rehearsal.ts";
import { stopRehearsal } from "../../../shared/rehearsal/stop.ts";
import { getRehearsal } from "../../../shared/rehearsal/store.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { ComparePage } from "../pages/rehearsal-compare.tsx";
import type { Tried } from "../pages/rehearsal-compare.tsx";
import { RehearsalPage } from "../pages/rehearsal.tsx";
import { rehearsalCsv } from "../rehearsal-csv.ts";
import { show } from "../show.tsx";

const GONE = "There is no such dry run any more. They are kept for a week; order another one on the calendar.";

/** @throws AppError("not-found") for one that is not kept any more */
async function mustRehearsal(app: App, id: string | undefined): Promise<Rehearsal> {
  const found = id ? await getRehearsal(app.table, id) : undefined;
  if (!found) throw new AppError("not-found", GONE);
  return found;
}

/** One that came to its end, with what its numbers stand for. */
export async function mustRehearsed(app: App, id: string): Promise<{ rehearsed: Rehearsed; words: Words }> {
  const rehearsed = await mustRehearsal(app, id);
  const words = isDone(rehearsed) ? await getWords(app.table, rehearsed) : undefined;
  if (!isDone(rehearsed) || !words) throw new AppError("not-found", GONE);
  return { rehearsed, words };
}

const triedBy = async (app: App, draftId: string | undefined): Promise<Tried> =>
  draftId === undefined ? undefined : ((await getDraft(app.table, draftId, app.now())) ?? "gone");

/** While something is under way the page loads itself again, without what was said of the form before it. */
function lookAgain(c: Context<Env>, path: string, rehearsals: readonly Rehearsal[]): void {
  const { now } = c.get("chrome").reader;
  if (rehearsals.some((one) => isUnderWay(one) && !isSilent(one, now))) c.header("Refresh", `2; url=${path}`);
}

export const rehearsalRoutes = (app: App) =>
  new Hono<Env>()
    .get("/calendar/compare", async (c) => {
      const [one, other] = await Promise.all([
        mustRehearsal(app, c.req.query("one")),
        mustRehearsal(app, c.req.query("other")),
      ]);
      lookAgain(c, `/calendar/compare?one=${one.id}&other=${other.id}`, [one, other]);
      const tried = await triedBy(app, other.draftId ?? one.draftId);
      const { memberId } = c.get("viewer");
      const page = { one, other, tried, memberId, reader: c.get("chrome").reader };
      return show(c, "What differs", <ComparePage {...page} />);
    })
    .get("/calendar/:id", async (c) => {
      const rehearsal = await mustRehearsal(app, c.req.param("id"));
      lookAgain(c, `/calendar/${rehearsal.id}`, [rehearsal]);
      const first = isDone(rehearsal) ? rehearsal.totals.runway.first.map(({ prospectId }) => prospectId) : [];
      const people = await namesOf(app, first);
      const { reader } = c.get("chrome");
      return show(c, rehearsal.label, <RehearsalPage rehearsal={rehearsal} reader={reader} people={people} />);
    })
    .post("/calendar/:id/stop", async (c) => {
      const id = c.req.param("id");
      const said = (await stopRehearsal(app, id)) === "stopped" ? "rehearsal-stopped" : "rehearsal-over";
      return c.redirect(saying(`/calendar/${encodeURIComponent(id)}`, said), 303);
    })
    .get("/calendar/:id/slots.csv", async (c) => {
      const { rehearsed, words } = await mustRehearsed(app, c.req.param("id"));
      const labels = {
        segments: new Map(rehearsed.totals.segments.map(({ name, label }) => [name, label])),
        reps: new Map(c.get("chrome").reader.reps.map(({ id, name }) => [id, name])),
      };
      c.header("Content-Type", "text/csv; charset=utf-8");
      c.header("Content-Disposition", 'attachment; filename="dry-run.csv"');
      return stream(c, async (out) => {
        for await (const piece of rehearsalCsv(app, rehearsed, words, labels)) await out.write(piece);
      });
    });

/** Names of those who are still there, by id. */
export async function namesOf(app: App, ids: readonly string[]): Promise<Map<string, string>> {
  const people = await getProspects(app.table, ids);
  return new Map([...people].map(([id, prospect]) => [id, displayName(prospect)]));
}
