import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LinkKey } from "../../shared/config.ts";
import { linkUrl, readLink, signLink } from "../../shared/link.ts";
import type { Link } from "../../shared/link.ts";

const SAFE = Array.from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
const keys: LinkKey[] = [{ id: "k1", secret: "the first secret" }];
const newer: LinkKey = { id: "k2", secret: "the second secret" };

const ids = fc.string({ unit: fc.constantFrom(...SAFE), minLength: 1, maxLength: 20 });
const slots = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2146-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const links: fc.Arbitrary<Link> = fc.record(
  {
    kind: fc.constantFrom("open", "click", "unsubscribe", "preferences"),
    prospectId: ids,
    slot: slots,
    link: fc.constantFrom("read", "meeting"),
  },
  { requiredKeys: ["kind", "prospectId"] },
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
        fc.pre(one.kind !== other.kind);
        const [mine, theirs] = [signLink(keys, one), signLink(keys, { ...one, kind: other.kind })];
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

  it("is not made for an id, or a date, that a URL could not carry", () => {
    expect(() => signLink(keys, { kind: "open", prospectId: "ana@customer.example" })).toThrow(/not fit/);
    expect(() => signLink(keys, { ...click, slot: "2019-12-31" })).toThrow(/slot/);
    expect(() => signLink(keys, { ...click, slot: "soon" })).toThrow(/slot/);
    expect(() => signLink([], click)).toThrow(/no key/);
  });
});
