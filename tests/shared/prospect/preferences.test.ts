import { describe, expect, it } from "vitest";
import type { App } from "../../../shared/app.ts";
import { AppError } from "../../../shared/error.ts";
import { addressHash } from "../../../shared/id.ts";
import {
  addressKey,
  crmKey,
  engagementKey,
  prospectPk,
  rosterPk,
  signalKey,
  suppressionKey,
} from "../../../shared/keys.ts";
import type { Table } from "../../../shared/ports.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { OWN_WISH, pauseProspect } from "../../../shared/prospect/pause.ts";
import { changePreferences } from "../../../shared/prospect/preferences.ts";
import { getProspect } from "../../../shared/prospect/store.ts";
import { readAll } from "../../../shared/read-all.ts";
import { SLOT, WEDNESDAY, addProspect, addTouch, smallWorld } from "../../functions/track/small-world.ts";

const ID = "ana000000001";

/** Ana after an email that she opened, clicked and answered. */
async function measured(app: App): Promise<void> {
  await addProspect(app, { crmId: "CRM-7" });
  await addTouch(app, ID, "https://brightwater.example/shift-handover");
  await app.table.writeMany([
    ...(["open", "click", "visit", "reply", "form"] as const).map((kind) => ({
      kind: "put" as const,
      item: { ...signalKey(ID, kind), data: { id: kind, prospectId: ID, kind, at: WEDNESDAY } },
    })),
    { kind: "put", item: { ...engagementKey(ID), data: { prospectId: ID, emails: [], version: 3 } } },
  ]);
}

const rows = async (table: Table, pk: string): Promise<string[]> => (await readAll(table, { pk })).map((row) => row.sk);
const crash = (): Promise<void> => Promise.reject(new Error("crash"));
const wanted = { topics: [], atMostWeekly: false, measure: true };

describe("do not measure me", () => {
  it("denies consent and removes opens, clicks and what was believed of them, but not what was said to us", async () => {
    const { app } = await smallWorld();
    await measured(app);
    expect(await changePreferences(app, ID, { ...wanted, measure: false })).toBe("changed");
    expect((await getProspect(app.table, ID))?.tracking).toBe("denied");
    const left = (await rows(app.table, prospectPk(ID))).filter((sk) => !sk.startsWith("NOTE#"));
    expect(left).toEqual(["PROSPECT", "SIGNAL#form", "SIGNAL#reply", `TOUCH#${SLOT}`]);
  });

  it("asked again finishes what a crash left half done", async () => {
    const { app } = await smallWorld();
    await measured(app);
    const crashing = { ...app, table: { ...app.table, writeMany: crash } };
    await expect(changePreferences(crashing, ID, { ...wanted, measure: false })).rejects.toThrow("crash");
    expect(await changePreferences(app, ID, { ...wanted, measure: false })).toBe("unchanged");
    expect(await app.table.get(engagementKey(ID))).toBeUndefined();
  });
});

describe("preferences", () => {
  it("that stay the same write nothing", async () => {
    const { app } = await smallWorld();
    const before = await addProspect(app, { topics: ["b", "a"] });
    expect(await changePreferences(app, ID, { ...wanted, topics: ["a", "b", "a"] })).toBe("unchanged");
    expect(await getProspect(app.table, ID)).toEqual(before);
    expect(await notesOf(app.table, ID)).toEqual([]);
  });

  it("stand on the timeline in words", async () => {
    const { app } = await smallWorld();
    await addProspect(app);
    await changePreferences(app, ID, { topics: ["maintenance"], atMostWeekly: true, measure: false });
    expect((await notesOf(app.table, ID))[0]?.text).toBe(
      "Changed preferences: topics maintenance; at most one a week; not measured",
    );
  });

  it("of more topics than a library has are refused", async () => {
    const { app } = await smallWorld();
    const topics = Array.from({ length: 101 }, (_, number) => `topic-${number}`);
    await expect(changePreferences(app, ID, { ...wanted, topics })).rejects.toThrow(AppError);
  });
});

describe("a pause", () => {
  it("asked for twice lasts from the second time, and a longer one keeps its end", async () => {
    const { app, clock } = await smallWorld();
    await addProspect(app);
    await pauseProspect(app, ID, 90);
    clock.now += 10 * 86_400_000;
    await pauseProspect(app, ID, 90);
    const until = { state: "paused", until: "2027-03-05", reason: OWN_WISH };
    expect((await getProspect(app.table, ID))?.standing).toEqual(until);
    await pauseProspect(app, ID, 5);
    expect((await getProspect(app.table, ID))?.standing).toEqual(until);
    expect(await notesOf(app.table, ID)).toHaveLength(2);
  });

  it.each([0, -1, 1.5, Number.NaN, 5000])("of %s days is refused", async (days) => {
    const { app } = await smallWorld();
    await expect(pauseProspect(app, ID, days)).rejects.toThrow(AppError);
  });
});

describe("erase me", () => {
  it("leaves nothing of the person but the hash that keeps them from being imported again", async () => {
    const { app } = await smallWorld();
    await measured(app);
    const hash = addressHash("ana@customer.example");
    expect(await eraseProspect(app, ID)).toBe("erased");
    expect(await rows(app.table, prospectPk(ID))).toEqual([]);
    expect(await rows(app.table, rosterPk("rep1"))).toEqual([]);
    expect(await app.table.getMany([addressKey(hash), crmKey("CRM-7")])).toEqual([]);
    expect((await app.table.get(suppressionKey(hash)))?.data).toMatchObject({ reason: "erased", addressHash: hash });
    expect(await eraseProspect(app, ID)).toBe("unknown-prospect");
  });

  it("touches nobody else, not even who took over the CRM record", async () => {
    const { app } = await smallWorld();
    await measured(app);
    const other = await addProspect(app, { id: "bea000000002", email: "bea@customer.example", crmId: "CRM-7" });
    await eraseProspect(app, ID);
    expect(await getProspect(app.table, other.id)).toEqual(other);
    expect((await app.table.get(crmKey("CRM-7")))?.data).toEqual({ prospectId: other.id });
    expect(await rows(app.table, rosterPk("rep1"))).toEqual([other.id]);
  });

  it.each([1, 2, 3])("that crashed at write %i stops the email and can be repeated", async (crashAt) => {
    const { app } = await smallWorld();
    await measured(app);
    let writes = 0;
    const orCrash = (write: () => Promise<void>) => ((writes += 1) === crashAt ? crash() : write());
    const table: Table = {
      ...app.table,
      write: (...all) => orCrash(() => app.table.write(...all)),
      writeMany: (all) => orCrash(() => app.table.writeMany(all)),
    };
    await expect(eraseProspect({ ...app, table }, ID)).rejects.toThrow("crash");
    expect((await getProspect(app.table, ID))?.standing.state).toBe(crashAt === 1 ? "active" : "ended");
    expect(await eraseProspect(app, ID)).toBe("erased");
    expect(await rows(app.table, prospectPk(ID))).toEqual([]);
  });
});
