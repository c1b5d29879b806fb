import { expect, test } from "vitest";
import { zonesChangedAt } from "../../../shared/cadence/store.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { callsOf, getCalls } from "../../../shared/call/store.ts";
import { addressHash } from "../../../shared/id.ts";
import { formOf, markOf } from "../../../shared/prospect/edit-fields.ts";
import type { ProspectForm } from "../../../shared/prospect/edit-fields.ts";
import { editProspect } from "../../../shared/prospect/edit.ts";
import type { ProspectEdit } from "../../../shared/prospect/edit.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { changeProspect, findByAddress, listRoster } from "../../../shared/prospect/store.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { putSuppression } from "../../../shared/suppression/store.ts";
import { ana, mustProspect, prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

async function edit(world: TestWorld, form: Partial<ProspectForm>, more: Partial<ProspectEdit> = {}) {
  const rui = await mustProspect(world, "rui");
  return editProspect(world.app, "rui", {
    form: { ...formOf(rui), ...form },
    mark: markOf(rui),
    why: "",
    phoneIsRight: false,
    by: "Mia Berg",
    ...more,
  });
}
const worldOf = (changes: Parameters<typeof prospect>[1] = {}) => testWorld({ prospects: [prospect("rui", changes)] });
const lastNote = async (world: TestWorld) => (await notesOf(world.app.table, "rui")).at(-1)?.text;

test("what is changed is kept, and the timeline tells what it was and who changed it", async () => {
  const world = await worldOf();
  const answer = await edit(world, {
    company: "Lisbon Foods",
    title: "Buyer",
    phone: "912 345 678",
    sector: "retail",
    tags: "Trade fair, VIP",
    stage: "Opportunity",
    topics: "Rounds",
    atMostWeekly: true,
  });
  expect(answer).toBe("changed");
  expect(await mustProspect(world, "rui")).toMatchObject({
    company: "Lisbon Foods",
    title: "Buyer",
    phone: "+351912345678",
    sector: "retail",
    tags: ["trade-fair", "vip"],
    stage: "opportunity",
    topics: ["rounds"],
    atMostWeekly: true,
  });
  expect(await lastNote(world)).toMatch(
    /^Changed by Mia Berg: company Lisbon Foods, was Porto Foods; title Buyer, was nothing;/,
  );
});

test("a form that changes nothing writes nothing", async () => {
  const world = await worldOf({ phone: "as it came", topics: ["Old spelling"] });
  const before = await mustProspect(world, "rui");
  expect(await edit(world, {})).toBe("unchanged");
  expect(await mustProspect(world, "rui")).toEqual(before);
  expect(await lastNote(world)).toBeUndefined();
});

test("what is emptied is gone", async () => {
  const world = await worldOf({ title: "Buyer", tags: ["vip"], stage: "lead" });
  await edit(world, { company: "", title: "", tags: "", stage: "", country: "", sector: "" });
  const rui = await mustProspect(world, "rui");
  expect([rui.company, rui.title, rui.tags, rui.stage, rui.country, rui.sector]).toEqual([
    undefined,
    undefined,
    [],
    undefined,
    undefined,
    undefined,
  ]);
});

test("of two who edit at once the second is told; an email that goes out meanwhile is no edit", async () => {
  const world = await worldOf();
  const mark = markOf(await mustProspect(world, "rui"));
  await world.app.table.write(changeProspect("rui", { unanswered: 3, rhythm: "long" }, world.app.now() + 1));
  expect(await edit(world, { title: "Buyer" }, { mark })).toBe("changed");
  expect(await edit(world, { title: "Cook" }, { mark })).toBe("changed-meanwhile");
  expect((await mustProspect(world, "rui")).title).toBe("Buyer");
});

test("a time zone that somebody chose counts as one from its own column, and its schedules are looked after", async () => {
  const world = await worldOf({ timeZoneFrom: "country" });
  await edit(world, { timeZone: "Atlantic/Azores", city: "Horta" });
  expect(await mustProspect(world, "rui")).toMatchObject({ timeZone: "Atlantic/Azores", timeZoneFrom: "own column" });
  expect(await zonesChangedAt(world.app.table)).toEqual(expect.any(Number));
});

test("a number that reached somebody else is asked about, and taken when it is right now", async () => {
  const world = await worldOf({ wrongPhones: ["+351912345678"] });
  await expect(edit(world, { phone: "+351 912 345 678" })).rejects.toThrow("phoneIsRight:");
  await edit(world, { phone: "+351 912 345 678" }, { phoneIsRight: true });
  expect(await mustProspect(world, "rui")).toMatchObject({ phone: "+351912345678", wrongPhones: [] });
});

test.each<[string, Partial<ProspectForm>]>([
  ["email:", { email: "rui" }],
  ["phone:", { phone: "ring the bell" }],
  ["country:", { country: "Atlantis" }],
  ["sector:", { sector: "juggling" }],
  ["timeZone:", { timeZone: "Mars/Base" }],
  ["company:", { company: "x".repeat(400) }],
  ["why:", { doNotCall: true }],
])("what cannot be taken is said by field: %s", async (field, form) => {
  const world = await worldOf();
  const before = await mustProspect(world, "rui");
  await expect(edit(world, form)).rejects.toThrow(field);
  expect(await mustProspect(world, "rui")).toEqual(before);
});

test("a new address on the do-not-mail list ends the emails; the old one stays on it", async () => {
  const world = await worldOf();
  const hash = addressHash("out@customer.example");
  await world.app.table.write(putSuppression({ addressHash: hash, reason: "opted out", at: world.app.now() }));
  await edit(world, { email: "Out@customer.example" });
  const rui = await mustProspect(world, "rui");
  expect(rui).toMatchObject({ email: "out@customer.example", standing: { state: "ended", reason: "opted out" } });
  expect(await findByAddress(world.app.table, "rui@customer.example")).toBeUndefined();
  expect(await lastNote(world)).toContain("not to be mailed at the new address (opted out)");
  await edit(world, { email: "free@customer.example" });
  expect((await mustProspect(world, "rui")).standing).toEqual({ state: "ended", reason: "opted out" });
});

test("after a bounce a new address is mailed again, and somebody else's address is not taken", async () => {
  const world = await testWorld({
    prospects: [prospect("rui", { standing: { state: "ended", reason: "bounced" } }), prospect("eva")],
  });
  await expect(edit(world, { email: "eva@customer.example" })).rejects.toThrow("email: another prospect");
  await edit(world, { email: "new@customer.example" });
  expect((await mustProspect(world, "rui")).standing).toEqual({ state: "active" });
  expect(await findByAddress(world.app.table, "new@customer.example")).toBe("rui");
});

test("do not call closes a call that nobody asked for, and is lifted with a word why", async () => {
  const world = await worldOf();
  await openCallByHand(world.app, "rui", "Met at the fair");
  await edit(world, { doNotCall: true }, { why: "he told Ana on the phone" });
  expect((await mustProspect(world, "rui")).doNotCall).toBe(true);
  expect((await getCalls(world.app.table, "rui")).open).toBeNull();
  expect((await notesOf(world.app.table, "rui")).map(({ text }) => text)).toContain(
    "Do not call, says Mia Berg: he told Ana on the phone",
  );
  await edit(world, { doNotCall: false }, { why: "he asked for a call by email" });
  expect((await mustProspect(world, "rui")).doNotCall).toBe(false);
  expect((await notesOf(world.app.table, "rui")).map(({ text }) => text)).toContain(
    "May be called again, says Mia Berg: he asked for a call by email",
  );
});

test("another rep gets the prospect and the open call task", async () => {
  const world = await worldOf();
  await world.app.table.write(putRep({ ...ana, id: "bo", name: "Bo Lind", email: "bo@northgate.example" }));
  await openCallByHand(world.app, "rui", "Met at the fair");
  await edit(world, {}, { repId: "bo" });
  expect((await mustProspect(world, "rui")).repId).toBe("bo");
  expect((await callsOf(world.app.table, "rui"))[0]?.repId).toBe("bo");
  expect((await listRoster(world.app.table, "ana", {})).lines).toEqual([]);
  expect(await lastNote(world)).toBe("Changed by Mia Berg: rep Bo Lind, was Ana Sousa");
  await expect(edit(world, {}, { repId: "nobody" })).rejects.toThrow("repId:");
});

test("a confirmed address is no proof for another one", async () => {
  const mailConsent = { basis: "double opt-in", source: "form Footer", at: 5 } as const;
  const world = await worldOf({ mailConsent });
  await edit(world, { company: "Lisbon Foods" });
  expect((await mustProspect(world, "rui")).mailConsent).toEqual(mailConsent);
  await edit(world, { email: "rui@lisbon.example" });
  expect((await mustProspect(world, "rui")).mailConsent).toEqual({
    basis: "opt-in",
    source: "form Footer, by an earlier address",
    at: 5,
  });
});
