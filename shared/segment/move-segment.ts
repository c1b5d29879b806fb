import type { App } from "../app.ts";
import { getSegments, putSegment } from "./store.ts";

/** Puts a segment one place up or down, and orders that everybody is looked at. `Conflict` when somebody changed the order meanwhile. */
export async function moveSegment(
  app: App,
  id: string,
  way: "up" | "down",
): Promise<"moved" | "at-the-end" | "unknown-segment"> {
  const segments = await getSegments(app.table);
  const from = segments.findIndex((segment) => segment.id === id);
  if (from < 0) return "unknown-segment";
  const other = segments[from + (way === "up" ? -1 : 1)];
  const moved = segments[from];
  if (!other || !moved) return "at-the-end";
  const swapped = segments.with(from, other).with(segments.indexOf(other), moved);
  const now = app.now();
  const writes = swapped.flatMap((segment, place) => {
    const next = { ...segment, order: place + 1, updatedAt: Math.max(now, segment.updatedAt + 1) };
    return segment.order === next.order ? [] : [putSegment(next, { match: { updatedAt: segment.updatedAt } })];
  });
  await app.table.write(...writes);
  await app.reckonings.send([{ of: "segments" }]);
  return "moved";
}
