import { expect, test } from "vitest";
import { saveCompany } from "../../../../shared/company.ts";
import { openStore } from "../../../../shared/local/store.ts";
import { takeUntil } from "../../../../shared/sending/take.ts";
import { countAgainstUs, countSent } from "../../../../shared/sending/store.ts";
import { clockAhead } from "../../../../stacks/local/clock.ts";
import { databasePath, worldOf } from "../../../../stacks/local/open-world.ts";
import { MONDAY, testConfig } from "../../../fixtures/world.ts";
import { json, midweek, publicUrl, temporaryPlace } from "../folders.ts";

const { folder } = temporaryPlace();

/** Whose own clock shows Monday morning whenever this runs. */
async function companyThatSent(name: string): Promise<string> {
  const data = folder(name);
  const store = openStore(databasePath(data));
  const world = await worldOf({ store, publicUrl, clock: clockAhead(MONDAY - Date.now()) });
  const warmUp = { startsOn: "2026-11-23", emailsPerDay: [50] };
  await saveCompany(world.app, { ...testConfig.company, warmUp });
  await world.refresh();
  const { app } = world;
  const limits = async () => ({ perSecond: 14, perDay: 200, sentInDayBefore: 120, sandbox: true });
  await takeUntil({ app, limits }, 30, app.now() + 10_000);
  await app.table.write(countSent(app.now(), 30));
  await app.table.write(...(await countAgainstUs(app.table, "bounced", app.now())));
  await world.keepClock();
  store.close();
  return data;
}

test("says in words how much may go out, what went and what came back", async () => {
  const data = await companyThatSent("words");
  const { out, code } = await midweek("sending", "--data", data);
  expect(code).toBe(0);
  expect(out).toMatch(/^Sending is not paused$/m);
  expect(out).toMatch(/^Rate +14 emails a second$/m);
  expect(out).toMatch(/^Quota +150 of the 200 emails of any 24 hours$/m);
  expect(out).toMatch(/^Sandbox /m);
  expect(out).toMatch(/^Warm-up +30 of the 50 emails of 2026-11-23$/m);
  expect(out).toMatch(/^Last seven days +30 emails, 1 bounced \(3.3 %\), 0 marked as spam \(0 %\)$/m);
});

test("pauses with a reason and resumes, once each", async () => {
  const data = await companyThatSent("paused");
  expect(await midweek("sending", "pause", "--data", data)).toMatchObject({
    code: 1,
    err: expect.stringContaining("--why"),
  });
  const said = await midweek("sending", "pause", "--why", "we are moving house", "--data", data);
  expect(said).toEqual({ code: 0, out: "Nothing is sent until somebody resumes.\n", err: "" });
  expect(json(await midweek("sending", "pause", "--why", "again", "--json", "--data", data))).toEqual({
    outcome: "already-paused",
  });
  expect(json(await midweek("sending", "--json", "--data", data))).toMatchObject({
    paused: true,
    pause: { cause: "by hand", says: "we are moving house" },
    limits: { perSecond: 14, letThroughSince: 30 },
    lastSevenDays: { sent: 30, bounced: 1, complained: 0 },
  });
  expect((await midweek("sending", "resume", "--data", data)).out).toBe("Sending goes on.\n");
  expect((await midweek("sending", "--data", data)).out).toMatch(/^Sending is not paused$/m);
});
