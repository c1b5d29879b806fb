import type { App } from "../app.ts";
import { HOUR, MINUTE } from "../durations.ts";
import { articleKey } from "../keys.ts";
import type { ConditionalUpdate } from "../ports.ts";
import type { Article } from "./article.ts";
import { courtesy } from "./courtesy.ts";
import { withFlaws } from "./flaws.ts";
import { type Link, type Look, looked } from "./link.ts";
import { getLinks, putLink, removeLink } from "./link-store.ts";
import { isOver } from "./state.ts";
import { getLibrary, libraryChanged } from "./store.ts";
import { type Pause, realPause, timeRuns } from "./time-runs.ts";

/** One server is asked once a second, and at most so often a day: the rest has its turn on the days after. */
const PAUSE_MS = 1000;
const MOST_OF_A_HOST = 40;
const HOSTS_AT_ONCE = 4;
/** So that what was found is noted before the function's time is over, however slow some servers are; the rest comes first tomorrow. */
const LONGEST = 4 * MINUTE;
/** A little less than a day, as for feeds. */
const AGAIN_AFTER = 20 * HOUR;

/** Names under which nobody can be (RFC 2606, RFC 6761): examples in a trial, which are not asked. */
const NOBODY = /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|org|net))$/;

/**
 * Looks whether the addresses and pictures of articles that are in use still answer, those first that were not looked at for longest, and notes on the
 * articles what is dead. Nobody is asked while time is only moved on or played.
 */
export async function checkLinks(app: App, pause: Pause = realPause): Promise<void> {
  const library = await getLibrary(app.table);
  const links = await getLinks(app.table);
  const used = new Set(library.flatMap(linksOf));
  const date = new Date(app.now()).toISOString().slice(0, 10);
  const wanted = new Set(library.filter((article) => !isOver(article, date)).flatMap(linksOf));
  const hosts = [...dueByHost(wanted, links, app.now()).values()];
  if (hosts.length === 0 || !(await timeRuns(app, pause))) return;
  const found: Link[] = [];
  const until = app.now() + LONGEST;
  const turn = async (): Promise<void> => {
    for (let urls = hosts.shift(); urls; urls = hosts.shift())
      found.push(...(await lookAtHost(app, urls, links, { pause, until })));
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, turn));
  const unused = [...links.values()].filter(({ url }) => !used.has(url));
  await app.table.writeMany([...unused.map(({ id }) => removeLink(id)), ...found.map(putLink)]);
  for (const link of found) links.set(link.url, link);
  await noteFlaws(app, links);
}

const linksOf = ({ url, image }: Article): string[] => (image ? [url, image] : [url]);

function dueByHost(urls: ReadonlySet<string>, links: ReadonlyMap<string, Link>, now: number): Map<string, string[]> {
  const lastOf = (url: string): number => links.get(url)?.checkedAt ?? 0;
  const due = [...urls]
    .filter((url) => !NOBODY.test(new URL(url).hostname) && lastOf(url) <= now - AGAIN_AFTER)
    .toSorted((one, other) => lastOf(one) - lastOf(other));
  const byHost = Map.groupBy(due, (url) => new URL(url).host);
  return new Map([...byHost].map(([host, all]) => [host, all.slice(0, MOST_OF_A_HOST)]));
}

/** After so many addresses in a row under which a server gave no answer at all, it is taken to be down: the rest would say the same. */
const DOWN_AFTER = 3;

async function lookAtHost(
  app: App,
  urls: readonly string[],
  links: ReadonlyMap<string, Link>,
  { pause, until }: { readonly pause: Pause; readonly until: number },
): Promise<Link[]> {
  const found: Link[] = [];
  let silent = 0;
  let last: Look | undefined;
  for (const url of urls) {
    const isDown = silent >= DOWN_AFTER;
    if (app.now() >= until) break;
    if (last && !isDown) await pause(PAUSE_MS);
    const look = isDown && last ? last : await lookAt(app, url);
    silent = "failed" in look ? silent + 1 : 0;
    last = look;
    found.push(looked(url, look, links.get(url), app.now()));
  }
  return found;
}

/** HEAD, and where a server knows no HEAD, GET. */
async function lookAt(app: App, url: string): Promise<Look> {
  const headers = courtesy(app.config);
  const short = await app.outlet.get({ url, headers, method: "HEAD", mostBytes: 0 });
  if (!("failed" in short) && short.status < 400) return { status: short.status };
  const answer = await app.outlet.get({ url, headers, mostBytes: 10 * 1024 * 1024 });
  if ("failed" in answer && answer.failed.startsWith("larger than")) return { status: 200 };
  return "failed" in answer ? { failed: answer.failed } : { status: answer.status };
}

/** The library is read anew: somebody may have changed it while others' servers were asked, and who does so now has their flaws noted then. */
async function noteFlaws(app: App, links: ReadonlyMap<string, Link>): Promise<void> {
  const changes = (await getLibrary(app.table)).flatMap((before): ConditionalUpdate[] => {
    const { flaws = [] } = withFlaws(before, links);
    if (JSON.stringify(flaws) === JSON.stringify(before.flaws ?? [])) return [];
    const guard = { match: { updatedAt: before.updatedAt } };
    return [{ kind: "update", key: articleKey(before.id), set: { flaws }, guard }];
  });
  if (changes.length === 0) return;
  await app.table.writeEach(changes);
  await app.table.write(libraryChanged(app.now()));
}
