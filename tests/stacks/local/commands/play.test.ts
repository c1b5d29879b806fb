import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { copyToMemory, openStore } from "../../../../shared/local/store.ts";
import { countOutbox } from "../../../../shared/local/outbox.ts";
import { DAY } from "../../../../shared/time.ts";
import { databasePath, worldOf } from "../../../../stacks/local/open-world.ts";
import { passTime } from "../../../../stacks/local/work.ts";
import { json, midweek, publicUrl, sampleFolder, temporaryPlace, worldAt } from "../folders.ts";

const { folder } = temporaryPlace();
const data = folder("sample");
beforeAll(() => sampleFolder(data));

async function kept(at: string) {
  const store = openStore(databasePath(at));
  const { app, queues } = await worldOf({ store, publicUrl });
  const found = { emails: countOutbox(store), now: app.now(), waiting: queues.touches.depth() };
  store.close();
  return found;
}

test("twelve weeks of the sample company: nothing twice, nothing outside the window, and calls to make; the data stay as they were", async () => {
  const before = await kept(data);
  const played = json(await midweek("play", "--weeks", "12", "--seed", "1", "--json", "--data", data));
  expect(played).toMatchObject({ weeks: 12, prospects: 60, duplicates: 0, outsideWindow: 0, otherOutcomes: {} });
  for (const count of ["sent", "opens", "clicks", "unsubscribes", "callTasks"])
    expect(played[count], count).toBeGreaterThan(0);
  expect(played).toMatchObject({
    signals: { human: expect.any(Number), machine: expect.any(Number), notMeasurable: expect.any(Number) },
    deeds: { people: { clicks: played["clicks"] }, machines: { clicks: expect.any(Number) } },
    callTasksByLane: {
      hot: expect.any(Number),
      warming: expect.any(Number),
      agreed: expect.any(Number),
      share: expect.any(Number),
    },
    takenBack: expect.any(Number),
    wronglyHot: 0,
    unsubscribedByMachines: 0,
  });
  expect(Object.values(played["skipped"] ?? {}).every((count) => Number(count) > 0)).toBe(true);
  const after = await kept(data);
  expect(after).toMatchObject({ emails: 0, waiting: 0 });
  expect(after.now - before.now).toBeLessThan(DAY);
});

test("--keep plays on the data itself: the emails stay and the clock has moved on", async () => {
  const own = await sampleFolder(folder("own"));
  const before = await kept(own);
  const answer = await midweek("play", "--weeks", "1", "--keep", "--data", own);
  expect(answer).toMatchObject({ code: 0, err: "" });
  const after = await kept(own);
  const sent = Number(/Emails sent +(\d+)/.exec(answer.out)?.[1]);
  expect(sent).toBeGreaterThan(100);
  // Reps get some, too.
  expect(after.emails).toBeGreaterThanOrEqual(sent);
  expect(after.now - before.now).toBeGreaterThanOrEqual(7 * DAY);
  expect(after.now - before.now).toBeLessThan(8 * DAY);
});

test("a plan says what goes out when nobody reacts, day by day, and sends nothing", async () => {
  const csv = join(data, "plan.csv");
  const answer = await midweek("plan", "--weeks", "3", "--json", "--data", data, "--csv", csv);
  expect(answer.err).toBe(`Every email and skip is in ${csv}\n`);
  const plan = json(answer);
  const store = copyToMemory(databasePath(data));
  const world = await worldAt(store);
  await passTime(world, world.app.now() + 21 * DAY, ({ error }) => expect.unreachable(String(error)));
  const perDate = new Map<string, number>();
  for (const { entry } of store.sql<{ entry: string }>("SELECT entry FROM emails").all()) {
    const date: string = JSON.parse(entry).tags.slot;
    perDate.set(date, (perDate.get(date) ?? 0) + 1);
  }
  expect(plan).toMatchObject({ weeks: 3, prospects: 60, sent: countOutbox(store) });
  expect(plan["days"]).toEqual(
    [...perDate.keys()].toSorted().map((date) => expect.objectContaining({ date, sent: perDate.get(date) })),
  );
  const lines = readFileSync(csv, "utf8").trim().split("\r\n");
  expect(lines.filter((line) => line.includes(",email,"))).toHaveLength(Number(plan["sent"]));
  expect(await kept(data)).toMatchObject({ emails: 0 });
});

test("a plan of one week says so, and a file that cannot be written is one line", async () => {
  const [words, refused] = await Promise.all([
    midweek("plan", "--weeks", "1", "--data", data),
    midweek("plan", "--weeks", "1", "--data", data, "--csv", join(data, "nope", "x.csv")),
  ]);
  expect(words.out).toMatch(/^\d+ emails to 60 prospects in 1 week$/m);
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.err).toMatch(/^midweek: --csv: .*x\.csv cannot be written: there is no such folder\n$/);
});

test("status counts what is there and names the zone rules beside the runtime's", async () => {
  const [words, answer] = await Promise.all([
    midweek("status", "--data", data),
    midweek("status", "--data", data, "--json"),
  ]);
  expect(words.out).toMatch(/^prospects +60$/m);
  expect(json(answer)).toMatchObject({
    data,
    company: "Tidewick",
    clock: expect.stringContaining("2026-11-23T09:0"),
    zoneRules: expect.stringMatching(/^20\d\d[a-z]$/),
    runtimeZoneRules: process.versions.tz,
    articles: 18,
    reps: 3,
    prospects: 60,
    mailable: 58,
    emails: 0,
    waitingTouches: 0,
    waitingSignals: 0,
    deadLetters: 0,
  });
});
