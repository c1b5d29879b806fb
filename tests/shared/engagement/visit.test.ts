import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeSignals } from "../../../shared/engagement/judge.ts";
import type { EvidentSignal } from "../../../shared/engagement/signal.ts";
import { standardWeights } from "../../../shared/engagement/weights.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/time.ts";

const SLOT = "2026-11-25";
const NEXT = "2026-11-26";
const DELIVERED = Date.UTC(2026, 10, 25, 15);
const SECOND = 1000;
const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36";
const SAFARI =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
const HERE = "203.0.113.0/24";
const ELSEWHERE = "198.51.100.0/24";

type Changes = Partial<EvidentSignal> & { readonly id: string };
/** A hit so long (ms) after an hour after delivery, from a browser in one network. */
const hit = (after: number, changes: Changes): EvidentSignal => ({
  prospectId: "p1",
  kind: "click",
  slot: SLOT,
  at: DELIVERED + HOUR + after,
  userAgent: CHROME,
  network: HERE,
  method: "GET",
  ...changes,
});
const read = (after: number, changes: Partial<EvidentSignal> = {}) =>
  hit(after, { id: "read", link: "read", ...changes });
const meeting = (after: number, changes: Partial<EvidentSignal> = {}) =>
  hit(after, { id: "meeting", link: "meeting", ...changes });
const pricing = (after: number, changes: Partial<EvidentSignal> = {}) =>
  hit(after, { id: "pricing", link: "pricing", ...changes });
const hidden = (after: number, changes: Partial<EvidentSignal> = {}) =>
  hit(after, { id: "hidden", link: "hidden", ...changes });
const opened = (after: number, changes: Partial<EvidentSignal> = {}) =>
  hit(after, { id: "open", kind: "open", ...changes });

function rules(signals: readonly EvidentSignal[], links = 2): { [id: string]: string } {
  const emails = new Map([
    [SLOT, { at: DELIVERED, links }],
    [NEXT, { at: DELIVERED + DAY, links }],
  ]);
  return Object.fromEntries([...judgeSignals(signals, emails, standardWeights)].map(([id, { rule }]) => [id, rule]));
}

describe("another link of the same email", () => {
  test("within two seconds nobody goes back from a page: both are a scanner's, even from two networks", () => {
    const apart = { network: ELSEWHERE, userAgent: SAFARI };
    expect(rules([read(0), meeting(2 * SECOND, apart)], 3)).toEqual({ read: "two-at-once", meeting: "two-at-once" });
    expect(rules([read(0), meeting(2 * SECOND + 1, apart)], 3)).toEqual({ read: "click", meeting: "click" });
  });

  test("the same link twice is no other link", () => {
    expect(rules([read(0), read(300, { id: "twice" })])).toEqual({ read: "click", twice: "click" });
  });

  test("in another email it is none either", () => {
    const other = meeting(DAY + 100, { slot: NEXT });
    expect(rules([read(DAY), other])).toEqual({ read: "click", meeting: "click" });
  });

  test("an email opened and clicked in one second is a reader's", () => {
    expect(rules([opened(0), read(400)])).toEqual({ open: "open", read: "click" });
  });
});

