import { describe, expect, test } from "vitest";
import { judgeSignals } from "../../../shared/engagement/judge.ts";
import type { EvidentSignal } from "../../../shared/engagement/signal.ts";
import { PERSON_FROM, allRules, standardWeights, weightTable } from "../../../shared/engagement/weights.ts";
import type { Rule } from "../../../shared/engagement/weights.ts";
import { HOUR, MINUTE } from "../../../shared/time.ts";

const SLOT = "2026-11-25";
const DELIVERED = Date.UTC(2026, 10, 25, 15);
const SECOND = 1000;
const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36";
const GMAIL = "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";
const APPLE = "Mozilla/5.0";

/** A hit so long (ms) after the email came, from a browser. */
const hit = (after: number, changes: Partial<EvidentSignal> = {}): EvidentSignal => ({
  id: "h1",
  prospectId: "p1",
  kind: "click",
  slot: SLOT,
  link: "read",
  at: DELIVERED + after,
  userAgent: CHROME,
  method: "GET",
  ...changes,
});
const open = (after: number, changes: Partial<EvidentSignal> = {}): EvidentSignal => {
  const { link: _, ...rest } = hit(after, { id: "o1", kind: "open", ...changes });
  return rest;
};
const judge = (...signals: EvidentSignal[]) =>
  judgeSignals(signals, new Map([[SLOT, { at: DELIVERED, links: 2 }]]), standardWeights);
const ruleOf = (...signals: EvidentSignal[]) => judge(...signals).get(signals.at(-1)!.id)?.rule;

test.each(allRules)("the weight of %s is a probability, with words for the rep and a source", (rule) => {
  const { human, says, source } = weightTable[rule];
  expect(human).toBeGreaterThanOrEqual(0);
  expect(human).toBeLessThanOrEqual(1);
  expect([says.trim().length > 5, source.trim().length > 3]).toEqual([true, true]);
  expect(standardWeights[rule]).toBe(human);
});

test.each<[Rule, number]>([
  ["own-words", 1],
  ["click", 0.85],
  ["gmail-open", 0.6],
  ["open", 0.5],
  ["too-soon", 0.02],
  ["every-link", 0.02],
  ["hidden-link", 0.02],
  ["headers-only", 0.02],
  ["same-visit", 0.02],
  ["provider-saw", 0.02],
  ["colleagues", 0.05],
])("%s weighs %d, as the weights we start from say", (rule, human) => expect(weightTable[rule].human).toBe(human));

test("of what is measured only a click after the first minute and an open after the first half are a person's", () => {
  const people = allRules.filter((rule) => weightTable[rule].human >= PERSON_FROM);
  expect(people.toSorted()).toEqual(["click", "gmail-open", "open", "own-words"]);
});

describe("the clock", () => {
  test.each<[string, number, Rule]>([
    ["as it leaves", 0, "too-soon"],
    ["before it was said to be delivered", -SECOND, "too-soon"],
    ["just under 10 seconds", 9_999, "too-soon"],
    ["10 seconds", 10_000, "early-click"],
    ["a minute", MINUTE, "early-click"],
    ["just over a minute", MINUTE + 1, "before-opening"],
    ["five minutes", 5 * MINUTE, "before-opening"],
    ["just over five minutes", 5 * MINUTE + 1, "click"],
    ["three days", 72 * HOUR, "click"],
  ])("a click with nothing opened, %s after delivery", (_, after, rule) => {
    expect(judge(hit(after)).get("h1")).toEqual({
      human: weightTable[rule].human,
      rule,
      reason: weightTable[rule].says,
    });
  });

  test.each<[string, number, Rule]>([
    ["just under 10 seconds", 9_999, "too-soon"],
    ["10 seconds", 10_000, "early-open"],
    ["half a minute", 30_000, "early-open"],
    ["just over half a minute", 30_001, "open"],
  ])("an open, %s after delivery", (_, after, rule) => {
    expect(ruleOf(open(after))).toBe(rule);
    expect(ruleOf(open(after, { userAgent: GMAIL }))).toBe(rule === "open" ? "gmail-open" : rule);
  });

  test("a click within five minutes is a reader's when the email was opened before, and not when opened after", () => {
    const elsewhere = { network: "198.51.100.0/24" };
    expect(ruleOf(open(2 * MINUTE, elsewhere), hit(3 * MINUTE))).toBe("click");
    expect(ruleOf(open(3 * MINUTE + 1, elsewhere), hit(3 * MINUTE))).toBe("before-opening");
    expect(ruleOf(open(2 * MINUTE, { slot: "2026-11-26" }), hit(3 * MINUTE))).toBe("before-opening");
  });

  test("where the email is not known any more, the clock says nothing", () => {
    expect(ruleOf(hit(0, { slot: "2026-01-07" }))).toBe("click");
  });

  test("delivery counts, not sending: an email that was put off for an hour is as fresh when it comes", () => {
    const late = new Map([[SLOT, { at: DELIVERED + HOUR, links: 2 }]]);
    expect(judgeSignals([hit(HOUR + 5_000)], late, standardWeights).get("h1")?.rule).toBe("too-soon");
  });
});

