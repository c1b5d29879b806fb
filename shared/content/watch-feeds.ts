import type { App } from "../app.ts";
import { MINUTE } from "../durations.ts";
import { getFeeds } from "./feed-store.ts";
import { lookAtFeed } from "./look-at-feed.ts";
import { type Pause, realPause, timeRuns } from "./time-runs.ts";
import type { FeedLook } from "./watched-feed.ts";

/** A server that does not answer takes ten seconds; who is not reached today comes first tomorrow. */
const LONGEST = MINUTE;

/**
 * Looks at each watched feed whose time has come, one after the other, so that each finds the library as the one before left it. None while time is only
 * moved on or played.
 */
export async function watchFeeds(app: App, pause: Pause = realPause): Promise<FeedLook[]> {
  const from = app.now();
  const due = (await getFeeds(app.table)).filter(({ nextLookAt }) => nextLookAt <= from);
  if (due.length === 0 || !(await timeRuns(app, pause))) return [];
  const looks: FeedLook[] = [];
  for (const feed of due.toSorted((one, other) => one.nextLookAt - other.nextLookAt))
    if (app.now() - from < LONGEST) looks.push(await lookAtFeed(app, feed));
  return looks;
}
