import { defaultCadence } from "../../shared/cadence/cadence.ts";
import { putCadence } from "../../shared/cadence/store.ts";
import { libraryChanged, putArticles } from "../../shared/content/store.ts";
import { openStore } from "../../shared/local/store.ts";
import { putProspect } from "../../shared/prospect/store.ts";
import { orderRehearsal } from "../../shared/rehearsal/order.ts";
import { getRehearsal } from "../../shared/rehearsal/store.ts";
import { workOutRehearsal } from "../../shared/rehearsal/work-out.ts";
import { putRep } from "../../shared/rep/store.ts";
import { Sector } from "../../shared/sector.ts";
import { clockAt } from "../../stacks/local/clock.ts";
import { createWorld } from "../../stacks/local/world.ts";
import type { World } from "../../stacks/local/world.ts";
import { MONDAY, ana, article, caseStudy, prospect, testConfig } from "../fixtures/world.ts";

const WEEKS = 13;
const REPS = ["ana", "ben", "cleo", "dev"];
const SECTORS = Sector.options.slice(0, 5);
const ZONES = [
  "America/Los_Angeles",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Asia/Tokyo",
  "Australia/Sydney",
  "Europe/Berlin",
  "Europe/Lisbon",
];
/** Nobody slows down for want of an answer, so that every slot asks for an article. */
const cadence = { ...defaultCadence, quietAfter: 1000 };

/** `articles`: half of them posts, half case studies of five sectors. */
async function fill(path: string, many: number, articles: number): Promise<World> {
  const world = createWorld({ store: openStore(path), clock: clockAt(MONDAY), config: () => testConfig });
  const { table } = world.app;
  await table.write(...REPS.map((id) => putRep({ ...ana, id, email: `${id}@northgate.example` })), putCadence(cadence));
  const library = Array.from({ length: articles }, (_, n) =>
    n % 2 ? article(`post-${n}`) : caseStudy(`case-${n}`, { sector: SECTORS[(n / 2) % SECTORS.length] ?? "food" }),
  );
  await table.writeMany([...putArticles(library), libraryChanged(MONDAY)]);
  for (let n = 0; n < many; n += 1) {
    const [sector = "food", timeZone = "UTC"] = [SECTORS[n % SECTORS.length], ZONES[n % ZONES.length]];
    const own = { repId: REPS[n % REPS.length] ?? "ana", sector, timeZone };
    await table.write(...putProspect(prospect(`p${n}`, { ...own, firstName: `Rui ${n}` }), undefined));
  }
  return world;
}

/** Works out a quarter in the way a console's own process does; `waitedMs` is the longest that anything else had to wait. */
async function rehearse(path: string, many: number, articles: number) {
  const { app, store } = await fill(path, many, articles);
  const id = await orderRehearsal(app, { weeks: WEEKS, label: "Bench", by: "Bench" });
  let [last, waitedMs] = [performance.now(), 0];
  const pulse = setInterval(() => {
    const now = performance.now();
    [waitedMs, last] = [Math.max(waitedMs, now - last), now];
  }, 1);
  const began = performance.now();
  await workOutRehearsal(app, id);
  const seconds = (performance.now() - began) / 1000;
  clearInterval(pulse);
  const found = await getRehearsal(app.table, id);
  store.close();
  const { sent = 0, runway } = found?.totals ?? {};
  return { seconds, waitedMs, sent, runOut: runway?.count ?? 0, residentMb: process.memoryUsage.rss() / 1e6 };
}

const [path = "", many = "", articles = ""] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await rehearse(path, Number(many), Number(articles)))}\n`);
