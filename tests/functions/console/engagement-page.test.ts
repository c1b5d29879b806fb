import { describe, expect, test } from "vitest";
import { learnUsual } from "../../../shared/engagement/learn-usual.ts";
import { putGateway, getGateway } from "../../../shared/engagement/store.ts";
import { allRules, weightTable } from "../../../shared/engagement/weights.ts";
import { prospect, testConfig } from "../../fixtures/world.ts";
import { deskOf } from "./desk.ts";
import { mailed } from "./mailed.ts";

const rui = prospect("rui00000000", { lastName: "Costa" });
const words = (text: string): string =>
  text
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/g, " ");

describe("the method page", () => {
  test("has every rule with its weight and where that comes from", async () => {
    const { open } = await deskOf();
    const text = words((await open("/engagement")).text).toLowerCase();
    for (const rule of allRules) {
      expect(text).toContain(weightTable[rule].says.toLowerCase());
      expect(text).toContain(weightTable[rule].source.toLowerCase());
    }
    expect(text).toContain("a click, from a browser or mail program 85 %");
  });

  test("says in plain words what is promised and what breaks it", async () => {
    const { open } = await deskOf();
    const text = words((await open("/engagement")).text);
    for (const said of [
      "What a signal is",
      "Mail gateways",
      "sum over starts of factor × factor",
      "mean over many prospects",
      "Apple Mail",
    ])
      expect(text).toContain(said);
  });

  test("before anything is worked out says when it will be", async () => {
    const { open } = await deskOf();
    const text = words((await open("/engagement")).text);
    expect(text).toContain("Not worked out yet");
    expect(text).toContain("Ana Sousa not counted yet as if 100 prospects 400");
  });

  test("shows what the knob makes of each rep's prospects, and what is usual by sector", async () => {
    const config = { ...testConfig, company: { ...testConfig.company, falseTasksPerFortnight: 0.1 } };
    const { open, world } = await deskOf({ prospects: [rui, prospect("noreps000000", { repId: undefined })], config });
    await mailed(world, rui.id, "o.o.......");
    await learnUsual(world.app);
    const text = words((await open("/engagement")).text);
    expect(text).toContain("at most 0.1 call tasks for nothing");
    expect(text).toMatch(/Ana Sousa 1 4(\.0)? 40 No rep yet 1 4(\.0)? 40/);
    expect(text).toContain("last Mon 23 Nov 2026, 09:00 Lisbon (now)");
    expect(text).toMatch(/Food 10 \d+ % \d+ %/);
    expect((await open("/settings")).text).toContain("falseTasksPerFortnight");
  });

  test("is a place of the navigation", async () => {
    const { open } = await deskOf();
    expect((await open("/")).text).toContain('href="/engagement"');
    expect((await open("/engagement")).text).toContain('href="/engagement" aria-current="page"');
  });
});

describe("engagement on a prospect's page", () => {
  const PATH = `/prospects/${rui.id}`;

  test("shows the score, what is usual, and every email in numbers", async () => {
    const { open, world } = await deskOf({ prospects: [rui] });
    await mailed(world, rui.id, ".".repeat(14) + "o....o....o..c");
    const text = (await open(PATH)).text;
    expect(words(text)).toMatch(/Score 11; a call task opens at 400\./);
    expect(words(text)).toMatch(/Usual so far: 1 in \d+ emails clicked, and 1 in \d+ of the others opened/);
    expect(text).toContain('role="img"');
    expect(/<details class="numbers">[^]*<\/details>/.exec(text)?.[0].match(/<tr>/g)).toHaveLength(1 + 28);
  });

  test("counts silence since the last sign of them, though nothing has come in", async () => {
    const { open, world } = await deskOf({ prospects: [rui] });
    await mailed(world, rui.id, "......");
    expect(words((await open(PATH)).text)).toContain("nothing 6");
  });

  test("says that opens cannot be measured where Apple Mail opens them", async () => {
    const { open, world } = await deskOf({ prospects: [rui] });
    await mailed(world, rui.id, "aaaaaaaa");
    expect((await open(PATH)).text).toContain("Opens not measurable: Apple Mail.");
  });

  test("is empty before the first email, and of who is not measured", async () => {
    const hidden = prospect("uwe00000000", { country: "DE", tracking: "unknown" });
    const { open, world } = await deskOf({ prospects: [rui, hidden] });
    expect((await open(PATH)).text).toContain("it begins with the first email");
    await mailed(world, hidden.id, "ccc");
    const { text } = await open(`/prospects/${hidden.id}`);
    expect(text).toContain("No score, because nothing is measured here.");
    expect(text).not.toContain("score-plot");
  });

  test("says so where a gateway probably follows the links of a domain", async () => {
    const { open, world } = await deskOf({ prospects: [rui] });
    expect((await open(PATH)).text).not.toContain("mail gateway probably");
    const known = await getGateway(world.app.table, "customer.example");
    const slots = [{ date: "2026-11-18", asks: false, early: 23, late: 2 }];
    await world.app.table.write(putGateway({ ...known, slots }, known));
    expect(words((await open(PATH)).text)).toContain("23 of 25 clicks came within the hour of delivery");
  });
});
