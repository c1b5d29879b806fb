import { describe, expect, test } from "vitest";
import {
  neighboursOf,
  gatewayDomain,
  lookAgain,
  noGateway,
  patience,
  withClick,
  withoutClicks,
  withoutProspect,
} from "../../../shared/engagement/gateway.ts";
import type { Gateway } from "../../../shared/engagement/gateway.ts";
import { DAY, HOUR, MINUTE, addDays } from "../../../shared/time.ts";

const SECOND = 1000;
const FIRST = Date.UTC(2026, 8, 30, 14);
const delivered = (week: number): number => FIRST + week * 7 * DAY;
const slot = (week: number): string => addDays("2026-09-30", week * 7);

type Clicked = { readonly after?: number; readonly network?: string; readonly asks?: boolean; readonly id?: string };

/** Prospect number `who` clicks in the email of a week, half an hour after it came unless said otherwise. */
function clicked(gateway: Gateway, week: number, who: number, changes: Clicked = {}): Gateway {
  const { after = HOUR / 2, network, asks = false, id = `${week}-${who}` } = changes;
  const click = { prospectId: `p${who}`, signalId: id, slot: slot(week), at: delivered(week) + after, asks };
  return withClick(gateway, { ...click, ...(network !== undefined && { network }) }, delivered(week));
}
const nobody = noGateway("fabrica.example");
const crowd = (gateway: Gateway, signalId: string) => neighboursOf(gateway, { signalId }).crowd;
const colleagues = (gateway: Gateway, signalId: string) => neighboursOf(gateway, { signalId }).colleagues;

describe("colleagues within seconds", () => {
  const three = (last: number, network?: string): Gateway => {
    const here = { network: "203.0.113.0/24" };
    const two = clicked(clicked(nobody, 0, 1, { after: 0, ...here }), 0, 2, { after: 5 * SECOND, ...here });
    return clicked(two, 0, 3, { after: last, ...(network === undefined ? here : { network }) });
  };

  test("are counted up to ten seconds off, each once", () => {
    expect(colleagues(three(10 * SECOND), "0-1")).toBe(3);
    expect(colleagues(three(10 * SECOND + 1), "0-1")).toBe(2);
    const twice = clicked(clicked(nobody, 0, 1, { after: 0 }), 0, 1, { after: SECOND, id: "twice" });
    expect(colleagues(twice, "0-1")).toBeUndefined();
  });

  test("are counted where the gateway is the same, as far as that is known", () => {
    expect(colleagues(three(9 * SECOND, "198.51.100.0/24"), "0-3")).toBeUndefined();
    expect(colleagues(three(9 * SECOND, "198.51.100.0/24"), "0-1")).toBe(2);
    const unknown = clicked(clicked(nobody, 0, 1, { after: 0 }), 0, 2, { after: 1, network: "198.51.100.0/24" });
    expect(colleagues(unknown, "0-1")).toBe(2);
  });
});

describe("a crowd", () => {
  const group = (week: number, size: number, changes: Clicked = {}, from = nobody): Gateway =>
    Array.from({ length: size }, (_, who) => who).reduce((sum, who) => clicked(sum, week, who, changes), from);

  test("is three colleagues within the hour of delivery where none is usual", () => {
    expect(crowd(group(0, 3), "0-0")).toEqual({ clickers: 3, usual: 0 });
    expect(crowd(group(0, 2), "0-0")).toBeUndefined();
  });

  test("needs them within the hour: who comes later is nobody's crowd, and makes none", () => {
    expect(crowd(group(0, 3, { after: HOUR - 1 }), "0-0")).toMatchObject({ clickers: 3 });
    expect(crowd(group(0, 3, { after: HOUR }), "0-0")).toBeUndefined();
    const later = clicked(group(0, 3), 0, 9, { after: 2 * HOUR });
    expect(neighboursOf(later, { signalId: "0-9" })).toEqual({});
  });

  test("needs three prospects, not three clicks", () => {
    const eager = ["a", "b", "c"].reduce((sum, id) => clicked(sum, 0, 1, { id }), nobody);
    expect(crowd(eager, "a")).toBeUndefined();
  });

  test("is beyond what was usual in the two months before: three and twice the usual", () => {
    const two = Array.from({ length: 8 }, (_, week) => week).reduce((sum, week) => group(week, 2, {}, sum), nobody);
    expect(crowd(group(8, 6, {}, two), "8-0")).toBeUndefined();
    expect(crowd(group(8, 7, {}, two), "8-0")).toEqual({ clickers: 7, usual: 2 });
  });

  test("is found in the first weeks too, before a domain has shown what is usual: eight slots are taken to have been", () => {
    const four = [0, 1, 2].reduce((sum, week) => group(week, 4, {}, sum), nobody);
    expect(crowd(group(3, 6, {}, four), "3-0")).toEqual({ clickers: 6, usual: 1.5 });
    expect(crowd(group(3, 5, {}, four), "3-0")).toBeUndefined();
  });

  test("on the article says nothing of those who follow the calling link", () => {
    const asking = clicked(group(0, 3), 0, 9, { asks: true });
    expect(crowd(asking, "0-9")).toBeUndefined();
    expect(crowd(group(0, 3, { asks: true }), "0-0")).toMatchObject({ clickers: 3 });
  });

  test("lets those be judged again who clicked before it was one, each once, and not the one who made it", () => {
    const before = group(0, 2);
    const after = clicked(before, 0, 2);
    expect(lookAgain(after, before, "p2")).toEqual(["p0", "p1"]);
    expect(lookAgain(clicked(after, 0, 3), after, "p3")).toEqual([]);
    expect(lookAgain(before, nobody, "p1")).toEqual([]);
  });
});

