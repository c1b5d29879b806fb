import { expect, test } from "vitest";
import { noGateway, withClick } from "../../../shared/engagement/gateway.ts";
import { getGateway, putGateway } from "../../../shared/engagement/store.ts";
import { crmKey, gatewayKey } from "../../../shared/keys.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import { putProspect } from "../../../shared/prospect/store.ts";
import { suppress } from "../../../shared/suppression/suppress.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { MONDAY, article, mustProspect, prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { atTheSlot, batch } from "../touch/afternoon.ts";

/** The CRM gives the record another id, or none. */
async function renumber(world: TestWorld, id: string, crmId: string | undefined): Promise<void> {
  const before = await mustProspect(world, id);
  const { crmId: _, ...rest } = before;
  await world.app.table.write(...putProspect({ ...rest, ...(crmId !== undefined && { crmId }) }, before));
}

test.each([["CRM-2"], [undefined]])("no record id that the person ever had is left (then %s)", async (next) => {
  const world = await testWorld({ prospects: [prospect("rui", { crmId: "CRM-1" })] });
  await renumber(world, "rui", next);
  expect(await world.app.table.get(crmKey("CRM-1"))).toBeUndefined();
  await eraseProspect(world.app, "rui");
  expect(await world.app.table.getMany([crmKey("CRM-1"), crmKey("CRM-2")])).toEqual([]);
});

test("a new record id leaves the old one to whoever has it now", async () => {
  const world = await testWorld({
    prospects: [prospect("rui", { crmId: "CRM-1" }), prospect("eva", { crmId: "CRM-1" })],
  });
  await expect(renumber(world, "rui", "CRM-2")).rejects.toThrow("guard");
  expect((await world.app.table.get(crmKey("CRM-1")))?.data).toEqual({ prospectId: "eva" });
});

test("an email that is kept while the erasure runs is forgotten too, and other people's stay", async () => {
  const world = await atTheSlot({ prospects: [prospect("rui"), prospect("eva")], articles: [article("rounds")] });
  const { app } = world;
  await sendTouches(app, batch(["rui", "eva"]));
  const copy = world.emails().find(({ to }) => to.address.startsWith("rui"))!;
  const rendering = { id: "r", subject: ["s"], html: ["h"], text: ["t"] };
  const late: typeof app.mailer = {
    ...app.mailer,
    forget: async (id) => {
      await app.mailer.forget(id);
      if (copies-- > 0)
        await app.mailer.sendBulk({ from: copy.from, replyTo: copy.replyTo, rendering, entries: [copy] });
    },
  };
  let copies = 1;
  expect(await eraseProspect({ ...app, mailer: late }, "rui")).toBe("erased");
  expect(world.emails().map(({ tags }) => tags["prospect"])).toEqual(["eva"]);
});

test("asked again after a crash at the very end, the last traces go", async () => {
  const world = await atTheSlot({ prospects: [prospect("rui")], articles: [article("rounds")] });
  const { app } = world;
  await sendTouches(app, batch(["rui"]));
  const away: typeof app.mailer = { ...app.mailer, forget: async () => undefined };
  await eraseProspect({ ...app, mailer: away }, "rui");
  expect(world.emails()).toHaveLength(1);
  expect(await eraseProspect(app, "rui")).toBe("unknown-prospect");
  expect(world.emails()).toEqual([]);
});

test("a roster line that is missing keeps nobody from leaving", async () => {
  const world = await testWorld({ prospects: [prospect("rui"), prospect("eva")] });
  const { table } = world.app;
  await table.writeMany([
    { kind: "remove", key: { pk: "ROSTER#ana", sk: "rui" } },
    { kind: "remove", key: { pk: "ROSTER#ana", sk: "eva" } },
  ]);
  expect(await suppress(world.app, "rui", "opted out")).toBe("suppressed");
  expect((await table.query({ pk: "ROSTER#ana" })).items.map(({ data }) => data)).toMatchObject([
    { id: "rui", name: "Rui", state: "ended" },
  ]);
  expect(await eraseProspect(world.app, "eva")).toBe("erased");
});

test("whoever clicked is in the profile of the domain no more; how many did stays", async () => {
  const { app } = await testWorld({ prospects: [prospect("rui"), prospect("eva")] });
  const nobody = noGateway("customer.example");
  const clicked = (gateway: typeof nobody, prospectId: string) =>
    withClick(
      gateway,
      { prospectId, signalId: `click-${prospectId}`, slot: "2026-11-23", at: MONDAY, asks: false },
      MONDAY,
    );
  await app.table.write(putGateway(clicked(clicked(nobody, "rui"), "eva"), nobody));
  await eraseProspect(app, "rui");
  expect(JSON.stringify(await app.table.get(gatewayKey("customer.example")))).not.toContain("rui");
  const { clicks, slots } = await getGateway(app.table, "customer.example");
  expect(clicks).toMatchObject([{ prospectId: "eva" }]);
  expect(slots).toMatchObject([{ early: 2 }]);
});
