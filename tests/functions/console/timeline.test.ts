import { describe, expect, test } from "vitest";
import { timelineOf } from "../../../functions/console/timeline.ts";
import type { History } from "../../../functions/console/timeline.ts";
import type { Touch } from "../../../shared/touch/touch.ts";

const at = Date.parse("2026-11-25T15:00Z");
const touch = (changes: Partial<Touch>): Touch => ({
  prospectId: "p1",
  date: "2026-11-25",
  timeZone: "Europe/Lisbon",
  cadenceId: "default",
  outcome: "sent",
  slotKind: "blog-post",
  articleTitle: "Rounds",
  at,
  ...changes,
});
const history = (parts: Partial<History>): History => ({
  touches: [],
  letters: [],
  signals: [],
  calls: [],
  notes: [],
  repNames: new Map(),
  ...parts,
});
const signal = { prospectId: "p1", slot: "2026-11-25" } as const;

describe("a timeline", () => {
  test("is newest first, by days of the prospect's own calendar", () => {
    const days = timelineOf(
      history({
        touches: [touch({})],
        notes: [
          { prospectId: "p1", at: Date.parse("2026-11-25T23:30Z"), text: "late" },
          { prospectId: "p1", at: Date.parse("2026-11-25T16:00Z"), text: "early" },
        ],
      }),
      "Asia/Tokyo",
    );
    expect(days.map(({ date, entries }) => [date, entries.map(({ what }) => what)])).toEqual([
      ["2026-11-26", ["late", "early", "Blog post sent: Rounds"]],
    ]);
    expect(timelineOf(history({ touches: [touch({})] }), "America/Los_Angeles")[0]?.date).toBe("2026-11-25");
  });

  test("tells people from machines, how surely, and by which rule", () => {
    const click = { ...signal, kind: "click", at: at + 60_000 } as const;
    const [day] = timelineOf(
      history({
        touches: [touch({})],
        signals: [
          { ...click, id: "s1", link: "read", human: 0.85, rule: "click", reason: "a browser" },
          {
            ...signal,
            id: "s2",
            kind: "open",
            at: at + 2000,
            human: 0.02,
            rule: "too-soon",
            reason: "within 10 seconds",
          },
        ],
      }),
      "Europe/Lisbon",
    );
    expect(day?.entries.map(({ kind, what, detail }) => [kind, what, detail])).toEqual([
      ["signal", "Read the article: Rounds", "85 % a person's: a browser"],
      ["machine", "Opened the email: Rounds (a machine, not counted)", "2 % a person's: within 10 seconds"],
      ["email", "Blog post sent: Rounds", undefined],
    ]);
  });

  test("says of Apple Mail that it tells nothing, and of own words only what they were", () => {
    const [day] = timelineOf(
      history({
        touches: [touch({})],
        signals: [
          { ...signal, id: "s1", kind: "open", at, human: 0, rule: "apple-privacy", reason: "Apple opens everything" },
          { ...signal, id: "s2", kind: "reply", at, human: 1, rule: "own-words", reason: "own words", text: "Yes" },
        ],
      }),
      "Europe/Lisbon",
    );
    const lines = day?.entries.map(({ what, detail }) => [what, detail]);
    expect(lines).toContainEqual(["Opened the email: Rounds (opens not measurable)", "Apple opens everything"]);
    expect(lines).toContainEqual(["Replied", "Yes"]);
  });

  test.each([
    [{ kind: "click", link: "pricing" }, "Looked at what it costs"],
    [{ kind: "click", link: "call-me" }, "Looked at the page to ask for a call"],
    [{ kind: "click", link: "hidden" }, "Followed the link that no reader sees"],
    [{ kind: "booking" }, "Booked a meeting"],
  ] as const)("names %o", (what, words) => {
    const signals = [{ ...signal, ...what, id: "s1", at, human: 0.85, rule: "click", reason: "a browser" }];
    expect(timelineOf(history({ signals }), "UTC")[0]?.entries[0]?.what).toBe(words);
  });

  test.each([
    [{ outcome: "skipped", reason: "cap-30-days" }, "No email for Wed 25 Nov 2026: enough emails within 30 days"],
    [{ outcome: "skipped", reason: "something new" }, "No email for Wed 25 Nov 2026: something new"],
    [{ outcome: "refused", reason: "no such mailbox" }, "Blog post refused: Rounds"],
    [{ outcome: "unknown" }, "Blog post handed over, no answer came back: Rounds"],
    [{ outcome: "sent", articleKind: "case-study" }, "Case study sent: Rounds"],
  ] as const)("%o reads as a sentence", (changes, words) => {
    const [day] = timelineOf(history({ touches: [touch(changes)] }), "Europe/Lisbon");
    expect(day?.entries[0]?.what).toBe(words);
  });

  test("leads to the email only where the outbox has it", () => {
    const hrefOf = (messageId: string) =>
      timelineOf(history({ touches: [touch({ messageId })] }), "UTC")[0]?.entries[0]?.href;
    expect(hrefOf("outbox-12")).toBe("/outbox/12");
    expect(hrefOf("0100019abc-ses")).toBeUndefined();
  });
});
