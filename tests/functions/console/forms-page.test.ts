import { expect, test } from "vitest";
import { fillTeam, people } from "../../shared/member/team.ts";
import { deskOf } from "./desk.ts";

const FIELDS = {
  name: "Website footer",
  heading: "Read with us",
  text: "What we learn.",
  consent: "I would like to get articles from Northgate by email.",
  repId: "ana",
  sector: "",
  tags: "website, Trade-Fair",
  open: "yes",
};

test("marketing makes a form, sees where it is, and closes it again", async () => {
  const desk = await deskOf();
  await fillTeam(desk.world);
  const mia = await desk.as(people.marketing);
  expect((await mia.open("/forms")).text).toContain("No form yet");
  expect((await mia.open("/forms/new")).text).toContain("I can leave at any time");
  const saved = await mia.send("/forms/new", FIELDS);
  const path = saved.headers.get("Location")!.replace(/\?.*/, "");
  const { text } = await mia.open(path);
  expect(text).toContain(`http://localhost:4600${path.replace("/forms/", "/join/")}`);
  expect(text).toContain("website, trade-fair");
  expect((await mia.open("/forms")).text).toMatch(/Website footer[^]*0 confirmed of 0 asked[^]*Ana Sousa/);
  const updatedAt = /name="updatedAt" value="(\d+)"/.exec(text)![1]!;
  expect((await mia.send(path, { ...FIELDS, open: "no", updatedAt })).status).toBe(303);
  expect((await mia.open("/forms")).text).toContain("Closed");
  expect((await mia.send(path, { ...FIELDS, updatedAt })).status).toBe(409);
});

test("what is wrong is said beside its field, and what was typed stays", async () => {
  const { send } = await deskOf();
  const wrong = { ...FIELDS, name: "", consent: "Yes", tags: "two words", repId: "" };
  const { status, text } = await send("/forms/new", wrong);
  expect(status).toBe(422);
  for (const field of ["name", "consent", "tags", "repId"]) expect(text).toContain(`id="${field}-error"`);
  expect(text).toContain("two words");
  expect((await send("/forms/new", { ...FIELDS, repId: "nobody" })).status).toBe(400);
});
