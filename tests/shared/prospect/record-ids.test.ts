import { expect, test } from "vitest";
import { importProspects } from "../../../shared/prospect/import.ts";
import { bytes, staffedCompany } from "./company.ts";

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
