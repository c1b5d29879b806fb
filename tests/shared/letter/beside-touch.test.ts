import { expect, test } from "vitest";
import { sendFollowUp } from "../../../shared/follow-up/send.ts";
import { lettersOf } from "../../../shared/letter/store.ts";
import type { Write } from "../../../shared/ports.ts";
import { getProspect } from "../../../shared/prospect/store.ts";
import { prospectKey } from "../../../shared/keys.ts";
import { getTouch, reserveTouch } from "../../../shared/touch/store.ts";
import type { Touch } from "../../../shared/touch/touch.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { withMeanwhile } from "../../fixtures/meanwhile.ts";
import { article, mustProspect, prospect } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { SLOT, atTheSlot, batch, mailerThat } from "../touch/afternoon.ts";
import { draft, withDraft } from "./agreed.ts";

const touch: Touch = {
  prospectId: "rui",
  date: SLOT,
  timeZone: "Europe/Lisbon",
  cadenceId: "default",
  outcome: "reserved",
  slotKind: "blog-post",
  articleId: "rounds",
  at: 1,
};

/** The email of a slot gets its place, with one more article. */
async function reserve({ app }: TestWorld): Promise<void> {
  const before = (await getProspect(app.table, "rui"))!;
  const after = {
    seen: [...before.seen, "rounds"],
    recentTouches: [SLOT],
    touchCount: before.touchCount + 1,
    unanswered: before.unanswered + 1,
    rhythm: before.rhythm,
  };
  await app.table.write(...reserveTouch(touch, before, after));
}

const bringsArticle = (writes: readonly Write[]): boolean =>
  writes.some((one) => one.kind === "update" && "seen" in one.set);
const { subject, text } = draft();
const order = { prospectId: "rui", number: 1, attempt: 1, subject, text, invite: false, by: "ana" };

test("an article mailed while a follow-up brings another stays seen, so that it does not come twice", async () => {
  const world = await withDraft();
  const app = withMeanwhile(world.app, bringsArticle, () => reserve(world));
  expect(await sendFollowUp(app, order)).toEqual({ outcome: "sent" });
  const { seen, touchCount } = await mustProspect(world, "rui");
  expect(seen.toSorted()).toEqual(["depots", "rounds"]);
  expect(touchCount).toBe(1);
});

test("so does one mailed while a refused follow-up gives its own back", async () => {
  const world = await withDraft({ mailer: mailerThat(() => ({ outcome: "refused", reason: "554 no" })) });
  const givesBack = (writes: readonly Write[]): boolean =>
    writes.some((one) => one.kind === "update" && "seen" in one.set && JSON.stringify(one.set["seen"]) === "[]");
  const app = withMeanwhile(world.app, givesBack, () => reserve(world));
  expect(await sendFollowUp(app, order)).toMatchObject({ outcome: "refused" });
  expect((await mustProspect(world, "rui")).seen).toEqual(["rounds"]);
  expect(await lettersOf(world.app.table, "rui")).toMatchObject([{ outcome: "refused" }]);
});

test.each([
  ["throttled", undefined, undefined],
  ["refused", undefined, "refused"],
  ["refused", "address", "refused"],
] as const)("a touch that is %s gives back its own article, and not that of a letter", async (outcome, about, kept) => {
  const mailer = mailerThat(async () => {
    const now = (await mustProspect(world, "rui")).seen;
    await world.app.table.write({
      kind: "update",
      key: prospectKey("rui"),
      set: { seen: [...now, "depots"], updatedAt: world.app.now() },
    });
    return outcome === "refused" ? { outcome, reason: "no", about } : { outcome, reason: "later" };
  });
  const world: TestWorld = await atTheSlot({ prospects: [prospect("rui")], articles: [article("rounds")], mailer });
  await sendTouches(world.app, batch(["rui"]));
  expect(await mustProspect(world, "rui")).toMatchObject({
    seen: ["depots"],
    touchCount: 0,
    recentTouches: [],
    unanswered: 0,
  });
  expect((await getTouch(world.app.table, "rui", SLOT))?.outcome).toBe(kept);
});
