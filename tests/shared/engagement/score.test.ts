import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  beganAgo,
  learned,
  likelihoodRatio,
  mean,
  riseKnobs,
  scoreOf,
  started,
} from "../../../shared/engagement/rise-test.ts";
import type { Prior } from "../../../shared/engagement/rise-test.ts";
import { engagementOf, judgeLedger, observe } from "../../../shared/engagement/score.ts";
import type { Ledger } from "../../../shared/engagement/score.ts";
import { standardWeights } from "../../../shared/engagement/weights.ts";
import { DAY, HOUR } from "../../../shared/time.ts";
import type { Touch } from "../../../shared/touch/touch.ts";
import { sentAt, signal, slot } from "./small-world.ts";

/** One opened in four, one clicked in thirty. */
const PRIOR: Prior = { open: { yes: 5, no: 15 }, click: { yes: 1, no: 29 } };
const APPLE = { userAgent: "Mozilla/5.0" };

const touch = (n: number, changes: Partial<Touch> = {}): Touch => ({
  prospectId: "p1",
  date: slot(n),
  timeZone: "Europe/Lisbon",
  cadenceId: "default",
  outcome: "sent",
  slotKind: "blog-post",
  articleTitle: `Story ${n}`,
  topics: ["rounds"],
  tracked: true,
  at: sentAt(n),
  ...changes,
});
const touches = (count: number): Touch[] => Array.from({ length: count }, (_, n) => touch(n));
const click = (n: number, id = `c${n}`, changes = {}) =>
  signal(id, n, { kind: "click", at: sentAt(n) + 5 * HOUR, ...changes });
const LATER = sentAt(9) + 30 * DAY;

function scored(changes: Partial<Ledger>, asOf = LATER) {
  const ledger: Ledger = {
    prospectId: "p1",
    touches: touches(10),
    signals: [],
    restarts: [],
    prior: PRIOR,
    ...changes,
  };
  return engagementOf(ledger, judgeLedger(ledger, standardWeights), asOf);
}
const scores = (changes: Partial<Ledger>, asOf = LATER) => scored(changes, asOf).emails.map(({ score }) => score);

describe("one email", () => {
  test("makes a rise likelier when it was clicked, less so when opened, and less likely in silence", () => {
    const ratio = (open: number | null, clicked: number) => likelihoodRatio({ open, click: clicked }, PRIOR, riseKnobs);
    expect(ratio(0, 1)).toBeGreaterThan(ratio(1, 0));
    expect(ratio(1, 0)).toBeGreaterThan(1);
    expect(ratio(0, 0)).toBeLessThan(1);
    expect(ratio(null, 0)).toBeGreaterThan(ratio(0, 0));
    expect(ratio(null, 0)).toBeLessThan(1);
  });

  test("clicked by who clicks one in thirty counts six times the odds of a usual 1.8 times that", () => {
    const usual = 1.8 / 30;
    expect(likelihoodRatio({ open: 0, click: 1 }, PRIOR, riseKnobs)).toBeCloseTo(6 / (1 - usual + 6 * usual), 10);
  });

  test("in doubt counts in between, by the doubt", () => {
    const [none, half, whole] = [0, 0.5, 1].map((one) => likelihoodRatio({ open: 0, click: one }, PRIOR, riseKnobs));
    expect(half).toBeCloseTo((none! + whole!) / 2, 10);
  });

  test("does not make a rise likelier on average, whatever is usual, as long as that is not underestimated", () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(share, share, (opens, clicks) => {
        const usual = { open: { yes: opens, no: 1 - opens }, click: { yes: clicks, no: 1 - clicks } };
        const ratio = (open: number, clicked: number) =>
          likelihoodRatio({ open, click: clicked }, usual, { ...riseKnobs, inflate: 1 });
        const average = clicks * ratio(1, 1) + (1 - clicks) * (opens * ratio(1, 0) + (1 - opens) * ratio(0, 0));
        // Who usually does almost everything is taken for a little less.
        expect(average).toBeLessThanOrEqual(opens > 0.95 || clicks > 0.95 ? 1.05 : 1 + 1e-9);
      }),
    );
  });

  test("adds to what is usual: a click to the clicks, an open to the emails not clicked, no opens where none can be seen", () => {
    expect(learned(PRIOR, { open: 1, click: 1 })).toEqual({ open: PRIOR.open, click: { yes: 2, no: 29 } });
    expect(learned(PRIOR, { open: 0, click: 0 })).toEqual({ open: { yes: 5, no: 16 }, click: { yes: 1, no: 30 } });
    expect(learned(PRIOR, { open: null, click: 0 }).open).toEqual(PRIOR.open);
  });

  test("may be the first of a rise, as may each of the last eight, and the score is the sum over these starts", () => {
    const clicked = { open: null, click: 1 };
    const ratio = likelihoodRatio(clicked, PRIOR, riseKnobs);
    const one = started([], PRIOR, clicked, riseKnobs);
    const two = started(one, PRIOR, clicked, riseKnobs);
    expect([scoreOf([]), scoreOf(one)]).toEqual([0, ratio]);
    expect(scoreOf(two)).toBeCloseTo((1 + ratio) * ratio);
    const many = Array.from({ length: 12 }).reduce<typeof one>(
      (starts) => started(starts, PRIOR, clicked, riseKnobs),
      [],
    );
    expect(many).toHaveLength(8);
    expect(beganAgo(many)).toBe(8);
  });

  test("is held by each start against what was usual before that, so that a rise does not become its own usual", () => {
    const clicked = { open: null, click: 1 };
    const keen = { ...PRIOR, click: { yes: 20, no: 10 } };
    const starts = started(started([], PRIOR, clicked, riseKnobs), keen, clicked, riseKnobs);
    expect(starts.map(({ factor }) => factor)).toEqual([
      likelihoodRatio(clicked, PRIOR, riseKnobs) ** 2,
      likelihoodRatio(clicked, keen, riseKnobs),
    ]);
    expect(beganAgo(starts)).toBe(2);
    const silence = { open: 0, click: 0 };
    expect(beganAgo(started(started([], PRIOR, silence, riseKnobs), PRIOR, clicked, riseKnobs))).toBe(1);
  });
});

