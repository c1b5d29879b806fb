import * as z from "zod";
import type { App } from "../app.ts";
import { ArticleKind } from "../content/article.ts";
import { AUDIENCE_SHARDS } from "../keys.ts";
import { toLocal } from "../time.ts";
import type { TouchBatch } from "../touch/touch.ts";
import { slotNear } from "./next-slot.ts";
import { audiencePage, getCadence } from "./store.ts";

/** What a cadence's schedule hands over when it fires. */
export const DispatchOrder = z.object({
  cadenceId: z.string(),
  /** As it was when the schedule was written; what the cadence says by now counts. */
  slotKind: ArticleKind,
  timeZone: z.string(),
  /** The firing this is, epoch ms; a retry keeps it, so it means the same slot. */
  scheduledAt: z.number(),
});
export type DispatchOrder = z.infer<typeof DispatchOrder>;

/** As many prospects as one bulk hand-over takes. */
const BATCH = 50;

/**
 * Orders the touches of one slot in one zone: pages the audience (only who may be mailed is in it) and puts batches of up to 50 on the touches
 * queue. Firing twice orders twice, which sends once: the reservation sees to it. A schedule that outlived its slot orders nothing.
 * @returns how many prospects were ordered
 */
export async function dispatchTouches(app: App, order: DispatchOrder): Promise<number> {
  const { cadenceId, timeZone, scheduledAt } = order;
  const local = toLocal(timeZone, scheduledAt);
  const cadence = await getCadence(app.table, cadenceId);
  const slotKind = cadence && slotNear(cadence, local)?.kind;
  if (!slotKind) return 0;
  const { date } = local;
  let ordered = 0;
  for (let shard = 0; shard < AUDIENCE_SHARDS; shard++) {
    let cursor: string | undefined;
    do {
      const page = await audiencePage(app.table, { cadenceId, timeZone, shard }, { limit: BATCH * 10, cursor });
      const batches: TouchBatch[] = [];
      for (let from = 0; from < page.prospectIds.length; from += BATCH) {
        const prospectIds = page.prospectIds.slice(from, from + BATCH);
        batches.push({ cadenceId, date, slotKind, timeZone, scheduledAt, prospectIds });
      }
      if (batches.length > 0) await app.touches.send(batches);
      ordered += page.prospectIds.length;
      cursor = page.cursor;
    } while (cursor);
  }
  return ordered;
}
