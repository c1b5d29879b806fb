import { beforeEach, describe, expect, test } from "vitest";
import { cadenceForm } from "../../../functions/console/cadence-form.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { getCadence, getCadences } from "../../../shared/cadence/store.ts";
import { getRehearsals } from "../../../shared/rehearsal/store.ts";
import { putSegment } from "../../../shared/segment/store.ts";
import { prospect } from "../../fixtures/world.ts";
import { fillTeam, people } from "../../shared/member/team.ts";
import { deskOf } from "./desk.ts";
import type { Desk } from "./desk.ts";

let desk: Desk;
let mia: Awaited<ReturnType<Desk["as"]>>;
let ada: Awaited<ReturnType<Desk["as"]>>;

beforeEach(async () => {
  desk = await deskOf({ prospects: [prospect("rui"), prospect("aiko", { timeZone: "Asia/Tokyo" })] });
  await fillTeam(desk.world);
  mia = await desk.as(people.marketing);
  ada = await desk.as(people.admin);
});

const saved = () => getCadence(desk.world.app.table, "default");
const form = (changes: Record<string, string> = {}, version = 1) => ({
  ...cadenceForm(defaultCadence).values,
  version: String(version),
  ...changes,
});

describe("editing a cadence", () => {
  test("shows it as it is saved, with the difference as the first button and saving as the second", async () => {
    const { text } = await mia.open("/cadence/default/edit");
    expect(text).toMatch(/name="slots\.0\.time"[^>]*value="15:00"/);
    expect(text.indexOf('formaction="/cadence/default/difference"')).toBeGreaterThan(0);
    expect(text.indexOf("See the difference<")).toBeLessThan(text.indexOf("Save without looking"));
  });

  test("saved without looking, it is the next version, and says when it goes out from now on", async () => {
    const { status, headers } = await mia.send("/cadence/default/edit", form({ "slots.0.time": "16:00" }));
    expect([status, headers.get("Location")]).toEqual([303, "/cadence?done=cadence-saved"]);
    expect(await saved()).toMatchObject({ version: 2, slots: [{ time: "16:00" }, { time: "15:00" }] });
    expect(await desk.world.scheduler.list("default.wed")).toEqual([
      "default.wed-1600.Asia.Tokyo",
      "default.wed-1600.Europe.Lisbon",
    ]);
    const history = await mia.open("/cadence/default/history");
    expect(history.text).toContain("Wednesday moved from 15:00 to 16:00.");
    expect(history.text).toContain("Mia Berg");
  });

  test("each mistake is told beside its field, with what was typed kept", async () => {
    const sent = form({ "slots.0.time": "08:00", quietAfter: "many", name: "Früh" });
    const { status, text } = await mia.send("/cadence/default/difference", sent);
    expect(status).toBe(422);
    expect(text).toContain("Please look at the 2 marked fields");
    expect(text).toMatch(/id="slots\.0\.time-error">Midweek writes between 13:00 and 17:00/);
    expect(text).toContain('value="Früh"');
    expect(await saved()).toEqual(defaultCadence);
  });

  test("whoever saves second is told who was first and what they did, and keeps all they typed", async () => {
    await mia.send("/cadence/default/edit", form({ "slots.0.time": "16:00" }));
    const late = await ada.send("/cadence/default/edit", form({ quietAfter: "7", name: "Ada's" }));
    expect(late.status).toBe(409);
    expect(late.text).toContain("Mia Berg");
    expect(late.text).toContain("Wednesday moved from 15:00 to 16:00");
    expect(late.text).toContain('value="Ada&#39;s"');
    expect(late.text).toContain('name="version" value="2"');
    expect(await saved()).toMatchObject({ name: "Midweek", version: 2 });
    const again = await ada.send("/cadence/default/edit", form({ quietAfter: "7", name: "Ada's" }, 2));
    expect(again.status).toBe(303);
    expect(await saved()).toMatchObject({ name: "Ada's", quietAfter: 7, version: 3 });
  });

  test("an earlier version is brought back as a draft, and counts once it is saved", async () => {
    await mia.send("/cadence/default/edit", form({ name: "Later" }));
    const back = await mia.open("/cadence/default/edit?version=1");
    expect(back.text).toContain("Filled in as version 1 was. It counts once it is saved, as version 3.");
    expect(back.text).toMatch(/name="name"[^>]*value="Midweek"/);
    expect((await mia.open("/cadence/default/edit?version=9")).status).toBe(404);
  });

  test("is not for reps and managers, who may look", async () => {
    for (const who of [people.rep, people.manager]) {
      const browser = await desk.as(who);
      const { status, text } = await browser.open("/cadence");
      expect([status, text.includes("/cadence/default/edit"), text.includes("/sending")]).toEqual([200, false, false]);
      expect((await browser.send("/cadence/default/edit", form({ name: "Mine" }))).status).toBe(403);
    }
    expect(await saved()).toEqual(defaultCadence);
  });
});

