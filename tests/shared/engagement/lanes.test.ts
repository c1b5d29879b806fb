import { describe, expect, test } from "vitest";
import { getCall, worklist } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import type { Signal } from "../../../shared/engagement/signal.ts";
import { putUsual, usualFrom } from "../../../shared/engagement/usual.ts";
import { usualKey } from "../../../shared/keys.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/time.ts";
import { tasksOf } from "./colleagues.ts";
import { prospect, rep, rising, sendEmail, sentAt, signal, smallWorld } from "./small-world.ts";

const own = (kind: Signal["kind"], text: string): Signal => {
  const { userAgent: _, method: __, ...said } = signal("r1", 0, { kind, text });
  return said;
};

describe("the hot lane", () => {
  test.each([
    ["the calling link", "meeting"],
    ["what it costs", "pricing"],
    ["the page to ask for a call", "call-me"],
  ] as const)("a person's click on %s is a task for now, though the prospect was silent before", async (_, link) => {
    const { app, clock } = await smallWorld();
    await recordEngagement(app, [signal("m1", 9, { kind: "click", link })]);
    expect((await worklist(app.table, rep.id)).calls).toMatchObject([{ lane: "hot", dueAt: clock.now }]);
    expect(await getCall(app.table, "p1", 1)).toMatchObject({
      evidence: [{ signalId: "m1", human: 0.85, rule: "click" }],
    });
  });

  test.each(["reply", "form", "booking"] as const)("a %s is one, with what was said", async (kind) => {
    const { app, clock } = await smallWorld(1);
    await recordEngagement(app, [own(kind, "Tuesday suits me")]);
    const [call] = (await worklist(app.table, rep.id)).calls;
    expect(call).toMatchObject({ lane: "hot", dueAt: clock.now, evidence: [{ human: 1, rule: "own-words" }] });
    expect(call?.evidence[0]?.text).toContain("“Tuesday suits me”");
  });

  test.each([
    ["the article", { link: "read" }],
    ["the link no reader sees", { link: "hidden" }],
    ["the calling link within the first minute", { link: "meeting", at: sentAt(9) + MINUTE }],
    ["the calling link within ten seconds", { link: "meeting", at: sentAt(9) + 9_000 }],
    ["the calling link after three minutes, the email unopened", { link: "meeting", at: sentAt(9) + 3 * MINUTE }],
    ["the calling link, asking for the headers only", { link: "meeting", method: "HEAD" }],
    ["the calling link, seen by the provider to be a machine", { link: "pricing", automated: true }],
    ["the calling link, by a program nobody knows", { link: "call-me", userAgent: "Acme Reader 3" }],
  ] as const)("a click on %s is none", async (_, changes) => {
    const { app } = await smallWorld();
    await recordEngagement(app, [signal("m1", 9, { kind: "click", ...changes })]);
    expect(await tasksOf(app, "p1")).toEqual([]);
  });

  test("opening an email is none, nor is looking at the preferences", async () => {
    const { app } = await smallWorld();
    await recordEngagement(app, [signal("o1", 9), signal("v1", 9, { kind: "visit" })]);
    expect(await tasksOf(app, "p1")).toEqual([]);
  });
});

