import type { App } from "../app.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { factsOf, factsWorld } from "./facts.ts";
import { segmentsOf } from "./segment.ts";
import type { Segment } from "./segment.ts";
import { getSegments } from "./store.ts";

/** The segments a prospect is in at this moment, first come first. */
export async function segmentsOfProspect(app: App, prospect: Prospect): Promise<Segment[]> {
  const segments = await getSegments(app.table);
  if (segments.length === 0) return [];
  const facts = (await factsOf(app, [prospect], await factsWorld(app, segments))).get(prospect.id);
  return facts ? segmentsOf(segments, facts) : [];
}
