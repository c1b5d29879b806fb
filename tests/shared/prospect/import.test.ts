import { expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { AppError } from "../../../shared/error.ts";
import { addressHash } from "../../../shared/id.ts";
import { prospectPk } from "../../../shared/keys.ts";
import type { Table } from "../../../shared/ports.ts";
import { importProspects } from "../../../shared/prospect/import.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import type { ProspectImportReport } from "../../../shared/prospect/report.ts";
import {
  changeProspect,
  findByAddress,
  findByCrmId,
  getProspect,
  prospectIndex,
  standProspect,
} from "../../../shared/prospect/store.ts";
import { getReps } from "../../../shared/rep/store.ts";
import { getSuppressions, putSuppression } from "../../../shared/suppression/store.ts";
import { WEDNESDAY, bytes, newCompany, staffedCompany } from "./company.ts";

const run = (app: App, text: string, dryRun = false): Promise<ProspectImportReport> =>
  importProspects(app, { bytes: bytes(text), source: "people.csv" }, { dryRun });

async function prospect(app: App, email: string): Promise<Prospect> {
  const found = await getProspect(app.table, (await findByAddress(app.table, email)) ?? "");
  if (!found) throw new Error(`no prospect ${email}`);
  return found;
}

const suppressed = async (app: App, email: string): Promise<boolean> =>
  (await getSuppressions(app.table, [addressHash(email)])).size === 1;

test("a plain list becomes prospects with rep, sector, zone and phone", async () => {
  const { app } = await staffedCompany();
  const report = await run(
    app,
    "Email,first name,LAST_NAME,Company,Industry,Country,City,Phone,Owner,Record ID,Tracking consent\n" +
      "Ana@Mill.example,Ana,Duarte,The Mill,Food & Beverages,Portugal,Porto,912 345 678,ines moreau,77,yes\n",
  );
  expect(report.counts).toEqual({ imported: 1, updated: 0, unchanged: 0, refused: 0 });
  expect(report.rows).toEqual([{ row: 2, outcome: "imported", email: "ana@mill.example", warnings: [] }]);
  expect(report.zoneSources).toEqual({ city: 1 });
  const ana = await prospect(app, "ana@mill.example");
  const ines = (await getReps(app.table)).find((rep) => rep.name === "Inês Moreau");
  expect(ana).toMatchObject({
    firstName: "Ana",
    lastName: "Duarte",
    company: "The Mill",
    sector: "food",
    country: "PT",
    city: "Porto",
    phone: "+351912345678",
    timeZone: "Europe/Lisbon",
    timeZoneFrom: "city",
    repId: ines?.id,
    crmId: "77",
    tracking: "granted",
    standing: { state: "active" },
  });
  expect(await findByCrmId(app.table, "77")).toBe(ana.id);
});

test("the same import again changes nothing, and says so", async () => {
  const { app, clock } = await staffedCompany();
  const list =
    "email,name,industry,country,owner,unsubscribed,do not call\na@x.example,Ann Lee,Banking,Japan,,no,\nb@x.example,Bo,Juggling,USA,Nobody,yes,1\n";
  expect((await run(app, list)).counts).toMatchObject({ imported: 2 });
  const before = await prospect(app, "b@x.example");
  clock.now += 1000;
  expect((await run(app, list)).counts).toEqual({ imported: 0, updated: 0, unchanged: 2, refused: 0 });
  expect(await prospect(app, "b@x.example")).toEqual(before);
});

test("a dry run says what the import then does, and writes nothing", async () => {
  const { app } = await staffedCompany();
  await run(app, "email,title\nold@x.example,Buyer\n");
  const list =
    "email,title,time zone\nold@x.example,Head of buying,\nnew@x.example,,Europe/Paris\nbad@x.example,,Mars/Base\nnew@x.example,again,\n";
  const rehearsal = await run(app, list, true);
  expect(rehearsal.counts).toEqual({ imported: 1, updated: 1, unchanged: 0, refused: 2 });
  expect(await findByAddress(app.table, "new@x.example")).toBeUndefined();
  expect(await prospect(app, "old@x.example")).toMatchObject({ title: "Buyer" });
  const real = await run(app, list);
  expect({ ...real, dryRun: true }).toEqual(rehearsal);
});

test("blanks never overwrite, filled cells do", async () => {
  const { app } = await staffedCompany();
  await run(
    app,
    "email,first name,company,phone,country,owner\na@x.example,Ann,Acme,+442079460958,UK,jane@fernway.example\n",
  );
  const before = await prospect(app, "a@x.example");
  await run(app, "email,first name,company,phone,country,owner\nA@X.example,,N/A,,,\n");
  expect(await prospect(app, "a@x.example")).toEqual(before);
  await run(app, "email,first name,company\na@x.example,Anna,\n");
  expect(await prospect(app, "a@x.example")).toMatchObject({ firstName: "Anna", company: "Acme", repId: before.repId });
});

test("the CRM's record id finds the prospect whose address changed", async () => {
  const { app } = await staffedCompany();
  await run(app, "record id,email\n7,old@x.example\n");
  const { id } = await prospect(app, "old@x.example");
  const report = await run(app, "record id,email\n7,new@x.example\n");
  expect(report.rows[0]).toMatchObject({
    outcome: "updated",
    warnings: expect.arrayContaining(["email: was old@x.example"]),
  });
  expect(await findByAddress(app.table, "old@x.example")).toBeUndefined();
  expect(await findByAddress(app.table, "new@x.example")).toBe(id);
});

test("a record id of one prospect beside the address of another is refused", async () => {
  const { app } = await staffedCompany();
  await run(app, "record id,email\n1,one@x.example\n2,two@x.example\n");
  const report = await run(app, "record id,email\n1,two@x.example\n");
  expect(report.rows[0]).toMatchObject({
    row: 2,
    outcome: "refused",
    field: "record id",
    reason: "record 1 is one@x.example, but two@x.example is another prospect's address",
  });
});

test("a record id alone is enough to update somebody known", async () => {
  const { app } = await staffedCompany();
  await run(app, "record id,email\n1,one@x.example\n");
  const report = await run(app, "record id,email,title\n1,,Head of buying\n2,,Nobody\n");
  expect(report.rows.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ["updated", undefined],
    ["refused", "blank"],
  ]);
});

