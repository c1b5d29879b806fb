import { expect, test } from "vitest";
import { getProspect } from "../../../shared/prospect/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { MINUTE, toInstant } from "../../../shared/time.ts";
import { prospect } from "../../fixtures/world.ts";
import { deskOf } from "./desk.ts";
import { CHROME, mailed } from "./mailed.ts";

const rui = prospect("rui00000000", { lastName: "Costa", phone: "+351912345678" });
const PATH = `/prospects/${rui.id}/calls/1`;

/** The rep has the page of a hot call open; then what asked turns out to be a scanner. */
async function deskTakenBack() {
  const desk = await deskOf({ prospects: [rui] });
  const dates = await mailed(desk.world, rui.id, "..........");
  const slot = dates.at(-1) ?? "";
  const clicks = (id: string, link: "meeting" | "read", after: number) =>
    recordEngagement(desk.world.app, [
      {
        id,
        prospectId: rui.id,
        kind: "click",
        link,
        slot,
        at: toInstant("Europe/Lisbon", slot, "15:20")! + after,
        userAgent: CHROME,
        network: "203.0.113.0/24",
        method: "GET",
      },
    ]);
  await clicks("s1", "meeting", 0);
  const page = await desk.open(PATH);
  const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? "";
  await desk.world.pass(desk.world.app.now() + MINUTE);
  await clicks("s2", "read", 8000);
  await desk.world.pass(desk.world.app.now() + MINUTE);
  return { ...desk, filled: { version, repId: "ana" } };
}

test("a result of a call that was taken back meanwhile is saved, and in the history", async () => {
  const { send, open, world, filled } = await deskTakenBack();
  const saved = await send(PATH, { ...filled, disposition: "not interested", notes: "Has a supplier" });
  expect(saved.status).toBe(303);
  expect(await getProspect(world.app.table, rui.id)).toMatchObject({
    standing: { state: "ended", reason: "not interested" },
  });
  const history = (await open(`/prospects/${rui.id}`)).text;
  expect(history).toContain("Call 1 by Ana Sousa: not interested");
  expect(history).toContain("Has a supplier");
  expect(history).toContain("Call 1 taken back");
  const page = (await open(PATH)).text;
  expect(page).toContain("Has a supplier");
  expect(page).not.toMatch(/name="disposition"|There is nothing to do/);
});

test("the page of a call that was taken back has the form, folded until something is wrong in it", async () => {
  const { send, open, filled } = await deskTakenBack();
  const folded = (await open(PATH)).text;
  expect(folded).toMatch(/<details class="section-top"><summary>You called all the same\? Say how it went<\/summary>/);
  expect(folded).toContain("There is nothing to do.");
  const version = /name="version" value="(\d+)"/.exec(folded)?.[1] ?? "";
  const refused = await send(PATH, { ...filled, version, notes: "Has a supplier" });
  expect(refused.status).toBe(422);
  expect(refused.text).toMatch(
    /<details class="section-top" open(="")?>[^]*Choose what came of the call[^]*Has a supplier/,
  );
  expect((await send(PATH, { ...filled, version, disposition: "voicemail", notes: "" })).status).toBe(303);
});

test("a result that two reps have of it is told to the second", async () => {
  const { send, filled } = await deskTakenBack();
  await send(PATH, { ...filled, disposition: "voicemail", notes: "First" });
  const second = await send(PATH, { ...filled, disposition: "voicemail", notes: "Second" });
  expect(second.status).toBe(409);
});
