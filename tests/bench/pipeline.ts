import { defaultCadence } from "../../shared/cadence/cadence.ts";
import { syncSchedules } from "../../shared/cadence/schedules.ts";
import { putCadence } from "../../shared/cadence/store.ts";
import { libraryChanged, putArticles } from "../../shared/content/store.ts";
import { countOutbox } from "../../shared/local/outbox.ts";
import { openStore } from "../../shared/local/store.ts";
import { putProspect } from "../../shared/prospect/store.ts";
import { putRep } from "../../shared/rep/store.ts";
import { clockAt } from "../../stacks/local/clock.ts";
import { passTime } from "../../stacks/local/work.ts";
import { createWorld } from "../../stacks/local/world.ts";
import type { World } from "../../stacks/local/world.ts";
import { MONDAY, ana, article, prospect, testConfig } from "../fixtures/world.ts";

const REPS = ["ana", "ben", "cleo", "dev"];

/** A company with `many` prospects in one zone, four reps and forty posts. */
export async function fillCompany(path: string, many: number): Promise<void> {
  const world = worldIn(path);
  const { table } = world.app;
  await table.write(
    ...REPS.map((id) => putRep({ ...ana, id, email: `${id}@northgate.example` })),
    putCadence(defaultCadence),
  );
  const articles = Array.from({ length: 40 }, (_, n) => article(`post-${n}`, { topics: [`topic-${n % 8}`] }));
  await table.writeMany([...putArticles(articles), libraryChanged(MONDAY)]);
  for (let n = 0; n < many; n++) {
    const one = prospect(`p${n}`, { repId: REPS[n % REPS.length], firstName: `Rui ${n}` });
    await table.write(...putProspect(one, undefined));
  }
  await syncSchedules(world.app);
  world.store.close();
}

const worldIn = (path: string): World =>
  createWorld({ store: openStore(path), clock: clockAt(MONDAY), config: () => testConfig });

/** Sends one slot, from the schedule's firing to the last marked touch. */
export async function sendOneSlot(path: string): Promise<{ emails: number; cpuMs: number; residentMb: number }> {
  const world = worldIn(path);
  const failures: unknown[] = [];
  await passTime(world, Date.parse("2026-11-25T14:59Z"), ({ error }) => failures.push(error));
  const before = process.cpuUsage();
  await passTime(world, Date.parse("2026-11-25T15:01Z"), ({ error }) => failures.push(error));
  const { user, system } = process.cpuUsage(before);
  if (failures.length > 0) throw failures[0];
  const emails = countOutbox(world.store);
  world.store.close();
  return { emails, cpuMs: (user + system) / 1000, residentMb: process.memoryUsage.rss() / 1e6 };
}

const [step, path = "", many] = process.argv.slice(2);
if (step === "fill") await fillCompany(path, Number(many));
if (step === "send") process.stdout.write(`${JSON.stringify(await sendOneSlot(path))}\n`);