test("nobody is in one file twice", async () => {
  const { app } = await staffedCompany();
  const report = await run(app, "email,title,id\na@x.example,first,1\nA@X.EXAMPLE,second,\nb@x.example,third,1\n");
  expect(report.rows.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ["imported", undefined],
    ["refused", "the same address as in row 2, which was read instead"],
    ["refused", "the same record id as in row 2, which was read instead"],
  ]);
  expect(await prospect(app, "a@x.example")).toMatchObject({ title: "first" });
});

test.each([
  ["Email Opt Out", "1", "opted out"],
  ["HASOPTEDOUTOFEMAIL", "TRUE", "opted out"],
  ["Unsubscribed from all email", "true", "opted out"],
  ["Opted out of email: Newsletter", "yes", "opted out"],
  ["Do not email", "x", "opted out"],
  ["Email opt-out date", "2025-03-14", "opted out"],
  ["Person - Marketing status", "unsubscribed", "opted out"],
  ["Email Bounced Date", "3/14/2025, 9:05 AM", "bounced"],
])("%s = %s: suppressed and never in an audience", async (column, value, reason) => {
  const { app } = await staffedCompany();
  const list = `email,${column}\nnew@x.example,"${value}"\nold@x.example,"${value}"\n`;
  await run(app, "email\nold@x.example\n");
  await run(app, list);
  for (const email of ["new@x.example", "old@x.example"]) {
    expect(await prospect(app, email)).toMatchObject({ standing: { state: "ended", reason }, tracking: "unknown" });
    expect(prospectIndex(await prospect(app, email))).toBeNull();
    expect(await suppressed(app, email)).toBe(true);
  }
  await run(app, `email,${column}\nold@x.example,\n`);
  await run(app, `email,${column}\nold@x.example,0\n`);
  expect(await prospect(app, "old@x.example")).toMatchObject({ standing: { state: "ended", reason } });
});

