import { describe, expect, test } from "vitest";
import { getCompany } from "../../../shared/company.ts";
import { putTallies } from "../../../shared/experiment/put-tallies.ts";
import { getExperiments } from "../../../shared/experiment/store.ts";
import { getLibrary, libraryChanged, putArticles } from "../../../shared/content/store.ts";
import { article, testConfig } from "../../fixtures/world.ts";
import { armTally, tallyOfArms } from "../../shared/experiment/coins.ts";
import { deskOf } from "./desk.ts";
import type { Desk } from "./desk.ts";

const QUESTION = "Are your rounds too long?";
const subjects = {
  of: "subject",
  name: "Question or statement",
  cadenceId: "default",
  startsOn: "2026-11-25",
  endsOn: "",
  articleId: "rounds",
  subjectA: "",
  subjectB: QUESTION,
};
const articles = { ...subjects, of: "article", name: "Rounds or vans", articleA: "rounds", articleB: "vans" };

const desk = () => deskOf({ articles: [article("rounds"), article("vans")] });

async function started(at: Desk, fields: { [field: string]: string } = subjects): Promise<string> {
  const answer = await at.send("/experiments", fields);
  expect(answer.status).toBe(303);
  return answer.headers.get("Location")?.split("?")[0] ?? "";
}

async function workedOut({ world }: Desk, ...arms: Parameters<typeof tallyOfArms>): Promise<void> {
  const [experiment] = await getExperiments(world.app.table);
  await putTallies(world.app, new Map([[experiment?.id ?? "", { ...tallyOfArms(...arms), at: world.app.now() }]]));
}

describe("the experiments", () => {
  test("an empty list says what to do", async () => {
    const { open } = await desk();
    const { text } = await open("/experiments");
    expect(text).toContain("No experiment yet");
    expect(text).toContain('href="/experiments/new?of=subject"');
    expect(text).toContain('href="/experiments/new?of=article"');
  });

  test("two subjects are made with a form that knows the usual one", async () => {
    const at = await desk();
    expect((await at.open("/experiments/new?of=subject&article=rounds")).text).toContain(
      "Empty = the usual one: About rounds",
    );
    const path = await started(at);
    const { text } = await at.open(path);
    expect(text).toContain("Starts on Wed 25 Nov 2026");
    expect(text).toContain("About rounds");
    expect(text).toContain(QUESTION);
    expect(text).toContain("Nothing can be said yet: no email of it has gone out.");
    expect(text).toContain("It is worked out once a day, and was not yet.");
    expect((await at.open("/experiments")).text).toContain(`href="${path}"`);
  });

  test("what is wrong is said beside its field, and what was typed is kept", async () => {
    const { send } = await desk();
    const { status, text } = await send("/experiments", { ...subjects, subjectB: "Just checking in again" });
    expect(status).toBe(422);
    expect(text).toContain('id="subjectB-error"');
    expect(text).toContain('value="Just checking in again"');
    expect(text).toContain("says nothing new");
  });

  test("a second on the same article is refused by name", async () => {
    const at = await desk();
    await started(at);
    const { status, text } = await at.send("/experiments", articles);
    expect(status).toBe(422);
    expect(text).toContain("“Question or statement” is running on that article");
  });

  test("what people type is shown as they typed it and never as html", async () => {
    const at = await desk();
    const path = await started(at, { ...subjects, name: "<b>A</b>", subjectB: "Rounds & <script>vans</script>" });
    const { text } = await at.open(path);
    expect(text).toContain("&lt;b&gt;A&lt;/b&gt;");
    expect(text).not.toContain("<script>vans");
  });
});

