import { trackApp } from "../../functions/track/app.ts";
import { openStore } from "../../shared/local/store.ts";
import { getCalls } from "../../shared/call/store.ts";
import { defaultCadence } from "../../shared/cadence/cadence.ts";
import { putCadence } from "../../shared/cadence/store.ts";
import { linkUrl } from "../../shared/link.ts";
import { putProspect } from "../../shared/prospect/store.ts";
import { putRep } from "../../shared/rep/store.ts";
import { clockAhead } from "../../stacks/local/clock.ts";
import { startHeartbeat } from "../../stacks/local/heartbeat.ts";
import { createWorld } from "../../stacks/local/world.ts";
import { putTouch } from "../../shared/touch/store.ts";
import type { Touch } from "../../shared/touch/touch.ts";
import { ana, prospect, testConfig } from "../fixtures/world.ts";

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";
const SLOT = "2026-11-18";
const sentTo = (prospectId: string): Touch => ({
  prospectId,
  date: SLOT,
  timeZone: "Europe/Lisbon",
  cadenceId: "default",
  outcome: "sent",
  slotKind: "blog-post",
  target: "https://northgate.example/blog/rounds",
  tracked: true,
  at: Date.parse(`${SLOT}T15:00Z`),
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Clicks on the calling link, so many a second in real time, each by another prospect; the time from the request to the call task being there.
 * @param path of a database file that does not exist yet
 */
export async function measureHotLane(
  path: string,
  perSecond: number,
  seconds: number,
): Promise<{ p50Ms: number; p99Ms: number; tasks: number }> {
  const world = createWorld({ store: openStore(path), clock: clockAhead(0), config: () => testConfig });
  const { app } = world;
  const many = perSecond * seconds;
  await app.table.write(putRep(ana), putCadence(defaultCadence));
  for (let n = 0; n < many; n++)
    // Each at a company of its own: so many colleagues in a second are a gateway.
    await app.table.write(
      ...putProspect(prospect(`p${n}`, { email: `rui@customer${n}.example` }), undefined),
      putTouch(sentTo(`p${n}`)),
    );
  const opened = Object.assign(world, {
    refresh: async () => undefined,
    keepClock: async () => undefined,
    realMail: false,
  });
  const heartbeat = await startHeartbeat(opened, ({ error }) => {
    throw error;
  });
  const track = trackApp(app);
  const click = async (n: number): Promise<number> => {
    const link = new URL(linkUrl(testConfig, { kind: "click", prospectId: `p${n}`, slot: SLOT, link: "meeting" }))
      .pathname;
    const start = performance.now();
    await track.request(link, { headers: { "User-Agent": BROWSER } });
    while ((await getCalls(app.table, `p${n}`)).open === null) {
      if (performance.now() - start > 10_000) throw new Error(`no call task for p${n} within ten seconds`);
      await pause(2);
    }
    return performance.now() - start;
  };
  const waits: Promise<number>[] = [];
  for (let n = 0; n < many; n++) {
    waits.push(click(n));
    await pause(1000 / perSecond);
  }
  const sorted = (await Promise.all(waits)).toSorted((a, b) => a - b);
  await heartbeat.stop();
  world.store.close();
  return { p50Ms: percentile(sorted, 0.5), p99Ms: percentile(sorted, 0.99), tasks: sorted.length };
}
