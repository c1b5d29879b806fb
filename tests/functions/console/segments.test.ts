import { expect, test } from "vitest";
import { getSegments } from "../../../shared/segment/store.ts";
import { prospect } from "../../fixtures/world.ts";
import { fillTeam, people } from "../../shared/member/team.ts";
import { deskOf } from "./desk.ts";
import type { Desk } from "./desk.ts";

const three = [
  prospect("rui", { tags: ["vip"], company: "Porto Foods" }),
  prospect("eva", { firstName: "Eva", sector: "retail", country: "ES" }),
  prospect("max", { firstName: "Max", tags: ["vip", "press"] }),
];
const minute = (desk: Desk) => desk.world.pass(desk.world.app.now() + 60_000);

test("without segments the page says what they are for and where to make one", async () => {
  const desk = await deskOf();
  const { status, text } = await desk.open("/segments");
  expect(status).toBe(200);
  expect(text).toContain("No segments yet");
  expect(text).toContain('href="/segments/new"');
});

test("a segment is made, counted, listed with its sample, put in order, changed and removed", async () => {
  const desk = await deskOf({ prospects: three });
  const made = await desk.send("/segments", { name: "Important", "tags-any": "VIP", "tags-none": "press" });
  expect([made.status, made.headers.get("location")]).toEqual([303, "/segments?done=segment-saved"]);
  await desk.send("/segments", { name: "Spain", "country-any": "Spain, Portugal", cadence: "default" });
  const atOnce = (await desk.open("/segments")).text;
  expect(atOnce).not.toContain("Not counted yet");
  expect(atOnce).toContain("1 prospect<");
  await minute(desk);
  const { text } = await desk.open("/segments");
  expect(text).toContain("1. Important");
  expect(text).toContain("Tags: none of press");
  expect(text).toContain("Country: Spain or Portugal");
  expect(text).toContain("1 prospect<");
  expect(text).toContain("3 prospects<");
  expect(text).toContain('href="/prospects/rui"');
  expect(text).toContain("Cadence: ");
  const [first, second] = await getSegments(desk.world.app.table);
  await desk.send(`/segments/${second?.id}/move`, { way: "up" });
  expect((await desk.open("/segments")).text).toContain("1. Spain");
  const form = (await desk.open(`/segments/${first?.id}`)).text;
  expect(form).toContain('value="vip"');
  await desk.send(`/segments/${first?.id}`, { name: "Food", sector: "food", "sector-is": "none" });
  expect((await getSegments(desk.world.app.table))[1]).toMatchObject({
    name: "Food",
    rules: [{ of: "sector", is: "none", values: ["food"] }],
  });
  await desk.send(`/segments/${first?.id}/remove`, {});
  expect((await getSegments(desk.world.app.table)).map(({ name }) => name)).toEqual(["Spain"]);
  expect((await desk.open(`/segments/${first?.id}`)).status).toBe(404);
});

test("counting tells how many the rules in the form fit and who some of them are, and saves nothing", async () => {
  const desk = await deskOf({ prospects: three });
  const form = new FormData();
  for (const [name, value] of [
    ["name", "Not yet"],
    ["sector", "food"],
    ["sector", "retail"],
    ["sector-is", "any"],
    ["tags-any", "vip"],
  ])
    form.append(name!, value!);
  const { status, text } = await desk.send("/segments/count", form);
  expect(status).toBe(200);
  expect(text).toMatch(/<span class="figure">\s*2\s*<\/span> prospects, of whom 2 may be mailed/);
  expect(text).toContain("All 3 were looked at just now");
  expect(text).toContain('href="/prospects/max"');
  expect(text).toContain('value="Not yet"');
  expect(await getSegments(desk.world.app.table)).toEqual([]);
});

test("a company too large to be looked through while somebody waits is counted with the others", async () => {
  const desk = await deskOf({ prospects: Array.from({ length: 2001 }, (_, n) => prospect(`many${n}`)) });
  await desk.send("/segments", { name: "Everybody" });
  expect((await desk.open("/segments")).text).toContain("Not counted yet");
});

test("the place of the count is there from the start, and says what keeps rules from being counted", async () => {
  const desk = await deskOf({ prospects: three });
  const counted = (text: string): string =>
    /<div data-counted="[a-z]*" aria-live="polite">([^]*?)<\/div>/.exec(text)?.[1] ?? "";
  const fresh = (await desk.open("/segments/new")).text;
  expect(fresh).toContain('data-count="/segments/count"');
  expect(counted(fresh)).toContain("stands here after “Count”");
  expect(counted((await desk.send("/segments/count", { "tags-any": "vip" })).text)).toContain("2</span> prospects");
  const wrong = (await desk.send("/segments/count", { "country-any": "Atlantis" })).text;
  expect(counted(wrong)).toContain("cannot be counted yet. &quot;Atlantis&quot; is no country we know.");
});

test("what cannot be read is said beside its field, and what was typed stays", async () => {
  const desk = await deskOf({ prospects: three });
  const refused = await desk.send("/segments", {
    name: "Far",
    "country-any": "Atlantis",
    engagement: "read",
    days: "0",
  });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("&quot;?Atlantis&quot;".replace("?", ""));
  expect(refused.text).toContain("A whole number of days");
  expect(refused.text).toContain('value="Far"');
  const nameless = await desk.send("/segments", { name: "", "tags-any": "vip" });
  expect(nameless.status).toBe(422);
  expect(nameless.text).toContain("Give it a name.");
  expect((await desk.send("/segments", { name: "X", cadence: "gone" })).text).toContain("There is no cadence");
});

test("marketing makes segments; reps and managers do not", async () => {
  const desk = await deskOf({ prospects: three });
  await fillTeam(desk.world);
  expect((await (await desk.as(people.marketing)).open("/segments")).status).toBe(200);
  for (const who of [people.rep, people.manager]) {
    const member = await desk.as(who);
    expect((await member.open("/segments")).status).not.toBe(200);
    expect((await member.send("/segments", { name: "Mine" })).status).not.toBe(303);
  }
  expect(await getSegments(desk.world.app.table)).toEqual([]);
});

test("a prospect's page names their segments, stage and tags, and says when no ground is noted", async () => {
  const desk = await deskOf({ prospects: three });
  await desk.send("/segments", { name: "Important", "tags-any": "vip" });
  const { text } = await desk.open("/prospects/rui");
  expect(text).toMatch(/Segments<\/dt>\s*<dd>Important/);
  expect(text).toMatch(/Tags<\/dt>\s*<dd>vip/);
  expect(text).toContain("No ground noted");
});
