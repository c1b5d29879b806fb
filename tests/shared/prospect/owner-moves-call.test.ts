import { expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { getCall, worklist } from "../../../shared/call/store.ts";
import { noticesPk } from "../../../shared/keys.ts";
import { importProspects } from "../../../shared/prospect/import.ts";
import { findByAddress } from "../../../shared/prospect/store.ts";
import { readAll } from "../../../shared/read-all.ts";
import { getReps } from "../../../shared/rep/store.ts";
import { bytes, staffedCompany } from "./company.ts";

const run = (app: App, text: string) =>
  importProspects(app, { bytes: bytes(text), source: "people.csv" }, { dryRun: false });

/** A prospect of Inês's with an open call task. */
async function called() {
  const { app } = await staffedCompany();
  await run(app, "email,owner,first name\na@x.example,Inês Moreau,Ana\n");
  const id = (await findByAddress(app.table, "a@x.example"))!;
  await openCallByHand(app, id, "Met at the fair");
  const reps = await getReps(app.table);
  const [ines, jane] = ["Inês Moreau", "Jane Doe"].map((name) => reps.find((rep) => rep.name === name)!.id);
  const numbers = async (repId = "") => (await worklist(app.table, repId)).calls.map(({ number }) => number);
  return { app, id, ines, jane, numbers };
}

test("a file that names another owner gives the open call task along, in the new rep's name", async () => {
  const { app, id, ines, jane, numbers } = await called();
  await run(app, "email,owner\na@x.example,Jane Doe\n");
  expect([await numbers(ines), await numbers(jane)]).toEqual([[], [1]]);
  const call = await getCall(app.table, id, 1);
  expect(call?.brief.voicemail.text).toContain("this is Jane Doe of Fernway");
  expect(call).toMatchObject({
    version: 2,
    moves: [{ kind: "handed over", by: "people.csv", from: ines, to: jane, version: 2 }],
  });
  const notices = await readAll(app.table, { pk: noticesPk });
  expect(notices.map(({ data }) => data)).toContainEqual(
    expect.objectContaining({ what: "changed", number: 1, version: 2 }),
  );
});

test("one that names the same owner, or none, leaves it where it is", async () => {
  const { app, id, ines, numbers } = await called();
  await run(app, "email,owner,title\na@x.example,Inês Moreau,Buyer\n");
  await run(app, "email,title\na@x.example,Head buyer\n");
  expect(await numbers(ines)).toEqual([1]);
  expect(await getCall(app.table, id, 1)).toMatchObject({ version: 1 });
});
