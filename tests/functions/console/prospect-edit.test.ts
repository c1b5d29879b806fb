import { expect, test } from "vitest";
import { notesOf } from "../../../shared/prospect/note.ts";
import { saveSegment } from "../../../shared/segment/save-segment.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { putCadence } from "../../../shared/cadence/store.ts";
import { mustProspect, prospect } from "../../fixtures/world.ts";
import { fillTeam, people } from "../../shared/member/team.ts";
import { deskOf } from "./desk.ts";

const PATH = "/prospects/rui/edit";
const markIn = (text: string): string => /name="mark" value="([^"]+)"/.exec(text)?.[1] ?? "";

test("the form shows what is known; saving goes back to the prospect, whose segments are looked at at once", async () => {
  const desk = await deskOf({ prospects: [prospect("rui")] });
  const { app } = desk.world;
  await app.table.write(putCadence({ ...defaultCadence, id: "often", name: "Often" }));
  await saveSegment(app, {
    name: "Important",
    rules: [{ of: "tags", is: "any", values: ["vip"] }],
    cadenceId: "often",
  });
  const { text } = await desk.open(PATH);
  expect(text).toContain('value="Porto Foods"');
  expect((await desk.open("/prospects/rui")).text).toContain(`href="${PATH}"`);
  const saved = await desk.send(PATH, { mark: markIn(text), company: "Lisbon Foods", tags: "VIP" });
  expect([saved.status, saved.headers.get("location")]).toEqual([303, "/prospects/rui?done=prospect-saved"]);
  expect(await mustProspect(desk.world, "rui")).toMatchObject({
    company: "Lisbon Foods",
    tags: ["vip"],
    cadenceId: "often",
    firstName: "Rui",
  });
  expect((await desk.open("/prospects/rui")).text).toContain("company Lisbon Foods, was Porto Foods");
});

test("what cannot be taken is said beside its field with what was typed", async () => {
  const desk = await deskOf({ prospects: [prospect("rui", { wrongPhones: ["+351912345678"] })] });
  const mark = markIn((await desk.open(PATH)).text);
  const refused = await desk.send(PATH, { mark, email: "nobody", company: "Lisbon Foods" });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('id="email-error"');
  expect(refused.text).toContain('value="Lisbon Foods"');
  const asked = await desk.send(PATH, { mark, phone: "+351 912 345 678" });
  expect(asked.status).toBe(422);
  expect(asked.text).toContain('name="phoneIsRight"');
  expect((await desk.send(PATH, { mark, phone: "+351 912 345 678", phoneIsRight: "yes" })).status).toBe(303);
});

test("who edits after somebody else is told, and may save again", async () => {
  const desk = await deskOf({ prospects: [prospect("rui")] });
  const mark = markIn((await desk.open(PATH)).text);
  await desk.send(PATH, { mark, title: "Buyer" });
  const late = await desk.send(PATH, { mark, title: "Cook" });
  expect(late.status).toBe(422);
  expect(late.text).toContain("Somebody else changed this prospect");
  expect(late.text).toContain('value="Cook"');
  expect((await desk.send(PATH, { mark: markIn(late.text), title: "Cook" })).status).toBe(303);
  expect((await mustProspect(desk.world, "rui")).title).toBe("Cook");
});

test("a rep edits their own prospects and gives none away; another rep's are not there", async () => {
  const desk = await deskOf({ prospects: [prospect("rui"), prospect("eva", { repId: "bo" })] });
  await fillTeam(desk.world);
  const rep = await desk.as(people.rep);
  const { text } = await rep.open(PATH);
  expect(text).not.toContain('name="repId"');
  await rep.send(PATH, { mark: markIn(text), title: "Buyer", repId: "bo" });
  expect(await mustProspect(desk.world, "rui")).toMatchObject({ title: "Buyer", repId: "ana" });
  expect((await notesOf(desk.world.app.table, "rui")).at(-1)?.text).toContain("Changed by Ana Sousa");
  expect((await rep.open("/prospects/eva/edit")).status).toBe(404);
  expect((await rep.send("/prospects/eva/edit", { title: "Mine" })).status).toBe(404);
});

test("marketing gives a prospect to another rep, a manager only to the team's", async () => {
  const desk = await deskOf({ prospects: [prospect("rui")] });
  await fillTeam(desk.world);
  const manager = await desk.as(people.manager);
  const { text } = await manager.open(PATH);
  await manager.send(PATH, { mark: markIn(text), repId: "bo" });
  expect((await mustProspect(desk.world, "rui")).repId).toBe("ana");
  const marketing = await desk.as(people.marketing);
  await marketing.send(PATH, { mark: markIn((await marketing.open(PATH)).text), repId: "bo" });
  expect((await mustProspect(desk.world, "rui")).repId).toBe("bo");
});
