import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { callsOf } from "../../../shared/call/store.ts";
import type { Engagement } from "../../../shared/engagement/engagement.ts";
import { readKnown } from "../../../shared/engagement/known.ts";
import { checkLedger, recomputed } from "../../../shared/engagement/recompute.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { Signal } from "../../../shared/engagement/signal.ts";
import { getEngagement, putEngagement } from "../../../shared/engagement/store.ts";
import { touchKey } from "../../../shared/keys.ts";
import { putProspect } from "../../../shared/prospect/store.ts";
import { DAY, HOUR, toLocal } from "../../../shared/time.ts";
import { prospect, rep, rising, sendEmail, sentAt, signal, slot, smallWorld } from "./small-world.ts";

type World = Awaited<ReturnType<typeof smallWorld>>;

const COLLEAGUES = ["p2", "p3", "p4"];

/** Four people at one company, who get the same emails. */
async function company(emails = 6): Promise<World> {
  const world = await smallWorld(emails);
  for (const id of COLLEAGUES)
    await world.app.table.write(...putProspect({ ...prospect({ id, email: `${id}@fabrica.example` }) }, undefined));
  for (let n = 0; n < emails; n += 1) await sendTo(world.app, COLLEAGUES, n);
  return world;
}

async function sendTo(app: App, ids: readonly string[], n: number): Promise<void> {
  await sendEmail(app, n);
  const sent = await app.table.get(touchKey("p1", slot(n)));
  for (const prospectId of ids)
    await app.table.write({
      kind: "put",
      item: { ...touchKey(prospectId, slot(n)), data: { ...sent!.data, prospectId } },
    });
}

async function rowsOf(app: App, prospectId: string) {
  const known = await readKnown(app.table, app.config.company, prospectId);
  return { known: known!, calls: await callsOf(app.table, prospectId) };
}

const checked = async (app: App, prospectId = "p1") => checkLedger(await rowsOf(app, prospectId));

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36";
const programs = [
  CHROME,
  "curl/8",
  "",
  "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
  "Mozilla/5.0",
];