describe("going through the links", () => {
  test("both of two within ten seconds is a scanner's, a moment longer a reader's", () => {
    expect(rules([read(0), meeting(10 * SECOND)])).toEqual({ read: "every-link", meeting: "every-link" });
    expect(rules([read(0), meeting(10 * SECOND + 1)])).toEqual({ read: "click", meeting: "click" });
  });

  test("all three within half a minute is a scanner's, a moment longer or only two a reader's", () => {
    const through = (last: number) => rules([read(0), meeting(12 * SECOND), pricing(last)], 3);
    expect(through(30 * SECOND)).toEqual({ read: "every-link", meeting: "every-link", pricing: "every-link" });
    expect(through(30 * SECOND + 1)).toEqual({ read: "click", meeting: "click", pricing: "click" });
    expect(rules([read(0), meeting(10 * SECOND)], 3)).toEqual({ read: "click", meeting: "click" });
  });

  test("four of five links are enough, three are not", () => {
    const all = [
      read(0),
      meeting(5 * SECOND),
      pricing(10 * SECOND),
      hit(15 * SECOND, { id: "call-me", link: "call-me" }),
    ];
    expect(Object.values(rules(all, 5))).toEqual(all.map(() => "every-link"));
    expect(Object.values(rules(all.slice(1), 5))).toEqual(["click", "click", "click"]);
  });

  const through = [read(0), meeting(3 * SECOND)];
  const later = (changes: Partial<EvidentSignal>, link: "read" | "meeting" = "read") =>
    rules([...through, hit(6 * SECOND, { id: "person", link, network: ELSEWHERE, ...changes })]);

  test.each(["read", "meeting"] as const)(
    "leaves alone who happened to click %s meanwhile, from a network of their own",
    (link) => expect(later({}, link)).toEqual({ read: "every-link", meeting: "every-link", person: "click" }),
  );

  test("takes along who came from the same network or nobody knows where, and both of two networks that share it", () => {
    expect(later({ network: HERE }).person).toBe("every-link");
    expect(later({ network: undefined }).person).toBe("every-link");
    const shared = rules([read(0), meeting(3 * SECOND, { network: ELSEWHERE })]);
    expect(shared).toEqual({ read: "every-link", meeting: "every-link" });
  });

  test("an email with one link has nothing to go through", () => {
    expect(rules([read(0), read(SECOND, { id: "twice" })], 1)).toEqual({ read: "click", twice: "click" });
  });
});

describe("the hidden link", () => {
  test("gives away all that came from the same network within two minutes, before and after", () => {
    const visit = [read(0), hidden(2 * MINUTE), opened(4 * MINUTE)];
    expect(rules(visit, 3)).toEqual({ read: "same-visit", hidden: "hidden-link", open: "same-visit" });
  });

  test("a click three minutes earlier, or from another network, was somebody else's", () => {
    expect(rules([read(0), hidden(3 * MINUTE)])).toEqual({ read: "click", hidden: "hidden-link" });
    expect(rules([read(0), hidden(2 * MINUTE + 1)]).read).toBe("click");
    expect(rules([read(0), hidden(MINUTE, { network: ELSEWHERE, userAgent: SAFARI })]).read).toBe("click");
  });

  test("within ten seconds gives away what came from anywhere, since gateways have workers on several networks", () => {
    const elsewhere = { network: ELSEWHERE, userAgent: SAFARI };
    expect(rules([hidden(0), meeting(10 * SECOND, elsewhere)], 3).meeting).toBe("same-visit");
    expect(rules([meeting(0, elsewhere), hidden(10 * SECOND)], 3).meeting).toBe("same-visit");
    expect(rules([hidden(0), meeting(10 * SECOND + 1, elsewhere)], 3).meeting).toBe("click");
    expect(rules([opened(0, { userAgent: "curl/8" }), meeting(5 * SECOND, elsewhere)], 3).meeting).toBe("click");
  });

  test("in another email it says nothing of this one", () => {
    expect(rules([read(DAY), hidden(DAY + MINUTE, { slot: NEXT })]).read).toBe("click");
  });

  test("where the network is not known, the same program is the same visitor, and so is what comes within two seconds", () => {
    const { network: _, ...nowhere } = hidden(MINUTE);
    expect(rules([read(0), nowhere]).read).toBe("same-visit");
    expect(rules([read(0), { ...nowhere, userAgent: SAFARI }]).read).toBe("click");
    expect(rules([opened(MINUTE - 2 * SECOND), { ...nowhere, userAgent: SAFARI }]).open).toBe("same-visit");
    expect(rules([opened(MINUTE - 2 * SECOND - 1), { ...nowhere, userAgent: SAFARI }]).open).toBe("open");
  });
});