describe("the warming lane", () => {
  test("two emails clicked after long silence are not enough among twenty prospects, the third is", async () => {
    const { app } = await smallWorld();
    const [first, second, third] = rising();
    await recordEngagement(app, [first!, second!]);
    expect(await tasksOf(app, "p1")).toEqual([]);
    await recordEngagement(app, [third!]);
    expect(await tasksOf(app, "p1")).toEqual(["warming"]);
  });

  test("a rep with more prospects needs a clearer rise, and so does a company that allows fewer false tasks", async () => {
    const crowded = await smallWorld();
    const usual = usualFrom(await crowded.app.table.get(usualKey()));
    await crowded.app.table.write(putUsual({ ...usual, prospects: { [rep.id]: 400 } }));
    await recordEngagement(crowded.app, rising());
    expect(await tasksOf(crowded.app, "p1")).toEqual([]);
    const { app } = await smallWorld();
    const company = { ...app.config.company, falseTasksPerFortnight: 0.1 };
    await recordEngagement({ ...app, config: { ...app.config, company } }, rising());
    expect(await tasksOf(app, "p1")).toEqual([]);
  });

  test("who always clicks has not risen by doing so, while the same clicks of who never did are a rise", async () => {
    const { app, clock } = await smallWorld(24);
    const usual = usualFrom(await app.table.get(usualKey()));
    const eager = { open: { yes: 0, no: 400 }, click: { yes: 5000, no: 400 } };
    await app.table.write(putUsual({ ...usual, segments: { manufacturing: eager } }));
    for (let n = 0; n < 24; n += 1) {
      clock.now = sentAt(n) + 6 * HOUR;
      await recordEngagement(app, [signal(`k${n}`, n, { kind: "click", at: sentAt(n) + 5 * HOUR })]);
    }
    expect(await tasksOf(app, "p1")).toEqual([]);
  });

  test("emails that Apple Mail opens all by itself open no task, and a rise in clicks says that opens cannot be seen", async () => {
    const { app } = await smallWorld();
    const fetched = Array.from({ length: 10 }, (_, n) => signal(`a${n}`, n, { userAgent: "Mozilla/5.0" }));
    expect(new Set(await recordEngagement(app, fetched))).toEqual(new Set(["machine"]));
    expect(await tasksOf(app, "p1")).toEqual([]);
    await recordEngagement(app, rising());
    expect((await getCall(app.table, "p1", 1))?.why).toBe(
      "Clicked 3 of the last 3; none of the 7 before. Opens not measurable: Apple Mail",
    );
  });

  test("doubtful clicks, each within a minute of delivery, do not add up to a task in five weeks", async () => {
    const { app } = await smallWorld();
    const early = Array.from({ length: 10 }, (_, n) =>
      signal(`e${n}`, n, { kind: "click", at: sentAt(n) + 3 * MINUTE }),
    );
    await recordEngagement(app, early);
    expect(await tasksOf(app, "p1")).toEqual([]);
  });

  test("who must not be called, or has left, is called for asking only", async () => {
    const { app } = await smallWorld(10, prospect({ standing: { state: "ended", reason: "opted out" } }));
    await recordEngagement(app, rising());
    expect(await tasksOf(app, "p1")).toEqual([]);
    await recordEngagement(app, [own("reply", "Please ring me")]);
    expect(await tasksOf(app, "p1")).toEqual(["hot"]);
  });

  test("once its task is open the score begins anew, and more clicks are more evidence for the same task", async () => {
    const { app, clock } = await smallWorld();
    await recordEngagement(app, rising());
    await sendEmail(app, 10);
    clock.now = sentAt(10) + DAY;
    await recordEngagement(app, [signal("k4", 10, { kind: "click", at: sentAt(10) + 5 * HOUR })]);
    expect(await tasksOf(app, "p1")).toEqual(["warming"]);
    const call = await getCall(app.table, "p1", 1);
    expect(call?.why).toBe("Clicked 4 of the last 4; none of the 7 before");
    expect(call?.evidence.map(({ signalId }) => signalId)).toEqual(["k4", "k3", "k2", "k1"]);
  });
});

test("looking at the same link again within the hour is the same look, and neither moves the clock nor the reason", async () => {
  const { app, clock } = await smallWorld(1);
  const looked = signal("m1", 0, { kind: "click", link: "call-me" });
  await recordEngagement(app, [looked]);
  await recordEngagement(app, [signal("f1", 0, { kind: "form", text: "Please call me.", at: looked.at + 60_000 })]);
  const asked = await getCall(app.table, "p1", 1);
  clock.now += HOUR;
  await recordEngagement(app, [signal("m2", 0, { kind: "click", link: "call-me", at: looked.at + HOUR / 2 })]);
  expect(await getCall(app.table, "p1", 1)).toEqual(asked);
  await recordEngagement(app, [signal("m3", 0, { kind: "click", link: "call-me", at: looked.at + 2 * HOUR })]);
  const after = await getCall(app.table, "p1", 1);
  expect(after?.why).toBe("Asked for a call");
  expect(after?.evidence.map(({ signalId }) => signalId)).toEqual(["f1", "m3", "m1"]);
});
