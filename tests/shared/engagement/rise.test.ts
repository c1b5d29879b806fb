import { describe, expect, test } from "vitest";
import { Engagement } from "../../../shared/engagement/engagement.ts";
import type { EmailScore } from "../../../shared/engagement/engagement.ts";
import { findRise, hadRisen, hotRise, isExplicit } from "../../../shared/engagement/rise.ts";
import type { JudgedSignal } from "../../../shared/engagement/signal.ts";
import { DAY, HOUR } from "../../../shared/time.ts";
import { sentAt, slot } from "./small-world.ts";

const LISBON = "Europe/Lisbon";
const NOW = sentAt(20);
const THRESHOLD = 80;

/** Email number n with what it made of the score; clicked if that went up. */
function email(n: number, ratio: number, score: number, changes: Partial<EmailScore> = {}): EmailScore {
  const clicked = ratio > 1;
  const hit = { kind: "click", link: "read", at: sentAt(n) + 5 * HOUR, human: 0.85, rule: "click" } as const;
  return {
    date: slot(n),
    sentAt: sentAt(n),
    title: `Story ${n}`,
    open: 0,
    click: clicked ? 0.85 : 0,
    usualOpen: 0.25,
    usualClick: 0.03,
    ratio,
    score,
    hits: clicked ? [{ ...hit, signalId: `c${n}` }] : [],
    ...changes,
  };
}
const SILENT = [0, 1, 2].map((n) => email(n, 0.8, 2));
const risen = (score = THRESHOLD): EmailScore[] => [
  ...SILENT,
  email(3, 4, 12),
  email(4, 0.8, 10),
  email(5, 4, score, { began: 3 }),
];
const found = (emails: readonly EmailScore[]) => findRise(emails, LISBON, THRESHOLD, NOW);

describe("a rise", () => {
  test("is there when the score of the last email reaches the threshold, and not below", () => {
    expect(found(risen(THRESHOLD))).toMatchObject({
      lane: "warming",
      why: "Clicked 2 of the last 3; none of the 3 before",
    });
    expect(found(risen(THRESHOLD - 0.01))).toBeUndefined();
    expect(found([])).toBeUndefined();
  });

  test("is over when silence has brought the score down, though it had risen", () => {
    const over = [...risen(90), email(6, 0.8, 72, { began: 4 })];
    expect(found(over)).toBeUndefined();
    expect(hadRisen(over, LISBON, THRESHOLD, NOW)).toMatchObject({
      why: "Clicked 2 of the last 4; none of the 3 before",
    });
  });

  test("is not ended by an email that still waits for an answer", () => {
    const waiting = email(6, 1, 90, { waiting: true });
    expect(found([...risen(90), waiting])?.score?.emails.map(({ date }) => date)).toEqual(
      risen().map(({ date }) => date),
    );
    expect(found([...risen(79), email(6, 1, 99, { waiting: true })])).toBeUndefined();
  });

  test("that had its call is none any more once the score began anew", () => {
    const anew = [...risen(90), email(6, 0.8, 0.8, { anew: true })];
    expect(hadRisen(anew, LISBON, THRESHOLD, NOW)).toBeUndefined();
    expect(hadRisen([...risen(90).slice(0, 5), email(5, 4, 90, { anew: true })], LISBON, THRESHOLD, NOW)).toBeDefined();
  });

  test("began where the score ledger says that it most likely did", () => {
    const all = [...risen().slice(0, 5), email(5, 4, 90, { began: 1 })];
    expect(found(all)?.why).toBe("Clicked 1 of the last 1; usually 1 in 5");
    expect(found(all)?.evidence.map(({ signalId }) => signalId)).toEqual(["c5"]);
  });

  test("quotes the clicks since it began, the latest first, and opens only where there is room", () => {
    const open = { kind: "open", at: sentAt(3) + HOUR, signalId: "o3", human: 0.5, rule: "open" } as const;
    const third = email(3, 4, 12);
    const opened = risen().with(3, { ...third, hits: [open, ...third.hits] });
    expect(found([email(0, 1.1, 4), ...opened.slice(1)])?.evidence).toEqual([
      {
        at: sentAt(5) + 5 * HOUR,
        text: "Clicked “Story 5” (Thu 15 Oct 2026, 20:00 in Lisbon)",
        signalId: "c5",
        human: 0.85,
        rule: "click",
      },
      {
        at: sentAt(3) + 5 * HOUR,
        text: "Clicked “Story 3” (Thu 8 Oct 2026, 20:00 in Lisbon)",
        signalId: "c3",
        human: 0.85,
        rule: "click",
      },
      {
        at: sentAt(3) + HOUR,
        text: "Opened “Story 3” (Thu 8 Oct 2026, 16:00 in Lisbon)",
        signalId: "o3",
        human: 0.5,
        rule: "open",
      },
    ]);
    const many = Array.from({ length: 9 }, (_, n) => email(n, 4, 10 ** n, { began: n + 1 }));
    expect(found(many)?.evidence.map(({ signalId }) => signalId)).toEqual(["c8", "c7", "c6", "c5", "c4", "c3"]);
  });

  test("of an email without a title names its date", () => {
    const { title: _, ...untitled } = email(5, 4, 90);
    expect(found([...SILENT, untitled])?.evidence[0]?.text).toBe(
      `Clicked “the email of ${slot(5)}” (Thu 15 Oct 2026, 20:00 in Lisbon)`,
    );
  });

  test("comes with the score as it stood, for the plot: the last fourteen emails and how high it had to be", () => {
    const many = Array.from({ length: 20 }, (_, n) => email(n, n < 19 ? 0.8 : 4, n < 19 ? 3 : 90));
    const { score } = found(many)!;
    expect(score).toMatchObject({ at: NOW, threshold: THRESHOLD });
    expect(score?.emails.map(({ date }) => date)).toEqual(many.slice(-14).map(({ date }) => date));
    expect(score?.emails[0]).not.toHaveProperty("hits");
    expect(Engagement.shape.emails.element.omit({ hits: true }).array().parse(score?.emails)).toEqual(score?.emails);
  });
});

