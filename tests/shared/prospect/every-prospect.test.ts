import { expect, test } from "vitest";
import { everyProspect } from "../../../shared/prospect/every-prospect.ts";
import { prospect, testWorld } from "../../fixtures/world.ts";

test("every prospect once, of each rep and of none, however small the pages", async () => {
  const people = ["rui", "eva", "ivo", "mei", "ola"].map((id, n) => prospect(id, { repId: n % 2 ? "ana" : undefined }));
  const world = await testWorld({ prospects: people });
  const found: [string | undefined, string][] = [];
  for await (const { repId, ids } of everyProspect(world.app.table, 2)) {
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.length).toBeLessThanOrEqual(2);
    for (const id of ids) found.push([repId, id]);
  }
  expect(new Map(found.map(([repId, id]) => [id, repId]))).toEqual(new Map(people.map(({ id, repId }) => [id, repId])));
  expect(found).toHaveLength(people.length);
});
