import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emailsOf, withHit } from "../../../shared/engagement/emails.ts";
import type { EmailEngagement, Hit } from "../../../shared/engagement/engagement.ts";
import { findRise, hotRise, isExplicit } from "../../../shared/engagement/rise.ts";
import { usualOf, warmthOf } from "../../../shared/engagement/warmth.ts";
import type { Touch } from "../../../shared/touch/touch.ts";
import { DAY, HOUR, MINUTE, addDays } from "../../../shared/time.ts";

const LISBON = "Europe/Lisbon";
/** Wednesday 30 September 2026, 15:00 UTC. */
const START = Date.UTC(2026, 8, 30, 15);

/** Email number n of the default cadence: Wednesdays and Thursdays. */
const sentAt = (n: number): number => START + (Math.floor(n / 2) * 7 + (n % 2)) * DAY;
const email = (n: number): EmailEngagement => ({
  date: addDays("2026-09-30", Math.floor(n / 2) * 7 + (n % 2)),
  sentAt: sentAt(n),
  title: `Story ${n}`,
  opens: 0,
  clicks: 0,
  lastAt: null,
  hits: [],
});
const emails = (count: number): EmailEngagement[] => Array.from({ length: count }, (_, n) => email(n));

let made = 0;
const hit = (kind: "open" | "click", at: number): Hit => ({
  kind,
  link: kind === "click" ? "read" : undefined,
  at,
  signalId: `s${(made += 1)}`,
});
const answered = (one: EmailEngagement, hits: readonly Hit[]): EmailEngagement => hits.reduce(withHit, one);
/** Opens and clicks email n soon after it came. */
const read = (n: number): EmailEngagement =>
  answered(email(n), [hit("open", sentAt(n) + HOUR), hit("click", sentAt(n) + HOUR + MINUTE)]);

describe("a rise", () => {
  test("a single open by a new prospect is none", () => {
    const only = [answered(email(0), [hit("open", sentAt(0) + HOUR)])];
    expect(findRise(only, LISBON, sentAt(0) + HOUR)).toBeUndefined();
  });

  test("one email opened and clicked in one go is none, for scanners we do not know can do that", () => {
    expect(findRise([read(0)], LISBON, sentAt(0) + 2 * HOUR)).toBeUndefined();
    expect(findRise([...emails(8), read(8)], LISBON, sentAt(8) + 2 * HOUR)).toBeUndefined();
  });

  test("a silent prospect who opens two emails and clicks one has risen", () => {
    const opened = answered(email(8), [hit("open", sentAt(8) + HOUR)]);
    const now = sentAt(9) + HOUR + MINUTE;
    const rise = findRise([...emails(8), opened, read(9)], LISBON, now);
    expect(rise).toMatchObject({
      lane: "warming",
      why: "1 click and 2 opens in the last 14 days; usually no click in 6 emails",
    });
    expect(rise?.evidence[0]).toMatchObject({
      at: now,
      text: "Clicked “Story 9” (Thu 29 Oct 2026, 16:01 in Lisbon); usually no click in 6 emails",
    });
    expect(rise?.evidence.map(({ text }) => text.slice(0, 16))).toEqual([
      "Clicked “Story 9",
      "Opened “Story 9”",
      "Opened “Story 8”",
    ]);
  });

  test("a steady reader rises once at the start, and never by going on as always", () => {
    const risen = Array.from({ length: 30 }, (_, n) => n).filter((n) => {
      const all = Array.from({ length: n + 1 }, (_, k) => read(k));
      return findRise(all, LISBON, sentAt(n) + 2 * HOUR);
    });
    expect(risen.every((n) => n < 6)).toBe(true);
    expect(risen).toContain(1);
  });

  test("whoever clicks every so many emails does not rise by keeping to it, in whatever rhythm the emails come", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.constantFrom(1, 2, 7, 14, 28), (every, apart) => {
        const at = (n: number): number => START + n * apart * DAY;
        const all = Array.from({ length: 30 }, (_, n) => {
          const one = { ...email(n), sentAt: at(n), date: addDays("2026-09-30", n * apart) };
          return n % every === 0 ? answered(one, [hit("open", at(n) + HOUR), hit("click", at(n) + HOUR)]) : one;
        });
        const last = Math.floor(29 / every) * every;
        expect(findRise(all.slice(0, last + 1), LISBON, at(last) + HOUR)).toBeUndefined();
      }),
    );
  });

  test("a reader who stopped for six weeks and comes back has risen", () => {
    const before = Array.from({ length: 4 }, (_, n) => read(n));
    const silent = Array.from({ length: 12 }, (_, n) => email(n + 4));
    const back = [...before, ...silent, read(16), read(17), read(18)];
    expect(findRise(back, LISBON, sentAt(18) + 2 * HOUR)).toBeDefined();
  });

  test("a silent prospect who starts to click every other email is found within four clicks, wherever the change falls", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (silent) => {
        const all = Array.from({ length: silent + 8 }, (_, n) => (n >= silent && n % 2 === 0 ? read(n) : email(n)));
        const found = all.some((_, n) => n >= silent && findRise(all.slice(0, n + 1), LISBON, sentAt(n) + 2 * HOUR));
        expect(found).toBe(true);
      }),
    );
  });

  test("interest fades: what was a rise is none a month later", () => {
    const all = [...emails(8), read(8), read(9)];
    expect(findRise(all, LISBON, sentAt(9) + 2 * HOUR)).toBeDefined();
    expect(findRise(all, LISBON, sentAt(9) + 30 * DAY)).toBeUndefined();
  });

  test("fading halves in fourteen days", () => {
    const one = [answered(email(0), [hit("click", sentAt(0))])];
    expect(warmthOf(one, sentAt(0)).warmth).toBe(5);
    expect(warmthOf(one, sentAt(0) + 14 * DAY).warmth).toBeCloseTo(2.5);
  });

  test("the usual is what came back of the emails before the last fourteen days", () => {
    const all = [read(0), ...emails(8).slice(1), read(8)];
    expect(usualOf(all, sentAt(8) + HOUR)).toMatchObject({ emails: 5, clicks: 1, opens: 1 });
  });
});

