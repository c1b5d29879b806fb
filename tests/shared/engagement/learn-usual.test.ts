import { expect, test } from "vitest";
import { putCadence } from "../../../shared/cadence/store.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { learnUsual, learnUsualAgain } from "../../../shared/engagement/learn-usual.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { getEngagement } from "../../../shared/engagement/store.ts";
import { thresholdOf, usualFrom } from "../../../shared/engagement/usual.ts";
import { usualKey } from "../../../shared/keys.ts";
import { putProspect } from "../../../shared/prospect/store.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { DAY } from "../../../shared/time.ts";
import { addColleague } from "./colleagues.ts";
import { prospect, rep, sentAt, signal, smallWorld } from "./small-world.ts";

test("a small company's numbers: what each sector does, how many prospects a rep has, and how many emails they get", async () => {
  const { app, clock } = await smallWorld(10);
  clock.now = sentAt(9) + 30 * DAY;
  await addColleague(app, "p2");
  await addColleague(app, "p3", { sector: "healthcare" });
  const { sector: _, repId: __, ...alone } = prospect({ id: "p4", email: "p4@else.example" });
  await app.table.write(...putProspect({ ...alone, touchCount: 3 }, undefined));
  await recordEngagement(app, [
    signal("c1", 4, { kind: "click" }),
    signal("o1", 5),
    signal("a1", 6, { userAgent: "Mozilla/5.0" }),
  ]);
  const usual = await learnUsual(app);
  expect(usual).toMatchObject({ at: clock.now, prospects: { [rep.id]: 3, "-": 1 }, emailsPerFortnight: 4 });
  expect(Object.keys(usual.segments).toSorted()).toEqual(["any", "healthcare", "manufacturing"]);
  const { open, click } = usual.segments["manufacturing"]!;
  // The first prospect's ten emails and the colleague's ten that nobody answered; what was clicked or Apple Mail fetched tells no opens.
  expect([click.yes, click.no]).toEqual([expect.closeTo(0.85, 10), expect.closeTo(19.15, 10)]);
  expect([open.yes, open.no]).toEqual([expect.closeTo(0.5, 10), expect.closeTo(17.65, 10)]);
  expect(usual.segments["healthcare"]).toEqual({ open: { yes: 0, no: 10 }, click: { yes: 0, no: 10 } });
  expect(usual.segments["any"]).toEqual({ open: { yes: 0, no: 3 }, click: { yes: 0, no: 3 } });
  expect(usualFrom(await app.table.get(usualKey()))).toEqual(usual);
});

test("who is not measured, or gets no more email, is none of those whose emails can be for nothing", async () => {
  const { app } = await smallWorld(10, prospect({ tracking: "denied" }));
  await addColleague(app, "p2", { country: "DE" });
  const usual = await learnUsual(app);
  expect(usual.segments).toEqual({});
  expect(usual.prospects).toEqual({});
  await addColleague(app, "p3");
  await addColleague(app, "p4", { standing: { state: "ended", reason: "customer" } });
  expect((await learnUsual(app)).prospects).toEqual({ [rep.id]: 1 });
});

test("a rep without prospects is not counted as having none: whose come within the week get no task sooner for it", async () => {
  const { app, clock } = await smallWorld(1);
  const newcomer = { ...rep, id: "rep2" };
  await app.table.write(putRep(newcomer));
  const usual = await learnUsual(app);
  const threshold = (repId: string | undefined) => thresholdOf(usual, repId, 1, { now: clock.now });
  expect([threshold("rep2"), threshold(undefined)]).toEqual([400, 400]);
});

test("of years of silence the last thirty emails count, as of those who answered", async () => {
  const { app } = await smallWorld(1);
  await app.table.write(
    ...putProspect(
      { ...prospect({ id: "p2", email: "p2@else.example", sector: "agriculture" }), touchCount: 200 },
      undefined,
    ),
  );
  expect((await learnUsual(app)).segments["agriculture"]?.click).toEqual({ yes: 0, no: 30 });
});

test("an email that may still be answered counts neither way", async () => {
  const { app, clock } = await smallWorld(10);
  await recordEngagement(app, [signal("c1", 4, { kind: "click" })]);
  expect(clock.now - sentAt(8)).toBeLessThan(3 * DAY);
  const { click } = (await learnUsual(app)).segments["manufacturing"]!;
  expect(click.yes + click.no).toBeCloseTo(8, 10);
});

test("the busiest cadence says how many emails a fortnight has", async () => {
  const { app } = await smallWorld(1);
  const calm = { ...defaultCadence, slots: defaultCadence.slots.slice(0, 1) };
  await app.table.write(putCadence(calm), putCadence({ ...calm, id: "calm" }));
  expect((await learnUsual(app)).emailsPerFortnight).toBe(2);
  await app.table.write(putCadence({ ...defaultCadence, id: "busy" }));
  expect((await learnUsual(app)).emailsPerFortnight).toBe(4);
});

test("a rep with more prospects than fit a page has all of them counted", async () => {
  const { app } = await smallWorld(1);
  for (let n = 0; n < 204; n += 1)
    await app.table.write(
      ...putProspect({ ...prospect({ id: `q${n}`, email: `q${n}@else.example` }), touchCount: 1 }, undefined),
    );
  const usual = await learnUsual(app);
  expect(usual.prospects).toMatchObject({ [rep.id]: 205 });
  expect(usual.segments["manufacturing"]?.click.no).toBe(205);
});

test("it is worked out once a week", async () => {
  const { app, clock } = await smallWorld(1);
  const at = async () => usualFrom(await app.table.get(usualKey())).at;
  await learnUsualAgain(app);
  const first = clock.now;
  expect(await at()).toBe(first);
  clock.now += 7 * DAY - 1;
  await learnUsualAgain(app);
  expect(await at()).toBe(first);
  clock.now += 1;
  await learnUsualAgain(app);
  expect(await at()).toBe(clock.now);
});

test("what was usual when a prospect's first signal came stays what that prospect is held against", async () => {
  const { app, clock } = await smallWorld(10);
  await recordEngagement(app, [signal("c1", 4, { kind: "click" })]);
  const { prior } = await getEngagement(app.table, "p1");
  clock.now += 30 * DAY;
  await learnUsual(app);
  await recordEngagement(app, [signal("c2", 5, { kind: "click" })]);
  expect((await getEngagement(app.table, "p1")).prior).toEqual(prior);
  await addColleague(app, "p2");
  await recordEngagement(app, [signal("c3", 5, { kind: "click", prospectId: "p2" })]);
  expect((await getEngagement(app.table, "p2")).prior).not.toEqual(prior);
});