describe("what a hit says of itself", () => {
  test.each<[Rule, Partial<EvidentSignal>]>([
    ["provider-saw", { automated: true }],
    ["headers-only", { method: "HEAD" }],
    ["hidden-link", { link: "hidden" }],
    ["says-nothing", { userAgent: " " }],
    ["known-machine", { userAgent: "curl/8.5.0" }],
    ["unknown-program", { userAgent: "Acme Reader 3" }],
  ])("%s, though it comes an hour after delivery", (rule, changes) => {
    expect(ruleOf(hit(HOUR, changes))).toBe(rule);
    expect(ruleOf(hit(HOUR))).toBe("click");
  });

  test("who says nothing of itself is a machine", () => {
    const { userAgent: _, ...silent } = hit(HOUR);
    expect(ruleOf(silent)).toBe("says-nothing");
  });

  test("what the provider does not take for a machine's need not be a person's", () => {
    expect(ruleOf(hit(HOUR, { automated: false }))).toBe("click");
    expect(ruleOf(hit(HOUR, { automated: false, userAgent: "curl/8.5.0" }))).toBe("known-machine");
  });

  test("the rep reads which machine it was", () => {
    expect(judge(hit(HOUR, { userAgent: "Barracuda Sentinel (EE)" })).get("h1")?.reason).toBe("a link scanner");
  });

  test("Apple Mail's fetching tells nothing, and a click under its name is a machine's", () => {
    expect(judge(open(HOUR, { userAgent: APPLE })).get("o1")).toMatchObject({ rule: "apple-privacy", human: 0 });
    expect(ruleOf(hit(HOUR, { userAgent: APPLE }))).toBe("known-machine");
  });

  test("nor does an opening from Apple's own network, whatever it calls itself; a click from there is somebody's", () => {
    expect(judge(open(HOUR, { network: "17.58.97.0/24" })).get("o1")).toMatchObject({ rule: "apple-privacy" });
    expect(judge(open(HOUR, { network: "170.58.97.0/24" })).get("o1")).toMatchObject({ rule: "open" });
    expect(ruleOf(hit(HOUR, { network: "17.58.97.0/24" }))).toBe("click");
  });

  test("picture proxies open for people and follow no links", () => {
    for (const userAgent of [GMAIL, "YahooMailProxy; https://help.yahoo.com/kb/SLN28749.html", "FastmailUA/1.0"]) {
      expect(judge(open(HOUR, { userAgent })).get("o1")!.human).toBeGreaterThanOrEqual(0.5);
      expect(ruleOf(hit(HOUR, { userAgent }))).toBe("known-machine");
    }
  });
});