describe("a machine in the visit", () => {
  test.each([
    ["it only asked for the headers", { method: "HEAD" }, "headers-only"],
    ["the provider saw it", { automated: true }, "provider-saw"],
    ["it says what it is", { userAgent: "Barracuda Sentinel (EE)" }, "known-machine"],
    ["it says nothing", { userAgent: "" }, "says-nothing"],
  ] as const)("takes the calling link with it: %s", (_, changes, rule) => {
    const visit = [opened(0, changes), meeting(MINUTE)];
    expect(rules(visit)).toEqual({ open: rule, meeting: "same-visit" });
    expect(rules([opened(0, changes), meeting(2 * MINUTE + 1)]).meeting).toBe("click");
    expect(rules([opened(0, changes), meeting(MINUTE, { network: ELSEWHERE })]).meeting).toBe("click");
  });

  test("so does one that was there within ten seconds of delivery", () => {
    expect(rules([opened(5 * SECOND - HOUR), meeting(MINUTE - HOUR)])).toEqual({
      open: "too-soon",
      meeting: "same-visit",
    });
  });

  test("it is told on by whom it met, not by whom those met", () => {
    const later = read(3 * MINUTE);
    expect(rules([hidden(0), opened(MINUTE + 30 * SECOND), later]).read).toBe("click");
  });

  test("Apple's fetching is no machine's visit, and goes on telling nothing beside one", () => {
    const apple = opened(0, { userAgent: "Mozilla/5.0" });
    expect(rules([apple, meeting(MINUTE)])).toEqual({ open: "apple-privacy", meeting: "click" });
    expect(rules([apple, hidden(MINUTE)]).open).toBe("apple-privacy");
  });

  test("what is only doubtful takes nothing with it", () => {
    const early = opened(20 * SECOND - HOUR);
    const unknown = read(30 * SECOND, { userAgent: "Acme Reader 3" });
    expect(rules([early, meeting(2 * MINUTE - HOUR)])).toEqual({ open: "early-open", meeting: "click" });
    expect(rules([unknown, meeting(MINUTE)])).toEqual({ read: "unknown-program", meeting: "click" });
  });
});

describe("the same link again from elsewhere", () => {
  const again = (after: number, changes: Partial<EvidentSignal> = {}) =>
    read(after, { id: "again", network: ELSEWHERE, userAgent: SAFARI, ...changes });

  test("within half a minute the second is a scanner's, the first stays a person's", () => {
    expect(rules([read(0), again(12 * SECOND)])).toEqual({ read: "click", again: "second-network" });
    expect(rules([read(0), again(30 * SECOND)]).again).toBe("second-network");
    expect(rules([read(0), again(30 * SECOND + 1)]).again).toBe("click");
  });

  test("from the same network, by the same program or from nobody knows where, it is the reader", () => {
    const { network: _, ...nowhere } = again(12 * SECOND);
    expect(rules([read(0), again(12 * SECOND, { network: HERE })]).again).toBe("click");
    expect(rules([read(0), again(12 * SECOND, { userAgent: CHROME })]).again).toBe("click");
    expect(rules([read(0), nowhere]).again).toBe("click");
  });
});

describe("whatever comes", () => {
  const SCANNER = "Barracuda Sentinel (EE)";
  const visits = (...userAgents: string[]) =>
    fc.array(
      fc.record({
        kind: fc.constantFrom("open" as const, "click" as const),
        link: fc.constantFrom("read" as const, "meeting" as const, "hidden" as const),
        slot: fc.constantFrom(SLOT, NEXT),
        after: fc.integer({ min: -HOUR, max: 3 * MINUTE }),
        network: fc.constantFrom(HERE, ELSEWHERE),
        userAgent: fc.constantFrom(...userAgents),
      }),
      { maxLength: 7 },
    );
  const links = fc.constantFrom(2, 3);

  test("the order in which it is looked at makes no difference", () => {
    fc.assert(
      fc.property(visits(CHROME, SAFARI, SCANNER, "Mozilla/5.0"), links, (hits, count) => {
        const signals = hits.map(({ after, ...rest }, id) => hit(after, { ...rest, id: `s${id}` }));
        expect(rules(signals.toReversed(), count)).toEqual(rules(signals, count));
      }),
    );
  });

  test("where openings are not hidden, what was done with one email says nothing of another", () => {
    fc.assert(
      fc.property(visits(CHROME, SAFARI, SCANNER), links, (hits, count) => {
        const signals = hits.map(({ after, ...rest }, id) => hit(after, { ...rest, id: `s${id}` }));
        const bySlot = [SLOT, NEXT].map((slot) =>
          rules(
            signals.filter((signal) => signal.slot === slot),
            count,
          ),
        );
        expect(Object.assign({}, ...bySlot)).toEqual(rules(signals, count));
      }),
    );
  });
});
