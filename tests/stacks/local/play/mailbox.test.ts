import { expect, test } from "vitest";
import { judgeProgram } from "../../../../shared/engagement/machines.ts";
import { networkOf } from "../../../../shared/network.ts";
import { HOUR } from "../../../../shared/time.ts";
import { mailboxOf, openedFrom, prefetchOf } from "../../../../stacks/local/play/mailbox.ts";

const readers = Array.from({ length: 400 }, (_, n) => `reader${n}@company${n % 90}.example`);
const email = (address: string) => ({ address, slot: "2026-11-25" });

test("a reader keeps the mail program, and colleagues are on one network", () => {
  for (const address of readers) expect(mailboxOf(1, address)).toEqual(mailboxOf(1, address));
  expect(new Set(readers.map((address) => mailboxOf(1, address).program)).size).toBe(4);
  const [one, other] = ["reader0@company0.example", "reader90@company0.example"].map((address) =>
    networkOf(mailboxOf(1, address).browser.address),
  );
  expect(one).toMatch(/\/48$/);
  expect(other).toBe(one);
  expect(networkOf(mailboxOf(1, "reader1@company1.example").browser.address)).not.toBe(one);
});

test("an address at Gmail or Apple is read there", () => {
  expect(mailboxOf(1, "Rui@Gmail.com").program).toBe("gmail");
  expect(mailboxOf(1, "rui@icloud.com").program).toBe("apple-mail");
});

test("Apple Mail fetches the picture of nearly every email and hides who opens; nobody else does", () => {
  const apples = readers.filter((address) => mailboxOf(1, address).program === "apple-mail");
  const fetched = apples.flatMap((address) => prefetchOf(mailboxOf(1, address), 1, email(address)) ?? []);
  expect(fetched.length / apples.length).toBeGreaterThan(0.9);
  for (const { after, from } of fetched) {
    expect(judgeProgram({ kind: "open", userAgent: from.userAgent }).rule).toBe("apple-privacy");
    expect(networkOf(from.address)).toMatch(/^17\./);
    expect(after).toBeLessThan(17 * HOUR);
  }
  for (const address of readers) {
    const mailbox = mailboxOf(1, address);
    const hidden = mailbox.program === "apple-mail";
    expect(openedFrom(mailbox, 1, "2026-11-25") === undefined).toBe(hidden);
    if (!hidden) expect(prefetchOf(mailbox, 1, email(address))).toBeUndefined();
  }
});

test("all other readers open and click with what may be a person's", () => {
  for (const address of readers) {
    const mailbox = mailboxOf(1, address);
    expect(judgeProgram({ kind: "click", userAgent: mailbox.browser.userAgent }).rule).toBe("browser");
    const opened = openedFrom(mailbox, 1, "2026-11-25");
    if (opened)
      expect(["browser", "gmail-open"]).toContain(judgeProgram({ kind: "open", userAgent: opened.userAgent }).rule);
  }
});