describe("haste", () => {
  test("counts early and late clicks of the same kind of link, a prospect once an email", () => {
    const mixed = [
      { week: 0, who: 1, after: 10 * MINUTE },
      { week: 0, who: 1, after: 20 * MINUTE, id: "again" },
      { week: 1, who: 1, after: 10 * MINUTE },
      { week: 1, who: 2, after: 5 * HOUR },
      { week: 1, who: 2, after: 10 * MINUTE, asks: true, id: "asking" },
    ].reduce((sum, { week, who, ...changes }) => clicked(sum, week, who, changes), nobody);
    expect(neighboursOf(mixed, { signalId: "1-1" }).hasty).toEqual({ early: 2, late: 1 });
    expect(neighboursOf(mixed, { signalId: "1-2" }).hasty).toBeUndefined();
    expect(neighboursOf(mixed, { signalId: "asking" }).hasty).toEqual({ early: 1, late: 0 });
  });

  test("leaves two early clicks whole, and of more as many as people would have made", () => {
    expect(patience({ early: 1, late: 0 })).toBe(1);
    expect(patience({ early: 2, late: 0 })).toBe(1);
    expect(patience({ early: 10, late: 0 })).toBeCloseTo((2 + 3 / 7) / 10, 10);
    expect(patience({ early: 10, late: 20 })).toBe(1);
    expect(patience({ early: 100, late: 20 })).toBeCloseTo(0.11, 10);
  });

  test("is forgotten with the slots: the last sixteen of either kind of link are kept", () => {
    const year = Array.from({ length: 40 }, (_, week) => week).reduce((sum, week) => clicked(sum, week, 1), nobody);
    expect(neighboursOf(year, { signalId: "39-1" }).hasty!.early).toBeLessThanOrEqual(32);
    expect(year.slots.at(-1)?.date).toBe(slot(39));
    expect(year.clicks).toHaveLength(20);
  });
});

describe("the profile", () => {
  test("stays the same object when the same click comes again", () => {
    const once = clicked(nobody, 0, 1);
    expect(clicked(once, 0, 1)).toBe(once);
    expect(withoutClicks(once, new Set(["another"]))).toBe(once);
  });

  test("gives up a click that turned out to be a machine's, and its count with it", () => {
    const two = clicked(clicked(nobody, 0, 1), 0, 2);
    const one = withoutClicks(two, new Set(["0-1"]));
    expect(one.clicks.map(({ signalId }) => signalId)).toEqual(["0-2"]);
    expect(neighboursOf(one, { signalId: "0-2" }).hasty).toEqual({ early: 1, late: 0 });
    const late = clicked(clicked(nobody, 0, 1, { after: 2 * HOUR }), 0, 2);
    expect(neighboursOf(withoutClicks(late, new Set(["0-1"])), { signalId: "0-2" }).hasty).toEqual({
      early: 1,
      late: 0,
    });
  });

  test("goes on counting who clicked twice by the other click", () => {
    const twice = clicked(clicked(nobody, 0, 1), 0, 1, { id: "twice" });
    expect(neighboursOf(withoutClicks(twice, new Set(["0-1"])), { signalId: "twice" }).hasty?.early).toBe(1);
    expect(withoutClicks(twice, new Set(["0-1", "twice"])).slots).toMatchObject([{ early: 0, late: 0 }]);
  });

  test("of somebody who is not to be measured any more keeps counts that are nobody's", () => {
    const two = withoutProspect(clicked(clicked(nobody, 0, 1), 0, 2), "p1");
    expect(JSON.stringify(two)).not.toContain("p1");
    expect(two.slots).toMatchObject([{ early: 2 }]);
  });
});

test.each([
  ["rui@fabrica.example", "fabrica.example"],
  ["Rui@FABRICA.example ", "fabrica.example"],
  ['"a@b"@fabrica.example', "fabrica.example"],
  ["rui@gmail.com", undefined],
  ["rui@GMX.de", undefined],
  ["rui@sapo.pt", undefined],
  ["rui@", undefined],
])("the gateway of %s stands before %s", (address, domain) => expect(gatewayDomain(address)).toBe(domain));
