import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { App } from "../../shared/app.ts";
import { saveCompany } from "../../shared/company.ts";
import { Company } from "../../shared/config.ts";
import { importPosts } from "../../shared/content/import-posts.ts";
import { importProspects } from "../../shared/prospect/import.ts";
import { importReps } from "../../shared/rep/import.ts";
import { startCadence } from "../../shared/cadence/start.ts";
import { readFolder } from "../commands/read-folder.ts";

const folder = fileURLToPath(new URL("sample/", import.meta.url));
const bytes = (name: string): Promise<Uint8Array> => readFile(join(folder, name));

/** Fills a company of our own invention through the same imports that everybody uses. */
export async function fillSample(app: App): Promise<void> {
  const company = Company.parse(JSON.parse(await readFile(join(folder, "company.json"), "utf8")));
  await saveCompany(app, company);
  const from = { dryRun: false, baseUrl: company.website ?? "" };
  await importPosts(app, readFolder(join(folder, "posts")), from);
  await importPosts(app, readFolder(join(folder, "case-studies")), from);
  await importReps(app, { bytes: await bytes("reps.csv"), source: "reps.csv" }, { dryRun: false });
  await importProspects(app, { bytes: await bytes("prospects.csv"), source: "prospects.csv" }, { dryRun: false });
  await startCadence(app);
}
