/** What SES tells of the email to Rui of Wednesday 25 November. */
import type { Feedback } from "../../../shared/feedback/feedback.ts";
import type { Touch } from "../../../shared/touch/touch.ts";
import { reserveTouch } from "../../../shared/touch/store.ts";
import { noteHandOver } from "../../../shared/touch/unsettled.ts";
import { article, mustProspect, prospect } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { SLOT, WEDNESDAY_AFTERNOON, atTheSlot } from "../touch/afternoon.ts";

export const SENT_AT = Date.parse(WEDNESDAY_AFTERNOON);
export const ABOUT_RUI = {
  prospectId: "rui",
  slot: SLOT,
  messageId: "m1",
  recipient: "rui@customer.example",
  sentAt: SENT_AT,
  at: SENT_AT + 60_000,
} as const;

export const BOUNCED: Feedback = { ...ABOUT_RUI, kind: "bounced", bounce: "permanent", why: "550 5.1.1 nobody here" };
export const COMPLAINED: Feedback = { ...ABOUT_RUI, kind: "complained" };
export const REJECTED: Feedback = { ...ABOUT_RUI, kind: "rejected", why: "Bad content" };

export const reserved: Touch = {
  prospectId: "rui",
  date: SLOT,
  timeZone: "Europe/Lisbon",
  cadenceId: "default",
  outcome: "reserved",
  slotKind: "blog-post",
  articleId: "rounds",
  target: "https://northgate.example/blog/rounds",
  tracked: true,
  at: SENT_AT,
};

/** Rui's touch is reserved and the answer of the mailer still to come. */
export async function withReserved(): Promise<TestWorld> {
  const world = await atTheSlot({ prospects: [prospect("rui")], articles: [article("rounds")] });
  const rui = await mustProspect(world, "rui");
  const counted = { seen: ["rounds"], recentTouches: [SLOT], touchCount: 1, unanswered: 1, rhythm: "normal" } as const;
  await world.app.table.write(
    noteHandOver({ id: "one", at: SENT_AT, date: SLOT, prospectIds: ["rui"] }),
    ...reserveTouch(reserved, rui, { ...counted, seen: [...counted.seen], recentTouches: [...counted.recentTouches] }),
  );
  return world;
}
