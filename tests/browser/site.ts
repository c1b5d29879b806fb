import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clockAhead } from "../../stacks/local/clock.ts";
import { fillSample } from "../../stacks/local/fill-sample.ts";
import { startHeartbeat } from "../../stacks/local/heartbeat.ts";
import { openData, worldOf } from "../../stacks/local/open-world.ts";
import type { OpenWorld } from "../../stacks/local/open-world.ts";
import { listen, siteOf } from "../../stacks/local/site.ts";
import type { Site } from "../../stacks/local/site.ts";

/** Monday 23 November 2026, 09:00 UTC: two days before the first slot. */
const MONDAY = Date.parse("2026-11-23T09:00Z");

/** The sample company as `npm start` serves it, on a Monday that runs on from 09:00 UTC. */
export type RunningSite = {
  readonly address: string;
  readonly world: OpenWorld;
  /** Failed messages and schedules; empty when all is well. */
  readonly failures: unknown[];
  readonly close: () => Promise<void>;
};

/** `empty`: before anybody has said who the company is. */
export async function openSite({ empty = false } = {}): Promise<RunningSite> {
  const folder = mkdtempSync(join(tmpdir(), "midweek-browser-"));
  // Links in emails name the port, which is known only once something listens.
  let site: Site = { fetch: () => new Response(null, { status: 503 }) };
  const door = await listen({ fetch: (request) => site.fetch(request) }, { port: 0, host: "127.0.0.1" });
  const store = openData(folder, false);
  const clock = clockAhead(MONDAY - Date.now());
  const world = await worldOf({ store, publicUrl: door.address, clock });
  if (!empty) await fillSample(world.app);
  await world.refresh();
  const failures: unknown[] = [];
  const heartbeat = await startHeartbeat(world, (failure) => failures.push(failure));
  site = siteOf(world, heartbeat);
  const close = async (): Promise<void> => {
    await door.close();
    await heartbeat.stop();
    store.close();
    rmSync(folder, { recursive: true });
  };
  return { address: door.address, world, failures, close };
}
