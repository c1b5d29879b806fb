import type { App } from "../app.ts";
import { getSegment, dropSegment } from "./store.ts";

/** Takes a segment away; who had their cadence of it gets another one when everybody is looked at, which is ordered here. */
export async function removeSegment(app: App, id: string): Promise<"removed" | "unknown-segment"> {
  const segment = await getSegment(app.table, id);
  if (!segment) return "unknown-segment";
  await app.table.write(...dropSegment(segment));
  await app.reckonings.send([{ of: "segments" }]);
  return "removed";
}
