import { readFileSync } from "node:fs";
import * as z from "zod";
import { describe, expect, test } from "vitest";
import { callsOf } from "../../shared/call/store.ts";
import { judgeSignals } from "../../shared/engagement/judge.ts";
import { recordEngagement } from "../../shared/engagement/record.ts";
import type { Signal } from "../../shared/engagement/signal.ts";
import { isPerson as isPersons, standardWeights } from "../../shared/engagement/weights.ts";
import { touchKey } from "../../shared/keys.ts";
import { HOUR } from "../../shared/time.ts";
import { sentAt, signal, slot, smallWorld } from "../shared/engagement/small-world.ts";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../shared/data/user-agents/${name}`, import.meta.url), "utf8"));

const Human = z.enum(["yes", "no", "maybe", "unknown"]);
const { items, patterns } = z
  .object({
    items: z.array(z.object({ ua: z.string(), class: z.string(), who: z.string(), human: Human })),
    patterns: z.array(z.object({ name: z.string() })),
  })
  .parse(read("mail-machines.json"));
const crawlers = z
  .array(z.object({ instances: z.array(z.string()).default([]) }))
  .parse(read("crawler-user-agents.json"));

const machines = items.filter((item) => item.human === "no" || item.human === "unknown");
const people = items.filter((item) => item.class === "client");
const proxies = items.filter((item) => item.class === "proxy-open");

/** By itself, three hours after the email came. */
function isPerson(kind: "open" | "click", userAgent: string): boolean {
  const hit = signal("h1", 0, { kind, userAgent, at: sentAt(0) + 3 * HOUR });
  const emails = new Map([[hit.slot!, { at: sentAt(0), links: 2 }]]);
  return isPersons(judgeSignals([hit], emails, standardWeights).get("h1")!.human);
}

/** What calls come of these signals, one delivery after the other. `links`: how many the last email has. */
async function callsAfter(signals: readonly Signal[], emails = 10, links = 2) {
  const { app, clock } = await smallWorld(emails);
  await app.table.write({ kind: "update", key: touchKey("p1", slot(emails - 1)), set: { links } });
  clock.now = Math.max(clock.now, ...signals.map(({ at }) => at + 1000));
  for (const one of signals) await recordEngagement(app, [one]);
  return (await callsOf(app.table, "p1")).filter((call) => call.withdrawn === undefined);
}

const TEN = Array.from({ length: 10 }, (_, n) => n);
const DID: readonly [string, Partial<Signal>][] = [
  ["opens", { kind: "open" }],
  ["follows the article", { kind: "click", link: "read" }],
  ["follows the calling link", { kind: "click", link: "meeting" }],
  ["follows the link to the prices", { kind: "click", link: "pricing" }],
  ["asks the headers of the calling link", { kind: "click", link: "meeting", method: "HEAD" }],
];

describe("a machine met in mail", () => {
  test.each(machines)("$who ($ua) makes no call task, whatever it does with ten emails", async ({ ua: userAgent }) => {
    for (const [did, changes] of DID) {
      const all = TEN.map((n) => signal(`s${n}`, n, { ...changes, userAgent, at: sentAt(n) + 3 * HOUR }));
      expect([did, await callsAfter(all)]).toEqual([did, []]);
    }
  });

  test.each(machines)("$who ($ua) is no person", ({ ua }) => {
    expect([isPerson("open", ua), isPerson("click", ua)]).toEqual([false, false]);
  });

  test.each(proxies)("$who: an open may be a person, a click is none", async ({ ua: userAgent }) => {
    expect([isPerson("open", userAgent), isPerson("click", userAgent)]).toEqual([true, false]);
    const clicks = TEN.map((n) => signal(`s${n}`, n, { kind: "click", link: "meeting", userAgent }));
    expect(await callsAfter(clicks)).toEqual([]);
  });

  test("at least 97 in 100 crawlers are known, though our table names hardly any", () => {
    const all = crawlers.flatMap((crawler) => crawler.instances);
    const missed = all.filter((userAgent) => isPerson("click", userAgent));
    expect(all.length).toBeGreaterThan(1000);
    expect(missed.length / all.length).toBeLessThan(0.03);
  });
});

describe("a person", () => {
  test.each(people)("is not lost who follows the calling link with $ua", async ({ ua: userAgent }) => {
    const asks = signal("m1", 0, { kind: "click", link: "meeting", userAgent });
    expect(await callsAfter([asks], 1)).toMatchObject([{ state: "open", lane: "hot" }]);
  });

  test.each(people)("is not lost who reads three emails in a row with $ua", async ({ ua: userAgent }) => {
    const reads = [7, 8, 9].map((n) => signal(`k${n}`, n, { kind: "click", userAgent, at: sentAt(n) + 3 * HOUR }));
    expect(await callsAfter(reads)).toMatchObject([{ state: "open", lane: "warming" }]);
    expect(isPerson("open", userAgent)).toBe(true);
  });
});

const SECOND = 1000;
const [CHROME, IPHONE] = z
  .tuple([z.string(), z.string()])
  .parse(items.filter((item) => item.human === "yes").map((item) => item.ua));
const HERE = "203.0.113.0/24";
const THERE = "198.51.100.0/24";
type Step = readonly [seconds: number, link: Signal["link"] | "open", changes?: Partial<Signal>];

/** A visit as a browser would make it, in seconds after the email came. */
const visit = (steps: readonly Step[], n: number): Signal[] =>
  steps.map(([seconds, link, changes], place) =>
    signal(`v${n}-${place}`, n, {
      kind: link === "open" ? "open" : "click",
      ...(link !== "open" && { link }),
      at: sentAt(n) + seconds * SECOND,
      userAgent: CHROME,
      network: HERE,
      ...changes,
    }),
  );

/** The visits that mail-machines.json tells of, each told as often as it may go; by how their names begin. */
const PLAYED: { readonly [pattern: string]: readonly (readonly Step[])[] } = {
  "all links within 10 s of delivery": [
    [
      [3, "read"],
      [5, "meeting"],
      [9, "pricing"],
    ],
    [
      [2, "read"],
      [9.9, "meeting"],
    ],
  ],
  "burst of opens and clicks": [
    [
      [62, "meeting"],
      [64, "read"],
      [65, "open"],
      [70, "open"],
    ],
    [
      [61, "read"],
      [68, "meeting"],
      [290, "open"],
    ],
    [
      [240, "meeting"],
      [241, "open"],
    ],
  ],
  "human click then a second click": [
    [
      [3600, "read"],
      [3612, "read", { network: THERE, userAgent: IPHONE }],
    ],
  ],
  "click on a hidden honeypot link": [
    [
      [3600, "meeting"],
      [3610, "hidden"],
    ],
    [
      [3600, "hidden"],
      [3601, "meeting"],
      [3609, "read"],
    ],
    [
      [3600, "hidden"],
      [3610, "meeting", { network: THERE, userAgent: IPHONE }],
    ],
  ],
  "HEAD request": [
    [[3600, "meeting", { method: "HEAD" }]],
    [
      [3600, "read", { method: "HEAD" }],
      [3630, "meeting"],
    ],
  ],
  "UA/IP/time thresholds alone missed": [
    [
      [1200, "open"],
      [1204, "read"],
      [1209, "meeting"],
      [1214, "pricing"],
      [1219, "call-me"],
    ],
    [
      [1200, "read"],
      [1230, "meeting"],
      [1260, "hidden"],
    ],
  ],
  "Mimecast AS": [
    [
      [3600, "meeting", { userAgent: "Mimecast-Link-Protect" }],
      [3630, "read"],
    ],
  ],
};

describe.each(patterns)("the pattern “$name”", ({ name }) => {
  const played = Object.entries(PLAYED).find(([begins]) => name.startsWith(begins))?.[1] ?? [];

  test("is played here", () => expect(played.length).toBeGreaterThan(0));

  const told = played.map((steps) => ({
    steps,
    inWords: steps.map(([seconds, link]) => `${link} after ${seconds} s`).join(", "),
  }));
  test.each(told)("makes no call task in any order: $inWords", async ({ steps }) => {
    const once = visit(steps, 9);
    for (const links of [2, 4]) {
      expect(await callsAfter(once, 10, links)).toEqual([]);
      expect(await callsAfter(once.toReversed(), 10, links)).toEqual([]);
    }
  });
});

test("a person's click on the calling link stays a task when a scanner follows from elsewhere twelve seconds on", async () => {
  const [person, scanner] = visit(
    [
      [3600, "meeting"],
      [3612, "meeting", { network: THERE, userAgent: IPHONE }],
    ],
    9,
  );
  for (const order of [
    [person!, scanner!],
    [scanner!, person!],
  ]) {
    const calls = await callsAfter(order);
    expect(calls).toMatchObject([{ state: "open", lane: "hot" }]);
    const persons = calls[0]!.evidence.filter(({ human }) => isPersons(human!));
    expect(persons.map(({ signalId }) => signalId)).toEqual([person!.id]);
  }
});
