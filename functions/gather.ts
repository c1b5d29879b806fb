import { checkLinks } from "../shared/content/check-links.ts";
import { watchFeeds } from "../shared/content/watch-feeds.ts";
import type { ScheduleHandler } from "./batch.ts";

/** Once a day: takes what is new in watched feeds, and looks whether the links of articles still answer. */
export const gather: ScheduleHandler = async (app) => {
  const chores = await Promise.allSettled([watchFeeds(app), checkLinks(app)]);
  // The trouble of one has kept nobody from the other, and is told now.
  for (const chore of chores) if (chore.status === "rejected") throw chore.reason;
};
