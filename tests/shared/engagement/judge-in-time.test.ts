import * as fc from "fast-check";
import { expect, test } from "vitest";
import { judgeInTime } from "../../../shared/engagement/judge-in-time.ts";
import type { Verdict } from "../../../shared/engagement/judge.ts";
import { judgeLedger } from "../../../shared/engagement/score.ts";
import { standardWeights } from "../../../shared/engagement/weights.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { sentAt, signal, smallWorld } from "./small-world.ts";

const hit = fc.record({
  n: fc.integer({ min: 0, max: 12 }),
  kind: fc.constantFrom("open", "click", "click", "reply"),
  link: fc.constantFrom("read", "meeting", "hidden"),
  after: fc.constantFrom(1, 2, 40, 90, 200, 1800, 1801, 7200),
  apple: fc.integer({ min: 0, max: 9 }),
  hasty: fc.boolean(),
});

test("signals judged as they come are judged as if all were looked at anew", async () => {
  const { app } = await smallWorld(12);
  const touches = await touchesOf(app.table, "p1");
  fc.assert(
    fc.property(fc.array(hit, { minLength: 5, maxLength: 30 }), (hits) => {
      const signals = hits.map(({ n, kind, link, after, apple, hasty }, place) => ({
        ...signal(`s${place}`, n, {
          kind,
          at: sentAt(n) + after * 1000,
          ...(kind === "click" && { link }),
          ...(apple === 0 && { userAgent: "Mozilla/5.0" }),
        }),
        ...(hasty && { hasty: { early: 6, late: 1 } }),
      }));
      const judge = judgeInTime({ touches }, standardWeights);
      const verdicts = new Map<string, Verdict>();
      for (const [place, one] of signals.entries()) {
        const before = new Map(verdicts);
        const news = judge(one, verdicts);
        const anew = judgeLedger({ touches, signals: signals.slice(0, place + 1) }, standardWeights);
        expect(Object.fromEntries(verdicts)).toEqual(Object.fromEntries(anew));
        const cleared = [...anew].filter(([id, { human }]) => human >= 0.5 && (before.get(id)?.human ?? 1) < 0.5);
        expect(news.map(({ id }) => id).toSorted()).toEqual([one.id, ...cleared.map(([id]) => id)].toSorted());
      }
    }),
    { numRuns: 60 },
  );
});
