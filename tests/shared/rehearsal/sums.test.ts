import * as fc from "fast-check";
import { expect, test } from "vitest";
import { partsOf } from "../../../shared/rehearsal/pack-outcomes.ts";
import { DayPart, MOST_BYTES, PeoplePart, Words, fromSteps, unpack } from "../../../shared/rehearsal/packed.ts";
import type { Outcomes } from "../../../shared/rehearsal/outcomes.ts";
import type { PartsIndex } from "../../../shared/rehearsal/rehearsal.ts";
import { totalsOf } from "../../../shared/rehearsal/sums.ts";

const whats = [{}, { reason: "long-rhythm" }, { reason: "library-used-up" }, { reason: "vetoed", detail: "Ana" }];
const articles = ["a", "b", "c"].map((id) => ({ id, title: `About ${id}`, kind: "blog-post" as const }));
const dates = ["2026-11-25", "2026-11-26", "2026-12-02"];

const person = fc.record({
  timeZone: fc.constantFrom("Europe/Lisbon", "Asia/Tokyo"),
  repId: fc.constantFrom("ana", "ben", undefined),
  sector: fc.constantFrom("food", undefined),
  segments: fc.subarray(["big", "new"]),
  // On each date one outcome, or none where no slot came.
  outcomes: fc.tuple(...dates.map(() => fc.option(fc.nat(whats.length - 1)))),
});

/** Some people and what became of each slot of theirs. */
const outcomes = fc.array(person, { maxLength: 30 }).map((drawn): Outcomes => {
  const people = drawn.map(({ outcomes: _outcomes, ...rest }, n) => ({
    id: `p${String(n).padStart(3, "0")}`,
    ...rest,
  }));
  const days = dates.map((date, day) => {
    const rows = drawn.flatMap((one, n) => {
      const what = one.outcomes[day];
      return what === null || what === undefined ? [] : [{ n, what }];
    });
    return {
      date,
      person: rows.map(({ n }) => n),
      what: rows.map(({ what }) => what),
      article: rows.map(({ n, what }) => (what === 0 ? (n % 3) + 1 : 0)),
      minute: rows.map(({ n }) => 900 + n),
    };
  });
  return { people, whats, articles, days };
});

type Tallied = { readonly sent: number; readonly skipped: { readonly [reason: string]: number } };
const slots = ({ sent, skipped }: Tallied): number => Object.values(skipped).reduce((sum, count) => sum + count, sent);
const sum = (groups: readonly Tallied[]): number => groups.reduce((all, group) => all + slots(group), 0);

test("whichever way one adds up, every slot of every prospect counts once", () => {
  fc.assert(
    fc.property(outcomes, (drawn) => {
      const totals = totalsOf(drawn, [], "2026-11-23");
      const all = drawn.days.reduce((count, day) => count + day.person.length, 0);
      expect(slots(totals)).toBe(all);
      for (const groups of [totals.days, totals.zones, totals.sectors, totals.reps]) expect(sum(groups)).toBe(all);
      expect(totals.reps.flatMap(({ perWeek }) => perWeek).reduce((a, b) => a + b, 0)).toBe(totals.sent);
      expect(totals.articles.reduce((count, { sent }) => count + sent, 0)).toBe(totals.sent);
      expect(totals.runway.byDate.reduce((count, one) => count + one.count, 0)).toBe(totals.runway.count);
      for (const { name, sent } of totals.segments) {
        const own = new Set(drawn.people.flatMap(({ segments }, n) => (segments.includes(name) ? [n] : [])));
        const ofThem = drawn.days.flatMap((day) => day.person.filter((n, row) => own.has(n) && day.what[row] === 0));
        expect(sent).toBe(ofThem.length);
      }
    }),
    { numRuns: 100 },
  );
});

async function packed(drawn: Outcomes): Promise<{ texts: string[]; index: PartsIndex }> {
  const texts: string[] = [];
  const parts = partsOf(drawn);
  for (;;) {
    const next = await parts.next();
    if (next.done) return { texts, index: next.value };
    texts.push(next.value);
  }
}

test("what was put in parts comes out as it was, once by the day and once by the prospect", async () => {
  await fc.assert(
    fc.asyncProperty(outcomes, async (drawn) => {
      const { texts, index } = await packed(drawn);
      expect(index.parts).toBe(texts.length);
      expect(Words.parse(await unpack(texts[0]!))).toMatchObject({ whats, articles });
      for (const { date, part } of index.days) {
        const { zone: _zone, rep: _rep, ...day } = DayPart.parse(await unpack(texts[part]!));
        expect({ ...day, person: fromSteps(day.person) }).toEqual(drawn.days.find((one) => one.date === date));
      }
      const people = await Promise.all(
        texts.slice(index.peoplePart).map(async (text) => PeoplePart.parse(await unpack(text))),
      );
      expect(people.flatMap(({ ids }) => ids)).toEqual(drawn.people.map(({ id }) => id));
      expect(people.flatMap(({ what }) => what)).toHaveLength(
        drawn.days.reduce((count, day) => count + day.person.length, 0),
      );
    }),
    { numRuns: 30 },
  );
});

test("no part is too much for a row, however many there are and however little they are alike", async () => {
  const chance = (n: number, most: number): number => Math.floor(((Math.sin(n) * 10_000) % 1) ** 2 * most);
  const many = Array.from({ length: 21_000 }, (_, n) => n);
  const days = Array.from({ length: 26 }, (_, n) => {
    const those = n < 1 ? many : many.slice(0, 450);
    return {
      date: `2027-01-${String(n + 1).padStart(2, "0")}`,
      person: those,
      what: those.map((one) => chance(one + n, 15)),
      article: those.map((one) => chance(one * 7 + n, 2000)),
      minute: those.map((one) => 780 + chance(one * 3 + n, 240)),
    };
  });
  const people = many.map((n) => ({
    id: (Math.sin(n) * 1e17).toString(36).slice(-12),
    timeZone: `Zone/${chance(n, 400)}`,
    repId: `rep-${chance(n * 5, 200)}`,
    sector: undefined,
    segments: [],
  }));
  const { texts, index } = await packed({
    people,
    whats: Array.from({ length: 15 }, (_, n) => ({ reason: `r${n}` })),
    articles: [],
    days,
  });
  expect(index.days.filter(({ date }) => date === "2027-01-01")).toHaveLength(2);
  for (const text of texts) expect(text.length).toBeLessThan(MOST_BYTES);
});
