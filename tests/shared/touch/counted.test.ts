import { expect, test } from "vitest";
import type { MailResult } from "../../../shared/ports.ts";
import { getCounts } from "../../../shared/sending/store.ts";
import { article, prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

const ids = ["rui", "eva", "kai"];
const answers: MailResult[] = [
  { outcome: "accepted", messageId: "m1" },
  { outcome: "unknown", reason: "the answer was lost" },
  { outcome: "refused", reason: "not this one" },
];

test("emails count as sent before a bounce of them can be told, and what did not go out is taken back", async () => {
  let world: TestWorld | undefined;
  const during: number[] = [];
  const mailer = {
    forget: async () => {},
    sendBulk: async () => {
      during.push((await getCounts(world!.app.table, world!.app.now())).sent);
      return answers;
    },
  };
  world = await testWorld({ prospects: ids.map((id) => prospect(id)), articles: [article("rounds")], mailer });
  await world.pass("2026-11-25T15:00Z");
  expect(during).toEqual([3]);
  expect((await getCounts(world.app.table, world.app.now())).sent).toBe(2);
  expect(world.failures).toEqual([]);
});
