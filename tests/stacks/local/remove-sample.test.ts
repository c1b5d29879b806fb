import { expect, test } from "vitest";
import { getCadences } from "../../../shared/cadence/store.ts";
import { getCompany, saveCompany } from "../../../shared/company.ts";
import { getLibrary, libraryChanged, putArticles } from "../../../shared/content/store.ts";
import { getExperiments, knownExperiments, putExperiment } from "../../../shared/experiment/store.ts";
import { emptyTally } from "../../../shared/experiment/tally.ts";
import { getTallies, putTally } from "../../../shared/experiment/tally-store.ts";
import { getBeginnings } from "../../../shared/first-steps/store.ts";
import { noticesPk, rosterPk } from "../../../shared/keys.ts";
import { purgeExpired } from "../../../shared/local/table.ts";
import { countOutbox } from "../../../shared/local/outbox.ts";
import { openStore } from "../../../shared/local/store.ts";
import { everyProspect } from "../../../shared/prospect/every-prospect.ts";
import { getProspect, putProspect } from "../../../shared/prospect/store.ts";
import { orderRehearsal } from "../../../shared/rehearsal/order.ts";
import { getReps, putRep } from "../../../shared/rep/store.ts";
import { fillSample } from "../../../stacks/local/fill-sample.ts";
import { isFresh } from "../../../stacks/local/fresh.ts";
import { removeSample } from "../../../stacks/local/remove-sample.ts";
import { getSampleNote } from "../../../stacks/local/sample-note.ts";
import { workDue } from "../../../stacks/local/work.ts";
import { play } from "../../../stacks/local/play/play.ts";
import { ana, article, prospect, testConfig } from "../../fixtures/world.ts";
import { worldAt } from "./folders.ts";

async function sampleCompany() {
  const store = openStore(":memory:");
  const world = await worldAt(store);
  await fillSample(world.app);
  return { store, world, app: world.app };
}

const everybody = async (app: Parameters<typeof getReps>[0]): Promise<string[]> => {
  const ids: string[] = [];
  for await (const page of everyProspect(app)) ids.push(...page.ids);
  return ids;
};

const rowsLeft = (store: ReturnType<typeof openStore>): string[] =>
  store
    .sql<{ pk: string; sk: string }>("SELECT pk, sk FROM items")
    .all()
    .map(({ pk, sk }) => `${pk} / ${sk}`);

test("after two played weeks of the sample, one click leaves nothing of its people, emails, calls and rhythm", async () => {
  const { store, world, app } = await sampleCompany();
  await play(world, { weeks: 2, seed: 1, failed: ({ error }) => expect.fail(String(error)) });
  expect(countOutbox(store)).toBeGreaterThan(100);
  expect(await removeSample(app)).toBe("removed");
  await workDue(world, ({ error }) => expect.fail(String(error)));
  expect(rowsLeft(store).filter((row) => /^(REPORTS|SEGMENT)/.test(row) && !/head|SEGMENT-WORDS/.test(row))).toEqual(
    [],
  );
  expect(await everybody(app.table)).toEqual([]);
  expect([await getReps(app.table), await getLibrary(app.table), await getCadences(app.table)]).toEqual([[], [], []]);
  expect(await getCompany(app.table)).toBeUndefined();
  expect(await app.scheduler.list("default.")).toEqual([]);
  expect(countOutbox(store)).toBe(0);
  purgeExpired(store, app.now());
  expect(
    rowsLeft(store).filter((row) => /^(PROSPECT|ROSTER|ADDRESS|CRM|REPS|REP#|CALL-LOG|NOTICES|HOT)/.test(row)),
  ).toEqual([]);
  expect(await isFresh(app.table)).toBe(false);
  expect(await removeSample(app)).toBe("no-sample");
});

test("what is one's own stays: a prospect with the rep they have, an article, a company that says something else", async () => {
  const { app } = await sampleCompany();
  const [rep, ...others] = await getReps(app.table);
  await app.table.write(...putProspect(prospect("own00000000", { repId: rep!.id }), undefined), putRep(ana));
  await app.table.write(...putArticles([article("own-piece")]), libraryChanged(app.now()));
  await saveCompany(app, testConfig.company);
  expect(await removeSample(app)).toBe("rep-stays");
  expect(await everybody(app.table)).toEqual(["own00000000"]);
  expect((await getReps(app.table)).map(({ id }) => id).toSorted()).toEqual([ana.id, rep!.id].toSorted());
  expect(others.length).toBeGreaterThan(0);
  expect((await getLibrary(app.table)).map(({ id }) => id)).toEqual(["own-piece"]);
  expect((await getCompany(app.table))?.name).toBe("Northgate");
  expect((await getCadences(app.table)).length).toBe(1);
});

test("a sample prospect whose row became somebody's own is left alone", async () => {
  const { app } = await sampleCompany();
  const { prospects } = (await getSampleNote(app.table))!;
  const before = (await getProspect(app.table, prospects[0]!.id))!;
  await app.table.write(...putProspect({ ...before, email: "me@my-own.example" }, before));
  const news = [before, (await getProspect(app.table, prospects[1]!.id))!].map(({ id }) => ({
    kind: "put" as const,
    item: { pk: noticesPk, sk: `NOTICE#${id}`, data: { prospectId: id } },
  }));
  await app.table.write(...news);
  await removeSample(app);
  expect(await everybody(app.table)).toEqual([before.id]);
  expect((await app.table.query({ pk: rosterPk(before.repId) })).items.length).toBe(1);
  expect((await app.table.query({ pk: noticesPk })).items.map(({ data }) => data["prospectId"])).toEqual([before.id]);
});

test("dry runs go, and experiments with their tallies that were about the sample's articles alone", async () => {
  const { store, world, app } = await sampleCompany();
  await app.table.write(...putArticles([article("own-piece")]), libraryChanged(app.now()));
  const [one, other] = await getLibrary(app.table);
  const about = { cadenceId: "default", startsOn: "2026-12-02", createdBy: "Ana", createdAt: app.now() };
  const pairs = { sample: [one!.id, other!.id], own: [one!.id, "own-piece"] } as const;
  for (const [id, [a, b]] of Object.entries(pairs)) {
    const { version } = await knownExperiments(app.table);
    const experiment = { ...about, id, name: id, of: "article" as const, articles: { a, b } };
    await app.table.write(...putExperiment(experiment, version, app.now()), putTally(id, emptyTally(app.now())));
  }
  await orderRehearsal(app, { weeks: 1, label: "A week", by: "Ana" });
  await workDue(world, ({ error }) => expect.fail(String(error)));
  expect(rowsLeft(store).filter((row) => row.startsWith("REHEARSAL")).length).toBeGreaterThan(1);
  expect((await getBeginnings(app)).rehearsed).toBe(true);
  expect(await removeSample(app)).toBe("removed");
  expect(rowsLeft(store).filter((row) => row.startsWith("REHEARSAL"))).toEqual([]);
  expect((await getBeginnings(app)).rehearsed).toBe(false);
  expect((await getExperiments(app.table)).map(({ id }) => id)).toEqual(["own"]);
  expect([...(await getTallies(app.table)).keys()]).toEqual(["own"]);
});

test("a sample article that was led elsewhere by hand is left alone", async () => {
  const { app } = await sampleCompany();
  const [one] = await getLibrary(app.table);
  const url = "https://my-own.example/piece";
  await app.table.write(...putArticles([{ ...one!, url, own: ["url"] }]), libraryChanged(app.now()));
  await removeSample(app);
  expect((await getLibrary(app.table)).map((left) => left.url)).toEqual([url]);
});