describe("what counts as a look", () => {
  test("an email left open is one look, and coming back later is another", () => {
    const at = sentAt(0) + HOUR;
    const one = answered(email(0), [hit("open", at), hit("open", at + 59 * MINUTE), hit("open", at + 2 * HOUR)]);
    expect(one).toMatchObject({ opens: 2, clicks: 0, lastAt: at + 2 * HOUR });
  });

  test("a busy preview pane counts twice at most", () => {
    const one = answered(
      email(0),
      Array.from({ length: 20 }, (_, n) => hit("open", sentAt(0) + n * 2 * HOUR)),
    );
    expect(one.opens).toBe(2);
  });

  test("the order in which signals arrive makes no difference", () => {
    const hits = [hit("open", sentAt(0) + HOUR), hit("click", sentAt(0) + 2 * HOUR), hit("open", sentAt(0) + DAY)];
    fc.assert(
      fc.property(fc.shuffledSubarray(hits, { minLength: 3 }), (shuffled) => {
        expect(answered(email(0), shuffled)).toEqual(answered(email(0), hits));
      }),
    );
  });

  test("silence counts from the touches; what never left and what was not measured does not", () => {
    const touch = (date: string, outcome: Touch["outcome"], tracked = true): Touch => ({
      prospectId: "p",
      date,
      timeZone: LISBON,
      cadenceId: "default",
      outcome,
      slotKind: "blog-post",
      tracked,
      at: START,
    });
    const touches = [
      touch("2026-09-30", "sent"),
      touch("2026-10-01", "skipped"),
      touch("2026-10-07", "refused"),
      touch("2026-10-08", "sent", false),
      touch("2026-10-14", "unknown"),
      touch("2026-10-15", "unknown"),
    ];
    expect(emailsOf(touches, [], new Set(["2026-10-15"])).map(({ date }) => date)).toEqual([
      "2026-09-30",
      "2026-10-15",
    ]);
  });
});

describe("the hot lane", () => {
  test.each([
    [{ kind: "reply" }, true],
    [{ kind: "form" }, true],
    [{ kind: "click", link: "meeting" }, true],
    [{ kind: "click", link: "read" }, false],
    [{ kind: "open" }, false],
    [{ kind: "visit" }, false],
  ] as const)("%o asks for a call: %s", (signal, asks) => {
    expect(isExplicit(signal)).toBe(asks);
  });

  test("says what was asked, when and in which words", () => {
    const rise = hotRise(
      { id: "r1", prospectId: "p", kind: "reply", at: Date.UTC(2026, 10, 25, 15, 12), text: "Yes,\n call me" },
      "Shorter rounds",
      LISBON,
    );
    expect(rise).toEqual({
      lane: "hot",
      why: "Asked for it: replied to “Shorter rounds”",
      evidence: [
        {
          at: Date.UTC(2026, 10, 25, 15, 12),
          signalId: "r1",
          text: "Replied to “Shorter rounds” (Wed 25 Nov 2026, 15:12 in Lisbon): “Yes, call me”",
        },
      ],
    });
  });
});
