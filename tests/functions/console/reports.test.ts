import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { reportOf } from "../../../functions/console/report-names.ts";
import { reportKey } from "../../../shared/keys.ts";
import { buildReport } from "../../../shared/report/build.ts";
import { noCounts } from "../../../shared/report/counts.ts";
import type { Counts } from "../../../shared/report/counts.ts";
import type { Dimension } from "../../../shared/report/report.ts";
import { getReportHead, putReportHead, replaceReport } from "../../../shared/report/store.ts";
import { MONDAY } from "../../fixtures/world.ts";
import { fillTeam, people } from "../../shared/member/team.ts";
import { ARTICLES, PEOPLE, play } from "../../shared/report/played.ts";
import { deskOf } from "./desk.ts";
import type { Desk } from "./desk.ts";

const plain = (html: string): string =>
  html
    .replaceAll(/<(?:svg|style).*?<\/(?:svg|style)>/gs, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");

let desk: Desk;
beforeAll(async () => {
  desk = await deskOf({ prospects: PEOPLE, articles: ARTICLES });
  await play(desk.world);
  await buildReport(desk.world.app);
});

/** Rows as if they had been worked out, because no small company has enough emails for a figure. */
async function withRows(of: Dimension, counts: { readonly [name: string]: Partial<Counts> }): Promise<Desk> {
  const made = await deskOf();
  const rows = Object.entries(counts).map(([name, some]) => {
    const all = Object.assign(noCounts(), some);
    return { name, title: name, asOf: MONDAY, ranges: { "13-weeks": all, all } };
  });
  await replaceReport(made.world.app.table, of, rows);
  await made.world.app.table.write(putReportHead({ asOf: MONDAY, day: "2026-11-23" }));
  return made;
}

test("before the first report there is nothing to see but how to get one", async () => {
  const { open, send, world } = await deskOf();
  for (const path of ["/reports", "/reports/articles", "/reports/deliverability"])
    expect(plain((await open(path)).text), path).toMatch(/Work it out now .*No report yet/);
  const { status, headers } = await send("/reports", { back: "/reports/articles?range=year&sort=sent" });
  expect([status, headers.get("Location")]).toEqual([
    303,
    "/reports/articles?range=year&sort=sent&done=report-ordered",
  ]);
  expect((await open("/reports/articles")).text).toContain("Being worked out since");
  expect((await send("/reports", {})).headers.get("Location")).toBe("/reports?done=report-under-way");
  await world.pass(world.app.now());
  const { text } = await open("/reports/articles?range=all");
  expect(plain(text)).toContain("As of Mon 23 Nov 2026, 09:00 Lisbon");
  expect(plain(text)).toMatch(/Work it out again now .*No emails yet/);
  expect(text).not.toContain("Being worked out");
});

test("whoever asks goes back to a page of the reports and to no other", async () => {
  const { send } = await deskOf();
  for (const back of ["https://elsewhere.example/reports", "//elsewhere.example/reports", "/settings"])
    expect((await send("/reports", { back })).headers.get("Location")).toMatch(/^\/reports\?done=/);
});

test("of few emails only the counts are told, and that they are not enough", async () => {
  const { text } = await desk.open("/reports");
  const words = plain(text);
  expect(words).toContain("Emails sent 9");
  expect(words).toContain("openings can be measured in 56 %, clicks in 67 %");
  expect(words).toContain("Clicked by a person 2 of 6 not enough data");
  expect(words).toContain("Calls it led to 2 of 9 not enough data");
});

test("of enough emails there are the share, its interval and what it was counted from", async () => {
  const { open } = await withRows("sector", { food: { sent: 400, measured: 333, openable: 300, clicked: 40 } });
  const words = plain((await open("/reports/sectors")).text);
  expect(words).toContain("Food 400");
  expect(words).toContain("12 % 8.9 to 16 % 40 of 333");
  expect(words).toContain("measurable in 75 %");
});

test("what arrived is not known right after a slot, and no figure is made of it", async () => {
  const early = await withRows("all", { all: { sent: 300, measured: 300 } });
  expect(plain((await early.open("/reports")).text)).toMatch(/Delivered not known yet .*Bounced 0 % 0 to 1\.3 %/);
  const { open } = await withRows("sector", {
    food: { sent: 300 },
    retail: { sent: 400, delivered: 294, bounced: 6 },
  });
  const words = plain((await open("/reports/sectors")).text);
  expect(words).toMatch(/Food 300 not known yet 0 %/);
  expect(words).toContain("Retail 400 98 % 96 to 99 % 294 of 300 known of 75 %");
  const rows: Record<string, string>[] = parse((await open("/reports/sectors.csv")).text, { columns: true });
  expect(rows).toMatchObject([
    { sector: "Retail", "delivery not known yet": "100", "share delivered": "0.98" },
    { sector: "Food", "delivery not known yet": "300", "share delivered": "", "share delivered from": "" },
  ]);
});

test("each report has its lines, with names for people", async () => {
  const shown = async (name: string): Promise<string> => plain((await desk.open(`/reports/${name}`)).text);
  expect((await desk.open("/reports/slots")).text).toContain('<th scope="col" aria-sort="descending"><a');
  expect(await shown("slots")).toMatch(/Thu 26 Nov 2026 3 .* Wed 25 Nov 2026 6/);
  expect(await shown("sectors")).toMatch(/Food 5 .*Energy 2 .*No sector known 2/);
  expect(await shown("cadences")).toContain("Midweek 9");
  expect(await shown("templates")).toContain("blog-post 9");
  expect(await shown("touches")).toMatch(/1st 6 .*2nd 3/);
  expect(await shown("segments")).toContain("No emails in this time");
  expect(await shown("deliverability")).toMatch(/ivo\.example 1/);
  expect((await desk.open("/reports/weather")).status).toBe(404);
  expect((await desk.open("/reports/constructor")).status).toBe(404);
});

test("an article's title is text and nothing more, on the page, in the plot and in the file", async () => {
  const { text } = await desk.open("/reports/articles");
  expect(text).toContain("=Rounds &amp; &lt;b&gt;more&lt;/b&gt;");
  expect(text).not.toContain("<b>more");
  const file = await desk.open("/reports/articles.csv?range=all");
  expect(file.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  expect(file.headers.get("Content-Disposition")).toBe('attachment; filename="midweek-articles-all-2026-11-28.csv"');
  expect(file.text).toContain("'=Rounds & <b>more</b>,rounds");
});

test("other pages lead straight to the line of one thing", async () => {
  const [path = "", place] = reportOf("articles", "rounds").split("#");
  const { text } = await desk.open(path);
  expect(text).toContain(`id="${place}"`);
});

test("a file has every count of the table, and shares only where there is enough data", async () => {
  const { open } = await withRows("domain", {
    "b.example": { sent: 1000, delivered: 980, bounced: 20, bouncedForGood: 20 },
    "a.example": { sent: 3, complained: 1 },
  });
  const { text } = await open("/reports/domains.csv");
  const rows: Record<string, string>[] = parse(text, { columns: true });
  expect(rows).toMatchObject([
    {
      domain: "b.example",
      range: "13-weeks",
      sent: "1000",
      "bounced for good": "20",
      "share bounced for good": "0.02",
    },
    { domain: "a.example", complained: "1", "share complained": "", "share complained from": "" },
  ]);
  expect(rows[0]).toMatchObject({ "as of": "2026-11-23T09:00:00.000Z", "share delivered": "0.98" });
  expect(parse((await desk.open("/reports/weeks.csv")).text, { columns: true })).toMatchObject([
    { week: "Week of Mon 23 Nov 2026", sent: "9", "call tasks": "2" },
  ]);
});

test("lines are sorted as asked, best first, and those that tell nothing come last", async () => {
  const { open } = await withRows("sector", {
    energy: { sent: 400, measured: 400, clicked: 20 },
    food: { sent: 300, measured: 300, clicked: 30 },
    retail: { sent: 4, measured: 4, clicked: 4 },
  });
  const order = async (query: string): Promise<string[]> =>
    [...(await open(`/reports/sectors${query}`)).text.matchAll(/<tr id="row-(\w+)"/g)].map(([, name = ""]) => name);
  expect(await order("")).toEqual(["energy", "food", "retail"]);
  expect(await order("?sort=clicked")).toEqual(["food", "energy", "retail"]);
  expect(await order("?sort=name")).toEqual(["energy", "food", "retail"]);
  expect(await order("?sort=constructor&range=__proto__")).toEqual(["energy", "food", "retail"]);
  const { text } = await open("/reports/sectors?sort=clicked");
  expect(text).toMatch(/aria-sort="descending"><a href="[^"]*sort=clicked">Clicked/);
});

test("of many lines the first 25 are shown, and all where that is asked for", async () => {
  const names = Array.from({ length: 60 }, (_, n) => [`a${n}`, { sent: 60 - n }] as const);
  const { open } = await withRows("article", Object.fromEntries(names));
  const lines = async (query: string): Promise<number> =>
    (await open(`/reports/articles${query}`)).text.match(/<tr id="row-/g)?.length ?? 0;
  expect(await lines("")).toBe(25);
  expect(await lines("?rows=all")).toBe(60);
  expect(parse((await open("/reports/articles.csv")).text)).toHaveLength(61);
});

test("bounces and complaints stand beside the limits of the provider", async () => {
  const week = { sent: 2000, bounced: 120, bouncedForGood: 120, complained: 1 };
  const { open } = await withRows("week", { "2026-11-16": week });
  const { text } = await open("/reports/deliverability");
  expect(text).toContain("5 %: SES reviews, Midweek pauses");
  expect(text).toContain("0.5 %: SES may stop you");
  expect(text).toContain("Week of Mon 16 Nov 2026: 6 % (5 to 7.1 %; 120 of 2000). The line at 5 %");
});

test("the claim about contacts stands beside the emails with which calls came", async () => {
  const { open, as, world } = await withRows("touch", {
    "01": { sent: 100, callTasks: 5 },
    "05": { sent: 80, callTasks: 10 },
    "12": { sent: 40, callTasks: 20 },
    "13": { sent: 40, callTasks: 5 },
  });
  const words = plain((await open("/reports/touches")).text);
  expect(words).toContain("80 % at the fifth to twelfth");
  expect(words).toMatch(/5th to 12th 80 % 75 % \(60 to 86 %; 30 of 40\)/);
  expect(words).toContain("13th and later");
  await fillTeam(world);
  const marketing = await as(people.marketing);
  expect((await marketing.open("/reports/touches")).text).not.toContain('href="/team"');
});

test("reports are for marketing, managers and admins, their files too", async () => {
  await fillTeam(desk.world);
  for (const [who, status] of [
    [people.rep, 403],
    [people.marketing, 200],
    [people.manager, 200],
    [people.admin, 200],
  ] as const)
    expect((await (await desk.as(who)).open("/reports/slots.csv")).status, who).toBe(status);
  expect((await desk.open("/reports/head.csv")).status).toBe(404);
});

test("a report of earlier days is still told when the next cannot be worked out", async () => {
  const { open, world } = await withRows("all", { all: { sent: 5 } });
  await world.app.table.write({ kind: "update", key: reportKey("head", "head"), set: { askedAt: MONDAY + 1 } });
  expect(await getReportHead(world.app.table)).toMatchObject({ asOf: MONDAY, askedAt: MONDAY + 1 });
  const words = plain((await open("/reports")).text);
  expect(words).toContain("Being worked out again since");
  expect(words).toContain("Emails sent 5");
});
