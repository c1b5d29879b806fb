import { describe, expect, test } from "vitest";
import { scheduleOf, syncSchedules } from "../../../shared/cadence/schedules.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { putCadence } from "../../../shared/cadence/store.ts";
import { putProspect, standProspect } from "../../../shared/prospect/store.ts";
import { zoneNames } from "../../../shared/time.ts";
import { mustProspect, prospect, testWorld } from "../../fixtures/world.ts";

const WED = "default.wed-1500.Europe.Lisbon";
const THU = "default.thu-1500.Europe.Lisbon";

describe("one schedule for each slot and zone in use", () => {
  test("created when a zone comes into use, removed when nobody there may be mailed any more", async () => {
    const world = await testWorld({ prospects: [prospect("rui")] });
    expect(await world.scheduler.list("default.")).toEqual([THU, WED]);
    await world.app.table.write(...putProspect(prospect("aiko", { timeZone: "Asia/Tokyo" }), undefined));
    expect(await syncSchedules(world.app)).toEqual({ created: 2, removed: 0 });
    await world.app.table.write(
      ...standProspect(await mustProspect(world, "rui"), { state: "ended", reason: "opted out" }, 1),
    );
    expect(await syncSchedules(world.app)).toEqual({ created: 0, removed: 2 });
    expect(await world.scheduler.list("default.")).toEqual([
      "default.thu-1500.Asia.Tokyo",
      "default.wed-1500.Asia.Tokyo",
    ]);
  });

  test("a slot that moved in the cadence moves its schedules", async () => {
    const world = await testWorld({ prospects: [prospect("rui")] });
    const slots = [{ weekday: "wednesday", time: "14:30", kind: "blog-post" } as const];
    await world.app.table.write(putCadence({ ...defaultCadence, slots }));
    await syncSchedules(world.app);
    expect(await world.scheduler.list("default.")).toEqual(["default.wed-1430.Europe.Lisbon"]);
  });

  test("says wall time and zone, never an instant", () => {
    expect(scheduleOf(defaultCadence, defaultCadence.slots[0]!, "America/St_Johns")).toMatchObject({
      expression: "cron(0 15 ? * WED *)",
      timeZone: "America/St_Johns",
      target: "dispatch",
    });
  });

  test("every zone makes a name that the scheduler takes, and no two the same", () => {
    const names = zoneNames().flatMap((zone) =>
      defaultCadence.slots.map((slot) => scheduleOf(defaultCadence, slot, zone).name),
    );
    expect(names.filter((name) => !/^[A-Za-z0-9_.-]{1,64}$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});
