import { describe, expect, test } from "vitest";
import { getCall, putCall } from "../../../shared/call/store.ts";
import { signalsOf } from "../../../shared/engagement/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { touchKey } from "../../../shared/keys.ts";
import { HOUR } from "../../../shared/time.ts";
import { MONDAY, prospect, testConfig } from "../../fixtures/world.ts";
import { deskOf } from "./desk.ts";
import { CHROME, mailed } from "./mailed.ts";

const rui = prospect("rui00000000", { lastName: "Costa", phone: "+351912345678" });
const PATH = `/prospects/${rui.id}/calls/1`;
/** With so many call tasks for nothing allowed, a rise needs no long history. */
const config = { ...testConfig, company: { ...testConfig.company, falseTasksPerFortnight: 10 } };

async function deskWithRise(answers = "..o.......ccc") {
  const desk = await deskOf({ prospects: [rui], config });
  const dates = await mailed(desk.world, rui.id, answers);
  return { ...desk, dates };
}

const words = (text: string): string => text.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

describe("the page of a call task that warmed up", () => {
  test("says why, what it stands on, and how surely a person did each", async () => {
    const { open } = await deskWithRise();
    const { text } = await open(PATH);
    expect(text).toContain("Clicked 3 of the last 3; none of the 10 before");
    expect(text).toContain("Clicked “Story of 2026-11-19”");
    expect(words(text)).toMatch(/· 85 % a person&#39;s: /);
    expect(text).toContain('href="/engagement#sure"');
    expect(text).toContain('href="/engagement#rise"');
  });

  test("shows the score as a plot that can be read without seeing it", async () => {
    const { open } = await deskWithRise();
    const { text } = await open(PATH);
    const plot = /<svg class="score-plot"[^>]*role="img"[^]*?<\/svg>/.exec(text)?.[0] ?? "";
    expect(plot).toContain('<title id="score-title">The score, email by email</title>');
    expect(plot).toMatch(/<desc id="score-desc">The last 13 emails[^<]*clicked 3, opened 1, nothing 9\./);
    expect(plot).toContain("a call task from 40");
    expect(plot.match(/class="mark-clicked"/g)).toHaveLength(3);
    expect(plot.match(/class="mark-nothing"/g)).toHaveLength(9);
    expect(plot).toContain(">19 Nov</text>");
    expect(plot).not.toContain("NaN");
  });

  test("has the same in numbers", async () => {
    const { open } = await deskWithRise();
    const { text } = await open(PATH);
    const rows = words(/<details class="numbers">[^]*?<\/details>/.exec(text)?.[0] ?? "");
    expect(rows).toMatch(/Thu 19 Nov 2026 Story of 2026-11-19 50 % 85 % \d+ %, \d+ % \d\.\d \d+/);
    expect(rows.match(/Story of/g)).toHaveLength(13);
  });

  test("says what Apple Mail hides", async () => {
    const { open } = await deskWithRise("aaaaaaaaaaccc");
    const { text } = await open(PATH);
    expect(text).toContain("not measurable 10");
    expect(text.match(/class="mark-not-measurable"/g)).toHaveLength(11);
  });

  test("does not let an article's title become markup", async () => {
    const { open, world, dates } = await deskWithRise("..........");
    const key = touchKey(rui.id, dates.at(-1) ?? "");
    const touch = await world.app.table.get(key);
    const data = { ...touch?.data, articleTitle: "<script>alert(1)</script>" };
    await world.app.table.write({ kind: "put", item: { ...key, data } });
    const { text } = await open(`/prospects/${rui.id}`);
    expect(text).toContain("&lt;script&gt;alert");
    expect(text).not.toContain("<script>alert");
  });
});

test("who asked is called without arithmetic: no plot, and no doubt about their own words", async () => {
  const { open, world } = await deskOf({ prospects: [rui] });
  await recordEngagement(world.app, [{ id: "r1", prospectId: rui.id, kind: "reply", at: MONDAY, text: "Call me" }]);
  const { text } = await open(PATH);
  expect(text).toContain("the prospect&#39;s own words");
  expect(text).not.toContain("score-plot");
});

describe("what turns out to be a machine's", () => {
  /** What looked like a person's click was a scanner's with a browser's name: beside it the link was followed that no reader sees, which we hear of later. */
  const scanned = (dates: readonly string[], link: "read" | "hidden", id: string) => ({
    id,
    prospectId: rui.id,
    kind: "click" as const,
    link,
    slot: dates.at(-1),
    at: MONDAY - 90 * HOUR + 3 * HOUR + 2_000,
    userAgent: CHROME,
    network: "203.0.113.0/24",
    method: "GET" as const,
  });

  test("is struck out on a task that goes on, with the reason", async () => {
    const { open, world, dates } = await deskWithRise();
    const call = await getCall(world.app.table, rui.id, 1);
    expect(call?.lane).toBe("warming");
    const tried = {
      at: MONDAY,
      repId: "ana",
      disposition: "voicemail",
      notes: "",
      nextStep: { kind: "declined" },
    } as const;
    if (call) await world.app.table.write(putCall({ ...call, attempts: [tried] }, "present"));
    await recordEngagement(world.app, [scanned(dates, "hidden", "scan")]);
    expect((await signalsOf(world.app.table, rui.id)).find(({ id }) => id.endsWith("c12"))?.human).toBeLessThan(0.5);
    const { text } = await open(PATH);
    expect(text).toMatch(/<s class="quiet-text">Clicked “Story of 2026-11-19”/);
    expect(words(text)).toContain("A machine&#39;s after all: with another link of the same email within 2 seconds");
  });

  test("takes a task back that stood on it alone, in front of the folded form and once in the history", async () => {
    const { open, world, dates } = await deskOf({ prospects: [rui], config }).then(async (desk) => ({
      ...desk,
      dates: await mailed(desk.world, rui.id, ".........occc"),
    }));
    for (const [n, date] of dates.slice(-3).entries()) {
      const at = Date.parse(`${date}T18:00:01Z`);
      await recordEngagement(world.app, [{ ...scanned([date], "hidden", `scan${n}`), at }]);
    }
    const { text } = await open(PATH);
    expect(text).toContain("Taken back: a machine did it: ");
    expect(text).toMatch(/Taken back: [^]*<details[^>]*><summary>You called all the same\?[^]*name="disposition"/);
    const history = (await open(`/prospects/${rui.id}`)).text;
    expect(history.match(/Call 1 taken back/g)).toHaveLength(1);
    expect(history).toMatch(new RegExp(`href="${PATH}">Call 1 taken back`));
    expect((await open("/")).text).toContain("Nobody to call right now");
  });
});
