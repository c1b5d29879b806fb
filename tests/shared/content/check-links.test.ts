import { expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { checkLinks } from "../../../shared/content/check-links.ts";
import { getLinks } from "../../../shared/content/link-store.ts";
import { getLibrary, libraryChanged, putArticles } from "../../../shared/content/store.ts";
import { DAY } from "../../../shared/durations.ts";
import { article } from "../../fixtures/world.ts";
import { libraryWorld } from "./library-world.ts";
import { webOf } from "./web.ts";

const MONDAY = Date.UTC(2026, 10, 16, 5, 20);
/** Under a name that could be somebody's; nobody is asked but the web of the test. */
const SITE = "https://blog.ferrow.made-up";

async function checked(...names: string[]) {
  const at = { now: MONDAY };
  const web = webOf();
  const app: App = { ...libraryWorld(at), outlet: web.outlet };
  const articles = names.map((name) =>
    article(name, { url: `${SITE}/${name}`, summary: `What we learned about ${name} in a year.` }),
  );
  await app.table.writeMany([...putArticles(articles), libraryChanged(MONDAY)]);
  for (const { url } of articles) web.put(url, {});
  let paused = 0;
  const check = async (day: number): Promise<void> => {
    at.now = MONDAY + day * DAY;
    await checkLinks(app, async (ms) => {
      paused += ms;
      at.now += ms;
    });
  };
  const flawed = async (): Promise<string[]> =>
    (await getLibrary(app.table)).filter(({ flaws }) => flaws?.length).map(({ id }) => id);
  return { app, web, check, flawed, paused: () => paused };
}

test("addresses are asked one after the other, once a second and once a day", async () => {
  const { app, web, check, flawed, paused } = await checked("a", "b", "c");
  await check(0);
  expect(web.asked.map(({ method }) => method)).toEqual(["HEAD", "HEAD", "HEAD"]);
  expect(paused()).toBe(2020);
  await check(0.5);
  expect(web.asked).toHaveLength(3);
  expect([...(await getLinks(app.table)).values()]).toMatchObject([
    { outcome: "well" },
    { outcome: "well" },
    { outcome: "well" },
  ]);
  expect(await flawed()).toEqual([]);
});

test("what says on two days that it is not there keeps its article back, until it is there again", async () => {
  const { web, check, flawed } = await checked("a", "b");
  web.put(`${SITE}/a`, { status: 404 });
  await check(0);
  expect(await flawed()).toEqual([]);
  await check(1);
  expect(await flawed()).toEqual(["a"]);
  web.put(`${SITE}/a`, {});
  await check(2);
  expect(await flawed()).toEqual([]);
});

test("a server that is down over a weekend keeps nothing back, one that is down for good does", async () => {
  const { web, check, flawed } = await checked("a", "b", "c", "d", "e");
  for (const name of ["a", "b", "c", "d", "e"]) web.put(`${SITE}/${name}`, { failed: "no answer within 10 seconds" });
  for (const day of [0, 1, 2]) await check(day);
  expect(await flawed()).toEqual([]);
  // Three times HEAD and GET, and the rest is not asked.
  expect(web.asked).toHaveLength(3 * 6);
  await check(3);
  expect((await flawed()).toSorted()).toEqual(["a", "b", "c", "d", "e"]);
});

test("one address without an answer says nothing of the others of its server", async () => {
  const { web, check, flawed } = await checked("a", "b", "c", "d");
  web.put(`${SITE}/a`, { failed: "no answer within 10 seconds" });
  for (const day of [0, 1, 2, 3, 4]) await check(day);
  expect(await flawed()).toEqual(["a"]);
});

test("a server that wants no programs, or knows no HEAD, says nothing about readers", async () => {
  const { web, check, flawed } = await checked("a", "b");
  web.put(`${SITE}/a`, { status: 403 });
  web.put(`${SITE}/b`, ({ method }) => ({ status: method === "HEAD" ? 404 : 200 }));
  for (const day of [0, 1, 2, 3, 4]) await check(day);
  expect(await flawed()).toEqual([]);
});

test("a picture that is gone keeps its article back too, and what is retired or nobody's is not asked for", async () => {
  const { app, web, check, flawed } = await checked("a");
  const more = [
    article("p", { url: `${SITE}/a2`, image: `${SITE}/gone.png`, summary: "What we learned about ports in a year." }),
    article("over", { url: `${SITE}/over`, retiredAt: MONDAY }),
    article("sample", { url: "https://northgate.example/x" }),
  ];
  await app.table.writeMany([...putArticles(more), libraryChanged(MONDAY)]);
  web.put(`${SITE}/a2`, {});
  await check(0);
  await check(1);
  expect(await flawed()).toEqual(["p"]);
  expect(web.asked.map(({ url }) => url)).not.toContain(`${SITE}/over`);
  expect(web.asked.map(({ url }) => url)).not.toContain("https://northgate.example/x");
});

test("of a large library each address has its turn", async () => {
  const names = Array.from({ length: 100 }, (_, index) => `n${index}`);
  const { web, check } = await checked(...names);
  for (const day of [0, 1, 2]) await check(day);
  expect(new Set(web.asked.map(({ url }) => url)).size).toBe(100);
});

test("nobody is asked while time is only moved on: a minute without network is no week of it", async () => {
  const { app, web, flawed } = await checked("a");
  web.put(`${SITE}/a`, { failed: "no network" });
  for (let day = 0; day < 10; day++) await checkLinks(app);
  expect(web.asked).toEqual([]);
  expect(await flawed()).toEqual([]);
});

test("slow servers take no more than a few minutes, and what was not asked comes first tomorrow", async () => {
  const names = Array.from({ length: 30 }, (_, n) => `n${n}`);
  const at = { now: MONDAY };
  const web = webOf();
  const slow: App["outlet"] = {
    ...web.outlet,
    get: (asked) => {
      at.now += 19_000;
      return web.outlet.get(asked);
    },
  };
  const app: App = { ...libraryWorld(at), outlet: slow };
  const articles = names.map((name) => article(name, { url: `${SITE}/${name}` }));
  await app.table.writeMany([...putArticles(articles), libraryChanged(MONDAY)]);
  for (const { url } of articles) web.put(url, {});
  const check = () => checkLinks(app, async (ms) => void (at.now += ms));
  await check();
  expect(at.now).toBeLessThan(MONDAY + 5 * 60_000);
  const first = new Set((await getLinks(app.table)).keys());
  expect(first.size).toBe(13);
  at.now = MONDAY + DAY;
  await check();
  const second = [...(await getLinks(app.table)).values()].filter(({ checkedAt }) => checkedAt >= MONDAY + DAY);
  expect(second.filter(({ url }) => first.has(url))).toEqual([]);
});
