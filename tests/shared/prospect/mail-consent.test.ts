import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { AppError } from "../../../shared/error.ts";
import { importProspects } from "../../../shared/prospect/import.ts";
import { BASES, readBasis, readDeclared, surerConsent } from "../../../shared/prospect/mail-consent.ts";
import type { DeclaredConsent } from "../../../shared/prospect/mail-consent.ts";
import type { MailConsent, Prospect } from "../../../shared/prospect/prospect.ts";
import { noGroundNote } from "../../../shared/prospect/report.ts";
import { findByAddress, getProspect } from "../../../shared/prospect/store.ts";
import { WEDNESDAY, bytes, staffedCompany } from "./company.ts";

const run = (app: App, text: string, consent?: DeclaredConsent) =>
  importProspects(app, { bytes: bytes(text), source: "people.csv" }, { dryRun: false, consent });

async function prospect(app: App, email: string): Promise<Prospect> {
  const found = await getProspect(app.table, (await findByAddress(app.table, email)) ?? "");
  if (!found) throw new Error(`no prospect ${email}`);
  return found;
}

test.each([
  ["Freely given consent from contact", "opt-in"],
  ["Legitimate interest – prospect/lead", "legitimate interest"],
  ["Legitimate interest - existing customer", "customer"],
  ["Performance of a contract", "customer"],
  ["Double Opt-In", "double opt-in"],
  ["Opted in", "opt-in"],
  ["yes", "opt-in"],
  ["Not applicable", "none"],
  ["no", "none"],
  ["Consent withdrawn", "none"],
  ["Opted out", "none"],
  ["No consent", "none"],
  ["", undefined],
  ["a friend of mine", undefined],
])("the cell %j is the ground %j", (cell, basis) => {
  expect(readBasis(cell)).toBe(basis);
});

test("columns about consent are kept with their source and date", async () => {
  const { app } = await staffedCompany();
  const report = await run(
    app,
    "email,Legal basis for processing contact's data,Opt-in source,Consent date\n" +
      "a@x.example,Freely given consent from contact,Trade fair form,2025-03-04\n" +
      "b@x.example,,Webinar,4 May 2025\n" +
      "c@x.example,Legitimate interest - other,,\n" +
      "d@x.example,,,\n",
  );
  expect((await prospect(app, "a@x.example")).mailConsent).toEqual({
    basis: "opt-in",
    source: "Trade fair form",
    at: Date.parse("2025-03-04T00:00Z"),
  });
  expect((await prospect(app, "b@x.example")).mailConsent).toMatchObject({ basis: "opt-in", source: "Webinar" });
  expect((await prospect(app, "c@x.example")).mailConsent).toEqual({
    basis: "legitimate interest",
    source: "imported from people.csv",
    at: WEDNESDAY,
  });
  expect((await prospect(app, "d@x.example")).mailConsent).toBeUndefined();
  expect(report.noGround).toBe(1);
  expect(noGroundNote(report)).toContain("no ground noted for 1 prospect who");
});

test("what is said of the whole file counts for who has nothing of their own, and not for who says no", async () => {
  const { app } = await staffedCompany();
  const declared = readDeclared("opt-in: the form on our website");
  const report = await run(
    app,
    "email,marketing consent\na@x.example,\nb@x.example,double opt-in\nc@x.example,no\n",
    declared,
  );
  expect((await prospect(app, "a@x.example")).mailConsent).toEqual({ ...declared, at: WEDNESDAY });
  expect((await prospect(app, "b@x.example")).mailConsent?.basis).toBe("double opt-in");
  expect((await prospect(app, "c@x.example")).mailConsent).toBeUndefined();
  expect(report.noGround).toBe(0);
});

test("who was asked for consent and said no is not mailed, and the report says so; who said yes elsewhere is", async () => {
  const { app } = await staffedCompany();
  const report = await run(
    app,
    "email,marketing consent,double opt-in\na@x.example,No,\nb@x.example,yes,no\nc@x.example,pending,\n",
  );
  expect((await prospect(app, "a@x.example")).standing).toEqual({ state: "ended", reason: "opted out" });
  expect((await prospect(app, "b@x.example")).standing.state).toBe("active");
  expect((await prospect(app, "c@x.example")).standing.state).toBe("active");
  expect(JSON.stringify(report.rows)).toContain('opt-out: \\"No\\" read as opted out');
});

