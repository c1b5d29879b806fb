import { beforeAll, describe, expect, test } from "vitest";
import { areaOf } from "../../../functions/console/areas.ts";
import { callKey, callsKey } from "../../../shared/keys.ts";
import { mayEnter } from "../../../shared/member/access.ts";
import { memberByEmail } from "../../../shared/member/store.ts";
import { putProspect } from "../../../shared/prospect/store.ts";
import { article, prospect } from "../../fixtures/world.ts";
import { fillTeam, people } from "../../shared/member/team.ts";
import { deskOf, mustCall } from "./desk.ts";
import type { Desk } from "./desk.ts";

const rui = prospect("rui00000000", { lastName: "Costa" });
const eva = prospect("eva00000000", { lastName: "Berg", repId: "bo" });
const loose = prospect("loose000000", { lastName: "Kleist", repId: undefined });

let desk: Desk;
beforeAll(async () => {
  desk = await deskOf({ prospects: [rui, eva, loose], articles: [article("rounds")] });
  await fillTeam(desk.world);
  for (const { id } of [rui, eva, loose]) await mustCall(desk.world, id);
});

type Route = Desk["routes"][number];

const routesOf = (): Route[] => {
  const seen = new Map(
    desk.routes.filter(({ method }) => method !== "ALL").map((one) => [`${one.method} ${one.path}`, one]),
  );
  return [...seen.values()];
};

