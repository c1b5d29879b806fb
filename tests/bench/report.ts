import { defaultCadence } from "../../shared/cadence/cadence.ts";
import { putCadence } from "../../shared/cadence/store.ts";
import type { JudgedSignal } from "../../shared/engagement/signal.ts";
import { putSignal } from "../../shared/engagement/store.ts";
import { openStore } from "../../shared/local/store.ts";
import type { Write } from "../../shared/ports.ts";
import { putProspect } from "../../shared/prospect/store.ts";
import { putRep } from "../../shared/rep/store.ts";
import { buildReport } from "../../shared/report/build.ts";
import { getReport } from "../../shared/report/store.ts";
import { addDays } from "../../shared/time.ts";
import { putTouch } from "../../shared/touch/store.ts";
import type { Touch } from "../../shared/touch/touch.ts";
import { clockAt } from "../../stacks/local/clock.ts";
import { createWorld } from "../../stacks/local/world.ts";
import type { World } from "../../stacks/local/world.ts";
import { MONDAY, ana, prospect, testConfig } from "../fixtures/world.ts";

/** Thirteen weeks of the default cadence. */
const EMAILS = 26;
const SECTORS = ["food", "energy", "retail"] as const;

const worldIn = (path: string): World =>
  createWorld({ store: openStore(path), clock: clockAt(MONDAY), config: () => testConfig });

/** So many prospects at half as many domains who got 26 emails each and opened half of them. */
async function fill(path: string, many: number): Promise<void> {
  const { app, store } = worldIn(path);
  await app.table.write(putRep(ana), putCadence(defaultCadence));
  for (let n = 0; n < many; n += 1) {
    const id = `p${n}`;
    const sector = SECTORS[n % SECTORS.length];
    const one = prospect(id, { email: `p${n}@d${n >> 1}.example`, sector, touchCount: EMAILS });
    const rows = [...putProspect(one, undefined), ...Array.from({ length: EMAILS }, (_, i) => emailOf(id, i)).flat()];
    await app.table.writeMany(rows.flatMap((row) => (row.kind === "put" ? [{ kind: "put", item: row.item }] : [])));
  }
  store.close();
}

function emailOf(prospectId: string, i: number): Write[] {
  const date = addDays("2026-08-26", 7 * (i >> 1) + (i % 2));
  const at = Date.parse(`${date}T14:00Z`);
  const [articleId, kind] = [`a${i}`, "blog-post"] as const;
  const touch: Touch = {
    prospectId,
    date,
    timeZone: "Europe/Lisbon",
    cadenceId: "default",
    outcome: "sent",
    slotKind: kind,
    articleId,
    articleKind: kind,
    articleTitle: `About ${articleId}`,
    target: `https://northgate.example/blog/${articleId}`,
    topics: ["rounds", "planning"],
    tracked: true,
    links: 3,
    subject: `About ${articleId}`,
    template: "blog-post",
    messageId: `m-${prospectId}-${i}`,
    at,
  };
  const open: JudgedSignal = {
    id: `open-${i}`,
    prospectId,
    kind: "open",
    slot: date,
    at: at + 3_600_000,
    userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36",
    network: "203.0.113.0/24",
    human: 0.5,
    rule: "open",
    reason: "opened, by a browser or mail program",
  };
  return [putTouch(touch), ...(i % 2 === 0 ? [putSignal(open, "absent")] : [])];
}

/** In milliseconds: all of it, and the longest that nobody else got a turn. */
async function build(path: string): Promise<{ ms: number; stallMs: number; residentMb: number; emails: number }> {
  const { app, store } = worldIn(path);
  let stallMs = 0;
  let last = performance.now();
  const ticking = setInterval(() => {
    stallMs = Math.max(stallMs, performance.now() - last);
    last = performance.now();
  }, 1);
  const start = performance.now();
  last = start;
  await buildReport(app);
  const ms = performance.now() - start;
  clearInterval(ticking);
  const [all] = await getReport(app.table, "all");
  const residentMb = process.memoryUsage.rss() / 1e6;
  store.close();
  return { ms, stallMs, residentMb, emails: all?.ranges.all?.sent ?? 0 };
}

const [step, path = "", many] = process.argv.slice(2);
if (step === "fill") await fill(path, Number(many));
if (step === "build") process.stdout.write(`${JSON.stringify(await build(path))}\n`);
