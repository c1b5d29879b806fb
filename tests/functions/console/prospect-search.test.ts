import { expect, test } from "vitest";
import { prospect } from "../../fixtures/world.ts";
import { fillTeam, people } from "../../shared/member/team.ts";
import { deskOf } from "./desk.ts";

const rui = prospect("rui00000000", { lastName: "Gonçalves", email: "rui@porto-foods.example" });
const eva = prospect("eva00000000", { firstName: "Eva", lastName: "Berg", company: "Kiel Ports", repId: "bo" });
const loose = prospect("loose000000", {
  firstName: "Max",
  lastName: "Kleist",
  company: "Kiel Ports",
  repId: undefined,
});

const desk = () => deskOf({ prospects: [rui, eva, loose] });

test("a prospect is found by a part of the name or company, without accents, with links to the page and the form", async () => {
  const { world, open, send } = await desk();
  await fillTeam(world);
  expect((await open("/prospects")).text).toContain('action="/prospects/find"');
  const { status, text } = await send("/prospects/find", { q: "goncal RUI" });
  expect(status).toBe(200);
  expect(text).toContain('href="/prospects/rui00000000"');
  expect(text).toContain('href="/prospects/rui00000000/edit"');
  expect(text).not.toContain("Berg");
  const both = (await send("/prospects/find", { q: "kiel" })).text;
  expect([both.includes("Berg"), both.includes("Kleist"), both.includes("None yet")]).toEqual([true, true, true]);
});

test("a whole email address finds whose it is at once, also while another rep's work is looked at", async () => {
  const { world, send } = await desk();
  await fillTeam(world);
  const headers = { Origin: "http://localhost:4600", "Sec-Fetch-Site": "same-origin", Cookie: "rep=bo" };
  const { text } = await send("/prospects/find", { q: " Rui@Porto-Foods.example " }, headers);
  expect(text).toContain('href="/prospects/rui00000000/edit"');
  expect((await send("/prospects/find", { q: "@porto-foods.example" })).text).toContain(
    "Addresses are looked up whole.",
  );
});

test("nobody finds whom they do not see, by name or by address", async () => {
  const { world, as } = await desk();
  await fillTeam(world);
  const rep = await as(people.rep);
  for (const q of ["Berg", eva.email]) {
    const { status, text } = await rep.send("/prospects/find", { q });
    expect([status, text.includes("/prospects/eva00000000")]).toEqual([200, false]);
  }
  expect((await rep.send("/prospects/find", { q: rui.email })).text).toContain("/prospects/rui00000000");
  const other = await as(people.otherRep);
  expect((await other.send("/prospects/find", { q: "berg" })).text).toContain("/prospects/eva00000000");
});

test("nothing typed and nobody found say what to do, and what was typed stays but in no address", async () => {
  const { open, send } = await desk();
  expect((await send("/prospects/find", { q: " " })).text).toContain("Nothing to look for");
  const { text } = await send("/prospects/find", { q: "Nobody<b>" });
  expect(text).toContain("Nobody is called that");
  expect(text).toContain('value="Nobody&lt;b&gt;"');
  expect(text).not.toMatch(/(?:href|action)="[^"]*Nobody/);
  expect((await open("/prospects/find")).headers.get("Location")).toBe("/prospects");
});

test("of many prospects some are found at once and the rest when looking further, and nobody is left out", async () => {
  const { send } = await deskOf({
    prospects: Array.from({ length: 150 }, (_, n) => prospect(`many${n}`, { company: "Harbour" })),
  });
  const found: string[] = [];
  let from: string | undefined = "";
  while (from !== undefined) {
    const { text } = await send("/prospects/find", { q: "harbour", from });
    found.push(...text.matchAll(/href="\/prospects\/(many\d+)"/g).map(([, id]) => id!));
    from = /name="from" value="([^"]+)"/.exec(text)?.[1];
    expect(text.includes("Look further")).toBe(from !== undefined);
  }
  expect([found.length, new Set(found).size]).toEqual([150, 150]);
});
