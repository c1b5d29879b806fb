import type { App } from "../app.ts";
import { MINUTE } from "../durations.ts";
import { isUnderWay } from "./report.ts";
import { getReportHead, putReportHead } from "./store.ts";

/** As long as it may take; whoever asks later than that asks again. */
const PATIENCE = 10 * MINUTE;

/** Has the report worked out again, by and by; not twice at once. */
export async function orderReport(app: App): Promise<"ordered" | "under-way"> {
  const now = app.now();
  const head = await getReportHead(app.table);
  if (isUnderWay(head) && now - (head.askedAt ?? 0) < PATIENCE) return "under-way";
  // First the note: what is worked out at this very moment is no older than it.
  await app.table.write(putReportHead({ askedAt: now }));
  await app.reckonings.send([{ of: "report" }]);
  return "ordered";
}
