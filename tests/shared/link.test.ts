import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LinkKey } from "../../shared/config.ts";
import { linkName, linkUrl, readLink, signLink } from "../../shared/link.ts";
import type { Link } from "../../shared/link.ts";

const SAFE = Array.from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
const keys: LinkKey[] = [{ id: "k1", secret: "the first secret" }];
const newer: LinkKey = { id: "k2", secret: "the second secret" };

const ids = fc.string({ unit: fc.constantFrom(...SAFE), minLength: 1, maxLength: 20 });
const slots = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2146-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const kinds = ["open", "click", "unsubscribe", "preferences", "call-me"] as const;
const clicks = ["read", "meeting", "pricing", "hidden"] as const;
const whose = { prospectId: ids, slot: slots };
const links: fc.Arbitrary<Link> = fc.oneof(
  fc.record({ ...whose, kind: fc.constantFrom(...kinds) }, { requiredKeys: ["kind", "prospectId"] }),
  fc.record(
    { ...whose, kind: fc.constant("click" as const), link: fc.constantFrom(...clicks) },
    { requiredKeys: ["kind", "prospectId", "link"] },
  ),
);
const click: Link = { kind: "click", prospectId: "0123456789ab", slot: "2026-11-25", link: "read" };

describe("a signed link", () => {
  it("says what was put into it", () => {
    fc.assert(
      fc.property(links, (link) => {
        expect(readLink(keys, signLink(keys, link))).toEqual(link);
      }),
    );
  });

  it("is refused with any one character changed", () => {
    const changes = fc.tuple(links, fc.nat(), fc.constantFrom(...SAFE, "."));
    fc.assert(
      fc.property(changes, ([link, place, character]) => {
        const token = signLink(keys, link);
        const at = place % token.length;
        fc.pre(token[at] !== character);
        expect(readLink(keys, token.slice(0, at) + character + token.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it("is refused with a piece cut off or added", () => {
    const token = signLink(keys, click);
    for (let end = 0; end < token.length; end += 1) expect(readLink(keys, token.slice(0, end))).toBeUndefined();
    for (const extra of [".", "A", "=", " ", "%00", ".gif"]) expect(readLink(keys, token + extra)).toBeUndefined();
  });

  it("of one kind cannot be turned into another kind", () => {
    fc.assert(
      fc.property(links, links, (one, other) => {
        const { link: _, ...same } = one;
        fc.pre(one.kind !== other.kind);
        const [mine, theirs] = [signLink(keys, one), signLink(keys, { ...same, kind: other.kind })];
        const seal = mine.slice(-22);
        expect(readLink(keys, theirs.slice(0, -22) + seal)).toBeUndefined();
      }),
    );
  });
});

describe("a key of links", () => {
  it("reads links made before it was rotated out of first place, and none once it is removed", () => {
    const token = signLink(keys, click);
    expect(readLink([newer, ...keys], token)).toEqual(click);
    expect(readLink([newer], token)).toBeUndefined();
    expect(signLink([newer, ...keys], click)).toMatch(/^k2\./);
  });

  it("of another secret is not ours, whatever its id", () => {
    expect(readLink(keys, signLink([{ id: "k1", secret: "somebody else's" }], click))).toBeUndefined();
  });
});

describe("an email that went out before there were more links", () => {
  const then: LinkKey[] = [{ id: "k1", secret: "the secret that signed the first emails" }];
  const who = { prospectId: "0123456789ab" };
  const dated = { ...who, slot: "2026-11-25" };

  it.each<[string, Link]>([
    ["k1.b1y00123456789abceWZ96RFf0j1b48EAlxeY8", { kind: "open", ...dated }],
    ["k1.j1y00123456789abHz-Vx_nC264Jth0k_Dpi04", { kind: "click", ...dated, link: "read" }],
    ["k1.l1y00123456789abgGtq54hmOdkzOhnQwnguDS", { kind: "click", ...dated, link: "meeting" }],
    ["k1.m0123456789abVyMwWoQJf4Gqylc7aG7gud", { kind: "unsubscribe", ...who }],
    ["k1.n1y00123456789ab5VV6m9elLgJrDHMPI2MgBu", { kind: "unsubscribe", ...dated }],
    ["k1.s0123456789abnGD1RnKtzGwXablLDugAUS", { kind: "preferences", ...who }],
    ["k1.t1y00123456789abEdldV-z8pIL3rrK5GZCAPj", { kind: "preferences", ...dated }],
  ])("still has its link %s", (token, link) => {
    expect(readLink(then, token)).toEqual(link);
    expect(signLink(then, link)).toBe(token);
  });

  it("has in each token one letter from a to x that says what it is", () => {
    const old = [undefined, "read", "meeting"] as const;
    const written = kinds
      .slice(0, 4)
      .flatMap((kind) => old.flatMap((link) => [who, dated].map((of) => signLink(then, { ...of, kind, link }))));
    expect(written.map((token) => token.charAt("k1.".length)).join("")).toBe("abcdefghijklmnopqrstuvwx");
  });
});

describe("the name of a link that is hit", () => {
  it("is its target, or that a call is asked for", () => {
    const of = { prospectId: "0123456789ab" };
    expect(clicks.map((link) => linkName({ ...of, kind: "click", link }))).toEqual(clicks);
    expect(kinds.map((kind) => linkName({ ...of, kind }))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      "call-me",
    ]);
  });
});

describe("the text of a link", () => {
  it("never throws on whatever text stands in the address", () => {
    const garbage = fc.oneof(
      fc.string({ unit: "binary" }),
      ids.map((id) => `k1.${id}`),
      fc.constant("k1."),
    );
    fc.assert(
      fc.property(garbage, (text) => {
        expect(readLink(keys, text)).toBeUndefined();
      }),
    );
    expect(readLink(keys, `k1.${"a".repeat(100_000)}`)).toBeUndefined();
  });

  it("is short, fit for a URL and names nobody", () => {
    const url = linkUrl({ publicUrl: "https://t.example", linkKeys: keys }, click);
    expect(url).toMatch(/^https:\/\/t\.example\/c\/k1\.[\w-]{38}$/);
  });

  it("is not made for what there is no such link", () => {
    expect(() => signLink(keys, { kind: "unsubscribe", prospectId: "rui", link: "pricing" })).toThrow(/no links/);
  });

  it("is not made for an id, or a date, that a URL could not carry", () => {
    expect(() => signLink(keys, { kind: "open", prospectId: "ana@customer.example" })).toThrow(/not fit/);
    expect(() => signLink(keys, { ...click, slot: "2019-12-31" })).toThrow(/slot/);
    expect(() => signLink(keys, { ...click, slot: "soon" })).toThrow(/slot/);
    expect(() => signLink([], click)).toThrow(/no key/);
  });
});
