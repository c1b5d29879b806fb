import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Utm } from "../../../shared/config.ts";
import { withUtm } from "../../../shared/touch/utm.ts";

const utm = { on: true, source: "midweek", medium: "email", campaign: "{cadence}-{slot}" };
const places = {
  slot: "2026-11-25",
  cadenceId: "default",
  article: { id: "rounds", title: "How to plan rounds: 7 ways" },
};
const tagged = (address: string, changes: Partial<Utm> = {}) => withUtm(address, { ...utm, ...changes }, places);
const ADDED = "utm_source=midweek&utm_medium=email&utm_campaign=default-2026-11-25";

describe("parameters on an article's address", () => {
  test.each([
    ["https://northgate.example/blog/rounds", `?${ADDED}`],
    ["https://northgate.example/blog/rounds?page=2", `&${ADDED}`],
    ["https://northgate.example/blog/rounds?", ADDED],
    ["https://northgate.example/blog/rounds?page=2&", ADDED],
    ["https://northgate.example/blog/rounds??", `&${ADDED}`],
  ])("are added to %s", (address, added) => {
    expect(tagged(address)).toBe(`${address}${added}`);
  });

  test("stand before the fragment, which is kept", () => {
    expect(tagged("https://northgate.example/#/blog?page=2")).toBe(`https://northgate.example/?${ADDED}#/blog?page=2`);
  });

  test("that are there already stay as they are, however they are written", () => {
    const own = "https://northgate.example/?UTM_Source=print&utm_campaign=";
    expect(tagged(own)).toBe(`${own}&utm_medium=email`);
    expect(tagged(`https://northgate.example/?${ADDED}`)).toBe(`https://northgate.example/?${ADDED}`);
  });

  test("are not there when they are off, or were never set", () => {
    const address = "https://northgate.example/blog/rounds";
    expect(tagged(address, { on: false })).toBe(address);
    expect(withUtm(address, undefined, places)).toBe(address);
  });

  test("name a campaign after the slot, the cadence and the article's title", () => {
    expect(tagged("https://x.example/", { campaign: "{article} {slot} {cadence}" })).toContain(
      "utm_campaign=how-to-plan-rounds-7-ways%202026-11-25%20default",
    );
    const nameless = { ...places, article: { id: "rounds", title: "?!" } };
    expect(withUtm("https://x.example/", { ...utm, campaign: "{article}" }, nameless)).toContain("utm_campaign=rounds");
  });

  test.each([
    "mailto:ana@northgate.example",
    "not an address",
    "https://ana:secret@northgate.example/",
    "https://files.example/report.pdf?X-Amz-Signature=abc&X-Amz-Expires=60",
    `https://northgate.example/${"a".repeat(2000)}`,
  ])("are never put on %s", (address) => {
    expect(tagged(address)).toBe(address);
  });

  test("take nothing away from any address, and put nothing else in it", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const after = tagged(address);
        const [before, url] = [new URL(address), new URL(after)];
        expect(after.startsWith(address.split("#")[0]!)).toBe(true);
        expect([url.origin, url.pathname, url.hash]).toEqual([before.origin, before.pathname, before.hash]);
        const kept = [...url.searchParams].filter(([name]) => !name.startsWith("utm_"));
        expect(kept).toEqual([...before.searchParams]);
      }),
    );
  });
});

describe("the pattern of a campaign", () => {
  test.each(["{email}", "{slot} {firstName}", "{{slot}}", "ana@northgate.example", ""])("%s is refused", (campaign) => {
    expect(Utm.safeParse({ ...utm, campaign }).success).toBe(false);
  });

  test.each(["{slot}", "spring {cadence}/{article}"])("%s is taken", (campaign) => {
    expect(Utm.safeParse({ ...utm, campaign }).success).toBe(true);
  });
});
