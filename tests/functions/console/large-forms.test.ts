import { expect, test } from "vitest";
import { doorOf } from "./door.ts";
import { deskOf } from "./desk.ts";

const MB = 1024 * 1024;

test("a stranger's form that would fill the memory is turned away, said how long or not", async () => {
  const door = await doorOf();
  const browser = door.browser();
  const email = "x".repeat(2 * MB);
  const length = { "Content-Length": String(2 * MB) };
  for (const headers of [{}, length]) {
    const page = await browser.send("/sign-in", { email }, headers);
    expect(page.status).toBe(413);
    expect(page.text).toContain("more than a form may hold");
  }
});

test("notes as long as they may be are taken, in any script, and files to import are larger", async () => {
  const { send, imports } = await deskOf();
  expect((await send("/rep", { rep: "", notes: "電".repeat(20_000) })).status).toBe(303);
  const form = new FormData();
  form.set("prospects-file", new File(["x".repeat(2 * MB)], "prospects.csv"));
  expect((await send("/import/prospects", form)).status).toBe(303);
  expect(imports).toEqual(["prospects prospects.csv, check"]);
});
