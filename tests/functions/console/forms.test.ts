import { describe, expect, test } from "vitest";
import { getCompany } from "../../../shared/company.ts";
import { companyKey } from "../../../shared/keys.ts";
import { DAY } from "../../../shared/time.ts";
import { testConfig } from "../../fixtures/world.ts";
import { deskOf } from "./desk.ts";

const upload = (name: string, files: readonly File[], fields: Record<string, string>): FormData => {
  const form = new FormData();
  for (const file of files) form.append(name, file);
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  return form;
};

const csv = new File(["email\nrui@\n"], "people.csv", { type: "text/csv" });

describe("importing", () => {
  test("a check shows the report and changes nothing, then imports exactly what was checked", async () => {
    const { send, open, imports } = await deskOf();
    const checked = await send("/import/prospects", upload("prospects-file", [csv], { how: "check" }));
    expect(checked.status).toBe(303);
    const report = await open(checked.headers.get("Location") ?? "");
    expect(report.text).toContain("What would happen");
    expect(report.text).toContain("not an address: rui@");
    const again = /action="(\/import\/again\/[^"]+)"/.exec(report.text)?.[1] ?? "";
    const done = await send(again, {});
    expect((await open(done.headers.get("Location") ?? "")).text).toContain("What happened");
    expect(imports).toEqual(["prospects people.csv, check", "prospects people.csv"]);
  });

  test("loading a report again imports nothing again", async () => {
    const { send, open, imports } = await deskOf();
    const done = await send("/import/reps", upload("reps-file", [csv], { how: "import" }));
    await open(done.headers.get("Location") ?? "");
    await open(done.headers.get("Location") ?? "");
    expect(imports).toEqual(["reps people.csv"]);
  });

  test("several posts go together; a feed is an address or a file", async () => {
    const { send, imports } = await deskOf();
    const posts = [new File(["a"], "a.md"), new File(["b"], "b.md")];
    await send("/import/posts", upload("posts-file", posts, { how: "import" }));
    await send(
      "/import/feed",
      upload("feed-file", [], { how: "import", "feed-url": "https://northgate.example/feed" }),
    );
    await send("/import/feed", upload("feed-file", [new File(["<rss/>"], "feed.xml")], { how: "check" }));
    expect(imports).toEqual(["posts a.md b.md", "feed https://northgate.example/feed", "feed feed.xml, check"]);
  });

  test.each([
    ["/import/prospects", "Choose a file first."],
    ["/import/feed", "Give an address or choose a file."],
  ])("%s without a file says so", async (path, words) => {
    const { send, imports } = await deskOf();
    const page = await send(path, upload("none", [], { how: "import" }));
    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
    expect(imports).toEqual([]);
  });

  test("a report that is gone leads back to the form", async () => {
    const { open } = await deskOf();
    expect((await open("/import?report=gone")).headers.get("Location")).toBe("/import?done=import-gone");
  });
});