describe("asking", () => {
  const click = (link: JudgedSignal["link"], human = 0.85) => ({ kind: "click", link, human }) as const;

  test("is a person's click on the calling link, on what it costs and on the page to ask for a call", () => {
    for (const link of ["meeting", "pricing", "call-me"] as const) expect(isExplicit(click(link))).toBe(true);
    for (const link of ["read", "hidden", undefined] as const) expect(isExplicit(click(link))).toBe(false);
  });

  test("is a reply, a form and a booked meeting", () => {
    for (const kind of ["reply", "form", "booking"] as const)
      expect(isExplicit({ kind, link: undefined, human: 1 })).toBe(true);
    for (const kind of ["open", "visit"] as const) expect(isExplicit({ kind, link: "meeting", human: 1 })).toBe(false);
  });

  test("needs more than a doubtful click: nobody is rung up for one within the first minute", () => {
    expect(isExplicit(click("meeting", 0.6))).toBe(true);
    for (const human of [0.59, 0.4, 0.3, 0.02]) expect(isExplicit(click("meeting", human))).toBe(false);
    expect(isExplicit({ kind: "reply", link: undefined, human: 0 })).toBe(false);
  });

  const judged = (changes: Partial<JudgedSignal>): JudgedSignal => ({
    id: "h1",
    prospectId: "p1",
    kind: "click",
    slot: slot(3),
    at: sentAt(3) + DAY,
    human: 0.85,
    rule: "click",
    reason: "a click",
    ...changes,
  });

  const WHEN = "(Fri 9 Oct 2026, 15:00 in Lisbon)";
  test.each([
    [{ kind: "booking" }, "Booked a meeting", `Booked a meeting ${WHEN}`],
    [{ kind: "form", text: " " }, "Asked for a call", `Asked for a call ${WHEN}`],
    [{ kind: "reply", text: "Yes" }, "Asked for it: replied to “Story 3”", `Replied to “Story 3” ${WHEN}: “Yes”`],
    [
      { link: "meeting" },
      "Asked for it: clicked your calling link in the email “Story 3”",
      `Clicked your calling link in the email “Story 3” ${WHEN}`,
    ],
    [
      { link: "pricing" },
      "Looked at what it costs in the email “Story 3”",
      `Looked at what it costs in the email “Story 3” ${WHEN}`,
    ],
    [
      { link: "call-me" },
      "Looked at the page to ask for a call in the email “Story 3”",
      `Looked at the page to ask for a call in the email “Story 3” ${WHEN}`,
    ],
  ] as const)("%o is told as “%s”", (changes, why, text) => {
    const evidence = [{ at: sentAt(3) + DAY, text, signalId: "h1", human: 0.85, rule: "click", asks: true }];
    expect(hotRise(judged(changes), "Story 3", LISBON)).toEqual({ lane: "hot", why, evidence });
  });

  test("quotes what was said on one line, at most 160 characters of it", () => {
    const said = (text: string) => hotRise(judged({ kind: "reply", text }), undefined, LISBON).evidence[0]!.text;
    expect(said(" Call me\n  tomorrow ")).toBe("Replied (Fri 9 Oct 2026, 15:00 in Lisbon): “Call me tomorrow”");
    expect(said("x".repeat(160))).toContain(`“${"x".repeat(160)}”`);
    expect(said("x".repeat(161))).toContain(`“${"x".repeat(159)}…”`);
  });
});
