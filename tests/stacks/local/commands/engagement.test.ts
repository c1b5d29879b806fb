import { writeFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { saveCompany } from "../../../../shared/company.ts";
import { recordEngagement } from "../../../../shared/engagement/record.ts";
import { getEngagement, putEngagement } from "../../../../shared/engagement/store.ts";
import { putUsual, usualFrom } from "../../../../shared/engagement/usual.ts";
import { touchKey, usualKey } from "../../../../shared/keys.ts";
import { openStore } from "../../../../shared/local/store.ts";
import { putProspect } from "../../../../shared/prospect/store.ts";
import { putRep } from "../../../../shared/rep/store.ts";
import { clockAt } from "../../../../stacks/local/clock.ts";
import { databasePath, worldOf } from "../../../../stacks/local/open-world.ts";
import { testConfig } from "../../../fixtures/world.ts";
import { prospect, rep, rising, sentAt, slot, smallWorld } from "../../../shared/engagement/small-world.ts";
import { HOUR } from "../../../../shared/time.ts";
import { json, midweek, publicUrl, temporaryPlace } from "../folders.ts";

const { path, folder } = temporaryPlace();
const EMAILS = 10;

/** One who rose, one who did nothing. */
async function companyWithATask(name: string, tamper = false): Promise<string> {
  const data = folder(name);
  const { app: small } = await smallWorld(EMAILS);
  const store = openStore(databasePath(data));
  const { app } = await worldOf({ store, publicUrl, clock: clockAt(sentAt(EMAILS - 1) + HOUR) });
  await saveCompany(app, testConfig.company);
  await app.table.write(putRep(rep), putUsual(usualFrom(await small.table.get(usualKey()))));
  for (const id of ["p1", "p2"])
    await app.table.write(...putProspect(prospect({ id, email: `${id}@fabrica.example` }), undefined));
  for (let n = 0; n < EMAILS; n += 1) {
    const sent = (await small.table.get(touchKey("p1", slot(n))))!;
    for (const prospectId of ["p1", "p2"])
      await app.table.write({
        kind: "put",
        item: { ...touchKey(prospectId, slot(n)), data: { ...sent.data, prospectId } },
      });
  }
  await recordEngagement(app, rising());
  if (tamper) {
    const before = await getEngagement(app.table, "p1");
    await app.table.write(putEngagement({ ...before, lastHumanAt: 1, version: before.version + 1 }, before));
  }
  store.close();
  return data;
}

let data = "";
beforeAll(async () => {
  data = await companyWithATask("company");
});

function weights(name: string, text: string): string {
  const file = `${path}/${name}`;
  writeFileSync(file, text);
  return file;
}

test("shows the weights, each with its source, and the knobs", async () => {
  const { out } = await midweek("engagement", "weights");
  expect(out).toMatch(/^gmail-open +0\.6 .*\(our starting weights/m);
  expect(out).toMatch(/^silentAfter +72 +hours$/m);
  expect(json(await midweek("engagement", "weights", "--json"))).toMatchObject({
    weights: expect.arrayContaining([expect.objectContaining({ rule: "click", human: 0.85 })]),
    knobs: expect.arrayContaining([{ name: "clickOdds", value: 6 }]),
  });
});

test("checks that the ledger gives what is stored", async () => {
  const said = await midweek("engagement", "check", "--data", data);
  expect(said).toEqual({
    code: 0,
    out: "2 of 2 prospects: the ledger gives what is stored, byte for byte\n",
    err: "",
  });
});

test("and names who differs, and where, with exit code 1", async () => {
  const changed = await companyWithATask("changed", true);
  const said = await midweek("engagement", "check", "--data", changed);
  expect(said).toMatchObject({ code: 1, err: "" });
  expect(said.out).toBe(
    "1 of 2 prospects: the ledger gives what is stored, byte for byte\n1 differ, first in:\n  p1  lastHumanAt\n",
  );
  const { code, out } = await midweek("engagement", "check", "--json", "--data", changed);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual({
    prospects: 2,
    agree: 1,
    behind: [],
    older: [],
    differ: [{ prospectId: "p1", field: "lastHumanAt" }],
  });
});

test("replays the task that was there, and says what can be changed", async () => {
  const { out, code } = await midweek("engagement", "replay", "--data", data);
  expect(code).toBe(0);
  expect(out).toMatch(/^Replayed with today's weights: 1 of the 1 real one\.$/m);
  expect(out).toContain("--weights <file.json>");
});

test("with other weights it says which tasks would have gone, by whom, when and why", async () => {
  const file = weights("less.json", '{"click": 0.1}');
  const { out } = await midweek("engagement", "replay", "--weights", file, "--data", data);
  expect(out).toMatch(/^With these weights 0 call tasks would have come and 1 gone; 0 stay\.$/m);
  expect(out).toMatch(/^ {2}click 0\.1 instead of 0\.85$/m);
  expect(out).toMatch(/^ {2}p1 {2}29 Oct 2026 {2}warming {2}Clicked 3 of the last 3; /m);
  expect(out).not.toContain("@");
});

test("in JSON too, from a date on", async () => {
  const replay = (...words: readonly string[]) =>
    midweek(
      "engagement",
      "replay",
      "--json",
      "--knob",
      "clickOdds=1",
      "--knob",
      "openOdds=1",
      "--data",
      data,
      ...words,
    );
  expect(json(await replay())).toMatchObject({
    changed: {
      weights: [],
      knobs: [
        { name: "openOdds", from: 4, to: 1 },
        { name: "clickOdds", from: 6, to: 1 },
      ],
    },
    prospects: 2,
    stay: 0,
    came: [],
    gone: [{ prospectId: "p1", date: "2026-10-29", lane: "warming" }],
    today: { real: 1, replayed: 1, extra: 0 },
  });
  expect(json(await replay("--since", "2026-10-30"))).toMatchObject({ gone: [], today: { real: 0, replayed: 0 } });
});

test("with more false tasks allowed the task stays", async () => {
  const { out } = await midweek("engagement", "replay", "--false-tasks", "3", "--data", data);
  expect(out).toMatch(
    /^With at most 3 false tasks a rep and fortnight 0 call tasks would have come and 0 gone; 1 stays\.$/m,
  );
});

test("what is wrong is said in one line", async () => {
  const file = weights("wrong.json", '{"gmial-open": 0.4}');
  const said = await midweek("engagement", "replay", "--weights", file, "--data", data);
  const err = `midweek: ${file}: gmial-open is no rule; did you mean gmail-open?\n`;
  expect(said).toEqual({ code: 1, out: "", err });
  expect(await midweek("engagement", "replay", "--since", "yesterday", "--data", data)).toMatchObject({
    code: 1,
    err: 'midweek: --since is a date as 2026-09-30, not "yesterday"\n',
  });
});