describe("the company", () => {
  const fields = {
    name: "Southgate",
    whatWeDo: "",
    website: "",
    senderAddress: "hello@southgate.example",
    postalAddress: "1 Quay\r\nLisbon",
    timeZone: "europe/lisbon",
    untrackedCountries: "de, fr",
  };

  test("is saved as it should be read", async () => {
    const { send, open, world } = await deskOf();
    const saved = await send("/settings", fields);
    expect((await open(saved.headers.get("Location") ?? "")).text).toContain("Company saved.");
    expect(await getCompany(world.app.table)).toEqual({
      name: "Southgate",
      whatWeDo: "",
      senderAddress: "hello@southgate.example",
      postalAddress: "1 Quay\nLisbon",
      timeZone: "Europe/Lisbon",
      untrackedCountries: ["DE", "FR"],
      eraseOnWithdrawal: true,
      falseTasksPerFortnight: 1,
      callsPerDay: 20,
    });
  });

  test.each([
    [{ timeZone: "Europe/Lissabon" }, "There is no such time zone."],
    [{ senderAddress: "hello" }, "Give an email address."],
    [{ name: " " }, "Give the company&#39;s name."],
    [{ website: "southgate" }, "Give a whole address"],
    [{ website: "javascript:alert(1)" }, "Give a whole address that begins with https:// or http://"],
    [{ untrackedCountries: "Germany" }, "Give two-letter codes"],
    [{ untrackedCountries: "DE, UK" }, "There is no country &quot;UK&quot;; did you mean GB?"],
    [{ eraseOnWithdrawal: "maybe" }, "Choose what becomes of it."],
    [{ pricingPage: "pricing" }, "Give a whole web address"],
    [{ pricingPage: "javascript:alert(1)" }, "Give a whole web address"],
    [{ falseTasksPerFortnight: "0" }, "Give a number above 0"],
    [{ falseTasksPerFortnight: "21" }, "Give a number above 0"],
    [{ falseTasksPerFortnight: "1,5" }, "Give a number above 0"],
    [{ falseTasksPerFortnight: "-1" }, "Give a number above 0"],
  ])("%o is refused beside its field and nothing is lost", async (wrong, words) => {
    const { send, world } = await deskOf({ companySaved: false });
    const page = await send("/settings", { ...fields, ...wrong });
    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
    expect(page.text).toContain('value="hello');
    expect(await getCompany(world.app.table)).toBeUndefined();
  });

  test("with a website of before that is no web address is read as if it had none", async () => {
    const { open, world } = await deskOf();
    await world.app.table.write({ kind: "update", key: companyKey(), set: { website: "javascript:alert(1)" } });
    expect(await getCompany(world.app.table)).toMatchObject({ name: "Northgate", website: undefined });
    expect((await open("/settings")).text).not.toContain("javascript:");
  });

  const warmUp = { warmUpStartsOn: "2026-11-25", warmUpEmailsPerDay: "50, 150 150;400" };

  test("keeps its warm-up when something else is changed, and loses it when both fields are emptied", async () => {
    const { send, open, world } = await deskOf();
    await send("/settings", { ...fields, ...warmUp });
    const kept = { startsOn: "2026-11-25", emailsPerDay: [50, 150, 150, 400] };
    expect((await getCompany(world.app.table))?.warmUp).toEqual(kept);
    const { text } = await open("/settings");
    const shown = (name: string) => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(text)?.[1] ?? "";
    const again = { warmUpStartsOn: shown("warmUpStartsOn"), warmUpEmailsPerDay: shown("warmUpEmailsPerDay") };
    expect(again).toEqual({ warmUpStartsOn: "2026-11-25", warmUpEmailsPerDay: "50, 150, 150, 400" });
    await send("/settings", { ...fields, name: "Eastgate", ...again });
    expect(await getCompany(world.app.table)).toMatchObject({ name: "Eastgate", warmUp: kept });
    await send("/settings", { ...fields, warmUpStartsOn: "", warmUpEmailsPerDay: "" });
    expect(await getCompany(world.app.table)).not.toHaveProperty("warmUp");
  });

  test.each([
    [{ warmUpEmailsPerDay: "400, 50" }, "none smaller than the one before"],
    [{ warmUpEmailsPerDay: "1.000, 2.000" }, "without dots inside"],
    [{ warmUpEmailsPerDay: "" }, "none smaller than the one before"],
    [{ warmUpEmailsPerDay: "fifty" }, "none smaller than the one before"],
    [{ warmUpStartsOn: "" }, "Give the first day of the warm-up."],
  ])("with a warm-up of %o is refused beside its field", async (wrong, words) => {
    const { send, world } = await deskOf({ companySaved: false });
    const page = await send("/settings", { ...fields, ...warmUp, ...wrong });
    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
    expect(await getCompany(world.app.table)).toBeUndefined();
  });

  test("is shown as it was saved, and before that nothing is made up for it", async () => {
    const { senderAddress } = testConfig.company;
    expect((await (await deskOf()).open("/settings")).text).toContain(`value="${senderAddress}"`);
    const { text } = await (await deskOf({ companySaved: false })).open("/settings");
    for (const name of ["name", "website", "senderAddress", "timeZone"])
      expect(text).toMatch(new RegExp(`<input id="${name}" name="${name}" type="\\w+" placeholder=`));
    expect(text).toMatch(/<textarea id="postalAddress"[^>]*placeholder="[^"]+"[^>]*><\/textarea>/);
    expect(text).toContain('value="FR, DE, AT, IT, ES, NL"');
  });

  test("sent as the empty form stands is refused", async () => {
    const { send, world } = await deskOf({ companySaved: false });
    const empty = Object.fromEntries(Object.keys(fields).map((name) => [name, ""]));
    expect((await send("/settings", empty)).status).toBe(422);
    expect(await getCompany(world.app.table)).toBeUndefined();
  });
});

describe("the clock", () => {
  test("says the time with its place, and moves on", async () => {
    const { open, send, world } = await deskOf();
    expect((await open("/library")).text).toContain("Mon 23 Nov 2026, 09:00 Lisbon");
    const before = world.app.now();
    const moved = await send("/time", { move: "day", back: "/library" });
    expect(moved.headers.get("Location")).toBe("/library?done=time-moved");
    expect(world.app.now()).toBe(before + DAY);
    expect((await open("/library?done=time-moved")).text).toContain("The clock has moved.");
  });

  test("cannot be moved to where there is no button for", async () => {
    const { send, world } = await deskOf();
    const before = world.app.now();
    expect((await send("/time", { move: "yesterday" })).status).toBe(400);
    expect(world.app.now()).toBe(before);
  });
});

test("what a link puts into the query is not said in our name", async () => {
  const { open } = await deskOf();
  const { text } = await open("/?done=<b>You%20won</b>");
  expect(text).not.toContain("You won");
  expect(text).not.toContain('<output class="flash"');
});
