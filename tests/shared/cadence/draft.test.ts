import { describe, expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { keepDraft, saveDraft } from "../../../shared/cadence/draft.ts";
import { saveCadence } from "../../../shared/cadence/save.ts";
import { getCadence } from "../../../shared/cadence/store.ts";
import { listVersions } from "../../../shared/cadence/version-store.ts";
import { DAY } from "../../../shared/time.ts";
import { MONDAY, testWorld } from "../../fixtures/world.ts";

const mia = { memberId: "mia", name: "Mia" };
const changed = { ...defaultCadence, quietAfter: 6 };

async function withDraft() {
  const world = await testWorld();
  const id = await keepDraft(world.app, { cadence: changed, base: 1, whose: mia });
  const versions = async () => (await listVersions(world.app.table, "default", { limit: 9 })).versions;
  return { world, id, versions, save: (whose = mia) => saveDraft(world.app, id, whose) };
}

describe("a draft", () => {
  test("is saved once, however often the button is pressed", async () => {
    const { world, versions, save } = await withDraft();
    expect(await save()).toMatchObject({ outcome: "saved", version: 2 });
    expect(await save()).toMatchObject({ outcome: "saved", version: 2 });
    expect((await getCadence(world.app.table, "default"))?.quietAfter).toBe(6);
    expect(await versions()).toHaveLength(2);
  });

  test("pressed twice at the same moment too", async () => {
    const { versions, save } = await withDraft();
    const outcomes = await Promise.all([save(), save(), save()]);
    expect(outcomes).toMatchObject(Array.from({ length: 3 }, () => ({ outcome: "saved", version: 2 })));
    expect(await versions()).toHaveLength(2);
  });

  test("that somebody overtook is refused, and stays", async () => {
    const { world, save } = await withDraft();
    await saveCadence(world.app, { cadence: { ...defaultCadence, name: "Early" }, base: 1, by: "Bo" });
    expect(await save()).toMatchObject({ outcome: "changed-since", current: { name: "Early" } });
    expect((await getCadence(world.app.table, "default"))?.quietAfter).toBe(12);
    expect(await save()).toMatchObject({ outcome: "changed-since" });
  });

  test("is nobody else's to save", async () => {
    const { save } = await withDraft();
    await expect(save({ memberId: "bo", name: "Bo" })).rejects.toThrow("This draft is Mia's");
  });

  test("is gone after a day", async () => {
    const { world, save } = await withDraft();
    world.clock.standAt(MONDAY + DAY);
    await expect(save()).rejects.toThrow("kept for a day");
  });
});
