import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Counts, noCounts, shareIn, sumOf } from "../../../shared/report/counts.ts";
import type { TouchFact } from "../../../shared/report/fact.ts";
import { gatherer } from "../../../shared/report/gather.ts";
import { DIMENSIONS, MOST_ROWS, RANGE_NAMES, REST } from "../../../shared/report/report.ts";
import type { Range, ReportRow } from "../../../shared/report/report.ts";
import { addDays } from "../../../shared/time.ts";

const TITLES = { cadences: new Map([["default", "Midweek"]]), segments: new Map([["s1", "Food, South"]]) };
const TODAY = "2026-11-27";

const fact = (changes: Partial<TouchFact> = {}): TouchFact => ({
  prospectId: "rui",
  date: "2026-11-25",
  sentAt: 0,
  cadenceId: "default",
  articleId: "rounds",
  articleTitle: "Rounds",
  articleKind: "blog-post",
  domain: "customer.example",
  touchNumber: 1,
  outcome: "delivered",
  complained: false,
  measured: true,
  opened: 0,
  clicked: 0,
  readInAWeek: 0,
  unsubscribed: false,
  conversation: false,
  meeting: false,
  ...changes,
});

const chance = fc.constantFrom(0, 0.3, 0.5, 0.85);
const email = fc.record({
  daysAgo: fc.integer({ min: 0, max: 500 }),
  articleId: fc.constantFrom("rounds", "shifts", "stock"),
  template: fc.constantFrom("blog-post", "case-study"),
  cadenceId: fc.constantFrom("default", "slow"),
  outcome: fc.constantFrom("sent", "delivered", "bounced"),
  bounce: fc.constantFrom("permanent", "transient"),
  complained: fc.boolean(),
  measured: fc.boolean(),
  opened: fc.option(chance),
  clicked: chance,
  unsubscribed: fc.boolean(),
  task: fc.option(fc.integer({ min: 1, max: 2 })),
});

/** One prospect's emails, oldest first; each task with one outcome. */
const emailsOf = (
  prospectId: string,
  emails: readonly (typeof email extends fc.Arbitrary<infer One> ? One : never)[],
) =>
  emails
    .toSorted((a, b) => b.daysAgo - a.daysAgo)
    .map(({ daysAgo, task, bounce, ...rest }, place): TouchFact => {
      const callTask = task === null ? {} : { callTask: { number: task, lane: "hot" as const, at: 0 } };
      const bounced = rest.outcome === "bounced" ? { bounce } : {};
      const own = { prospectId, date: addDays(TODAY, -daysAgo), touchNumber: place + 1, conversation: task === 1 };
      return fact(Object.assign(own, rest, callTask, bounced, { domain: `${prospectId}.example` }));
    });

const people = fc.array(fc.array(email, { maxLength: 20 }), { maxLength: 5 });

const taken = (all: readonly (readonly TouchFact[])[]) => {
  const report = gatherer(TITLES, TODAY);
  for (const facts of all) report.take(facts);
  return report;
};
const inRange = (rows: readonly ReportRow[], range: Range): Counts =>
  sumOf(rows.map(({ ranges }) => ranges[range] ?? noCounts()));

const LED_TO: ReadonlySet<keyof Counts> = new Set(["callTasks", "conversations", "meetings"]);

test("every dimension adds up to the same emails, and what they led to is never less than the whole", () => {
  fc.assert(
    fc.property(people, (many) => {
      const all = many.map((emails, n) => emailsOf(`p${n}`, emails));
      const report = taken(all);
      for (const range of RANGE_NAMES) {
        const total = inRange(report.rows("all", 1), range);
        for (const of of DIMENSIONS.filter((one) => one !== "segment")) {
          const sum = inRange(report.rows(of, 1), range);
          for (const name of Counts.keyof().options)
            if (LED_TO.has(name))
              expect(sum[name], `${of} ${name}`).toBeGreaterThanOrEqual(of === "touch" ? 0 : total[name]);
            else expect(sum[name], `${of} ${name}`).toBe(total[name]);
        }
      }
      // With which email a task came is one email; over all time none is lost.
      expect(inRange(report.rows("touch", 1), "all").callTasks).toBe(inRange(report.rows("all", 1), "all").callTasks);
      expect(inRange(report.rows("domain", 1), "all")).toEqual(inRange(report.rows("all", 1), "all"));
      const tasks = all.map((facts) => new Set(facts.flatMap(({ callTask }) => callTask?.number ?? [])).size);
      expect(inRange(report.rows("all", 1), "all").callTasks).toBe(tasks.reduce((sum, count) => sum + count, 0));
    }),
    { numRuns: 60 },
  );
});

