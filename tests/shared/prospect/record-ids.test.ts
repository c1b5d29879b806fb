import { expect, test } from "vitest";
import { noGateway, withClick } from "../../../shared/engagement/gateway.ts";
import { getGateway, putGateway } from "../../../shared/engagement/store.ts";
import { importProspects } from "../../../shared/prospect/import.ts";
import { findByCrmId } from "../../../shared/prospect/store.ts";
import { WEDNESDAY, bytes, staffedCompany } from "./company.ts";

test("a record id that one row gives up goes to the row that has it", async () => {
  const { app } = await staffedCompany();
  const of = (text: string) => ({ bytes: bytes(`email,record id\n${text}`), source: "crm.csv" });
  await importProspects(app, of("a@x.example,3\n"), { dryRun: false });
  const swapped = of("a@x.example,1\nb@x.example,3\n");
  const { rows } = await importProspects(app, swapped, { dryRun: false });
  expect(rows.map(({ outcome }) => outcome)).toEqual(["updated", "imported"]);
  const again = await importProspects(app, swapped, { dryRun: false });
  expect(again.rows.map(({ outcome }) => outcome)).toEqual(["unchanged", "unchanged"]);
});

test.each([
  ["at another domain leaves the profile of the old one", "a@new.example", 0],
  ["at the same domain stays in its profile", "anna@old.example", 1],
])("a record whose address is now %s", async (_, address, left) => {
  const { app } = await staffedCompany();
  const of = (email: string) => ({ bytes: bytes(`email,record id\n${email},1\n`), source: "crm.csv" });
  await importProspects(app, of("a@old.example"), { dryRun: false });
  const prospectId = (await findByCrmId(app.table, "1"))!;
  const click = { prospectId, signalId: "c", slot: "2026-11-25", at: WEDNESDAY, asks: false };
  const nobody = noGateway("old.example");
  await app.table.write(putGateway(withClick(nobody, click, WEDNESDAY), nobody));
  await importProspects(app, of(address), { dryRun: true });
  expect((await getGateway(app.table, "old.example")).clicks).toHaveLength(1);
  const { rows } = await importProspects(app, of(address), { dryRun: false });
  expect(rows[0]).toMatchObject({ outcome: "updated", email: address });
  expect((await getGateway(app.table, "old.example")).clicks).toHaveLength(left);
});