describe("the page of one", () => {
  test("not enough data: says so, how much more it takes, and between what the difference lies", async () => {
    const at = await desk();
    const path = await started(at);
    await workedOut(at, armTally(500, 20, 3), armTally(510, 28, 4));
    const { text } = await at.open(path);
    expect(text).toContain("Not enough data yet");
    expect(text).toMatch(/About 2,020 more measured emails would show a difference like that of 3\.2 % and 6\.3 %/);
    expect(text).toMatch(/The true difference is between −4\.0 and \+8\.7 points \(B less A\)/);
    expect(text).toContain("Mon 23 Nov 2026, 09:00 Lisbon");
    expect(text).toContain("20 of 500");
    expect(text).not.toContain("Winner");
  });

  test("the plots say in words what they show, and the table says it too", async () => {
    const at = await desk();
    const path = await started(at);
    await workedOut(at, armTally(500, 20), armTally(510, 28));
    const { text } = await at.open(path);
    expect(text).toContain("A: 4.0 % (1.6 to 7.9 %). B: 5.5 % (2.6 to 9.8 %).");
    expect(text).toContain('<th scope="row">Of these clicked by a person</th><td>20</td><td>28</td>');
  });

  test("a winner is called, ends it, and is adopted with a button", async () => {
    const at = await desk();
    const path = await started(at);
    await workedOut(at, armTally(1000, 40), armTally(1010, 90));
    const page = await at.open(path);
    expect(page.text).toContain("B is clicked more: 8.9 % against 4.0 %");
    expect(page.text).toContain("because it was decided");
    expect((await at.send(`${path}/adopt`, {})).headers.get("Location")).toContain("done=subject-adopted");
    expect((await getLibrary(at.world.app.table)).find(({ id }) => id === "rounds")?.subject).toBe(QUESTION);
    const after = await at.open(path);
    expect(after.text).toContain("adopted B");
    expect(after.text).not.toContain(`${path}/adopt"`);
  });

  test("it is ended by hand, and of two articles the page says what becomes of them", async () => {
    const at = await desk();
    const path = await started(at, articles);
    expect((await at.open(path)).text).toContain("End it now");
    await at.send(`${path}/end`, {});
    const { text } = await at.open(path);
    expect(text).toContain("Both articles are in the library like any other");
    expect(text).not.toContain("End it now");
    expect((await at.open("/experiments")).text).toContain("Ended");
  });

  test("says so when nobody comes into it any more, because an article was retired", async () => {
    const at = await desk();
    const path = await started(at, articles);
    expect((await at.open(path)).text).not.toContain("Nobody comes into it any more");
    const { table, now } = at.world.app;
    await table.write(...putArticles([article("vans", { retiredAt: now() })]), libraryChanged(now()));
    expect((await at.open(path)).text).toContain("Nobody comes into it any more: one of its articles");
  });

  test("it can be worked out at once", async () => {
    const at = await desk();
    const path = await started(at);
    await at.send(`${path}/work-out`, {});
    await at.world.pass(at.world.app.now() + 60_000);
    expect((await at.open(path)).text).toContain("Last worked out:");
  });

  test("one that is not there is not found", async () => {
    const { open, send } = await desk();
    expect((await open("/experiments/gone")).status).toBe(404);
    expect((await send("/experiments/gone/end", {})).status).toBe(404);
  });
});

describe("parameters for the company's own statistics", () => {
  const { warmUp: _warmUp, utm: _utm, brand: _brand, ...company } = testConfig.company;
  const fields = Object.fromEntries(
    Object.entries({ ...company, untrackedCountries: "DE", eraseOnWithdrawal: "erase" }).map(([name, value]) => [
      name,
      String(value),
    ]),
  );

  test("are off by default, switched on in Settings, and shown again as they were saved", async () => {
    const at = await desk();
    expect((await at.open("/settings")).text).toContain('value="{cadence}-{slot}"');
    await at.send("/settings", { ...fields, utm: "on", utmSource: "news", utmMedium: "", utmCampaign: "{article}" });
    expect((await getCompany(at.world.app.table))?.utm).toEqual({
      on: true,
      source: "news",
      medium: "email",
      campaign: "{article}",
    });
    expect((await at.open("/settings")).text).toContain('value="{article}"');
    await at.send("/settings", { ...fields, utm: "off" });
    expect((await getCompany(at.world.app.table))?.utm?.on).toBe(false);
  });

  test.each([
    [{ utmCampaign: "{email}" }, "only {slot}, {cadence} and {article}"],
    [{ utmSource: "{slot}" }, "without braces"],
  ])("%o is refused beside its field", async (changes, says) => {
    const at = await desk();
    const { status, text } = await at.send("/settings", { ...fields, utm: "on", ...changes });
    expect(status).toBe(422);
    expect(text).toContain(says);
  });
});