test("without any ground prospects are imported as before, and the report counts them", async () => {
  const { app } = await staffedCompany();
  const report = await run(app, "email,unsubscribed\na@x.example,\nb@x.example,\nc@x.example,yes\n");
  expect(report.counts.imported).toBe(3);
  // Who is out needs none.
  expect(report.noGround).toBe(2);
});

test("consent that was taken back takes the person out, whatever else the file says", async () => {
  const { app } = await staffedCompany();
  await run(
    app,
    "email,consent status\na@x.example,Consent withdrawn\na@x.example,double opt-in\n",
    readDeclared("customer: our invoices"),
  );
  expect(await prospect(app, "a@x.example")).toMatchObject({ standing: { state: "ended", reason: "opted out" } });
  expect((await prospect(app, "a@x.example")).mailConsent).toBeUndefined();
});

test("an opt-out wins over any later word of consent", async () => {
  const { app } = await staffedCompany();
  await run(app, "email,email opt out\na@x.example,1\n");
  await run(app, "email,marketing consent,opt-in source\na@x.example,double opt-in,the form\n");
  expect((await prospect(app, "a@x.example")).standing).toEqual({ state: "ended", reason: "opted out" });
  expect((await prospect(app, "a@x.example")).mailConsent).toBeUndefined();
});

test("a column that means the opposite is never consent", async () => {
  const { app } = await staffedCompany();
  for (const header of ["Email Opt Out", "Unsubscribed", "Opted out of email", "Do not email"]) {
    const email = `${header.replaceAll(" ", "").toLowerCase()}@x.example`;
    await run(app, `email,${header}\n${email},no\n`);
    expect((await prospect(app, email)).mailConsent).toBeUndefined();
  }
});

test("a later file never weakens a ground, and the same file again changes nothing", async () => {
  const { app, clock } = await staffedCompany();
  const strong = "email,marketing consent,consent date\na@x.example,double opt-in,2025-01-02\n";
  await run(app, strong);
  const before = await prospect(app, "a@x.example");
  clock.now += 1000;
  expect((await run(app, strong)).counts.unchanged).toBe(1);
  expect((await run(app, "email\na@x.example\n", readDeclared("legitimate interest: a list"))).counts.unchanged).toBe(
    1,
  );
  expect((await prospect(app, "a@x.example")).mailConsent).toEqual(before.mailConsent);
  await run(app, "email,marketing consent\nb@x.example,yes\n");
  await run(app, "email,marketing consent,consent date\nb@x.example,yes,2024-02-03\n");
  expect((await prospect(app, "b@x.example")).mailConsent?.at).toBe(Date.parse("2024-02-03T00:00Z"));
});

test("an address that was confirmed is no proof for the one that a file brings after it", async () => {
  const { app } = await staffedCompany();
  await run(app, "email,record id,marketing consent,opt-in source\na@x.example,77,double opt-in,the form\n");
  await run(app, "email,record id\nb@x.example,77\n");
  expect((await prospect(app, "b@x.example")).mailConsent).toMatchObject({
    basis: "opt-in",
    source: "the form, by an earlier address",
  });
});

const consents = fc.record<MailConsent>({
  basis: fc.constantFrom(...BASES),
  source: fc.constantFrom("form", "fair"),
  at: fc.integer({ min: 0, max: 9 }),
});
const sure = { "double opt-in": 2, "opt-in": 1, customer: 0, "legitimate interest": 0 } as const;

test("of any grounds, in any order of files, one of the surest stays", () => {
  fc.assert(
    fc.property(fc.array(consents, { minLength: 1 }), (grounds) => {
      const kept = grounds.reduce<MailConsent | undefined>(surerConsent, undefined);
      expect(sure[kept?.basis ?? "customer"]).toBe(Math.max(...grounds.map(({ basis }) => sure[basis])));
      const same = grounds.filter(({ basis }) => basis === kept?.basis);
      expect(kept?.at).toBe(Math.min(...same.map(({ at }) => at)));
    }),
  );
});

test.each(["", "opt-in", "opt-in:", "because: they like us"])("%j declares nothing", (text) => {
  expect(() => readDeclared(text)).toThrow(AppError);
});
