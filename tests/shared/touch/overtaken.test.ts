import { expect, test } from "vitest";
import type { MailResult } from "../../../shared/ports.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { getTouch } from "../../../shared/touch/store.ts";
import { article, caseStudy, mustProspect, prospect } from "../../fixtures/world.ts";
import { SLOT, atTheSlot, batch, mailerThat, suppressedFor } from "./afternoon.ts";

const THURSDAY = "2026-11-26";

/** Wednesday's email gets its answer only when Thursday's is out. */
async function answeredAfterThursday(wednesdays: MailResult) {
  const mailer = mailerThat(async () => {
    if (mailer.given.length > 1) return { outcome: "accepted", messageId: "thursday" };
    world.clock.standAt(Date.parse(`${THURSDAY}T15:00Z`));
    await sendTouches(world.app, batch(["rui"], { date: THURSDAY, slotKind: "case-study" }));
    return wednesdays;
  });
  const articles = [article("rounds"), caseStudy("harbour")];
  const world = await atTheSlot({ prospects: [prospect("rui")], articles, mailer });
  await sendTouches(world.app, batch(["rui"]));
  expect(await getTouch(world.app.table, "rui", THURSDAY)).toMatchObject({ outcome: "sent", messageId: "thursday" });
  return world;
}

const both = { touchCount: 2, recentTouches: [SLOT, THURSDAY], seen: ["rounds", "harbour"] };

test("an email that is refused when the next is already out gives back its own article and date, and nothing of the next", async () => {
  const world = await answeredAfterThursday({ outcome: "refused", reason: "554 no" });
  expect(await getTouch(world.app.table, "rui", SLOT)).toMatchObject({ outcome: "refused", reason: "554 no" });
  expect(await mustProspect(world, "rui")).toMatchObject({ recentTouches: [THURSDAY], seen: ["harbour"] });
});

test("nor does one whose address bounces, although the prospect is out", async () => {
  const world = await answeredAfterThursday({ outcome: "refused", reason: "550 no such mailbox", about: "address" });
  expect(await getTouch(world.app.table, "rui", SLOT)).toMatchObject({ outcome: "refused" });
  expect(await mustProspect(world, "rui")).toMatchObject({ ...both, standing: { state: "ended", reason: "bounced" } });
  expect(await suppressedFor(world, "rui@customer.example")).toBe("bounced");
});
