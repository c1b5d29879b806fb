import { expect, test } from "vitest";
import { countFitting } from "../../../shared/segment/count.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { ana, prospect, testWorld } from "../../fixtures/world.ts";

const vip = [{ of: "tags", is: "any", values: ["vip"] }] as const;
const rules = vip.map(({ of, is, values }) => ({ of, is, values: [...values] }));

test("a small company is counted whole, the prospects of all reps and of none", async () => {
  const { repId: _none, ...ownerless } = prospect("leo", { tags: ["vip"] });
  const world = await testWorld({
    prospects: [
      prospect("rui", { tags: ["vip"] }),
      prospect("eva", { repId: "bo", tags: ["vip"], standing: { state: "ended", reason: "customer" } }),
      prospect("max"),
      ownerless,
    ],
  });
  await world.app.table.write(putRep({ ...ana, id: "bo", email: "bo@northgate.example" }));
  expect(await countFitting(world.app, rules)).toEqual({
    members: 3,
    mailable: 2,
    looked: 4,
    all: true,
    sample: ["eva", "leo", "rui"],
  });
});

test("of a large one no more are looked at than somebody waits for, and that is said", async () => {
  const many = Array.from({ length: 30 }, (_, at) => prospect(`p${at}`, { tags: ["vip"] }));
  const world = await testWorld({ prospects: many });
  expect(await countFitting(world.app, rules, 20)).toMatchObject({ members: 20, looked: 20, all: false });
  expect(await countFitting(world.app, rules, 30)).toMatchObject({ members: 30, looked: 30, all: true });
});
