import { expect, test } from "vitest";
import { saveCompany } from "../../../shared/company.ts";
import { libraryChanged, putArticles } from "../../../shared/content/store.ts";
import { openStore } from "../../../shared/local/store.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { isFresh, startedEmpty } from "../../../stacks/local/fresh.ts";
import { MONDAY, ana, article, testConfig } from "../../fixtures/world.ts";
import { worldAt } from "./folders.ts";

const fresh = () => worldAt(openStore(":memory:"));

test("a new data folder is fresh, and so the sample company comes in", async () => {
  const { app } = await fresh();
  expect(await isFresh(app.table)).toBe(true);
});

test("one that was started empty on purpose is not, nor one where anything was put in", async () => {
  const emptied = await fresh();
  await emptied.app.table.write(startedEmpty(MONDAY));
  const named = await fresh();
  await saveCompany(named.app, testConfig.company);
  const staffed = await fresh();
  await staffed.app.table.write(putRep(ana));
  const stocked = await fresh();
  await stocked.app.table.write(...putArticles([article("rounds")]), libraryChanged(MONDAY));
  for (const { app } of [emptied, named, staffed, stocked]) expect(await isFresh(app.table)).toBe(false);
});