test.each(["0", "false", "No", "", "n/a", "Subscribed"])(
  "an opt-out column that says %j takes nobody out",
  async (value) => {
    const { app } = await staffedCompany();
    await run(app, `email,unsubscribed\na@x.example,${value}\n`);
    expect(await prospect(app, "a@x.example")).toMatchObject({ standing: { state: "active" }, tracking: "unknown" });
  },
);

test("opting out of fax or calls is not opting out of email", async () => {
  const { app } = await staffedCompany();
  await run(app, "email,Fax Opt Out,Call opt-out\na@x.example,1,1\n");
  const one = await prospect(app, "a@x.example");
  expect(one.standing).toEqual({ state: "active" });
  expect((await notesOf(app.table, one.id)).map(({ text }) => text)).toEqual(["Do not call, says people.csv"]);
});

test("an opt-out counts even in a row that is refused or repeats another", async () => {
  const { app } = await staffedCompany();
  await run(app, "email,record id\nold@x.example,9\n");
  await run(
    app,
    "email,record id,time zone,opted out\n" +
      "twice@x.example,1,,\ntwice@x.example,1,,yes\n" +
      "old@x.example,,Mars/Base,yes\n" +
      '"c@x.example; second@x.example",,,yes\n',
  );
  for (const email of ["twice@x.example", "old@x.example", "c@x.example"])
    expect(await prospect(app, email)).toMatchObject({ standing: { state: "ended", reason: "opted out" } });
  expect(await suppressed(app, "old@x.example")).toBe(true);
  expect(await suppressed(app, "second@x.example")).toBe(true);
});

test("a suppressed address is imported as ended, an erased person not at all", async () => {
  const { app } = await staffedCompany();
  const suppress = (email: string, reason: "complained" | "erased") =>
    app.table.write(putSuppression({ addressHash: addressHash(email), reason, at: WEDNESDAY }));
  await suppress("angry@x.example", "complained");
  await suppress("gone@x.example", "erased");
  const report = await run(app, "email\nAngry@x.example\ngone@x.example\n");
  expect(await prospect(app, "angry@x.example")).toMatchObject({ standing: { state: "ended", reason: "complained" } });
  expect(report.rows[1]).toMatchObject({ outcome: "refused", field: "email" });
  expect(await findByAddress(app.table, "gone@x.example")).toBeUndefined();
});

test("a preference that the prospect set is stronger than the CRM's tracking column", async () => {
  const { app } = await staffedCompany();
  await run(app, "email,tracking consent\na@x.example,yes\n");
  const { id } = await prospect(app, "a@x.example");
  await app.table.write(changeProspect(id, { tracking: "denied" }, WEDNESDAY + 1));
  await run(app, "email,tracking consent\na@x.example,granted\n");
  expect((await prospect(app, "a@x.example")).tracking).toBe("denied");
});

test("who opts out while the import runs stays out", async () => {
  const { app } = await staffedCompany();
  await run(app, "email\na@x.example\nb@x.example\n");
  const someone = await prospect(app, "a@x.example");
  let first = true;
  const write: Table["write"] = async (...writes) => {
    if (first) await app.table.write(...standProspect(someone, { state: "ended", reason: "opted out" }, WEDNESDAY + 5));
    first = false;
    await app.table.write(...writes);
  };
  const report = await run(
    { ...app, table: { ...app.table, write } },
    "email,title\na@x.example,Buyer\nb@x.example,Buyer\n",
  );
  expect(report.rows.map(({ outcome }) => outcome)).toEqual(["refused", "updated"]);
  expect(await prospect(app, "a@x.example")).toMatchObject({ standing: { state: "ended", reason: "opted out" } });
});

