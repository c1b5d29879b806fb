import { entity } from "../entity.ts";
import { DAY } from "../durations.ts";
import { touchKey, touchPrefix, wishKey } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import type { Touch } from "./touch.ts";
import { Wish } from "./wish.ts";

/** A wish is of no use after its slot; what came of it is told by the touch. */
const KEPT_MS = 60 * DAY;

export const putWish = (wish: Wish): Write => ({
  kind: "put",
  item: {
    ...wishKey(wish.prospectId, wish.date),
    data: Wish.parse(wish),
    expiresAt: wish.at + KEPT_MS,
  },
});

export const removeWish = (prospectId: string, date: string): Write => ({
  kind: "remove",
  key: wishKey(prospectId, date),
});

/** A slot of a prospect. */
type Place = { readonly prospectId: string; readonly date: string };

export const placeName = ({ prospectId, date }: Place): string => `${prospectId} ${date}`;

/** What happened in these slots already and what is wanted of them, both by `placeName`, in one read: 50 slots are one request to DynamoDB. */
export async function slotsAsTheyAre(
  table: Table,
  places: readonly Place[],
): Promise<{ readonly touches: ReadonlyMap<string, Touch>; readonly wishes: ReadonlyMap<string, Wish> }> {
  const items = await table.getMany(
    places.flatMap(({ prospectId, date }) => [touchKey(prospectId, date), wishKey(prospectId, date)]),
  );
  const { touch = [], wish = [] } = Object.groupBy(items, ({ sk }) => (sk.startsWith(touchPrefix) ? "touch" : "wish"));
  return {
    touches: new Map(touch.map(entity<Touch>).map((one) => [placeName(one), one])),
    wishes: new Map(wish.map(entity<Wish>).map((one) => [placeName(one), one])),
  };
}
