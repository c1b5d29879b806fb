import { beforeAll, expect, test } from "vitest";
import type { App } from "../../../../shared/app.ts";
import { callsOf } from "../../../../shared/call/store.ts";
import { signalsOf } from "../../../../shared/engagement/store.ts";
import { isPerson } from "../../../../shared/engagement/weights.ts";
import { copyToMemory } from "../../../../shared/local/store.ts";
import { importProspects } from "../../../../shared/prospect/import.ts";
import { getProspects } from "../../../../shared/prospect/store.ts";
import { getReps, putRep } from "../../../../shared/rep/store.ts";
import { DAY } from "../../../../shared/time.ts";
import { databasePath } from "../../../../stacks/local/open-world.ts";
import { gatewayOf } from "../../../../stacks/local/play/gateways.ts";
import type { Gateway } from "../../../../stacks/local/play/gateways.ts";
import { actsOn } from "../../../../stacks/local/play/persona.ts";
import { play } from "../../../../stacks/local/play/play.ts";
import type { Played, PlayOptions } from "../../../../stacks/local/play/play.ts";
import { everyProspect } from "../../../../shared/prospect/every-prospect.ts";
import { MONDAY } from "../../../fixtures/world.ts";
import { sampleFolder, temporaryPlace, worldAt } from "../folders.ts";

const { folder } = temporaryPlace();
const data = folder("sample");
beforeAll(() => sampleFolder(data));

const failed: PlayOptions["failed"] = ({ error }) => expect.unreachable(String(error));
async function playedWith(change: (app: App) => Promise<void>, options: { weeks: number; seed: number }) {
  const world = await worldAt(copyToMemory(databasePath(data)));
  await change(world.app);
  return { world, result: await play(world, { ...options, failed }) };
}

function addsUp({ deeds, signals, callTasks, callTasksByLane, ...played }: Played): void {
  const { people, machines } = deeds;
  const kept = people.opens + people.clicks + people.forms + machines.opens + machines.clicks;
  expect(signals.human + signals.machine + signals.notMeasurable).toBe(kept);
  expect(Object.values(callTasksByLane).reduce((sum, count) => sum + count)).toBe(callTasks);
  const { opens, clicks, unsubscribes } = people;
  expect(played).toMatchObject({ opens, clicks, unsubscribes });
}

test("machines follow links all day, and no call task stays for what they did, nor is anybody unsubscribed by them", async () => {
  const { result } = await playedWith(async () => undefined, { weeks: 3, seed: 1 });
  addsUp(result);
  const { deeds, signals, misjudged } = result;
  expect(deeds.machines.clicks).toBeGreaterThan(5 * deeds.people.clicks);
  expect(deeds.machines.pages).toBeGreaterThan(50);
  expect(signals.machine).toBeGreaterThan(signals.human);
  expect(signals.notMeasurable).toBeGreaterThan(0);
  expect(misjudged.machinesAsHuman).toBe(0);
  expect(result.takenBack).toBeGreaterThan(0);
  expect(result).toMatchObject({ wronglyHot: 0, unsubscribedByMachines: 0, duplicates: 0 });
});

const WEEKS = 4;
const slots = Array.from({ length: WEEKS }, (_, week) =>
  [2, 3].map((day) => new Date(MONDAY + (week * 7 + day) * DAY).toISOString().slice(0, 10)),
).flat();

/** Colleagues who never touch an email, at a domain that switches a gateway of that sort on midway. */
function quietColleagues(seed: number, sort: Gateway["sort"]): string[] {
  const span = { from: MONDAY, to: MONDAY + WEEKS * 7 * DAY };
  const switchesOn = (domain: string): boolean => {
    const gateway = gatewayOf(seed, `ana@${domain}`, span);
    return gateway?.sort === sort && gateway.since > MONDAY;
  };
  const domain = Array.from({ length: 999 }, (_, n) => `company${n}.example`).find(switchesOn)!;
  return Array.from({ length: 99 }, (_, n) => `reader${n}@${domain}`)
    .filter((address) => slots.every((slot, n) => actsOn(seed, address, { slot, number: n + 1 }).length === 0))
    .slice(0, 5);
}

test("when a domain switches a gateway on, its people do not rise", async () => {
  const colleagues = new Set([...quietColleagues(1, "late"), ...quietColleagues(1, "early")]);
  expect(colleagues.size).toBe(10);
  const rows = [...colleagues].map((address) => `${address},Portugal,Lisbon,Inês Valadares,yes`);
  const csv = ["email,country,city,owner,tracking consent", ...rows].join("\n");
  const { world, result } = await playedWith(
    async (app) => {
      const file = { bytes: Buffer.from(csv), source: "colleagues.csv" };
      expect((await importProspects(app, file, { dryRun: false })).counts).toMatchObject({ imported: 10 });
    },
    { weeks: WEEKS, seed: 1 },
  );
  addsUp(result);
  const { table } = world.app;
  let followed = 0;
  for await (const { ids } of everyProspect(table))
    for (const { id, email } of (await getProspects(table, ids)).values()) {
      if (!colleagues.has(email)) continue;
      const clicks = (await signalsOf(table, id)).filter(({ kind }) => kind === "click");
      followed += clicks.length;
      expect(clicks.filter(({ human }) => isPerson(human))).toEqual([]);
      expect((await callsOf(table, id)).filter((call) => !call.withdrawn)).toEqual([]);
    }
  expect(followed).toBeGreaterThan(50);
});

test("where reps take no bookings, readers ask for a call on our page, and only they do", async () => {
  const { world, result } = await playedWith(
    async ({ table }) => {
      for (const { callingLink: _, ...rep } of await getReps(table)) await table.write(putRep(rep));
    },
    { weeks: 4, seed: 9 },
  );
  const { forms } = result.deeds.people;
  expect(forms).toBeGreaterThan(0);
  const { table } = world.app;
  let asked = 0;
  for await (const { ids } of everyProspect(table))
    for (const id of ids) asked += (await signalsOf(table, id)).filter(({ kind }) => kind === "form").length;
  expect(asked).toBe(forms);
});