describe("seeing the difference first", () => {
  const difference = async (changes: Record<string, string>) => {
    const { headers } = await mia.send("/cadence/default/difference", form(changes));
    const rehearsals = await getRehearsals(desk.world.app.table);
    const draftId = rehearsals.find((one) => one.draftId !== undefined)?.draftId ?? "";
    return { location: headers.get("Location") ?? "", rehearsals, draftId };
  };

  test("has what is saved and what would be played through side by side, and saves nothing", async () => {
    const { location, rehearsals } = await difference({ "slots.0.time": "14:00" });
    const draft = rehearsals.find((one) => one.draftId !== undefined);
    const asSaved = rehearsals.find((one) => one.draftId === undefined);
    expect(location).toBe(`/calendar/compare?one=${asSaved?.id}&other=${draft?.id}`);
    expect([asSaved?.label, draft?.label]).toEqual(["Midweek, as saved", "Midweek, as changed"]);
    expect(draft?.cadence).toMatchObject({ id: "default", slots: [{ time: "14:00" }, { time: "15:00" }] });
    expect(asSaved?.cadence).toBeUndefined();
    expect(await saved()).toEqual(defaultCadence);
  });

  test("and saves from there, once however often the button is pressed", async () => {
    const { draftId } = await difference({ quietAfter: "6" });
    for (let press = 0; press < 2; press += 1) {
      const { status, headers } = await mia.send(`/cadence/drafts/${draftId}/save`, {});
      expect([status, headers.get("Location")]).toEqual([303, "/cadence?done=cadence-saved"]);
    }
    expect(await saved()).toMatchObject({ quietAfter: 6, version: 2 });
  });

  test("somebody else saved meanwhile: it is refused, with a way on that loses nothing", async () => {
    const { draftId } = await difference({ quietAfter: "6" });
    await ada.send("/cadence/default/edit", form({ name: "Ada's" }));
    const refused = await mia.send(`/cadence/drafts/${draftId}/save`, {});
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("Ada Holm");
    expect(refused.text).toContain(`/cadence/default/edit?draft=${draftId}`);
    const form2 = await mia.open(`/cadence/default/edit?draft=${draftId}`);
    expect(form2.text).toMatch(/name="quietAfter"[^>]*value="6"/);
    expect(form2.text).toContain('name="version" value="2"');
    expect(await saved()).toMatchObject({ quietAfter: 12, name: "Ada's" });
  });

  test("is nobody else's draft to save, and none that is gone", async () => {
    const { draftId } = await difference({ quietAfter: "6" });
    expect((await ada.send(`/cadence/drafts/${draftId}/save`, {})).status).toBe(403);
    expect((await mia.send("/cadence/drafts/none/save", {})).status).toBe(404);
    expect(await saved()).toEqual(defaultCadence);
  });

  test("with nothing different orders nothing", async () => {
    const { status, text } = await mia.send("/cadence/default/difference", form());
    expect([status, text.includes("Nothing is different from what is saved.")]).toEqual([422, true]);
    expect(await getRehearsals(desk.world.app.table)).toEqual([]);
  });
});

describe("several cadences", () => {
  test("a new one and a copy are added, listed with who is in them, and removed while nobody is", async () => {
    expect((await mia.open("/cadence/new?copy=default")).text).toMatch(/name="name"[^>]*value="Midweek copy"/);
    const { version: _, ...sent } = form({ name: "Early", "slots.1.weekday": "" });
    expect((await mia.send("/cadence/new", { ...sent, copyOf: "Midweek, version 1" })).status).toBe(303);
    const { text } = await mia.open("/cadence");
    expect(text).toContain("<h1>Cadences</h1>");
    expect(text).toContain("2 prospects in 2 time zones may be mailed.");
    expect(text).toContain("Nobody in it may be mailed yet.");
    expect((await mia.open("/cadence/early/history")).text).toContain("Begun as a copy of Midweek, version 1.");
    expect((await mia.open("/cadence/early/remove")).text).toContain("Nobody is in it.");
    expect((await mia.send("/cadence/early/remove", {})).status).toBe(303);
    expect((await getCadences(desk.world.app.table)).map(({ id }) => id)).toEqual(["default"]);
    expect((await mia.open("/cadence/early/history")).text).toContain("/cadence/new?copy=early&amp;version=1");
    expect((await mia.open("/cadence/new?copy=early&version=1")).text).toMatch(/name="name"[^>]*value="Early"/);
  });

  test("the one that people are in is not removed", async () => {
    expect((await mia.open("/cadence/default/remove")).text).toContain("It cannot be removed now");
    expect((await mia.send("/cadence/default/remove", {})).status).toBe(400);
    expect(await saved()).toEqual(defaultCadence);
  });

  test("nor is one that a segment or an experiment names", async () => {
    const { version: _, ...sent } = form({ name: "Early" });
    await mia.send("/cadence/new", sent);
    const { table } = desk.world.app;
    const named = { id: "birds", name: "Birds", order: 1, rules: [], cadenceId: "early", createdAt: 1, updatedAt: 1 };
    await table.write(putSegment(named, "absent"));
    expect((await mia.open("/cadence/early/remove")).text).toContain("the segment &quot;Birds&quot;");
    expect((await mia.send("/cadence/early/remove", {})).status).toBe(400);
    expect(await getCadence(table, "early")).toBeDefined();
  });

  test("one that is paused says so, and goes on when it is resumed", async () => {
    await mia.send("/cadence/default/pause", {});
    const paused = await mia.open("/cadence");
    expect(paused.text).toContain("Resume this cadence");
    expect(paused.text).toContain("The cadence is paused; its slots are closed as they come.");
    await mia.send("/cadence/default/resume", {});
    expect((await mia.open("/cadence")).text).toContain("Pause this cadence");
  });

  test("rules that take away from each other are allowed and said", async () => {
    await mia.send("/cadence/default/edit", form({ "caps.per7Days": "1" }));
    expect((await mia.open("/cadence")).text).toContain("There are 2 slots a week, but at most 1 in 7 days may go out");
  });
});
