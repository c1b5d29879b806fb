import { describe, expect, test } from "vitest";
import { getCall } from "../../../shared/call/store.ts";
import { judgeSignals } from "../../../shared/engagement/judge.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import type { EvidentSignal, Signal } from "../../../shared/engagement/signal.ts";
import { signalsOf } from "../../../shared/engagement/store.ts";
import { standardWeights } from "../../../shared/engagement/weights.ts";
import { touchKey } from "../../../shared/keys.ts";
import { HOUR, MINUTE } from "../../../shared/time.ts";
import { tasksOf } from "./colleagues.ts";
import { sentAt, signal, slot, smallWorld } from "./small-world.ts";

const GATEWAY = "203.0.113.0/24";
const OFFICE = "198.51.100.0/24";

/** A gateway goes through email n, so long (ms) after it came. */
const scans = (n: number, after: number): Signal[] => [
  signal(`g${n}r`, n, { kind: "click", link: "read", network: GATEWAY, at: sentAt(n) + after }),
  signal(`g${n}m`, n, { kind: "click", link: "meeting", network: GATEWAY, at: sentAt(n) + after + 900 }),
];
const clicks = (n: number, after: number, changes: Partial<EvidentSignal> = {}): EvidentSignal => ({
  ...signal("person", n, { kind: "click", link: "meeting", network: OFFICE, at: sentAt(n) + after }),
  ...changes,
});
const emails = new Map([0, 1, 2, 3, 4, 5, 6].map((n) => [slot(n), { at: sentAt(n), links: 2 }]));
const judged = (...signals: EvidentSignal[]) => judgeSignals(signals, emails, standardWeights).get("person");

describe("where a gateway goes through two of four emails, a click within the hour", () => {
  test("is probably its first, as long as it has not been through this one", () => {
    expect(judged(...scans(2, 0), ...scans(4, 0), clicks(5, HOUR - 1))).toMatchObject({ rule: "awaited", human: 0.3 });
    expect(judged(...scans(2, 0), ...scans(4, 0), clicks(6, HOUR / 2))?.rule).toBe("awaited");
  });

  test("is probably its first in the long rhythm as well, where most slots have no email", async () => {
    const { app } = await smallWorld(10);
    for (const n of [1, 2, 3, 5, 6, 7])
      await app.table.write({
        kind: "update",
        key: touchKey("p1", slot(n)),
        set: { outcome: "skipped", reason: "long-rhythm" },
      });
    await recordEngagement(app, [...scans(0, 0), ...scans(4, 0)]);
    const { hasty: _, colleagues: __, crowd: ___, ...own } = clicks(9, 20 * MINUTE);
    await recordEngagement(app, [own]);
    expect((await signalsOf(app.table, "p1")).find(({ id }) => id === own.id)).toMatchObject({ rule: "awaited" });
  });

  test("is a person's when it comes later, or the gateway has been", () => {
    expect(judged(...scans(2, 0), ...scans(4, 0), clicks(5, HOUR))?.rule).toBe("click");
    expect(judged(...scans(2, 0), ...scans(4, 0), ...scans(5, 20_000), clicks(5, 20 * MINUTE))?.rule).toBe("click");
  });

  test("is a person's where the gateway came once in four, or long ago", () => {
    expect(judged(...scans(4, 0), clicks(5, HOUR / 2))?.rule).toBe("click");
    expect(judged(...scans(0, 0), ...scans(4, 0), clicks(5, HOUR / 2))?.rule).toBe("click");
    expect(judged(...scans(1, 0), ...scans(4, 0), clicks(5, HOUR / 2))?.rule).toBe("awaited");
    expect(judged(...scans(5, 0), ...scans(6, 0), clicks(4, HOUR / 2))?.rule).toBe("click");
  });

  test("is a person's where machines only opened the emails", () => {
    const opened = [2, 4].map((n) => signal(`o${n}`, n, { network: GATEWAY, at: sentAt(n) + 1000 }));
    expect(judged(...opened, clicks(5, HOUR / 2))?.rule).toBe("click");
  });

  test("is not held against by the domain's haste once the gateway has been through the email itself", () => {
    const hasty = { early: 40, late: 0 };
    expect(judged(clicks(5, HOUR / 2, { hasty }))?.rule).toBe("gateway");
    expect(judged(...scans(5, 20_000), clicks(5, HOUR / 2, { hasty }))?.rule).toBe("click");
  });

  test("that was the prospect's own opens a call task when the gateway comes after it", async () => {
    const { app } = await smallWorld(6);
    await recordEngagement(app, [...scans(3, 0), ...scans(4, 0)]);
    const { hasty: _, colleagues: __, crowd: ___, ...own } = clicks(5, 20 * MINUTE);
    expect(await recordEngagement(app, [own])).toEqual(["machine"]);
    expect(await tasksOf(app, "p1")).toEqual([]);
    await recordEngagement(app, scans(5, 40 * MINUTE));
    expect(await tasksOf(app, "p1")).toEqual(["hot"]);
    expect((await getCall(app.table, "p1", 1))?.evidence).toMatchObject([{ signalId: "person", human: 0.85 }]);
  });
});

test("whose openings Apple Mail hides may click before any was seen, in this email and all others", () => {
  const apple = signal("a", 2, { userAgent: "Mozilla/5.0", network: GATEWAY });
  expect(judged(clicks(5, 3 * MINUTE))?.rule).toBe("before-opening");
  expect(judged(apple, clicks(5, 3 * MINUTE))?.rule).toBe("click");
});
