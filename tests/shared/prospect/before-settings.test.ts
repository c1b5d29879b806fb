import { expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { importProspects } from "../../../shared/prospect/import.ts";
import { findByAddress, getProspect } from "../../../shared/prospect/store.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { bytes, newCompany } from "./company.ts";

const run = (app: App, text: string) =>
  importProspects(app, { bytes: bytes(text), source: "people.csv" }, { dryRun: false });

test("before the company's settings are saved, who tells a zone comes in, who tells none is refused, and who is known stays", async () => {
  const { app } = newCompany();
  const rep = { id: "r1", name: "Jane Doe", email: "jane@fernway.example", timeZone: "Europe/London" };
  await app.table.write(putRep(rep));
  const report = await run(app, "email,city\na@x.example,Porto\nb@x.example,\n");
  expect(report.rows).toMatchObject([
    { outcome: "imported" },
    { outcome: "refused", field: "time zone", reason: expect.stringMatching(/save the company's settings first$/) },
  ]);
  const again = await run(app, "email,title\na@x.example,Buyer\n");
  expect(again.rows).toMatchObject([{ outcome: "updated" }]);
  expect(await getProspect(app.table, (await findByAddress(app.table, "a@x.example")) ?? "")).toMatchObject({
    timeZone: "Europe/Lisbon",
    timeZoneFrom: "city",
  });
});
