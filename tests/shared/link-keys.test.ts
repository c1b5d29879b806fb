import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { newLinkKey, readLinkKeys, rotated, writeLinkKeys } from "../../shared/link-keys.ts";
import { readLink, signLink } from "../../shared/link.ts";

const link = { kind: "click", prospectId: "rui", slot: "2026-11-25", link: "read" } as const;

test("links signed before a new key came are still good, and the new key signs", () => {
  const before = [newLinkKey()];
  const after = readLinkKeys(writeLinkKeys(rotated(before)));
  expect(readLink(after, signLink(before, link))).toEqual(link);
  expect(signLink(after, link)).not.toBe(signLink(before, link));
  expect(readLink(before, signLink(after, link))).toBeUndefined();
});

test("after five rotations the first key is good no more", () => {
  const first = [newLinkKey()];
  let keys: typeof first = first;
  for (let n = 0; n < 5; n += 1) keys = [...rotated(keys)];
  expect(keys).toHaveLength(5);
  expect(readLink(keys, signLink(first, link))).toBeUndefined();
});

test("whatever else stands in the secret is refused, and the complaint does not repeat it", () => {
  const good = writeLinkKeys([newLinkKey()]);
  for (const bad of ["", "k1", "k1:short", `${good},`, `${good},k2:also short`])
    expect(() => readLinkKeys(bad)).toThrow(/^link key \d is not written as id:secret/);
  assert(
    property(string({ minLength: 8 }), (text) => {
      try {
        readLinkKeys(text);
      } catch (error) {
        expect(String(error)).not.toContain(text);
      }
    }),
  );
});
