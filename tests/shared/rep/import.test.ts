import { expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { saveCompany } from "../../../shared/company.ts";
import { idOf } from "../../../shared/id.ts";
import type { RepImportReport } from "../../../shared/rep/import.ts";
import { importReps } from "../../../shared/rep/import.ts";
import { getReps } from "../../../shared/rep/store.ts";
import { bytes, newCompany } from "../prospect/company.ts";

const run = (app: App, text: string, dryRun = false): Promise<RepImportReport> =>
  importReps(app, { bytes: bytes(text), source: "reps.csv" }, { dryRun });

const INES =
  "Name;E-mail;Title;Time zone;Phone;Calling link\nInês Moreau;Ines@Fernway.example;Advisor;europe/lisbon;+351 912 345 678;https://meet.example/ines\n";

test("a rep has name, email, title, zone, phone and calling link", async () => {
  const { app } = newCompany();
  const report = await run(app, INES);
  expect(report.counts).toEqual({ imported: 1, updated: 0, unchanged: 0, refused: 0 });
  expect(await getReps(app.table)).toEqual([
    {
      id: idOf("ines@fernway.example"),
      name: "Inês Moreau",
      email: "ines@fernway.example",
      title: "Advisor",
      timeZone: "Europe/Lisbon",
      phone: "+351912345678",
      callingLink: "https://meet.example/ines",
    },
  ]);
});

test("the same again changes nothing, blanks never overwrite, filled cells do", async () => {
  const { app } = newCompany();
  await run(app, INES);
  const [before] = await getReps(app.table);
  expect((await run(app, INES)).counts).toMatchObject({ unchanged: 1 });
  expect((await run(app, "email,title,phone\nines@fernway.example,Senior advisor,\n")).counts).toMatchObject({
    updated: 1,
  });
  expect(await getReps(app.table)).toEqual([{ ...before, title: "Senior advisor" }]);
});

test("a rep's team says whose manager sees them, and a file without one leaves it", async () => {
  const { app } = newCompany();
  await run(app, `email,name,Sales team,tz\nines@fernway.example,Inês Moreau,North,Europe/Lisbon\n`);
  expect(await getReps(app.table)).toMatchObject([{ team: "North" }]);
  await run(app, INES);
  expect(await getReps(app.table)).toMatchObject([{ team: "North", title: "Advisor" }]);
});

test("a dry run writes nothing", async () => {
  const { app } = newCompany();
  expect((await run(app, INES, true)).counts).toMatchObject({ imported: 1 });
  expect(await getReps(app.table)).toEqual([]);
});

test("what is wrong with a row is said, and the rest goes in", async () => {
  const { app } = newCompany();
  await saveCompany(app, app.config.company);
  const report = await run(
    app,
    "name,email,time zone,calling link\nAnn,ann,,\n,bo@x.example,,\nCy,cy@x.example,EST,\nDee,dee@x.example,Tokyo Standard Time,javascript:alert(1)\nDee,dee@x.example,,\nEve,eve@x.example,,meet.example/eve\n",
  );
  expect(report.rows).toEqual([
    { row: 2, outcome: "refused", field: "email", reason: '"ann" is not an email address', warnings: [] },
    { row: 3, outcome: "refused", field: "name", reason: "blank", warnings: [] },
    { row: 4, outcome: "refused", field: "time zone", reason: expect.stringContaining('"EST"'), warnings: [] },
    {
      row: 5,
      outcome: "imported",
      email: "dee@x.example",
      warnings: [
        'time zone: "Tokyo Standard Time" read as Asia/Tokyo',
        'calling link: "javascript:alert(1)" is no web address; left out',
      ],
    },
    {
      row: 6,
      outcome: "refused",
      email: "dee@x.example",
      field: "email",
      reason: "the same address as in row 5",
      warnings: expect.anything(),
    },
    {
      row: 7,
      outcome: "imported",
      email: "eve@x.example",
      warnings: ["time zone: blank; the company's own, Europe/Lisbon, is taken"],
    },
  ]);
  const reps = await getReps(app.table);
  expect(new Map(reps.map(({ email, callingLink }) => [email, callingLink]))).toEqual(
    new Map([
      ["dee@x.example", undefined],
      ["eve@x.example", "https://meet.example/eve"],
    ]),
  );
});

test.each(["notalink", "https://notalink", "notalink.", "ftp://meet.example/ines"])(
  "a calling link %s leads nowhere: it is left out, and that is said",
  async (link) => {
    const { app } = newCompany();
    const report = await run(app, `name,email,tz,calling link\nInês,ines@x.example,Europe/Lisbon,${link}\n`);
    expect(report.rows).toMatchObject([{ warnings: [`calling link: "${link}" is no web address; left out`] }]);
    expect((await getReps(app.table))[0]?.callingLink).toBeUndefined();
  },
);

test.each(["http://localhost:8080/ines", "https://[2001:db8::1]/ines", "https://203.0.113.7"])(
  "a calling link %s is kept",
  async (link) => {
    const { app } = newCompany();
    await run(app, `name,email,tz,calling link\nInês,ines@x.example,Europe/Lisbon,${link}\n`);
    expect((await getReps(app.table))[0]?.callingLink).toBe(link);
  },
);

test("a file without addresses is refused whole", async () => {
  await expect(run(newCompany().app, "name\nAnn\n")).rejects.toThrow(
    "reps.csv: no column for the reps' email addresses",
  );
});

test("with no company saved there is no zone to fall back on, and none is made up", async () => {
  const { app } = newCompany();
  const { rows } = await run(app, "name,email\nInês Moreau,ines@fernway.example\n");
  expect(rows).toMatchObject([{ outcome: "refused", field: "time zone" }]);
  expect(await getReps(app.table)).toEqual([]);
});
