import type { App } from "../../shared/app.ts";
import { startedEmpty } from "./fresh.ts";
import { getCadences } from "../../shared/cadence/store.ts";
import { getCompany } from "../../shared/company.ts";
import { getLibrary, libraryChanged } from "../../shared/content/store.ts";
import { articlesOf } from "../../shared/experiment/experiment.ts";
import { dropExperiment, getExperiments, knownExperiments } from "../../shared/experiment/store.ts";
import { leaveGateway } from "../../shared/engagement/leave-gateway.ts";
import { addressHash } from "../../shared/id.ts";
import {
  addressKey,
  articleKey,
  cadenceKey,
  cadenceVersionsPk,
  callLogPk,
  companyKey,
  crmKey,
  hotCallsPk,
  noticesPk,
  prospectPk,
  repKey,
  rosterKey,
  rosterPk,
  suppressionKey,
  usualKey,
} from "../../shared/keys.ts";
import type { Item, Key, Write } from "../../shared/ports.ts";
import type { Prospect } from "../../shared/prospect/prospect.ts";
import { getProspect } from "../../shared/prospect/store.ts";
import { readAll } from "../../shared/read-all.ts";
import { dropRehearsal, getRehearsals } from "../../shared/rehearsal/store.ts";
import { getReps } from "../../shared/rep/store.ts";
import { forgetWords } from "../../shared/segment/store.ts";
import { companyMark, forgetSampleNote, getSampleNote } from "./sample-note.ts";
import type { Marked, SampleNote } from "./sample-note.ts";

const remove = (key: Key): Write => ({ kind: "remove", key: { pk: key.pk, sk: key.sk } });

/**
 * Takes the sample company out and leaves whatever is one's own: prospects, then what was told of them, reps nobody else has, articles with their
 * experiments, dry runs, and the company itself unless it says something else by now. The note of what it was goes last, so that after a crash it can be
 * asked for again. "rep-stays": somebody of one's own has a rep of the sample.
 */
export async function removeSample(app: App): Promise<"removed" | "rep-stays" | "no-sample"> {
  const note = await getSampleNote(app.table);
  if (!note) return "no-sample";
  const gone = new Set<string>();
  for (const one of note.prospects) if (await removeProspect(app, one)) gone.add(one.id);
  await removeNews(app, gone);
  const repStays = await removeReps(app, note.reps);
  await removeExperiments(app, await removeArticles(app, note.articleIds));
  for (const { id } of await getRehearsals(app.table)) await dropRehearsal(app.table, id);
  await app.table.write(libraryChanged(app.now()));
  await removeCompany(app, note);
  await app.table.write(startedEmpty(app.now()), forgetSampleNote(), forgetWords());
  // What was counted and reported of them is worked out anew, of those who are left.
  await app.reckonings.send([{ of: "segments" }, { of: "report" }]);
  return repStays ? "rep-stays" : "removed";
}

/** First the profile, so that nothing is sent from then on; nothing is left, not even the wish to be left alone: they are nobody. */
async function removeProspect(app: App, { id, address }: Marked): Promise<boolean> {
  const prospect = await getProspect(app.table, id);
  if (prospect && addressHash(prospect.email) !== address) return false;
  if (prospect) await app.table.write(...ownRows(prospect).map(remove));
  const rest = await readAll(app.table, { pk: prospectPk(id) });
  if (rest.length > 0) await app.table.writeMany(rest.map(remove));
  if (prospect) await leaveGateway(app.table, id, prospect.email);
  await app.mailer.forget(id);
  return true;
}

const ownRows = ({ id, email, repId, crmId }: Prospect): Key[] => [
  { pk: prospectPk(id), sk: "PROSPECT" },
  rosterKey(repId, id),
  addressKey(addressHash(email)),
  suppressionKey(addressHash(email)),
  ...(crmId ? [crmKey(crmId)] : []),
];

/** One that was led elsewhere by hand is an article of one's own by now. Answers with those that are gone. */
async function removeArticles(app: App, marked: readonly string[]): Promise<string[]> {
  const kept = new Set((await getLibrary(app.table)).filter(({ own }) => own?.includes("url")).map(({ id }) => id));
  const gone = marked.filter((id) => !kept.has(id));
  await app.table.writeMany([...gone.map((id) => remove(articleKey(id))), remove(usualKey())]);
  return gone;
}

/** Those that were about nothing else. */
async function removeExperiments(app: App, articleIds: readonly string[]): Promise<void> {
  for (const experiment of await getExperiments(app.table)) {
    if (!articlesOf(experiment).every((id) => articleIds.includes(id))) continue;
    const { version } = await knownExperiments(app.table);
    await app.table.write(...dropExperiment(experiment.id, version, app.now()));
  }
}

/** Notices and the lines for open pages. */
async function removeNews(app: App, ids: ReadonlySet<string>): Promise<void> {
  const about = ({ sk, data }: Item): boolean =>
    ids.has(typeof data["prospectId"] === "string" ? data["prospectId"] : sk.slice(sk.indexOf("#") + 1));
  for (const pk of [noticesPk, hotCallsPk]) {
    const gone = (await readAll(app.table, { pk })).filter(about);
    if (gone.length > 0) await app.table.writeMany(gone.map(remove));
  }
}

/** A rep who has prospects of one's own by now stays. Answers whether there is one. */
async function removeReps(app: App, marked: readonly Marked[]): Promise<boolean> {
  let stays = false;
  const addresses = new Map(marked.map(({ id, address }) => [id, address]));
  for (const { id, email } of await getReps(app.table)) {
    if (addresses.get(id) !== addressHash(email)) continue;
    const { items } = await app.table.query({ pk: rosterPk(id), limit: 1 });
    if (items.length > 0) {
      stays = true;
      continue;
    }
    const log = await readAll(app.table, { pk: callLogPk(id) });
    await app.table.writeMany([...log.map(remove), remove(repKey(id))]);
  }
  return stays;
}

/** With the company go the rhythm it began and its schedules, unless somebody changed them or has prospects in it. */
async function removeCompany(app: App, note: SampleNote): Promise<void> {
  const company = await getCompany(app.table);
  if (!company || companyMark(company) !== note.company) return;
  const anyProspects = (await app.table.query({ pk: rosterPk(undefined), limit: 1 })).items.length > 0;
  const stays = anyProspects || (await getReps(app.table)).length > 0;
  const cadences = await getCadences(app.table);
  if (!stays)
    for (const { id, version } of cadences) {
      if (version > 1) continue;
      for (const name of await app.scheduler.list(`${id}.`)) await app.scheduler.remove(name);
      const versions = await readAll(app.table, { pk: cadenceVersionsPk(id) });
      await app.table.writeMany([...versions.map(remove), remove(cadenceKey(id))]);
    }
  await app.table.write(remove(companyKey()));
}
