import { prospectKey, prospectPk, touchKey, touchPrefix } from "../keys.ts";
import { entity } from "../entity.ts";
import type { ConditionalUpdate, Guard, Table, Write } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { ProfileOfTouches } from "../prospect/store.ts";
import { readAll } from "../read-all.ts";
import type { Touch } from "./touch.ts";

export async function getTouch(table: Table, prospectId: string, date: string): Promise<Touch | undefined> {
  const item = await table.get(touchKey(prospectId, date));
  return item && entity<Touch>(item);
}

/** Touches that exist, by prospect id. */
export async function getTouches(
  table: Table,
  prospectIds: readonly string[],
  date: string,
): Promise<Map<string, Touch>> {
  const items = await table.getMany(prospectIds.map((id) => touchKey(id, date)));
  return new Map(items.map(entity<Touch>).map((touch) => [touch.prospectId, touch]));
}

/** Those that exist of touches of any prospects and slots. */
export async function getTouchesAt(
  table: Table,
  places: readonly { readonly prospectId: string; readonly slot: string }[],
): Promise<Touch[]> {
  const keys = places.map(({ prospectId, slot }) => touchKey(prospectId, slot));
  const distinct = new Map(keys.map((key) => [`${key.pk} ${key.sk}`, key]));
  return (await table.getMany([...distinct.values()])).map(entity<Touch>);
}

/** All touches of a prospect, oldest first. */
export async function touchesOf(table: Table, prospectId: string): Promise<Touch[]> {
  return (await readAll(table, { pk: prospectPk(prospectId), prefix: touchPrefix })).map(entity<Touch>);
}

/**
 * The reservation: the touch is put if absent, and the prospect must still be as it was read (active, and no touch in between). Two writes; the
 * first position of a pair in `Conflict.failed` says already touched, the second that the prospect changed. `guard`: what may be there of the date already.
 */
export function reserveTouch(
  touch: Touch,
  before: Prospect,
  after: ProfileOfTouches,
  guard: Guard = "absent",
): [Write, Write] {
  return [
    {
      kind: "put",
      item: { ...touchKey(touch.prospectId, touch.date), data: touch },
      guard,
    },
    {
      kind: "update",
      key: prospectKey(before.id),
      set: after,
      guard: { match: { touchCount: before.touchCount, updatedAt: before.updatedAt } },
    },
  ];
}

/** A touch that has its outcome already; there is only one of a prospect and date. */
export const putTouch = (touch: Touch): Write => ({
  kind: "put",
  item: { ...touchKey(touch.prospectId, touch.date), data: touch },
  guard: "absent",
});

/** A skip, of a prospect who still exists: positions as in `reserveTouch`, so nothing is left behind of somebody just erased. */
export const skipTouch = (touch: Touch): [Write, Write] => [
  putTouch(touch),
  { kind: "check", key: prospectKey(touch.prospectId), guard: "present" },
];

/** Outcomes that an answer of the mailer may still change. */
export type Unanswered = "reserved" | "unknown";
export const isUnanswered = (outcome: Touch["outcome"]): outcome is Unanswered =>
  outcome === "reserved" || outcome === "unknown";

/** A reserved touch of which it is known that it went out, or that this will never be known. */
export const markTouch = (
  touch: Pick<Touch, "prospectId" | "date">,
  mark:
    | { readonly outcome: "sent"; readonly messageId: string }
    | { readonly outcome: "unknown"; readonly reason: string },
  at: number,
): ConditionalUpdate => ({
  kind: "update",
  key: touchKey(touch.prospectId, touch.date),
  set: { ...mark, at },
  guard: { match: { outcome: "reserved" } },
});

/** Settles a touch that is still `from` (a definite answer may come after the sweep gave it up as unknown). */
export const settleTouch = (
  touch: Pick<Touch, "prospectId" | "date">,
  result: Pick<Touch, "outcome" | "at"> & { readonly reason?: string; readonly messageId?: string },
  from: Unanswered | "sent" = "reserved",
): Write => ({
  kind: "update",
  key: touchKey(touch.prospectId, touch.date),
  // A reason that was there goes: the new outcome has its own, or none. So does a delivery, of what turns out never to have left.
  set: { ...result, reason: result.reason, deliveredAt: undefined },
  // Older versions put reserved touches on the index.
  index: null,
  guard: { match: { outcome: from } },
});

/** That a touch that was sent arrived, and when. */
export const noteDelivery = (touch: Pick<Touch, "prospectId" | "date">, deliveredAt: number): ConditionalUpdate => ({
  kind: "update",
  key: touchKey(touch.prospectId, touch.date),
  set: { deliveredAt },
  guard: { match: { outcome: "sent" } },
});

/** Gives the slot back: nothing went out and it may be tried again. */
export const releaseTouch = (touch: Pick<Touch, "prospectId" | "date">, from: Unanswered = "reserved"): Write => ({
  kind: "remove",
  key: touchKey(touch.prospectId, touch.date),
  guard: { match: { outcome: from } },
});

/** Everything the reservation wrote to the profile, as it was before: nothing went out, so nothing of it counts. */
function profileBefore(prospect: Prospect): ProfileOfTouches {
  const { seen, recentTouches, touchCount, unanswered, rhythm } = prospect;
  return { seen, recentTouches, touchCount, unanswered, rhythm };
}

/**
 * The same of a profile that others have changed since the reservation, where no touch came in between: only what the touch brought goes; an article that
 * a letter brought stays seen. Whoever fell into the long rhythm meanwhile stays there, because a rep may have said so.
 */
export function profileWithout(
  prospect: Prospect,
  before: Prospect,
  { articleId, date }: Pick<Touch, "articleId" | "date">,
): ProfileOfTouches {
  if (prospect.updatedAt === before.updatedAt) return profileBefore(before);
  return {
    seen: prospect.seen.filter((id) => id !== articleId || before.seen.includes(id)),
    recentTouches: prospect.recentTouches.filter((one) => one !== date),
    touchCount: before.touchCount,
    unanswered: Math.max(0, prospect.unanswered - 1),
    rhythm: prospect.rhythm,
  };
}

/** Gives article and caps back, unless there was another touch or any other change since. */
export const giveBack = (before: Prospect): Write => ({
  kind: "update",
  key: prospectKey(before.id),
  set: profileBefore(before),
  guard: { match: { touchCount: before.touchCount + 1, updatedAt: before.updatedAt } },
});

/** The same after other changes of the prospect, who must be as read. */
export const restoreProfile = ({ id, touchCount, updatedAt }: Prospect, to: ProfileOfTouches, now: number): Write => ({
  kind: "update",
  key: prospectKey(id),
  set: { ...to, updatedAt: now },
  guard: { match: { touchCount, updatedAt } },
});

/** A touch that was counted did not go out after all: article and caps come back, whatever touches there were since. The lock goes on. */
export const uncountTouch = (
  { id, seen, recentTouches, unanswered, touchCount }: Prospect,
  touch: Pick<Touch, "articleId" | "date">,
  now: number,
): Write => ({
  kind: "update",
  key: prospectKey(id),
  set: {
    seen: seen.filter((articleId) => articleId !== touch.articleId),
    recentTouches: recentTouches.filter((date) => date !== touch.date),
    unanswered: Math.max(0, unanswered - 1),
    updatedAt: now,
  },
  guard: { match: { touchCount } },
});
