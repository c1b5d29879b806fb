import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { App } from "../../shared/app.ts";
import { getCompany, saveCompany } from "../../shared/company.ts";
import { Company } from "../../shared/config.ts";
import { getLibrary } from "../../shared/content/store.ts";
import { importPosts } from "../../shared/content/import-posts.ts";
import { everyProspect } from "../../shared/prospect/every-prospect.ts";
import { importProspects } from "../../shared/prospect/import.ts";
import type { Prospect } from "../../shared/prospect/prospect.ts";
import { getProspects } from "../../shared/prospect/store.ts";
import { importReps } from "../../shared/rep/import.ts";
import { getReps } from "../../shared/rep/store.ts";
import { startCadence } from "../../shared/cadence/start.ts";
import { readFolder } from "../commands/read-folder.ts";
import { sampleNote } from "./sample-note.ts";

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
  const prospects = { bytes: await bytes("prospects.csv"), source: "prospects.csv" };
  await importProspects(app, prospects, {
    dryRun: false,
    consent: { basis: "opt-in", source: "their newsletter form" },
  });
  await startCadence(app);
  await noteSample(app);
}

/** The folder was empty before: all there is is the sample's. */
async function noteSample(app: App): Promise<void> {
  const prospects: Prospect[] = [];
  for await (const { ids } of everyProspect(app.table))
    prospects.push(...(await getProspects(app.table, ids)).values());
  const [reps, library, company] = await Promise.all([
    getReps(app.table),
    getLibrary(app.table),
    getCompany(app.table),
  ]);
  const articleIds = library.map(({ id }) => id);
  await app.table.write(sampleNote({ prospects, reps, articleIds, company }));
}
