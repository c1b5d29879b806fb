import { expect, test } from "vitest";
import { deskOf } from "./desk.ts";

const upload = (fields: Record<string, string>): FormData => {
  const form = new FormData();
  form.append("prospects-file", new File(["email\na@x.example\n"], "people.csv"));
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};

test("the import of prospects asks why they may be written to", async () => {
  const desk = await deskOf();
  const { text } = await desk.open("/import");
  expect(text).toContain("Why may these people be written to?");
  expect(text).toContain("Where that is known from");
});

test("a ground without where it is known from is refused, and what was chosen stays", async () => {
  const desk = await deskOf();
  const refused = await desk.send("/import/prospects", upload({ "consent-basis": "opt-in" }));
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("say where the ground");
  expect(refused.text).toMatch(/value="opt-in" selected/);
  expect(desk.imports).toEqual([]);
  const taken = await desk.send(
    "/import/prospects",
    upload({ "consent-basis": "opt-in", "consent-source": "the form" }),
  );
  expect(taken.status).toBe(303);
  expect((await desk.send("/import/prospects", upload({}))).status).toBe(303);
});