/** What came of some email: by whom, what, and how many seconds after it. */
const hit = fc.record({
  who: fc.constantFrom("p1", "p1", "p1", ...COLLEAGUES),
  back: fc.integer({ min: 0, max: 4 }),
  kind: fc.constantFrom("open", "open", "click", "click", "click", "reply"),
  link: fc.constantFrom("read", "read", "meeting", "pricing", "hidden"),
  after: fc.constantFrom(1, 2, 5, 20, 45, 90, 100, 1800, 1801, 1803, 7200, 90_000),
  program: fc.constantFrom(...programs),
  network: fc.constantFrom("203.0.113.0/24", "198.51.100.0/24", undefined),
});

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("send" as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("hits" as const),
      hits: fc.array(hit, { minLength: 1, maxLength: 6 }),
      atOnce: fc.integer({ min: 1, max: 6 }),
      later: fc.integer({ min: 0, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("call" as const),
      disposition: fc.constantFrom("no answer", "connected", "wrong number"),
      follow: fc.boolean(),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Of> ? Of : never;

/** Weeks pass as told. After each step the ledger must give what is stored. */
async function play(steps: readonly Step[]): Promise<string[]> {
  const { app, clock } = await company();
  const wrong: string[] = [];
  let last = 5;
  let number = 0;
  let late: Signal[] = [];
  for (const one of steps) {
    if (one.do === "send") {
      last += 1;
      clock.now = Math.max(clock.now, sentAt(last)) + 1000;
      await sendTo(app, COLLEAGUES, last);
      const [due, rest] = [late.filter((_, place) => place % 2 === 0), late.filter((_, place) => place % 2 === 1)];
      late = rest;
      await recordEngagement(app, due);
    } else if (one.do === "call") await callPeople(app, clock.now, one);
    else {
      const signals = one.hits.map(({ who, back, kind, link, after, program, network }) => {
        number += 1;
        const n = Math.max(0, last - back);
        const at = sentAt(n) + after * 1000;
        return Signal.parse({
          ...signal(`s${number}`, n, { kind, at, prospectId: who, network, userAgent: program }),
          link: kind === "click" ? link : undefined,
        });
      });
      late.push(...signals.slice(signals.length - one.later));
      const now = signals.slice(0, signals.length - one.later);
      clock.now += HOUR;
      for (let start = 0; start < now.length; start += one.atOnce)
        await recordEngagement(app, now.slice(start, start + one.atOnce));
    }
    for (const who of ["p1", ...COLLEAGUES]) {
      const found = await checked(app, who);
      if (found.outcome !== "agrees") wrong.push(`${who} after ${one.do}: ${JSON.stringify(found)}`);
    }
  }
  return wrong;
}

async function callPeople(app: App, now: number, { disposition, follow }: Extract<Step, { do: "call" }>) {
  const date = toLocal("Europe/Lisbon", now + 7 * DAY).date;
  const nextStep = follow ? ({ kind: "call", date } as const) : ({ kind: "declined" } as const);
  for (const prospectId of ["p1", ...COLLEAGUES]) {
    const open = (await callsOf(app.table, prospectId)).find(({ state }) => state === "open");
    if (!open) continue;
    const { number, version } = open;
    await completeCall(app, { prospectId, number, version, repId: rep.id, notes: "", disposition, nextStep });
  }
}

test("whatever happened over the weeks, in whatever order it was told, the ledger gives the same state byte for byte", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      expect(await play(steps)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

describe("what a moment knew stays known", () => {
  const scannersOther = (n: number) =>
    signal("c0", n, { kind: "click", link: "meeting", at: sentAt(n) + HOUR / 2 + 1000 });

  test("a task that was taken back after the next email had gone out", async () => {
    const { app, clock } = await smallWorld();
    await recordEngagement(app, rising());
    await sendEmail(app, 10);
    clock.now = sentAt(10) + HOUR;
    await recordEngagement(app, [scannersOther(9)]);
    expect((await callsOf(app.table, "p1"))[0]?.withdrawn).toBeDefined();
    expect(await checked(app)).toEqual({ outcome: "agrees" });
    await recordEngagement(app, [signal("o10", 10)]);
    expect(await checked(app)).toEqual({ outcome: "agrees" });
  });

  test("tasks opened and closed since do not change what was believed before", async () => {
    const { app, clock } = await smallWorld();
    await recordEngagement(app, rising());
    const before = await getEngagement(app.table, "p1");
    for (let n = 10; n < 34; n += 1) {
      clock.now = sentAt(n) + HOUR;
      await sendEmail(app, n);
      const open = (await callsOf(app.table, "p1")).find(({ state }) => state === "open");
      const number = open?.number ?? (await openCallByHand(app, "p1", "We met at the fair")).number;
      const made = { prospectId: "p1", number, version: open?.version ?? 1, repId: rep.id, notes: "" };
      await completeCall(app, { ...made, disposition: "connected", nextStep: { kind: "declined" } });
      if (n === 12 || n === 30) await recordEngagement(app, [signal(`o${n}`, n)]);
      expect(await checked(app)).toEqual({ outcome: "agrees" });
    }
    expect((await getEngagement(app.table, "p1")).asOf).toBeGreaterThan(before.asOf);
  });
});

describe("emails of which more was heard since", () => {
  const change = async (app: App, n: number, changes: { readonly [field: string]: string | number }): Promise<void> =>
    app.table.write({ kind: "update", key: touchKey("p1", slot(n)), set: changes, guard: "present" });

  test("one that was refused after it had counted leaves the state behind, and names the email", async () => {
    const { app } = await smallWorld();
    await recordEngagement(app, [signal("o8", 8), signal("o7", 7)]);
    await change(app, 9, { outcome: "refused" });
    expect(await checked(app)).toEqual({ outcome: "behind", emails: [slot(9)] });
  });

  test("so does one whose lost answer came", async () => {
    const { app } = await smallWorld();
    await change(app, 9, { outcome: "unknown" });
    await recordEngagement(app, [signal("o8", 8), signal("o7", 7)]);
    await change(app, 9, { outcome: "sent" });
    expect(await checked(app)).toEqual({ outcome: "behind", emails: [slot(9)] });
  });

  test("and one of which it was told late that it had come late", async () => {
    const { app } = await smallWorld();
    await recordEngagement(app, [signal("c9", 9, { kind: "click" })]);
    await change(app, 9, { deliveredAt: sentAt(9) + HOUR / 2 - 5000 });
    expect(await checked(app)).toEqual({ outcome: "behind", emails: [slot(9)] });
    await recordEngagement(app, [signal("o9", 9)]);
    expect(await checked(app)).toEqual({ outcome: "agrees" });
  });
});

describe("what does not follow from the ledger", () => {
  const tamper = async (app: App, changes: Partial<Engagement>): Promise<void> => {
    const before = await getEngagement(app.table, "p1");
    await app.table.write(putEngagement({ ...before, ...changes, version: before.version + 1 }, before));
  };

  test("is found, and the first field that differs is named", async () => {
    const { app } = await smallWorld();
    await recordEngagement(app, rising());
    const { emails } = await getEngagement(app.table, "p1");
    await tamper(app, { emails: emails.with(0, { ...emails[0]!, score: emails[0]!.score + 1e-12 }) });
    expect(await checked(app)).toEqual({ outcome: "differs", field: "emails.0.score" });
  });

  test("also of a verdict", async () => {
    const { app } = await smallWorld();
    await recordEngagement(app, rising());
    const { known, calls } = await rowsOf(app, "p1");
    const [first, ...others] = known.ledger;
    const ledger = [{ ...first!, human: 0.1 }, ...others];
    expect(checkLedger({ known: { ...known, ledger }, calls })).toEqual({
      outcome: "differs",
      field: `signals.${first!.id}.human`,
    });
    expect(recomputed({ known, calls })).toMatchObject({ prospectId: "p1", asOf: known.engagement.asOf });
  });

  test("who never did anything agrees, and a row from an older version is said to be one", async () => {
    const { app } = await smallWorld();
    expect(await checked(app)).toEqual({ outcome: "agrees" });
    await recordEngagement(app, rising());
    await tamper(app, { asOf: 0 });
    expect(await checked(app)).toEqual({ outcome: "older" });
  });
});
