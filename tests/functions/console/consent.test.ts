import { describe, expect, test } from "vitest";
import { measuringWords, unmeasuredWords } from "../../../functions/console/consent-words.ts";
import { signalKey } from "../../../shared/keys.ts";
import { MINUTE } from "../../../shared/time.ts";
import { MONDAY, mustProspect, prospect } from "../../fixtures/world.ts";
import { deskOf, mustCall } from "./desk.ts";

const company = { untrackedCountries: ["DE"], eraseOnWithdrawal: true };

test.each([
  ["unknown", "DE", "Not measured: Germany, and never asked"],
  ["unknown", "PT", "Measured: Portugal, and never said no"],
  ["unknown", undefined, "Measured: country not known, and never said no"],
  ["granted", "DE", "Measured: agreed to it"],
  ["denied", "PT", "Not measured: does not want to be"],
] as const)("of who is %s in %s the page says: %s", (tracking, country, words) => {
  expect(measuringWords({ tracking, country }, company)).toBe(words);
  expect(unmeasuredWords({ tracking, country }, company) === undefined).toBe(words.startsWith("Measured"));
});

const rui = prospect("rui", { tracking: "unknown", country: "DE" });
const PATH = "/prospects/rui/consent";

describe("the prospect's page", () => {
  test("says what is measured and why, in the place where opens and clicks would be", async () => {
    const { open } = await deskOf({ prospects: [rui] });
    const { text } = await open("/prospects/rui");
    expect(text).toContain("Not measured: Germany, and never asked");
    expect(text).toContain("Not measured, so no opens or clicks here; replies and forms count.");
  });

  test("says when and how consent came, and that older rows do not know", async () => {
    const how = "imported from people.csv, column Tracking consent";
    const known = prospect("known", { trackingSince: { at: MONDAY, how } });
    const { open } = await deskOf({ prospects: [known, prospect("older")] });
    expect((await open("/prospects/known")).text).toContain(`Since Mon 23 Nov 2026, ${how}.`);
    const older = await open("/prospects/older");
    expect(older.text).toContain("When and how was not kept.");
    expect(older.text).not.toContain("no opens or clicks here");
  });

  test("takes what they said with how, in the name of the rep who reads, and erases at a denial", async () => {
    const { open, send, world } = await deskOf({ prospects: [rui] });
    const open1 = { id: "o1", prospectId: "rui", kind: "open", at: MONDAY, human: 0.5, rule: "x", reason: "x" };
    await world.app.table.write({ kind: "put", item: { ...signalKey("rui", "o1"), data: open1 } });
    const said = { tracking: "denied", how: "said so on the phone" };
    const asAna = { Origin: "http://localhost:4600", "Sec-Fetch-Site": "same-origin", Cookie: "rep=ana" };
    const noted = await send(PATH, said, asAna);
    expect(noted.status).toBe(303);
    expect(await mustProspect(world, "rui")).toMatchObject({
      tracking: "denied",
      trackingSince: { how: "by Ana Sousa in the console: said so on the phone" },
    });
    expect(await world.app.table.get(signalKey("rui", "o1"))).toBeUndefined();
    const { text } = await open(noted.headers.get("Location") ?? "");
    expect(text).toContain("Noted, with when and how.");
    expect(text).toContain("Does not want to be measured, by Ana Sousa in the console");
  });

  test.each([
    [{ tracking: "", how: "on the phone" }, "Choose what they said."],
    [{ tracking: "maybe", how: "on the phone" }, "Choose what they said."],
    [{ tracking: "granted", how: " " }, "Say in a few words how you know"],
    [{ tracking: "granted", how: "x".repeat(161) }, "At most 160 characters."],
  ])("%o is refused beside its field, and nothing is lost or changed", async (wrong, words) => {
    const { send, world } = await deskOf({ prospects: [rui] });
    const page = await send(PATH, wrong);
    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
    if (wrong.how.trim()) expect(page.text).toContain(`value="${wrong.how}"`);
    expect(await mustProspect(world, "rui")).toEqual(rui);
  });

  test("of nobody we know is not found", async () => {
    const { send } = await deskOf();
    expect((await send(PATH, { tracking: "granted", how: "on the phone" })).status).toBe(404);
  });
});

describe("a prospect who is never measured", () => {
  const denied = prospect("rui", { tracking: "denied" });

  test("who replies is on the worklist, and the call's page says why there is nothing of opens and clicks", async () => {
    const { open, send, world } = await deskOf({ prospects: [denied] });
    await send("/prospects/rui/messages", { kind: "reply", when: "", said: "Ring me on Thursday" });
    await world.pass(MONDAY + MINUTE);
    expect((await open("/")).text).toContain("Asked for it: replied");
    const { text } = await open("/prospects/rui/calls/1");
    expect(text).toContain("Ring me on Thursday");
    expect(text).toContain("Not measured, so no opens or clicks here; replies and forms count.");
  });

  test("may be called for what a rep knows", async () => {
    const { open, world } = await deskOf({ prospects: [denied] });
    const { number } = await mustCall(world, "rui", "Met at the fair");
    expect((await open(`/prospects/rui/calls/${number}`)).text).toContain("Met at the fair");
  });
});
