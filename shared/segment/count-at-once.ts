import type { App } from "../app.ts";
import { countFitting } from "./count.ts";
import type { Segment } from "./segment.ts";
import { putCount } from "./store.ts";

/** Counts a segment that was just saved, where everybody can be looked at while somebody waits; else it is counted with the others. */
export async function countAtOnce(app: App, { id, rules }: Segment): Promise<void> {
  const { members, mailable, sample, all } = await countFitting(app, rules);
  if (!all) return;
  await app.table.write(putCount({ segmentId: id, members, mailable, sample: [...sample], asOf: app.now() }));
}
