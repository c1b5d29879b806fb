import { describe, expect, test } from "vitest";
import { trackApp } from "../../../functions/track/app.ts";
import { buildReport } from "../../../shared/report/build.ts";
import { endExperiment } from "../../../shared/experiment/end.ts";
import type { Experiment } from "../../../shared/experiment/experiment.ts";
import { knownExperiments, putExperiment } from "../../../shared/experiment/store.ts";
import { getTally } from "../../../shared/experiment/tally-store.ts";
import { linkUrl } from "../../../shared/link.ts";
import { readEmail } from "../../../shared/local/outbox.ts";
import { copyCompany } from "../../../shared/rehearsal/copy.ts";
import { memoryTable } from "../../../shared/rehearsal/memory-table.ts";
import { MINUTE } from "../../../shared/time.ts";
import { comingEmail, comingEmails } from "../../../shared/touch/coming.ts";
import { sendOneOff } from "../../../shared/touch/one-off-send.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { getTouch } from "../../../shared/touch/store.ts";
import { article, mustProspect, prospect } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { SLOT, atTheSlot, batch, mailerThat } from "../touch/afternoon.ts";
import { idsIn, ofArticles, ofSubjects } from "./trials.ts";

const QUESTION = "Are your rounds too long?";

async function made(world: TestWorld, experiment: Experiment): Promise<void> {
  const { version } = await knownExperiments(world.app.table);
  await world.app.table.write(...putExperiment(experiment, version, world.app.now()));
}

const worldWith = async (
  ids: readonly string[],
  experiment: Experiment,
  parts: Parameters<typeof atTheSlot>[0] = {},
) => {
  const prospects = ids.map((id) => prospect(id));
  const world = await atTheSlot({ prospects, articles: [article("rounds"), article("vans")], ...parts });
  await made(world, experiment);
  return world;
};

/** The subject of each one's email, by prospect. */
const subjectsOf = (world: TestWorld) =>
  Object.fromEntries(
    world.emails().map(({ id, tags }) => [tags["prospect"], readEmail(world.store, id)?.subject] as const),
  );

describe("an experiment of two subjects in a slot", () => {
  const [a = "", other = ""] = idsIn("a", "question", 2);
  const [b = ""] = idsIn("b", "question", 1);

  test("sends the article to all, each half under its subject, and the ledger says which", async () => {
    const world = await worldWith([a, b], ofSubjects());
    await sendTouches(world.app, batch([a, b]));
    expect(subjectsOf(world)).toEqual({ [a]: "About rounds", [b]: QUESTION });
    expect(await getTouch(world.app.table, b, SLOT)).toMatchObject({
      outcome: "sent",
      articleId: "rounds",
      subject: QUESTION,
      experiment: { id: "question", arm: "b" },
    });
  });

  test("makes the email once for each half, and hands each half over together", async () => {
    const ids = [...idsIn("a", "question", 12), ...idsIn("b", "question", 12)];
    const mailer = mailerThat((id) => ({ outcome: "accepted", messageId: id }));
    const world = await worldWith(ids, ofSubjects(), { mailer });
    await sendTouches(world.app, batch(ids));
    expect(mailer.given.map(({ entries }) => entries.length)).toEqual([12, 12]);
    expect(new Set(mailer.given.map(({ rendering }) => rendering.id)).size).toBe(2);
  });

  test("shows beforehand in the coming email, with its subject", async () => {
    const world = await worldWith([b], ofSubjects());
    const coming = await comingEmail(world.app, await mustProspect(world, b));
    expect(coming?.next).toMatchObject({ subject: QUESTION, experiment: { arm: "b" } });
  });

  test("everybody is in the same half in a dry run", async () => {
    const ids = [...idsIn("a", "question", 3), ...idsIn("b", "question", 3)];
    const world = await worldWith(ids, ofSubjects());
    const table = memoryTable(world.app.now);
    await copyCompany(world.app.table, table, {});
    const people = ids.map((id) => prospect(id));
    const dry = await comingEmails({ ...world.app, table }, people);
    expect(dry).toEqual(await comingEmails(world.app, people));
    await sendTouches(world.app, batch(ids));
    const foretold = [...dry].map(([id, { next }]) => [id, "send" in next ? next.subject : undefined]);
    expect(Object.fromEntries(foretold)).toEqual(subjectsOf(world));
  });

  test("an article out of turn is in no experiment", async () => {
    const world = await worldWith([b], ofSubjects());
    await sendOneOff(world.app, { prospectId: b, articleId: "rounds", by: "Ana Sousa" });
    await world.pass(world.app.now() + MINUTE);
    expect(subjectsOf(world)).toEqual({ [b]: "About rounds" });
    expect(await getTouch(world.app.table, b, SLOT)).not.toHaveProperty("experiment");
  });

  test("once ended, everybody gets the usual subject; an order that comes twice sends nothing again", async () => {
    const world = await worldWith([a, b, other], ofSubjects());
    await sendTouches(world.app, batch([b]));
    await endExperiment(world.app, "question", "Mia Duarte");
    await sendTouches(world.app, batch([a, b, other]));
    expect(subjectsOf(world)).toEqual({ [a]: "About rounds", [b]: QUESTION, [other]: "About rounds" });
    expect(await getTouch(world.app.table, other, SLOT)).not.toHaveProperty("experiment");
  });

  test("costs a batch one small read when nothing has changed", async () => {
    const world = await worldWith([a, b], ofSubjects());
    await sendTouches(world.app, batch([a]));
    const asked: string[] = [];
    const table = new Proxy(world.app.table, {
      get: (target, name, receiver) => {
        if (name === "query") return (query: { pk: string }) => (asked.push(query.pk), target.query({ ...query }));
        return Reflect.get(target, name, receiver);
      },
    });
    await sendTouches({ ...world.app, table }, batch([b]));
    await sendTouches({ ...world.app, table }, batch([other]));
    expect(asked.filter((pk) => pk === "EXPERIMENTS")).toHaveLength(1);
  });
});

test("an experiment of two articles sends each half its own, and a click on it is counted to its arm", async () => {
  const [[a = ""], [b = ""]] = [idsIn("a", "pair", 1), idsIn("b", "pair", 1)];
  const world = await worldWith([a, b], ofArticles());
  await world.pass("2026-11-25T15:01Z");
  expect(Object.fromEntries(world.emails().map(({ tags }) => [tags["prospect"], tags["article"]]))).toEqual({
    [a]: "rounds",
    [b]: "vans",
  });
  await world.pass(world.app.now() + 20 * MINUTE);
  const link = linkUrl(world.app.config, { kind: "click", prospectId: b, slot: SLOT, link: "read" });
  const headers = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };
  const answer = await trackApp(world.app).request(new URL(link).pathname, { headers });
  expect(answer.headers.get("Location")).toBe("https://northgate.example/blog/vans");
  await world.pass("2026-12-02T15:30Z");
  await buildReport(world.app);
  const first = { emails: 1, young: 0, measured: 1, calls: 0 };
  expect(await getTally(world.app.table, "pair")).toMatchObject({
    a: { ...first, clicks: 0 },
    b: { ...first, clicks: 1 },
  });
});