/** The route's own path for one prospect; other pieces are such as there are none of. */
const pathFor = ({ path }: Pick<Route, "path">, prospectId: string): string =>
  path
    .replace(":id", /^\/(prospects|promises|coming|one-off)\//.test(path) ? prospectId : "x")
    .replace(":number", "1")
    .replace(":attempt", "1")
    .replaceAll(/:\w+/g, "x");

/** Whatever the forms about a prospect ask for, so that none is refused for what it says. */
const FILLED = {
  why: "Asked for a quote",
  kind: "reply",
  said: "Call me",
  tracking: "denied",
  how: "On the phone",
  date: "2026-11-25",
  articleId: "rounds",
  interests: "sailing",
  version: "1",
  disposition: "no answer",
  deed: "send",
  subject: "Notes",
  text: "As promised.",
  to: "bo",
  back: "/",
  repId: "ana",
};

const answerTo = async (who: string, { method }: Route, path: string) => {
  const browser = await desk.as(who);
  return method === "GET" ? browser.open(path, { Accept: "text/html" }) : browser.send(path, FILLED);
};

test("every page and form there is belongs to a part of Midweek", () => {
  expect(routesOf().length).toBeGreaterThan(40);
  expect(routesOf().filter(({ path }) => areaOf(path) === undefined)).toEqual([]);
  // What shows tokens is asked for them elsewhere; of the console itself nothing may stand there unguarded.
  expect(routesOf().filter(({ path }) => areaOf(path) === "token")).toEqual([]);
});

test.each(["/nowhere", "/members.json", "/prospectsx", "/settings2", "//members", "/Members", "/prospects//calls/1"])(
  "%s belongs to none, and admins too find nothing there",
  async (path) => {
    const { status } = await (await desk.as(people.admin)).open(path);
    expect([404, 403]).toContain(status);
  },
);

test.each(["/%6dembers", "/members/", "/./members", "/prospects/../members", "//members", "/members?x=/sign-in/"])(
  "%s is no way round",
  async (path) => {
    for (const who of [people.rep, "stranger"]) expect((await (await desk.as(who)).open(path)).status).not.toBe(200);
  },
);

test("strangers are led to the sign-in from every page, and get nothing from any form", async () => {
  for (const route of routesOf()) {
    const path = pathFor(route, rui.id);
    if (areaOf(path) === "open" || areaOf(path) === "token") continue;
    const { status, headers, text } = await answerTo("stranger", route, path);
    if (route.method !== "GET") expect(status, `${route.method} ${path}`).toBe(401);
    else expect([status, headers.get("Location")?.replace(/\?.*/, "")], path).toEqual([303, "/sign-in"]);
    expect(text, path).not.toMatch(/Costa|Sousa|Northgate/);
  }
});

test("what is no page tells strangers so instead of leading them to one", async () => {
  const stranger = await desk.as("stranger");
  expect((await stranger.open("/events", { Accept: "text/event-stream" })).status).toBe(401);
  expect((await stranger.open("/nowhere", { Accept: "application/json" })).status).toBe(401);
});

describe.each(Object.entries(people))("a %s", (_, email) => {
  test("gets to each part of Midweek that is theirs, and to no other", async () => {
    const viewer = await memberByEmail(desk.world.app.table, email);
    for (const route of routesOf()) {
      const path = pathFor(route, "nobody00000");
      const area = areaOf(path);
      if (!viewer || area === undefined || area === "open" || area === "token") continue;
      // Streams do not end, and forms that act are looked at one by one below.
      if (mayEnter(viewer, area) && (route.method !== "GET" || path === "/events")) continue;
      const { status } = await answerTo(email, route, path);
      const name = `${route.method} ${path} for ${viewer.role}`;
      if (mayEnter(viewer, area)) expect([200, 303, 400, 404], name).toContain(status);
      else if (path === "/") expect(status, name).toBe(303);
      else expect(status, name).toBe(403);
    }
  });
});

describe("a prospect and all that is theirs", () => {
  const aboutProspects = () => routesOf().filter(({ path }) => /^\/(prospects|promises|coming|one-off)\/:/.test(path));

  test.each([
    [people.otherRep, rui.id],
    [people.otherManager, rui.id],
    [people.rep, eva.id],
    [people.manager, eva.id],
    [people.rep, loose.id],
    [people.manager, loose.id],
  ])("are not there for %s of another team (%s), by no page and no form", async (who, prospectId) => {
    const before = desk.world.store.sql("SELECT pk, sk, data FROM items ORDER BY pk, sk").all();
    for (const route of aboutProspects()) {
      // What is nobody's a rep may make their own.
      if (prospectId === loose.id && route.path.endsWith("/take-over")) continue;
      const { status, text } = await answerTo(who, route, pathFor(route, prospectId));
      expect(status, `${route.method} ${route.path}`).toBe(404);
      expect(text, route.path).not.toMatch(/Costa|Berg|Kleist/);
    }
    expect(desk.world.store.sql("SELECT pk, sk, data FROM items ORDER BY pk, sk").all()).toEqual(before);
  });

  test.each([
    [people.rep, rui.id, "Rui Costa"],
    [people.manager, rui.id, "Rui Costa"],
    [people.otherRep, eva.id, "Berg"],
    [people.otherManager, eva.id, "Berg"],
    [people.managerOfAll, loose.id, "Kleist"],
    [people.admin, loose.id, "Kleist"],
  ])("are there for %s (%s)", async (who, prospectId, name) => {
    const browser = await desk.as(who);
    for (const path of [`/prospects/${prospectId}`, `/prospects/${prospectId}/calls/1`]) {
      const page = await browser.open(path);
      expect(page.status, path).toBe(200);
      expect(page.text, path).toContain(name);
    }
  });

  test("are not told from those who never were", async () => {
    const browser = await desk.as(people.otherRep);
    for (const page of ["", "/calls/1"]) {
      const [there, never] = [`/prospects/${rui.id}${page}`, `/prospects/never000000${page}`];
      expect((await browser.open(there)).text).toBe((await browser.open(never)).text);
    }
  });
});

test("whose call it is sees the prospect until it is made, also once the CRM says that they are another's", async () => {
  const { world, ...other } = await deskOf({ prospects: [rui] });
  await fillTeam(world);
  await mustCall(world, rui.id);
  const statuses = (who: string) =>
    Promise.all(
      [`/prospects/${rui.id}`, `/prospects/${rui.id}/calls/1`].map(
        async (path) => (await (await other.as(who)).open(path)).status,
      ),
    );
  expect(await statuses(people.otherRep)).toEqual([404, 404]);
  await world.app.table.write(...putProspect({ ...rui, repId: "bo" }, rui));
  for (const who of [people.rep, people.otherRep, people.manager, people.otherManager])
    expect(await statuses(who), who).toEqual([200, 200]);
  await world.app.table.write(
    { kind: "update", key: callsKey(rui.id), set: { open: null } },
    { kind: "update", key: callKey(rui.id, 1), set: { state: "closed" } },
  );
  // The page of a call tells what was said and read since, by whomever.
  expect(await statuses(people.rep)).toEqual([404, 404]);
  expect(await statuses(people.otherRep)).toEqual([200, 200]);
});

describe("lists", () => {
  test.each([
    [people.rep, ["Costa"]],
    [people.otherRep, ["Berg"]],
    [people.manager, ["Costa"]],
    [people.otherManager, ["Berg"]],
    [people.managerOfAll, ["Costa", "Berg", "Kleist"]],
    [people.admin, ["Costa", "Berg", "Kleist"]],
  ])("show %s whose work they see and nobody else's", async (who, names) => {
    const browser = await desk.as(who);
    const shown = async (path: string, among: readonly string[]) => {
      const { text } = await browser.open(path);
      return among.filter((name) => text.includes(`Rui ${name}`));
    };
    expect(await shown("/prospects", ["Costa", "Berg", "Kleist"])).toEqual(names);
    // Calls that are nobody's are there for whoever takes them.
    const owned = ["Costa", "Berg"];
    expect(await shown("/", owned)).toEqual(owned.filter((name) => names.includes(name)));
  });

  test("of a rep stay the rep's own, whatever their browser asks for", async () => {
    const browser = await desk.as(people.rep);
    expect((await browser.send("/rep", { rep: "bo" })).status).toBe(404);
    const { text } = await browser.open("/prospects");
    expect(text).toContain("Ana Sousa&#39;s prospects");
    expect(text).not.toContain('name="rep"');
    const manager = await desk.as(people.managerOfAll);
    expect((await manager.send("/rep", { rep: "bo" })).status).toBe(303);
  });
});

test("marketing imports prospects and articles, and lets nobody in by importing them as a rep", async () => {
  const { imports, ...own } = await deskOf();
  await fillTeam(own.world);
  const tried = async (who: string) => {
    const { open, send } = await own.as(who);
    const form = new FormData();
    form.set("reps-file", new File(["name,email"], "reps.csv"));
    return [(await open("/import")).text.includes('action="/import/reps"'), (await send("/import/reps", form)).status];
  };
  expect(await tried(people.marketing)).toEqual([false, 403]);
  expect(imports).toEqual([]);
  expect(await tried(people.admin)).toEqual([true, 303]);
  const marketing = await own.as(people.marketing);
  expect((await marketing.open("/import")).text).toContain('action="/import/prospects"');
});

test("the navigation names only what one may enter", async () => {
  const placesOf = async (who: string) => {
    const { text } = await (await desk.as(who)).open("/account");
    const nav = /<nav class="places".*?<\/nav>/s.exec(text)?.[0] ?? "";
    return [...nav.matchAll(/href="([^"]+)"/g)].map(([, path = ""]) => path);
  };
  expect(await placesOf(people.rep)).not.toContain("/members");
  expect(await placesOf(people.rep)).not.toContain("/settings");
  expect(await placesOf(people.marketing)).not.toContain("/");
  expect(await placesOf(people.admin)).toEqual(expect.arrayContaining(["/", "/members", "/settings", "/outbox"]));
  for (const who of Object.values(people))
    for (const path of await placesOf(who)) expect((await (await desk.as(who)).open(path)).status, path).toBe(200);
});
