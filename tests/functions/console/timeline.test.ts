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

  test("tells people from machines, and says why", () => {
    const [day] = timelineOf(
      history({
        touches: [touch({})],
        signals: [
          { ...signal, id: "s1", kind: "click", link: "read", at: at + 60_000, human: true, reason: "a browser" },
          { ...signal, id: "s2", kind: "open", at: at + 2000, human: false, reason: "within 10 seconds of sending" },
        ],
      }),
      "Europe/Lisbon",
    );
    expect(day?.entries.map(({ kind, what, detail }) => [kind, what, detail])).toEqual([
      ["signal", "Read the article: Rounds", undefined],
      ["machine", "Opened the email: Rounds (a machine, not counted)", "within 10 seconds of sending"],
      ["email", "Blog post sent: Rounds", undefined],
    ]);
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