test("an unknown or missing owner is said, and the reps take turns", async () => {
  const { app } = await staffedCompany();
  const people = Array.from({ length: 100 }, (_, n) => `p${n}@x.example,${n ? "" : "Zoe Nobody"}`);
  const report = await run(app, `email,owner\n${people.join("\n")}\n`);
  expect(report.rows[0]?.warnings[0]).toMatch(
    /^owner: "Zoe Nobody" is no rep we know; (Inês Moreau|Jane Doe) was next in turn$/,
  );
  const reps = new Map<string | undefined, number>();
  for (let n = 0; n < 100; n++) {
    const { repId } = await prospect(app, `p${n}@x.example`);
    reps.set(repId, (reps.get(repId) ?? 0) + 1);
  }
  expect([...reps.values()].every((count) => count > 30)).toBe(true);
  expect(reps.has(undefined)).toBe(false);
});

test("what cannot be read is listed: columns, industries, the zone that had to be the company's", async () => {
  const { app } = await staffedCompany();
  const report = await run(
    app,
    "email,Favourite colour,Industry\na@x.example,red,Juggling\nb@x.example,,Juggling\nc@x.example,,Retail\n",
  );
  expect(report.unknownColumns).toEqual(["Favourite colour"]);
  expect(report.unknownSectors).toEqual([{ word: "Juggling", rows: 2 }]);
  expect(report.zoneSources).toEqual({ "company default": 3 });
});

test("a better place later gives a better zone, a worse one changes nothing", async () => {
  const { app } = await staffedCompany();
  await run(app, "email,country\na@x.example,USA\n");
  expect(await prospect(app, "a@x.example")).toMatchObject({
    timeZone: "Europe/Lisbon",
    timeZoneFrom: "company default",
  });
  await run(app, "email,country,city\na@x.example,USA,Denver\n");
  expect(await prospect(app, "a@x.example")).toMatchObject({ timeZone: "America/Denver", timeZoneFrom: "city" });
  await run(app, "email,country\na@x.example,Japan\n");
  expect(await prospect(app, "a@x.example")).toMatchObject({
    timeZone: "America/Denver",
    timeZoneFrom: "city",
    country: "JP",
  });
});

test("a file without addresses, and a company without reps, are refused whole with one clear line", async () => {
  const { app } = await staffedCompany();
  await expect(run(app, "name,company\nAnn,Acme\n")).rejects.toThrow(/^people.csv: no column for email addresses/);
  await expect(run(app, "\n \n")).rejects.toThrow("people.csv: there is nothing in this file");
  await expect(run(newCompany().app, "email\na@x.example\n")).rejects.toEqual(
    new AppError("invalid", "people.csv: there are no reps yet; import reps first"),
  );
});

test("ten thousand rows go in within seconds, with progress", async () => {
  const { app } = await staffedCompany();
  const cities = ["Porto,PT", "Denver,US", "Tokyo,JP", "Auckland,NZ"];
  const people = Array.from({ length: 10_000 }, (_, n) => `p${n}@x.example,P ${n},${cities[n % 4]},${n},+351912345678`);
  const list = bytes(`email,name,city,country,id,phone\n${people.join("\n")}\n`);
  const steps: number[] = [];
  const onProgress = (done: number): void => void steps.push(done);
  const began = performance.now();
  const report = await importProspects(app, { bytes: list, source: "many.csv" }, { dryRun: false, onProgress });
  expect(report.counts.imported).toBe(10_000);
  expect(steps.at(-1)).toBe(10_000);
  expect(steps.length).toBeGreaterThan(10);
  expect(performance.now() - began).toBeLessThan(20_000);
  const { items } = await app.table.query({ pk: prospectPk((await prospect(app, "p9999@x.example")).id) });
  expect(items).toHaveLength(1);
});
