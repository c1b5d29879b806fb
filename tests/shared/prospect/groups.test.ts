import * as fc from "fast-check";
import { expect, test } from "vitest";
import { importProspects } from "../../../shared/prospect/import.ts";
import { readStage, readTags, slugOf } from "../../../shared/prospect/groups.ts";
import { findByAddress, getProspect } from "../../../shared/prospect/store.ts";
import { bytes, staffedCompany } from "./company.ts";

test.each([
  ["Lead", "lead"],
  ["Marketing Qualified Lead", "marketing-qualified"],
  ["marketingqualifiedlead", "marketing-qualified"],
  ["MQL", "marketing-qualified"],
  ["Sales Qualified Lead", "sales-qualified"],
  ["Open - Not Contacted", "open-not-contacted"],
  ["", ""],
])("the stage %j is %j", (text, stage) => {
  expect(readStage(text)).toBe(stage);
});

test("tags come with any of the usual signs between them, each once", () => {
  expect(readTags('Trade Fair 2026; "VIP", press|vip\nÄrzte')).toEqual(["trade-fair-2026", "vip", "press", "arzte"]);
});

test("a slug is one already, and what is read is never blank or repeated", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(slugOf(slugOf(text))).toBe(slugOf(text));
      const tags = readTags(text);
      expect(new Set(tags).size).toBe(tags.length);
      expect(tags).not.toContain("");
      expect(tags.join("").isWellFormed()).toBe(true);
    }),
  );
});

test("an import reads stage and tags; a later one adds tags, changes the stage and blanks take nothing away", async () => {
  const { app } = await staffedCompany();
  const run = (text: string) => importProspects(app, { bytes: bytes(text), source: "people.csv" }, { dryRun: false });
  const ana = async () => getProspect(app.table, (await findByAddress(app.table, "a@x.example")) ?? "");
  await run("email,Lifecycle Stage,Lead Status,Tags,List memberships\na@x.example,Opportunity,NEW,vip,Spring;Autumn\n");
  expect(await ana()).toMatchObject({ stage: "opportunity", tags: ["vip", "spring", "autumn"] });
  await run("email,Lifecycle Stage,Lead Status,Tags\na@x.example,,Working - Contacted,press\n");
  expect(await ana()).toMatchObject({ stage: "working-contacted", tags: ["vip", "spring", "autumn", "press"] });
  await run("email,Lifecycle Stage,Lead Status,Tags\na@x.example,,,\n");
  expect(await ana()).toMatchObject({ stage: "working-contacted", tags: ["vip", "spring", "autumn", "press"] });
});
