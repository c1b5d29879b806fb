import { describe, expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { getCadence, getCadences, putCadence } from "../../../shared/cadence/store.ts";
import { pauseSending } from "../../../shared/sending/pause.ts";
import { getSending } from "../../../shared/sending/store.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { fillTeam, people } from "../../shared/member/team.ts";
import { article, prospect, testConfig } from "../../fixtures/world.ts";
import { deskOf } from "./desk.ts";

const rui = prospect("rui00000000");

const COMPANY = {
  name: "Northgate",
  senderAddress: "hello@northgate.example",
  postalAddress: "1 Quay Road, Lisbon",
  timeZone: "Europe/Lisbon",
};

/** Titles of the steps that are done, and of the one that is next. */
const stepsOn = (text: string) => {
  const steps = text.split('<li class="step"').map((step) => /<h2>([^<]*)<span class="chip (\w+)">/.exec(step));
  const of = (tone: string): string[] => steps.flatMap((step) => (step?.[2] === tone ? [step[1]!.trim()] : []));
  return { done: of("tint"), next: of("solid") };
};

describe("the page of first steps", () => {
  test("leads a company that has nothing to Settings first, and says so on every other page", async () => {
    const { open } = await deskOf({ companySaved: false });
    expect(stepsOn((await open("/start")).text)).toEqual({ done: ["Add those who call"], next: ["Say who you are"] });
    expect((await open("/library")).text).toMatch(/Nothing is sent yet[^]*href="\/start"/);
    expect((await open("/start")).text).not.toContain("Nothing is sent yet");
  });

  test("nothing goes out before somebody says go, and then it does", async () => {
    const desk = await deskOf({
      companySaved: false,
      prospects: [rui],
      articles: [article("rounds")],
      noCadence: true,
    });
    expect((await desk.send("/start/go", {})).status).toBe(400);
    expect((await desk.send("/settings", COMPANY)).status).toBe(303);
    expect((await getCadences(desk.world.app.table)).map(({ paused }) => paused)).toEqual([true]);
    expect((await desk.open("/library")).text).toContain("Nothing is sent yet: the cadence is paused.");
    await desk.world.pass("2026-11-25T18:00Z");
    expect((await touchesOf(desk.world.app.table, rui.id)).map(({ reason }) => reason)).toEqual(["cadence-paused"]);

    expect((await desk.send("/start/go", {})).text).toContain("First “Look at the rhythm”.");
    await desk.send("/start/cadence", {});
    expect((await desk.send("/start/go", {})).status).toBe(303);
    expect(stepsOn((await desk.open("/start")).text).done).toContain("Go");
    expect((await desk.open("/library")).text).not.toContain("Nothing is sent yet");
    await desk.world.pass("2026-11-26T18:00Z");
    expect((await touchesOf(desk.world.app.table, rui.id)).map(({ outcome }) => outcome)).toEqual(["skipped", "sent"]);
  });

  test("only the step that is next has a filled button", async () => {
    const filled = (text: string): string[] =>
      text.split('<li class="step"').filter((step) => /class="(?:button )?primary"/.test(step));
    const desk = await deskOf({ companySaved: false });
    expect(filled((await desk.open("/start")).text).map((step) => step.includes("Say who you are"))).toEqual([true]);
    const paused = await deskOf({ prospects: [rui], articles: [article("rounds")] });
    await pauseSending(paused.world.app, { cause: "by hand", says: "wait" });
    await paused.send("/start/cadence", {});
    const { text } = await paused.open("/start");
    expect(text).toContain("Go: send from now on");
    expect(filled(text).map((step) => step.includes("See the quarter"))).toEqual([true]);
  });

  test("going on after everything was stopped leaves a cadence paused that was paused on its own", async () => {
    const desk = await deskOf({ prospects: [rui], articles: [article("rounds")] });
    const { table } = desk.world.app;
    await table.write(putCadence({ ...defaultCadence, id: "early", paused: true }));
    await pauseSending(desk.world.app, { cause: "by hand", says: "wait" });
    await desk.send("/start/cadence", {});
    expect((await desk.send("/start/go", {})).status).toBe(303);
    expect((await getSending(table)).pause).toBeUndefined();
    expect((await getCadence(table, "early"))?.paused).toBe(true);
  });

  test("nobody goes, and settings say so, while the emails have faults that keep them from being mailed", async () => {
    const flawed = { ...COMPANY, pricingPage: "http://northgate.example/pricing" };
    const company = { ...testConfig.company, pricingPage: flawed.pricingPage };
    const parts = { prospects: [rui], articles: [article("rounds")], config: { ...testConfig, company } };
    const desk = await deskOf({ companySaved: false, noCadence: true, ...parts });
    const saved = await desk.send("/settings", flawed);
    expect(saved.headers.get("Location")).toBe("/settings?done=company-saved-flawed");
    const notYetHeard = await deskOf({ companySaved: false });
    expect((await notYetHeard.send("/settings", flawed)).headers.get("Location")).toContain("company-saved-flawed");
    await desk.send("/start/cadence", {});
    expect((await desk.send("/start/go", {})).text).toContain("Look at Templates first.");
    expect((await getCadences(desk.world.app.table)).map(({ paused }) => paused)).toEqual([true]);
  });

  test("is marketing's and the admins'; a rep is told who has steps to take", async () => {
    const desk = await deskOf({ companySaved: false });
    await fillTeam(desk.world);
    expect((await (await desk.as(people.marketing)).open("/start")).status).toBe(200);
    const rep = await desk.as(people.rep);
    expect((await rep.open("/start")).status).toBe(403);
    expect((await rep.send("/start/go", {})).status).toBe(403);
    expect((await rep.open("/prospects")).text).toContain(
      "Somebody of marketing, or an admin, has first steps to take.",
    );
  });

  test("offers to remove the sample where there is one, and does it in one click", async () => {
    const without = await deskOf();
    expect((await without.open("/start")).text).not.toContain("sample company");
    const sample = { here: true };
    const desk = await deskOf({ sample });
    expect((await desk.open("/start")).text).toContain("Remove the sample company");
    expect((await desk.send("/start/remove-sample", {})).status).toBe(303);
    expect(sample.here).toBe(false);
    const owned = await deskOf({ sample: { here: true, repStays: true } });
    const removed = await owned.send("/start/remove-sample", {});
    expect((await owned.open(removed.headers.get("Location") ?? "")).text).toContain(
      "a rep of it, who stays because somebody of your own belongs to them",
    );
    const onAws = await deskOf({ onMachine: false });
    expect((await onAws.send("/start/remove-sample", {})).status).toBe(404);
  });
});
