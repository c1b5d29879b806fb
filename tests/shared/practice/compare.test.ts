import { describe, expect, test } from "vitest";
import type { LoggedAttempt } from "../../../shared/call/log.ts";
import { CLAIMS } from "../../../shared/practice/claims.ts";
import type { ClaimId } from "../../../shared/practice/claims.ts";
import { checkCopy } from "../../../shared/practice/check-copy.ts";
import { compared } from "../../../shared/practice/compare.ts";
import { figuresOf } from "../../../shared/practice/figures.ts";
import { declined, dial, many, period, spoke } from "./log.ts";

const own = (id: ClaimId, rows: LoggedAttempt[]) =>
  compared(figuresOf({ rows, open: [], followUps: new Map() }, period))
    .find((one) => one.id === id)
    ?.figures.map((figure) => figure.own);

describe("a claim", () => {
  test.each(Object.values(CLAIMS))(
    "$says has a source, a remark, and a number of ours or a reason for none",
    (claim) => {
      expect(claim.source).toMatch(/CrankWheel|Ciara|Ace Media|IT Focus|recruiter/);
      expect(claim.remark).not.toBe("");
      for (const { low, high } of claim.claimed) expect(low).toBeLessThanOrEqual(high);
      expect(checkCopy(JSON.stringify(claim))).toEqual([]);
    },
  );

  test("stands beside ours: the first agreed steps of forty prospects", () => {
    const rows = [
      ...many(10, () => spoke({ touchNumber: 4, prospectId: "early" })),
      ...many(30, () => spoke({ touchNumber: 7 })),
    ];
    expect(own("fifth contact", rows)).toMatchObject([{ point: 0.75, counted: "30 of 40", lacks: undefined }]);
    expect(own("by contact", rows)?.map((one) => one?.counted)).toEqual([
      "0 of 40",
      "0 of 40",
      "0 of 40",
      "10 of 40",
      "30 of 40",
    ]);
  });

  test("says what is missing where there is not enough", () => {
    const rows = [...many(5, () => spoke()), ...many(5, () => declined())];
    expect(own("next step", rows)).toMatchObject([{ counted: "5 of 10", lacks: "it takes 20 at least" }]);
    const wide = [...many(15, () => spoke()), ...many(15, () => declined())];
    expect(own("next step", wide)?.[0]?.lacks).toContain("wider than 15 points");
    expect(own("before moving on", [])).toMatchObject([{ counted: "0 calls", lacks: "it takes 6 at least" }]);
    expect(
      own(
        "dials",
        many(19, () => dial()),
      ),
    ).toMatchObject([{ counted: "19 dials for 0", enough: false }]);
    expect(own("best hours", [])?.[0]?.lacks).toContain("on either side");
  });

  test("has no number where Midweek cannot count", () => {
    expect(own("first responder", [])).toEqual([undefined]);
    expect(own("half an hour", [])).toEqual([undefined]);
  });
});
