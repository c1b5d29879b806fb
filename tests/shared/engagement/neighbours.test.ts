import { describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { getCall, getCalls } from "../../../shared/call/store.ts";
import { Conflict } from "../../../shared/error.ts";
import { noGateway } from "../../../shared/engagement/gateway.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import type { Signal } from "../../../shared/engagement/signal.ts";
import { getEngagement, getGateway, signalsOf } from "../../../shared/engagement/store.ts";
import { gatewayKey } from "../../../shared/keys.ts";
import type { Table, Write } from "../../../shared/ports.ts";
import { HOUR, MINUTE } from "../../../shared/time.ts";
import { addColleague, tasksOf } from "./colleagues.ts";
import { prospect, sentAt, signal, smallWorld } from "./small-world.ts";

const SECOND = 1000;
const DOMAIN = "fabrica.example";
const FOUR = ["p1", "p2", "p3", "p4"];

/** A click on the calling link of the last email, so long (ms) after two hours: later than a gateway, if it came alone. */
const asks = (prospectId: string, after: number, changes: Partial<Signal> = {}): Signal =>
  signal(`m-${prospectId}`, 9, {
    prospectId,
    kind: "click",
    link: "meeting",
    at: sentAt(9) + 2 * HOUR + after,
    ...changes,
  });

async function company(of: readonly string[] = FOUR, domain = DOMAIN) {
  const { app, clock } = await smallWorld(10, prospect({ email: `p1@${domain}` }));
  for (const id of of.slice(1)) await addColleague(app, id, { email: `${id}@${domain}` });
  clock.now = sentAt(9) + 3 * HOUR;
  return { app, clock };
}
const tasks = (app: App, of: readonly string[]) => Promise.all(of.map((id) => tasksOf(app, id)));
const all = async (app: App, of: readonly string[]) =>
  JSON.stringify(
    await Promise.all([
      getGateway(app.table, DOMAIN),
      ...of.map(async (id) => [
        await signalsOf(app.table, id),
        await getEngagement(app.table, id),
        await getCalls(app.table, id),
        await getCall(app.table, id, 1),
      ]),
    ]),
  );

describe("three colleagues whose links are followed within ten seconds", () => {
  const three = [asks("p1", 0), asks("p2", 4 * SECOND), asks("p3", 10 * SECOND)];

  test("are a gateway, also told one by one: the tasks of the first two are taken back with the third", async () => {
    const { app } = await company();
    await recordEngagement(app, [three[0]!]);
    await recordEngagement(app, [three[1]!]);
    expect(await tasks(app, FOUR)).toEqual([["hot"], ["hot"], [], []]);
    expect(await recordEngagement(app, [three[2]!])).toEqual(["machine"]);
    expect(await tasks(app, FOUR)).toEqual([["taken back"], ["taken back"], [], []]);
    expect((await getCall(app.table, "p1", 1))?.withdrawn?.why).toBe(
      "a machine did it: three colleagues' links were followed within seconds",
    );
    expect(await signalsOf(app.table, "p2")).toMatchObject([{ colleagues: 3, human: 0.05, rule: "colleagues" }]);
  });

  test("leave no task when told all together, in any order", async () => {
    for (const batch of [three, three.toReversed()]) {
      const { app } = await company();
      await recordEngagement(app, batch);
      expect((await tasks(app, FOUR)).flat().filter((task) => task !== "taken back")).toEqual([]);
    }
  });

  test("told again change nothing", async () => {
    const { app } = await company();
    for (const one of three) await recordEngagement(app, [one]);
    const before = await all(app, FOUR);
    for (const one of three) expect(await recordEngagement(app, [one])).toEqual(["already-known"]);
    expect(await recordEngagement(app, three)).toEqual(three.map(() => "already-known"));
    expect(await all(app, FOUR)).toBe(before);
  });

  test("are looked at again by the next delivery when the first was cut short after the third", async () => {
    const { app } = await company();
    await recordEngagement(app, three.slice(0, 2));
    const cut: Table = {
      ...app.table,
      write: async (...writes) => {
        if (writes.some((write) => isOf(write, "p1") || isOf(write, "p2"))) throw new Error("the power went");
        return app.table.write(...writes);
      },
    };
    await expect(recordEngagement({ ...app, table: cut }, [three[2]!])).rejects.toThrow("the power went");
    expect(await tasks(app, FOUR)).toEqual([["hot"], ["hot"], [], []]);
    await recordEngagement(app, [three[2]!]);
    expect(await tasks(app, FOUR)).toEqual([["taken back"], ["taken back"], [], []]);
  });

  test.each<[string, readonly Signal[]]>([
    ["a second too late", [asks("p1", 0), asks("p2", 4 * SECOND), asks("p3", 15 * SECOND)]],
    ["only two of them", three.slice(0, 2)],
    ["from networks of their own", three.map((one, place) => ({ ...one, network: `203.0.${place}.0/24` }))],
  ])("%s are people", async (_, signals) => {
    const { app } = await company();
    for (const one of signals) await recordEngagement(app, [one]);
    expect((await tasks(app, FOUR)).flat()).toEqual(signals.map(() => "hot"));
  });

  test("are strangers to one another at a mailbox provider, of whom no profile is kept", async () => {
    const { app } = await company(FOUR, "gmail.com");
    for (const one of three) await recordEngagement(app, [one]);
    expect(await tasks(app, FOUR)).toEqual([["hot"], ["hot"], ["hot"], []]);
    expect(await getGateway(app.table, "gmail.com")).toEqual(noGateway("gmail.com"));
  });

  test("are strangers at three neighbours", async () => {
    const { app } = await company(["p1"]);
    for (const id of ["p2", "p3"]) await addColleague(app, id, { email: `${id}@${id}.example` });
    for (const one of three) await recordEngagement(app, [one]);
    expect(await tasks(app, ["p1", "p2", "p3"])).toEqual([["hot"], ["hot"], ["hot"]]);
  });
});

const isOf = (write: Write, id: string): boolean => {
  const key = write.kind === "put" ? write.item : write.key;
  return key.pk === `PROSPECT#${id}`;
};

describe("a domain that switches a gateway on", () => {
  const six = ["p1", "p2", "p3", "p4", "p5", "p6"];
  /** Late, with a browser's name, one link an email: 5 to 50 minutes after each of ten emails, never twice alike. */
  const follows = (prospectId: string, who: number, link: Signal["link"]): Signal[] =>
    Array.from({ length: 10 }, (_, n) =>
      signal(`${prospectId}-${n}`, n, {
        prospectId,
        kind: "click",
        link,
        at: sentAt(n) + 5 * MINUTE + 1 + (((who * 17 + n * 13) % 45) * MINUTE + who * 7 * SECOND),
        network: `198.51.${who}.0/24`,
      }),
    );
  const byTime = (signals: readonly Signal[]): Signal[] => signals.toSorted((a, b) => a.at - b.at);

  test("makes no call task of its people, who seem to follow every email", async () => {
    const { app, clock } = await company(six);
    for (const one of byTime(six.flatMap((id, who) => follows(id, who, "read")))) {
      clock.now = one.at + SECOND;
      await recordEngagement(app, [one]);
    }
    expect((await tasks(app, six)).flat()).toEqual([]);
  });

  test("leaves none open when it is the calling link that it follows", async () => {
    const { app, clock } = await company(six);
    for (const one of byTime(six.flatMap((id, who) => follows(id, who, "meeting")))) {
      clock.now = one.at + SECOND;
      await recordEngagement(app, [one]);
    }
    expect(new Set((await tasks(app, six)).flat())).toEqual(new Set(["taken back"]));
  });

  test("is not what a person elsewhere is, who does the same in ten emails", async () => {
    const { app, clock } = await company(["p1"]);
    for (const one of follows("p1", 2, "read")) {
      clock.now = one.at + SECOND;
      await recordEngagement(app, [one]);
    }
    expect(await tasks(app, ["p1"])).toEqual([["warming"]]);
  });

  test("takes nothing from a colleague who comes back to the email hours later", async () => {
    const { app, clock } = await company(six);
    await recordEngagement(app, byTime(six.flatMap((id, who) => follows(id, who, "meeting"))));
    clock.now += HOUR;
    const later = signal("later", 9, { prospectId: "p2", kind: "click", link: "meeting", at: sentAt(9) + 3 * HOUR });
    await recordEngagement(app, [later]);
    expect((await tasksOf(app, "p2")).at(-1)).toBe("hot");
  });
});

test("one prospect's two early clicks stay a person's", async () => {
  const { app } = await company(["p1"]);
  const early = [8, 9].map((n) => signal(`e${n}`, n, { kind: "click", at: sentAt(n) + 10 * MINUTE }));
  expect(await recordEngagement(app, early)).toEqual(["recorded", "recorded"]);
  expect((await signalsOf(app.table, "p1")).map(({ human }) => human)).toEqual([0.85, 0.85]);
});

describe("the profile of a domain", () => {
  test("has nothing of who is not measured", async () => {
    const { app } = await smallWorld(10, prospect({ tracking: "denied" }));
    expect(await recordEngagement(app, [asks("p1", 0)])).toEqual(["not-measured"]);
    expect(await getGateway(app.table, DOMAIN)).toEqual(noGateway(DOMAIN));
  });

  test("has nothing of opens, own words, the hidden link or what is a machine's by itself", async () => {
    const { app } = await company(["p1"]);
    await recordEngagement(app, [
      signal("o1", 9),
      signal("r1", 9, { kind: "reply", text: "Yes" }),
      asks("p1", 0, { link: "hidden", network: "203.0.113.0/24" }),
      asks("p1", 0, { id: "h1", method: "HEAD", network: "203.0.114.0/24" }),
    ]);
    expect(await getGateway(app.table, DOMAIN)).toEqual(noGateway(DOMAIN));
  });

  test("gives up a click that turns out a machine's", async () => {
    const { app } = await company(["p1"]);
    await recordEngagement(app, [asks("p1", 0)]);
    expect((await getGateway(app.table, DOMAIN)).clicks).toMatchObject([{ prospectId: "p1", signalId: "m-p1" }]);
    await recordEngagement(app, [asks("p1", SECOND, { id: "second", link: "read" })]);
    expect((await getGateway(app.table, DOMAIN)).clicks).toEqual([]);
  });

  test("loses no click when two colleagues write it at once", async () => {
    const { app } = await company();
    await Promise.all(FOUR.map((id, place) => recordEngagement(app, [asks(id, place * MINUTE)])));
    expect((await getGateway(app.table, DOMAIN)).clicks.map(({ prospectId }) => prospectId).toSorted()).toEqual(FOUR);
  });

  test("is read again when somebody else was faster, and after twelve lost races judged without being counted", async () => {
    const { app } = await company();
    let lost = 3;
    let tries = 0;
    const table: Table = {
      ...app.table,
      write: async (...writes) => {
        if (writes.some((write) => write.kind === "put" && write.item.pk === gatewayKey(DOMAIN).pk)) {
          tries += 1;
          if ((lost -= 1) >= 0) throw new Conflict([0]);
        }
        return app.table.write(...writes);
      },
    };
    expect(await recordEngagement({ ...app, table }, [asks("p1", 0)])).toEqual(["recorded"]);
    expect(tries).toBe(4);
    lost = Infinity;
    expect(await recordEngagement({ ...app, table }, [asks("p2", 0)])).toEqual(["recorded"]);
    expect(tries).toBe(16);
    expect(await tasksOf(app, "p2")).toEqual(["hot"]);
    expect((await getGateway(app.table, DOMAIN)).clicks.map(({ prospectId }) => prospectId)).toEqual(["p1"]);
  });
});
