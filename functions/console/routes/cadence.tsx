/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { defaultCadence, type Cadence } from "../../../shared/cadence/cadence.ts";
import { pauseCadence } from "../../../shared/cadence/pause.ts";
import { audiencePage, getCadences, getZones } from "../../../shared/cadence/store.ts";
import { AUDIENCE_SHARDS } from "../../../shared/keys.ts";
import { mayEnter } from "../../../shared/member/access.ts";
import { comingSlots } from "../coming-slots.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import type { CadenceView } from "../cadence-view.ts";
import { CadencePage } from "../pages/cadence.tsx";
import { show } from "../show.tsx";
import { cadenceDraftRoutes } from "./cadence-draft.tsx";
import { cadenceFormRoutes } from "./cadence-form.tsx";
import { cadenceKeepRoutes } from "./cadence-keep.tsx";

/** Counting stops here, so that the page costs the same however many prospects a zone has. */
const MOST_COUNTED = 50;

export const cadenceRoutes = (app: App) =>
  new Hono<Env>()
    .get("/cadence", async (c) => {
      const { reader, companySaved, pause } = c.get("chrome");
      const kept = await getCadences(app.table);
      const cadences = kept.length > 0 ? kept : [defaultCadence];
      const views = await Promise.all(cadences.map((cadence) => viewOf(app, cadence, companySaved)));
      const mayEdit = mayEnter(c.get("viewer"), "desk") && kept.length > 0;
      const title = views.length > 1 ? "Cadences" : "Cadence";
      return show(c, title, <CadencePage {...{ views, reader, mayEdit, pause }} />);
    })
    .post("/cadence/:id/pause", async (c) => {
      await pauseCadence(app, { id: c.req.param("id"), paused: true, by: c.get("viewer").name });
      return c.redirect(saying("/cadence", "cadence-paused"), 303);
    })
    .post("/cadence/:id/resume", async (c) => {
      await pauseCadence(app, { id: c.req.param("id"), paused: false, by: c.get("viewer").name });
      return c.redirect(saying("/cadence", "cadence-resumed"), 303);
    })
    .route("/", cadenceFormRoutes(app))
    .route("/", cadenceDraftRoutes(app))
    .route("/", cadenceKeepRoutes(app));

async function viewOf(app: App, cadence: Cadence, started: boolean): Promise<CadenceView> {
  const zones = await getZones(app.table, cadence.id);
  const counts = await Promise.all(zones.map((timeZone) => countAudience(app, cadence.id, timeZone)));
  const audience = new Map(zones.map((zone, i) => [zone, counts[i] ?? 0]));
  const peopled = zones.filter((zone) => (audience.get(zone) ?? 0) > 0);
  return {
    cadence,
    started,
    coming: cadence.paused || !started ? [] : comingSlots(cadence, peopled, app.now()),
    audience: new Map([...audience].map(([zone, count]) => [zone, inWords(count)])),
    people: peopleIn(counts.filter((count) => count > 0)),
  };
}

const inWords = (count: number): string => (count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count));

/** `counts`: of each zone with anybody in it, cut off like the page's. */
function peopleIn(counts: readonly number[]): string {
  const cut = counts.some((count) => count > MOST_COUNTED);
  const sum = counts.reduce((total, count) => total + Math.min(count, MOST_COUNTED), 0);
  if (sum === 0) return "Nobody in it may be mailed yet.";
  const people = sum === 1 && !cut ? "prospect" : "prospects";
  const zones = counts.length === 1 ? "1 time zone" : `${counts.length} time zones`;
  return `${cut ? "More than " : ""}${sum} ${people} in ${zones} may be mailed.`;
}

async function countAudience(app: App, cadenceId: string, timeZone: string): Promise<number> {
  const shards = Array.from({ length: AUDIENCE_SHARDS }, (_, shard) => ({ cadenceId, timeZone, shard }));
  const pages = await Promise.all(shards.map((part) => audiencePage(app.table, part, { limit: MOST_COUNTED + 1 })));
  return pages.reduce((sum, page) => sum + page.prospectIds.length, 0);
}
