/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { defaultCadence, type Cadence } from "../../../shared/cadence/cadence.ts";
import { audiencePage, getCadences, getZones } from "../../../shared/cadence/store.ts";
import { AUDIENCE_SHARDS } from "../../../shared/keys.ts";
import { comingSlots } from "../coming-slots.ts";
import type { Env } from "../env.ts";
import { CadencePage, type CadenceView } from "../pages/cadence.tsx";
import { show } from "../show.tsx";

/** Counting stops here, so that the page costs the same however many prospects a zone has. */
const MOST_COUNTED = 50;

export const cadenceRoutes = (app: App) =>
  new Hono<Env>().get("/cadence", async (c) => {
    const { reader, companySaved } = c.get("chrome");
    const kept = await getCadences(app.table);
    const cadences = kept.length > 0 ? kept : [defaultCadence];
    const views = await Promise.all(cadences.map((cadence) => viewOf(app, cadence, companySaved)));
    return show(c, "Cadence", <CadencePage views={views} reader={reader} />);
  });

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
  };
}

const inWords = (count: number): string => (count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count));

async function countAudience(app: App, cadenceId: string, timeZone: string): Promise<number> {
  const shards = Array.from({ length: AUDIENCE_SHARDS }, (_, shard) => ({ cadenceId, timeZone, shard }));
  const pages = await Promise.all(shards.map((part) => audiencePage(app.table, part, { limit: MOST_COUNTED + 1 })));
  return pages.reduce((sum, page) => sum + page.prospectIds.length, 0);
}
