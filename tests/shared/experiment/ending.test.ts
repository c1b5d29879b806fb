import { describe, expect, test } from "vitest";
import { adoptSubject } from "../../../shared/experiment/adopt.ts";
import { endExperiment } from "../../../shared/experiment/end.ts";
import type { ExperimentDraft } from "../../../shared/experiment/draft.ts";
import { putTallies } from "../../../shared/experiment/put-tallies.ts";
import { startExperiment } from "../../../shared/experiment/start.ts";
import { getExperiments } from "../../../shared/experiment/store.ts";
import type { Tally } from "../../../shared/experiment/tally.ts";
import { getLibrary } from "../../../shared/content/store.ts";
import { Conflict } from "../../../shared/error.ts";
import { wordingOf } from "../../../shared/touch/wording.ts";
import { article, caseStudy, testConfig, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { armTally, tallyOfArms } from "./coins.ts";

const QUESTION = "Are your rounds too long?";
const subjects: ExperimentDraft = {
  of: "subject",
  name: "Question or statement",
  cadenceId: "default",
  startsOn: "2026-11-23",
  endsOn: "",
  articleId: "rounds",
  subjectA: "",
  subjectB: QUESTION,
  articleA: "",
  articleB: "",
};
const articles: ExperimentDraft = { ...subjects, of: "article", articleA: "rounds", articleB: "vans" };

const library = [
  article("rounds"),
  article("vans"),
  caseStudy("depot", { sector: "food" }),
  caseStudy("bank", { sector: "finance" }),
];
const office = () => testWorld({ articles: library });

async function started(world: TestWorld, changes: Partial<ExperimentDraft> = {}): Promise<string> {
  const answer = await startExperiment(world.app, { ...subjects, ...changes }, "Mia Duarte");
  if ("faults" in answer) throw new Error(JSON.stringify(answer.faults));
  return answer.experiment.id;
}
const only = async (world: TestWorld) => (await getExperiments(world.app.table))[0];
const worked = (world: TestWorld, id: string, tally: Tally) => putTallies(world.app, new Map([[id, tally]]));

const clear = tallyOfArms(armTally(1000, 40), armTally(1010, 90));
const unclear = tallyOfArms(armTally(500, 20), armTally(510, 28));

describe("making one", () => {
  test("the usual subject is the first by default, and is kept as it is today", async () => {
    const world = await office();
    await started(world);
    expect(await only(world)).toMatchObject({
      of: "subject",
      subjects: { a: "About rounds", b: QUESTION },
      createdBy: "Mia Duarte",
    });
  });

  test.each<[Partial<ExperimentDraft>, keyof ExperimentDraft, string]>([
    [{ name: "" }, "name", "Give it a name"],
    [{ cadenceId: "gone" }, "cadenceId", "Choose a cadence"],
    [{ startsOn: "2026-11-22" }, "startsOn", "That day is over"],
    [{ startsOn: "soon" }, "startsOn", "first day"],
    [{ endsOn: "2026-11-22" }, "endsOn", "ends before it begins"],
    [{ articleId: "gone" }, "articleId", "Choose an article"],
    [{ subjectB: "About rounds" }, "subjectB", "the same as the other"],
    [{ subjectB: "Rounds" }, "subjectB", "at least 8 characters"],
    [{ subjectB: "Just checking in about your rounds" }, "subjectB", "says nothing new"],
    [{ subjectB: "ROUNDS THAT TAKE ALL DAY" }, "subjectB", "all in capitals"],
    [{ subjectB: "{{firstName}}, are your rounds too long?" }, "subjectB", "is left in it"],
    [{ subjectB: `Are your rounds ${"much ".repeat(12)}too long?` }, "subjectB", "inboxes cut it after 70"],
    [{ ...articles, articleB: "rounds" }, "articleB", "the same as the other"],
    [{ ...articles, articleB: "depot" }, "articleB", "of another kind"],
    [{ ...articles, articleA: "depot", articleB: "bank" }, "articleB", "of another sector"],
  ])("%o is refused beside its field", async (changes, field, says) => {
    const world = await office();
    const answer = await startExperiment(world.app, { ...subjects, ...changes }, "Mia Duarte");
    expect("faults" in answer && answer.faults[field]).toContain(says);
    expect(await getExperiments(world.app.table)).toEqual([]);
  });

  test("two on the same article at once are refused, also when both are made at the same moment; after the end another may be made", async () => {
    const world = await office();
    const id = await started(world);
    expect(await startExperiment(world.app, articles, "Mia Duarte")).toMatchObject({
      faults: { articleA: expect.stringContaining("Question or statement") },
    });
    await endExperiment(world.app, id, "Mia Duarte");
    const both = await Promise.allSettled([started(world), started(world)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")?.reason).toBeInstanceOf(Conflict);
  });
});

describe("the end", () => {
  test("comes by itself when the test calls a winner, and not before", async () => {
    const world = await office();
    const id = await started(world);
    await worked(world, id, unclear);
    expect((await only(world))?.ended).toBeUndefined();
    await worked(world, id, clear);
    expect((await only(world))?.ended).toEqual({ how: "decided", winner: "b", at: world.app.now() });
  });

  test("comes when the last day is over, without a winner", async () => {
    const world = await office();
    const id = await started(world, { endsOn: "2026-11-25" });
    world.clock.standAt(Date.parse("2026-11-25T22:00Z"));
    await worked(world, id, unclear);
    expect((await only(world))?.ended).toBeUndefined();
    world.clock.standAt(Date.parse("2026-11-26T01:00Z"));
    await worked(world, id, unclear);
    expect((await only(world))?.ended).toMatchObject({ how: "by date" });
    expect((await only(world))?.ended?.winner).toBeUndefined();
  });

  test("by hand stays as it was: neither a second hand nor a later winner changes it", async () => {
    const world = await office();
    const id = await started(world);
    await endExperiment(world.app, id, "Mia Duarte");
    await endExperiment(world.app, id, "Ana Sousa");
    await worked(world, id, clear);
    expect((await only(world))?.ended).toMatchObject({ how: "by hand", by: "Mia Duarte" });
  });
});

describe("adopting the winner", () => {
  test("makes it the article's own subject, which imports leave as it is", async () => {
    const world = await office();
    const id = await started(world);
    await worked(world, id, clear);
    await adoptSubject(world.app, id, "Mia Duarte");
    const rounds = (await getLibrary(world.app.table)).find((one) => one.id === "rounds")!;
    expect(rounds).toMatchObject({ subject: QUESTION, own: ["subject"] });
    expect(wordingOf(rounds, testConfig.company).subject).toBe(QUESTION);
    expect((await only(world))?.adopted).toMatchObject({ by: "Mia Duarte", arm: "b" });
  });

  test("there is none to adopt while it runs, without a winner, or of articles", async () => {
    const world = await office();
    const id = await started(world);
    await expect(adoptSubject(world.app, id, "Mia Duarte")).rejects.toThrow("End the experiment first");
    await worked(world, id, unclear);
    await endExperiment(world.app, id, "Mia Duarte");
    await expect(adoptSubject(world.app, id, "Mia Duarte")).rejects.toThrow("no winner");
    const other = await started(world, articles);
    await worked(world, other, clear);
    await expect(adoptSubject(world.app, other, "Mia Duarte")).rejects.toThrow("Only a subject");
    expect((await getLibrary(world.app.table)).some(({ subject }) => subject !== undefined)).toBe(false);
  });
});
