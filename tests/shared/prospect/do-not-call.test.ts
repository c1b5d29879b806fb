import { describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { putCadence } from "../../../shared/cadence/store.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { callsOf, openCallNumber } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { importProspects } from "../../../shared/prospect/import.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { findByAddress, getProspect } from "../../../shared/prospect/store.ts";
import { getReps } from "../../../shared/rep/store.ts";
import { bytes, staffedCompany } from "./company.ts";

const run = (app: App, text: string) =>
  importProspects(app, { bytes: bytes(text), source: "people.csv" }, { dryRun: false });

async function prospect(app: App, email = "a@x.example"): Promise<Prospect> {
  const found = await getProspect(app.table, (await findByAddress(app.table, email)) ?? "");
  if (!found) throw new Error(`no prospect ${email}`);
  return found;
}

describe("do not call", () => {
  test.each(["1", "yes", "TRUE", "x", "2025-03-14", "asked on the phone"])(
    "%s in the column marks them",
    async (cell) => {
      const { app } = await staffedCompany();
      await run(app, `email,Do Not Call\na@x.example,${cell}\n`);
      const one = await prospect(app);
      expect(one).toMatchObject({ doNotCall: true, standing: { state: "active" } });
      expect((await notesOf(app.table, one.id)).map(({ text }) => text)).toEqual(["Do not call, says people.csv"]);
    },
  );

  test.each(["", "0", "no", "False"])("%j leaves them as they are, marked or not", async (cell) => {
    const { app } = await staffedCompany();
    await run(app, `email,Do Not Call\na@x.example,${cell}\nb@x.example,yes\n`);
    expect(await prospect(app)).toMatchObject({ doNotCall: false });
    await run(app, `email,Do Not Call\nb@x.example,${cell}\n`);
    expect(await prospect(app, "b@x.example")).toMatchObject({ doNotCall: true });
  });

  test("counts in whichever row of theirs it stands, also in one that is refused", async () => {
    const { app } = await staffedCompany();
    await run(app, "email,record id\nold@x.example,9\n");
    await run(
      app,
      "email,record id,time zone,do not call\n" +
        "twice@x.example,1,,\ntwice@x.example,1,,yes\n" +
        "old@x.example,,Mars/Base,yes\nnew@x.example,,,\n",
    );
    for (const email of ["twice@x.example", "old@x.example"])
      expect(await prospect(app, email)).toMatchObject({ doNotCall: true });
    expect(await prospect(app, "new@x.example")).toMatchObject({ doNotCall: false });
    const { id } = await prospect(app, "old@x.example");
    expect(await notesOf(app.table, id)).toHaveLength(1);
  });

  test("the same file again changes nothing and says nothing twice", async () => {
    const { app } = await staffedCompany();
    const list = "email,do not call\na@x.example,yes\nb@x.example,yes\nb@x.example,yes\n";
    await run(app, list);
    const before = await prospect(app);
    expect((await run(app, list)).counts).toMatchObject({ updated: 0, unchanged: 2 });
    expect(await prospect(app)).toEqual(before);
    expect(await notesOf(app.table, before.id)).toHaveLength(1);
  });

  test.each(["", "Mars/Base"])("closes a call task that nobody asked for (time zone %j)", async (zone) => {
    const { app } = await staffedCompany();
    await run(app, "email\na@x.example\n");
    const { id } = await prospect(app);
    await openCallByHand(app, id, "Looked interested");
    await run(app, `email,time zone,do not call\na@x.example,${zone},yes\n`);
    expect(await callsOf(app.table, id)).toMatchObject([{ state: "closed" }]);
    expect(await openCallNumber(app.table, id)).toBeUndefined();
  });

  test("leaves the one they asked for", async () => {
    const { app, clock } = await staffedCompany();
    await run(app, "email\na@x.example\n");
    const { id } = await prospect(app);
    await recordEngagement(app, [{ id: "f1", prospectId: id, kind: "form", at: clock.now }]);
    await run(app, "email,do not call\na@x.example,yes\n");
    expect(await callsOf(app.table, id)).toMatchObject([{ state: "open", lane: "hot" }]);
  });
});

test("a number that reached somebody else does not come back with the next import, another one does", async () => {
  const { app } = await staffedCompany();
  const list = "email,phone\na@x.example,+351912345678\n";
  await run(app, list);
  const { id } = await prospect(app);
  const { number } = await openCallByHand(app, id, "Looked interested");
  const [rep] = await getReps(app.table);
  const made = { prospectId: id, number, version: 1, repId: rep?.id ?? "", notes: "" };
  await completeCall(app, { ...made, disposition: "wrong number" });
  const again = await run(app, list);
  expect(again.rows).toMatchObject([
    {
      outcome: "unchanged",
      warnings: expect.arrayContaining(["phone: +351912345678 was a wrong number when called, left out"]),
    },
  ]);
  expect((await prospect(app)).phone).toBeUndefined();
  await run(app, "email,phone\na@x.example,+351961234567\n");
  expect((await prospect(app)).phone).toBe("+351961234567");
  await run(app, list);
  expect((await prospect(app)).phone).toBe("+351961234567");
});

describe("what takes somebody out of the cadence", () => {
  const customer = "email,lifecycle stage\na@x.example,Customer\n";

  test("having bought does, when the cadence says so or there is none yet", async () => {
    const { app } = await staffedCompany();
    await run(app, customer);
    expect(await prospect(app)).toMatchObject({ standing: { state: "ended", reason: "customer" } });
  });

  test("and not when the cadence goes on with customers", async () => {
    const { app } = await staffedCompany();
    await app.table.write(putCadence({ ...defaultCadence, exits: ["replied"] }));
    await run(app, customer);
    expect(await prospect(app)).toMatchObject({ standing: { state: "active" } });
    await run(app, customer);
    expect(await prospect(app)).toMatchObject({ standing: { state: "active" } });
  });

  test("opting out always does", async () => {
    const { app } = await staffedCompany();
    await app.table.write(putCadence({ ...defaultCadence, exits: ["replied"] }));
    await run(app, "email,opted out\na@x.example,yes\n");
    expect(await prospect(app)).toMatchObject({ standing: { state: "ended", reason: "opted out" } });
  });
});
