import { describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { AppError } from "../../../shared/error.ts";
import { signalKey } from "../../../shared/keys.ts";
import { importProspects } from "../../../shared/prospect/import.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { changePreferences } from "../../../shared/prospect/preferences.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { recordConsent } from "../../../shared/prospect/record-consent.ts";
import { findByAddress, getProspect } from "../../../shared/prospect/store.ts";
import { WEDNESDAY, bytes, staffedCompany } from "./company.ts";

const run = (app: App, text: string, source = "people.csv") =>
  importProspects(app, { bytes: bytes(text), source }, { dryRun: false });

async function prospect(app: App, email = "a@x.example"): Promise<Prospect> {
  const found = await getProspect(app.table, (await findByAddress(app.table, email)) ?? "");
  if (!found) throw new Error(`no prospect ${email}`);
  return found;
}

/** Something that was measured of them. */
const measure = (app: App, prospectId: string): Promise<void> =>
  app.table.write({
    kind: "put",
    item: { ...signalKey(prospectId, "o1"), data: { id: "o1", prospectId, kind: "open", at: WEDNESDAY } },
  });

const HEADER = "email,record id,Tracking Consent";
const fromFile = { at: WEDNESDAY, how: "imported from people.csv, column Tracking Consent" };

describe("consent from a file", () => {
  test.each([
    ["yes", { tracking: "granted", trackingSince: fromFile }],
    ["no", { tracking: "denied", trackingSince: fromFile }],
    ["withdrawn", { tracking: "denied", trackingSince: fromFile }],
  ])("%s is kept with when and in which column", async (cell, expected) => {
    const { app } = await staffedCompany();
    await run(app, `${HEADER}\na@x.example,1,${cell}\n`);
    expect(await prospect(app)).toMatchObject(expected);
  });

  test("that says nothing says nothing of when either", async () => {
    const { app } = await staffedCompany();
    await run(app, `${HEADER}\na@x.example,1,\n`);
    expect(await prospect(app)).toMatchObject({ tracking: "unknown" });
    expect(await prospect(app)).not.toHaveProperty("trackingSince");
  });

  test("repeated later keeps its first day, and changes nothing", async () => {
    const { app, clock } = await staffedCompany();
    const file = `${HEADER}\na@x.example,1,yes\n`;
    await run(app, file);
    clock.now += 86_400_000;
    expect((await run(app, file)).counts).toMatchObject({ unchanged: 1 });
    expect(await prospect(app)).toMatchObject({ trackingSince: fromFile });
  });

  test("never takes back a denial, however new the file, and says so beside the row", async () => {
    const { app, clock } = await staffedCompany();
    await run(app, `${HEADER}\na@x.example,1,\n`);
    const { id } = await prospect(app);
    clock.now += 1000;
    await changePreferences(app, id, { topics: [], atMostWeekly: false, measure: false });
    clock.now += 30 * 86_400_000;
    const report = await run(app, `${HEADER}\na@x.example,1,yes\n`);
    expect(report.rows[0]?.warnings).toContain("tracking consent: stays denied, as the prospect said earlier");
    expect(await prospect(app)).toMatchObject({
      tracking: "denied",
      trackingSince: { at: WEDNESDAY + 1000, how: "on the preferences page" },
    });
  });

  test("that denies in any row of theirs denies, whichever comes first", async () => {
    const { app } = await staffedCompany();
    const report = await run(app, `${HEADER}\na@x.example,1,yes\na@x.example,1,no\n`);
    expect(await prospect(app)).toMatchObject({ tracking: "denied", trackingSince: fromFile });
    expect(report.rows[0]?.warnings).toContain("tracking consent: denied, as another row of theirs says");
  });

  test.each([
    ["a row that goes in", "a@x.example,1,no"],
    ["a row that is refused", "not an address,1,no"],
  ])("in %s denies and erases what was measured", async (_, row) => {
    const { app, clock } = await staffedCompany();
    await run(app, `${HEADER}\na@x.example,1,yes\n`);
    const { id } = await prospect(app);
    await measure(app, id);
    clock.now += 1000;
    const report = await run(app, `${HEADER}\n${row}\n`);
    if (report.counts.updated)
      expect(report.rows[0]?.warnings).toContain("tracking consent: withdrawn, not measured any more");
    expect(await prospect(app)).toMatchObject({ tracking: "denied", trackingSince: { how: fromFile.how } });
    expect(await app.table.get(signalKey(id, "o1"))).toBeUndefined();
  });

  test("imported again erases what a crash left", async () => {
    const { app } = await staffedCompany();
    const file = `${HEADER}\na@x.example,1,no\n`;
    await run(app, file);
    const { id } = await prospect(app);
    await measure(app, id);
    expect((await run(app, file)).counts).toMatchObject({ unchanged: 1 });
    expect(await app.table.get(signalKey(id, "o1"))).toBeUndefined();
  });

  test("that is only checked erases nothing", async () => {
    const { app } = await staffedCompany();
    await run(app, `${HEADER}\na@x.example,1,yes\n`);
    const { id } = await prospect(app);
    await measure(app, id);
    const denying = { bytes: bytes(`${HEADER}\na@x.example,1,no\n`), source: "people.csv" };
    await importProspects(app, denying, { dryRun: true });
    expect(await app.table.get(signalKey(id, "o1"))).toBeDefined();
    expect(await prospect(app)).toMatchObject({ tracking: "granted" });
  });
});

test("when and how stay what they were while a prospect changes something else", async () => {
  const { app, clock } = await staffedCompany();
  await run(app, `${HEADER}\na@x.example,1,no\n`);
  const { id } = await prospect(app);
  clock.now += 1000;
  await changePreferences(app, id, { topics: ["maintenance"], atMostWeekly: true, measure: false });
  expect(await prospect(app)).toMatchObject({ atMostWeekly: true, tracking: "denied", trackingSince: fromFile });
});

describe("what a rep notes of consent", () => {
  test("is kept with when and how, stands on the timeline, and is the one way back from a denial", async () => {
    const { app, clock } = await staffedCompany();
    await run(app, `${HEADER}\na@x.example,1,no\n`);
    const { id } = await prospect(app);
    clock.now += 1000;
    const how = "by Jane Doe in the console: said so on the phone";
    expect(await recordConsent(app, id, { tracking: "granted", how })).toBe("recorded");
    expect(await prospect(app)).toMatchObject({ tracking: "granted", trackingSince: { at: clock.now, how } });
    expect((await notesOf(app.table, id)).at(-1)?.text).toBe(`Agreed to be measured, ${how}`);
    expect(await recordConsent(app, id, { tracking: "granted", how })).toBe("unchanged");
    expect(await notesOf(app.table, id)).toHaveLength(1);
  });

  test.each(["", "  ", "x".repeat(301)])("without a word of how, or with too many, is refused", async (how) => {
    const { app } = await staffedCompany();
    await expect(recordConsent(app, "nobody", { tracking: "granted", how })).rejects.toThrow(AppError);
  });

  test("of nobody we know is nothing", async () => {
    const { app } = await staffedCompany();
    expect(await recordConsent(app, "nobody", { tracking: "denied", how: "on the phone" })).toBe("unknown-prospect");
  });
});