test("in which order people are walked makes no difference", () => {
  fc.assert(
    fc.property(people, (many) => {
      const all = many.map((emails, n) => emailsOf(`p${n}`, emails));
      const [one, other] = [taken(all), taken(all.toReversed())];
      for (const of of DIMENSIONS) expect(one.rows(of, 1)).toEqual(other.rows(of, 1));
    }),
    { numRuns: 30 },
  );
});

test("a call task that three emails led to is one in all of them together, one for each article, and one in the cohort of the last", () => {
  const task = { callTask: { number: 1, lane: "warming", at: 0 }, conversation: true } as const;
  const { rows } = taken([
    [
      fact({ ...task, date: "2026-11-18", touchNumber: 1 }),
      fact({ ...task, date: "2026-11-19", touchNumber: 2 }),
      fact({ ...task, date: "2026-11-25", touchNumber: 3, articleId: "shifts" }),
    ],
  ]);
  const tasksOf = (of: (typeof DIMENSIONS)[number]) =>
    rows(of, 1).map(({ name, ranges }) => [name, ranges.all?.callTasks, ranges.all?.conversations]);
  expect(tasksOf("all")).toEqual([["all", 1, 1]]);
  expect(tasksOf("article")).toEqual([
    ["rounds", 1, 1],
    ["shifts", 1, 1],
  ]);
  expect(tasksOf("touch")).toEqual([
    ["01", 0, 0],
    ["02", 0, 0],
    ["03", 1, 1],
  ]);
});

test("emails of which it is not known yet whether they arrived are sent, and in no share of those delivered", () => {
  const early = fact({ outcome: "sent" });
  const [all] = taken([[fact(), fact({ outcome: "bounced", bounce: "permanent" }), early, early]]).rows("all", 1);
  const counts = all?.ranges.all ?? noCounts();
  expect(counts).toMatchObject({ sent: 4, delivered: 1, bounced: 1 });
  expect(shareIn(counts, "delivered")).toMatchObject({ count: 1, of: 2 });
  expect(shareIn(counts, "bounced")).toMatchObject({ count: 1, of: 4 });
  const [first] = taken([Array.from({ length: 60 }, () => early)]).rows("all", 1);
  expect(shareIn(first?.ranges.all ?? noCounts(), "delivered")).toMatchObject({ count: 0, of: 0, enough: false });
});

test("the range of four weeks is the last 28 days, today with them", () => {
  const { rows } = taken([[fact({ date: "2026-10-30" }), fact({ date: "2026-10-31" })]]);
  expect(rows("all", 1)[0]?.ranges["4-weeks"]?.sent).toBe(1);
});

test("an article goes by the title it last had, a segment and a cadence by their names", () => {
  const segments = ["s1", "gone"];
  const { rows } = taken([
    [fact({ articleTitle: "Old", date: "2026-11-18", segments }), fact({ articleTitle: "New", segments })],
    [fact({ articleTitle: "Old", date: "2026-11-19", cadenceId: "slow" })],
  ]);
  expect(rows("article", 1).map(({ title }) => title)).toEqual(["New"]);
  expect(rows("segment", 1).map(({ title }) => title)).toEqual(["gone", "Food, South"]);
  expect(rows("cadence", 1).map(({ title }) => title)).toEqual(["Midweek", "slow"]);
});

test("from the thirteenth on, emails are one cohort", () => {
  const { rows } = taken([[12, 13, 14, 40].map((touchNumber) => fact({ touchNumber }))]);
  expect(rows("touch", 1).map(({ name, ranges }) => [name, ranges.all?.sent])).toEqual([
    ["12", 1],
    ["13", 3],
  ]);
});

test("of very many domains those with the most emails are kept, and the others are one row", () => {
  const many = Array.from({ length: MOST_ROWS + 20 }, (_, n) => [
    fact({ domain: `d${String(n).padStart(4, "0")}.example` }),
    ...(n >= 30 ? [fact({ domain: `d${String(n).padStart(4, "0")}.example`, date: "2026-11-26" })] : []),
  ]);
  const rows = taken(many).rows("domain", 1);
  expect(rows).toHaveLength(MOST_ROWS);
  const rest = rows.find(({ name }) => name === REST);
  expect(rest).toMatchObject({ title: "21 others", ranges: { all: { sent: 21 } } });
  expect(inRange(rows, "all").sent).toBe(2 * (MOST_ROWS + 20) - 30);
});
