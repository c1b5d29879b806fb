import { prospectKey, prospectPk, touchKey, touchPrefix, unsettledKey, unsettledPk } from "../keys.ts";
import { entity } from "../entity.ts";
import type { Table, Write } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
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

/** All touches of a prospect, oldest first. */
export async function touchesOf(table: Table, prospectId: string): Promise<Touch[]> {
  return (await readAll(table, { pk: prospectPk(prospectId), prefix: touchPrefix })).map(entity<Touch>);
}

/**
 * The reservation: the touch is put if absent, and the prospect must still be as it was read (active, and no touch in between). Two writes; the
 * first position of a pair in `Conflict.failed` says already touched, the second that the prospect changed.
 */
export function reserveTouch(
  touch: Touch,
  before: Prospect,
  after: Pick<Prospect, "seen" | "recentTouches" | "touchCount" | "unanswered" | "rhythm">,
): [Write, Write] {
  return [
    {
      kind: "put",
      item: { ...touchKey(touch.prospectId, touch.date), data: touch, index: unsettledKey(touch.prospectId, touch.at) },
      guard: "absent",
    },
    {
      kind: "update",
      key: prospectKey(before.id),
      set: after,
      guard: { match: { touchCount: before.touchCount, updatedAt: before.updatedAt } },
    },
  ];
}

/** A touch that has its outcome already (a skip is one too); there is only one of a prospect and date. */
export const putTouch = (touch: Touch): Write => ({
  kind: "put",
  item: { ...touchKey(touch.prospectId, touch.date), data: touch },
  guard: "absent",
});

/** Settles a reserved touch; takes it off the to-do list. */
export const settleTouch = (
  touch: Pick<Touch, "prospectId" | "date">,
  result: Partial<Pick<Touch, "outcome" | "reason" | "messageId" | "at">>,
): Write => ({
  kind: "update",
  key: touchKey(touch.prospectId, touch.date),
  set: result,
  index: null,
  guard: { match: { outcome: "reserved" } },
});

/** Gives the slot back: nothing went out and it may be tried again. */
export function releaseTouch(touch: Touch, before: Prospect): [Write, Write] {
  return [
    { kind: "remove", key: touchKey(touch.prospectId, touch.date), guard: { match: { outcome: "reserved" } } },
    {
      kind: "update",
      key: prospectKey(before.id),
      set: {
        seen: before.seen,
        recentTouches: before.recentTouches,
        touchCount: before.touchCount,
        unanswered: before.unanswered,
        rhythm: before.rhythm,
      },
      guard: { match: { touchCount: before.touchCount + 1 } },
    },
  ];
}

/** Reserved touches without an outcome that are older than `before` (epoch ms), oldest first. */
export async function unsettledTouches(table: Table, before: number, limit: number): Promise<Touch[]> {
  const page = await table.query({ pk: unsettledPk, index: true, to: new Date(before).toISOString(), limit });
  return page.items.map(entity<Touch>);
}