describe("own words", () => {
  test.each(["reply", "form", "booking"] as const)("a %s is the prospect's, however fast and by whatever", (kind) => {
    const own = hit(1, { kind, userAgent: "curl/8", automated: true, method: "HEAD", text: "Call me" });
    expect(judge(own).get("h1")).toMatchObject({ human: 1, rule: "own-words" });
  });

  test.each([
    ["Automatic reply: back on Monday", "automatic-reply"],
    ["Out of office until 3 May", "automatic-reply"],
    ["Abwesenheitsnotiz: ich bin ab 3. Mai zurück", "automatic-reply"],
    ["I am out of the office, call my mobile", "own-words"],
    ["The out of office story was good", "own-words"],
  ])("%s", (text, rule) => expect(ruleOf(hit(HOUR, { kind: "reply", text }))).toBe(rule));

  test("words that come in the middle of a scanner's visit are heard", () => {
    const scanned = [hit(20_000, { id: "a" }), hit(20_100, { id: "b", link: "meeting" })];
    const said = hit(20_200, { id: "r", kind: "reply", text: "Call me" });
    expect(judge(...scanned, said).get("r")).toMatchObject({ human: 1 });
  });
});

describe("what colleagues did", () => {
  test("three of them within seconds are a gateway, two are not", () => {
    expect(ruleOf(hit(HOUR, { colleagues: 3 }))).toBe("colleagues");
    expect(ruleOf(hit(HOUR, { colleagues: 2 }))).toBe("click");
  });

  test("a crowd is a gateway; a machine known by itself stays one", () => {
    const crowd = { clickers: 6, usual: 0 };
    expect(ruleOf(hit(HOUR, { crowd }))).toBe("crowd");
    expect(ruleOf(hit(HOUR, { crowd, colleagues: 6 }))).toBe("colleagues");
    expect(ruleOf(hit(HOUR, { crowd, method: "HEAD" }))).toBe("headers-only");
  });

  test("a click where most come within the hour weighs as much as people's share of them, and says so", () => {
    const verdict = judge(hit(30 * MINUTE, { hasty: { early: 30, late: 6 } })).get("h1")!;
    expect(verdict.rule).toBe("gateway");
    expect(verdict.human).toBeCloseTo(0.85 * ((2 + (3 / 7) * 7) / 30), 10);
    expect(verdict.reason).toBe("30 of 36 clicks at this domain come within the hour of delivery, as a gateway's do");
    expect(judge(hit(30 * MINUTE, { hasty: { early: 10_000, late: 0 } })).get("h1")?.human).toBe(0.05);
  });

  test("one prospect's two early clicks stay a person's, and so do many where the late ones are in keeping", () => {
    expect(ruleOf(hit(30 * MINUTE, { hasty: { early: 2, late: 0 } }))).toBe("click");
    expect(ruleOf(hit(30 * MINUTE, { hasty: { early: 6, late: 14 } }))).toBe("click");
  });

  test("haste makes no machine likelier to be a person, and tells nothing of opens", () => {
    const hasty = { early: 30, late: 6 };
    expect(ruleOf(hit(HOUR, { hasty, userAgent: "curl/8" }))).toBe("known-machine");
    expect(ruleOf(open(HOUR, { hasty }))).toBe("open");
  });
});

test("the weights are what they are called with: another table gives other verdicts", () => {
  const signals = [hit(HOUR)];
  const emails = new Map([[SLOT, { at: DELIVERED, links: 2 }]]);
  expect(judgeSignals(signals, emails, { ...standardWeights, click: 0.4 }).get("h1")?.human).toBe(0.4);
});

test.each([
  "Mozilla/5.0 (Linux; Android 11; CUBOT X30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Thunderbird/115.6.0",
  "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; WOW64; Trident/8.0; .NET4.0C; Microsoft Outlook 16.0.4266; ms-office; MSOffice 16)",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 Edg/128.0.0.0",
  "Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/128.0 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Mailspring/1.13.3 Chrome/100.0 Electron/18.3 Safari/537.36",
  "Outlook-iOS/729.2418.0 (iPhone)",
])("people are not lost: %s", (userAgent) => {
  expect(ruleOf(hit(HOUR, { userAgent }))).toBe("click");
});
