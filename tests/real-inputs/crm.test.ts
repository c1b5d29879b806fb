import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { App } from "../../shared/app.ts";
import { readCsv } from "../../shared/prospect/csv.ts";
import { oneAddress, readAddresses } from "../../shared/prospect/email.ts";
import { importProspects } from "../../shared/prospect/import.ts";
import type { Prospect } from "../../shared/prospect/prospect.ts";
import { findByAddress, getProspect } from "../../shared/prospect/store.ts";
import { staffedCompany } from "../shared/prospect/company.ts";

const folder = "../shared/data/csv";
const run = (app: App, name: string, dryRun = false) =>
  importProspects(app, { bytes: readFileSync(`${folder}/crm/${name}`), source: name }, { dryRun });
const prospect = async (app: App, email: string): Promise<Prospect | undefined> =>
  getProspect(app.table, (await findByAddress(app.table, email)) ?? "");

test("a HubSpot export goes in: each row has its end, the unsubscribed are out, formulas stay text", async () => {
  const { app } = await staffedCompany();
  const report = await run(app, "hubspot-contacts.csv");
  expect(report.rows.map(({ row, outcome, field }) => [row, outcome, field])).toEqual([
    [2, "imported", undefined],
    [3, "imported", undefined],
    [4, "imported", undefined],
    [5, "imported", undefined],
    [6, "refused", "email"],
  ]);
  expect(await prospect(app, "g.perrin@fromagerie-perrin.example")).toMatchObject({
    firstName: "Gaëlle",
    phone: "+33450112233",
    country: "FR",
    sector: "food",
    timeZone: "Europe/Paris",
    timeZoneFrom: "country",
    crmId: "901",
  });
  expect((await prospect(app, "claire.durand@durand.example"))?.standing).toEqual({
    state: "ended",
    reason: "opted out",
  });
  expect(await prospect(app, "tom@harbour.example")).toMatchObject({
    company: "Harbour, Lotteries Ltd",
    standing: { state: "active" },
  });
  expect((await prospect(app, "x@evil.example"))?.firstName).toBe('=HYPERLINK("http://evil.example","x")');
  expect(report.rows[3]?.warnings.filter((warning) => warning.includes("looks like a formula"))).toHaveLength(3);
  expect(report.unknownSectors).toEqual([{ word: "GAMBLING_CASINOS", rows: 1 }]);
  expect(report.unknownColumns).toContain("Marketing contact status");
  // "Marketing contact status" is what HubSpot bills by, and says nothing of consent.
  expect(await prospect(app, "tom@harbour.example")).toMatchObject({ stage: "opportunity", tags: [] });
  expect((await prospect(app, "tom@harbour.example"))?.mailConsent).toBeUndefined();
  expect(report.noGround).toBe(3);
});

test("a Salesforce report goes in: opt-outs and bounces are out, its last line is nobody", async () => {
  const { app } = await staffedCompany();
  const report = await run(app, "salesforce-leads-report.csv");
  expect(report.rows.map(({ row, outcome, reason }) => [row, outcome, reason])).toEqual([
    [2, "imported", undefined],
    [3, "imported", undefined],
    [4, "imported", undefined],
    [5, "refused", "the end of a report, not a person"],
  ]);
  expect(await prospect(app, "a.sharma@innovate.example")).toMatchObject({
    company: "Innovate Inc.",
    sector: "logistics",
    timeZone: "Asia/Kolkata",
    stage: "open-not-contacted",
    standing: { state: "active" },
  });
  expect((await prospect(app, "fatima.f@techsol.example"))?.standing).toEqual({ state: "ended", reason: "opted out" });
  expect((await prospect(app, "l.smith@globalconnect.example"))?.standing).toEqual({
    state: "ended",
    reason: "bounced",
  });
});

test("a Salesforce report with a ground for the whole file: only who may be mailed has it, opt-outs win", async () => {
  const { app } = await staffedCompany();
  const name = "salesforce-leads-report.csv";
  const consent = { basis: "legitimate interest", source: "the sales team's own list" } as const;
  const report = await importProspects(
    app,
    { bytes: readFileSync(`${folder}/crm/${name}`), source: name },
    { dryRun: false, consent },
  );
  expect(report.noGround).toBe(0);
  expect((await prospect(app, "a.sharma@innovate.example"))?.mailConsent).toMatchObject(consent);
  expect((await prospect(app, "fatima.f@techsol.example"))?.mailConsent).toBeUndefined();
});

test.each(readdirSync(`${folder}/crm`).filter((name) => name.endsWith(".csv")))(
  "%s: the dry run says what the import does, and again it changes nothing",
  async (name) => {
    const { app } = await staffedCompany();
    const rehearsal = await run(app, name, true);
    const real = await run(app, name);
    expect(rehearsal).toEqual({ ...real, dryRun: true });
    const again = await run(app, name);
    expect(again.counts).toEqual({
      imported: 0,
      updated: 0,
      unchanged: real.counts.imported,
      refused: real.counts.refused,
    });
  },
);

/** In this pair the two files name different telephone numbers, so that column cannot be compared. */
const differs = (name: string, column: string): boolean =>
  name === "location_coordinates.csv" && column === "Contact Phone Number";

test.each(readdirSync(`${folder}/csv-spectrum/csvs`))("csv-spectrum %s reads as its JSON says", (name) => {
  const { header, rows } = readCsv(readFileSync(`${folder}/csv-spectrum/csvs/${name}`), name);
  const said: unknown = JSON.parse(
    readFileSync(`${folder}/csv-spectrum/json/${name.replace(".csv", ".json")}`, "utf8"),
  );
  const compared = (record: object) => Object.entries(record).filter(([column]) => !differs(name, column));
  const read = rows.map(({ cells }) => Object.fromEntries(header.map((column, index) => [column, cells[index]])));
  const expected = Array.isArray(said) ? said : [said];
  expect(read.map(compared)).toEqual(expected.map(compared));
});

test("no address of the isemail tests crashes the reader, and what it takes is an address without anything odd", () => {
  const xml = readFileSync("../shared/data/email-addresses/isemail-tests.xml", "utf8");
  const plain = (text: string): string =>
    text
      .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, "&")
      .replace(/[\u2400-\u241f]/g, (shown) => String.fromCharCode(shown.charCodeAt(0) - 0x2400));
  const cases = [...xml.matchAll(/<test id="\d+">\s*<address>([^]*?)<\/address>[^]*?<category>(\w+)<\/category>/g)];
  expect(cases.length).toBeGreaterThan(150);
  for (const [, address = "", category] of cases) {
    const read = readAddresses(plain(address));
    if (typeof read !== "string") expect(oneAddress(read.email)).toBe(read.email);
    if (typeof read !== "string") expect(read.email).toMatch(/^[a-z0-9._%+'-]+@[a-z0-9.-]+$/);
    if (category === "ISEMAIL_ERR" && typeof read !== "string" && !read.others.length)
      expect(plain(address).trim()).toBe(read.email);
  }
});