describe("several hits on one email", () => {
  test("count as the surest of them, and a doubtful click as none", () => {
    const machine = { kind: "click", human: 0.02, rule: "every-link" } as const;
    const hasty = { kind: "click", human: 0.6, rule: "gateway" } as const;
    expect(observe([machine, hasty, machine, { kind: "click", human: 0.5, rule: "gateway" }])).toEqual({
      open: 0,
      click: 0.6,
    });
    expect(observe([machine, { kind: "click", human: 0.49, rule: "gateway" }])).toEqual({ open: 0, click: 0 });
    expect(observe([])).toEqual({ open: 0, click: 0 });
  });

  test("from Apple Mail are not measurable, unless a person was also seen to open it", () => {
    const apple = { kind: "open", human: 0, rule: "apple-privacy" } as const;
    expect(observe([apple])).toEqual({ open: null, click: 0 });
    expect(observe([apple, { kind: "open", human: 0.05, rule: "early-open" }]).open).toBeNull();
    expect(observe([apple, { kind: "open", human: 0.6, rule: "gmail-open" }]).open).toBe(0.6);
  });
});

describe("the ledger", () => {
  test("has a line for every email, silent ones too, which count against", () => {
    const { emails } = scored({ signals: [click(4)] });
    expect(emails.map(({ date }) => date)).toEqual(touches(10).map(({ date }) => date));
    expect(emails[4]).toMatchObject({
      click: 0.85,
      title: "Story 4",
      hits: [{ signalId: "c4", human: 0.85, rule: "click" }],
    });
    expect(emails[4]!.score).toBeGreaterThan(4);
    expect(emails.slice(5).every(({ score }, place) => score < emails[place + 4]!.score)).toBe(true);
  });

  test("neither raises nor lowers the score for what Apple Mail fetches of an email", () => {
    const blind = touches(10).map((_, n) => signal(`a${n}`, n, APPLE));
    const { emails } = scored({ signals: blind });
    expect(emails.every(({ open }) => open === null)).toBe(true);
    expect(emails.at(-1)).toMatchObject({ usualOpen: mean(PRIOR.open) });
    const onlyClicksTell = { ...PRIOR, open: { yes: 0, no: 1 } };
    expect(emails.map(({ score }) => score)).toEqual(scores({ prior: onlyClicksTell }));
  });

  test("counts silence after three days and not before", () => {
    const shortly = scored({ touches: touches(1) }, sentAt(0) + 72 * HOUR - 1).emails;
    expect(shortly).toMatchObject([{ waiting: true, ratio: 1, score: 0 }]);
    const [after] = scored({ touches: touches(1) }, sentAt(0) + 72 * HOUR).emails;
    expect(after).not.toHaveProperty("waiting");
    expect(after!.ratio).toBeLessThan(1);
  });

  test("does not wait where a person was seen, and waits on where only a machine was", () => {
    const soon = sentAt(0) + 6 * HOUR;
    expect(scored({ touches: touches(1), signals: [click(0)] }, soon).emails[0]).not.toHaveProperty("waiting");
    const scanner = click(0, "s", { userAgent: "curl/8" });
    expect(scored({ touches: touches(1), signals: [scanner] }, soon).emails[0]).toMatchObject({
      waiting: true,
      click: 0,
    });
  });

  test("says what was usual before each email", () => {
    const usual = scored({ signals: [0, 1].map((n) => click(n)) }).emails.map(({ usualClick }) => usualClick);
    expect(usual[0]).toBe(mean(PRIOR.click));
    expect(usual[1]).toBe(mean({ yes: PRIOR.click.yes + 0.85, no: PRIOR.click.no + 1 - 0.85 }));
    expect(usual[2]).toBeGreaterThan(usual[1]!);
    expect(usual[3]).toBeLessThan(usual[2]!);
  });

  test("begins anew with the first email after a task was opened or closed, once", () => {
    const signals = [6, 7, 8, 9].map((n) => click(n));
    const before = scored({ signals }).emails;
    const after = scored({ signals, restarts: [sentAt(7) + 1] }).emails;
    expect(after.filter(({ anew }) => anew).map(({ date }) => date)).toEqual([slot(8)]);
    expect(after[7]!.score).toBe(before[7]!.score);
    expect(after[8]!.score).toBe(after[8]!.ratio);
    // The start with the email before is held against a usual without it, and so counts for a little more.
    expect(after[9]!.score).toBeGreaterThan((1 + after[8]!.score) * after[9]!.ratio);
    expect(after[9]).toMatchObject({ began: 2 });
    expect(after.map(({ ratio }) => ratio)).toEqual(before.map(({ ratio }) => ratio));
    expect(scored({ signals, restarts: [sentAt(7) + 1] }, sentAt(7)).emails.some(({ anew }) => anew)).toBe(false);
  });

  test("leaves out what could not be answered or is not measured, and takes in what was clicked all the same", () => {
    const sent = [
      touch(0, { outcome: "skipped", reason: "paused" }),
      touch(1, { outcome: "refused" }),
      touch(2, { tracked: false }),
      touch(3, { outcome: "unknown" }),
      touch(4, { outcome: "unknown" }),
      touch(5),
    ];
    expect(scored({ touches: sent, signals: [click(0), click(1), click(4)] }).emails.map(({ date }) => date)).toEqual([
      slot(4),
      slot(5),
    ]);
    expect(scored({}, sentAt(3)).emails).toHaveLength(4);
  });

  test("follows from the signals in whatever order they are kept, byte for byte", () => {
    const signals = [click(2), click(4), signal("o5", 5), signal("o5b", 5), click(7), signal("a8", 8, APPLE)];
    const whole = JSON.stringify(scored({ signals }));
    fc.assert(
      fc.property(fc.shuffledSubarray(signals, { minLength: signals.length }), (shuffled) => {
        expect(JSON.stringify(scored({ signals: shuffled, touches: touches(10).toReversed() }))).toBe(whole);
      }),
    );
  });

  test("keeps the last thirty emails, the score of all before in them", () => {
    const many = scored({ touches: touches(35), signals: [click(2)] }, sentAt(34) + 30 * DAY);
    expect(many.emails).toHaveLength(30);
    expect(many.emails[0]?.date).toBe(slot(5));
    const unclicked = scored({ touches: touches(35) }, sentAt(34) + 30 * DAY);
    expect(many.emails[0]!.score).toBeGreaterThan(unclicked.emails[0]!.score);
  });

  test("remembers topics of articles a person read, and when a person was last there", () => {
    const signals = [
      click(3),
      click(4),
      click(4, "again"),
      click(5, "m", { link: "meeting" }),
      click(6, "s", { userAgent: "curl/8" }),
    ];
    const { clickedTopics, lastHumanAt, asOf } = scored({ signals });
    expect(clickedTopics).toEqual({ rounds: 2 });
    expect([lastHumanAt, asOf]).toEqual([sentAt(5) + 5 * HOUR, LATER]);
    expect(scored({}).lastHumanAt).toBeNull();
  });
});
