import type { App } from "../app.ts";
import { DAY, MINUTE } from "../durations.ts";
import { forgetNotice, noticesBefore } from "./store.ts";

/** Younger ones are still on the queue, or being told. */
const LOST_AFTER_MS = 5 * MINUTE;
/** The queue itself tries five times in this time (half a minute, then one, two and four later; on AWS three minutes apart). */
const TRYING_MS = 20 * MINUTE;
const GIVEN_UP_AFTER_MS = DAY;

/**
 * Puts back on the queue what somebody has not been told yet and nobody is about to tell: a process died, or a server of others was down. After a day it is
 * given up, with one alarm for all.
 */
export async function retellNotices(app: App): Promise<void> {
  const now = app.now();
  let given = 0;
  let cursor: string | undefined;
  do {
    const page = await noticesBefore(app.table, now - LOST_AFTER_MS, cursor);
    const { old = [], young = [] } = Object.groupBy(page.waiting, ({ notice }) =>
      now - notice.at >= GIVEN_UP_AFTER_MS ? "old" : "young",
    );
    const again = young.filter(({ triedAt = -Infinity }) => now - triedAt >= TRYING_MS);
    if (again.length > 0) await app.notices.send(again.map(({ notice }) => notice));
    if (old.length > 0) await app.table.writeMany(old.map(({ notice }) => forgetNotice(notice)));
    given += old.length;
    cursor = page.cursor;
  } while (cursor);
  if (given > 0)
    app.alarm({
      name: "notice-undelivered",
      says: `${given} ${given === 1 ? "change" : "changes"} of call tasks could not be told everywhere for a day and ${given === 1 ? "was" : "were"} given up; see Outlets in the settings for what went wrong.`,
    });
}
