import { Conflict } from "../error.ts";
import type { Table, Write } from "../ports.ts";

/** Writes that stand or fall together; at most 100 fit one transaction. */
export type Bundle<Of> = { readonly of: Of; readonly writes: readonly Write[] };

const MOST = 100;
/** With nobody to leave out the same goes again as it was; that must end, and the queue brings the batch back later. */
const MOST_NAMELESS = 5;

/**
 * Writes many bundles with as few transactions as they fit in, 100 writes each. A bundle whose guard does not hold is left out and the rest of
 * its transaction goes again, so one lost race costs one retry and nobody else's place.
 * @throws Conflict when five conflicts have not said whose guard it was
 * @returns which were written and, for the others, the position within the bundle of the guard that failed first
 */
export async function writeBundles<Of>(
  table: Table,
  bundles: readonly Bundle<Of>[],
): Promise<{ written: Of[]; lost: { of: Of; guard: number }[] }> {
  const written: Of[] = [];
  const lost: { of: Of; guard: number }[] = [];
  let waiting = [...bundles];
  let namelessConflicts = 0;
  while (waiting.length > 0) {
    const now: Bundle<Of>[] = [];
    let count = 0;
    for (const bundle of waiting) {
      if (count + bundle.writes.length > MOST) break;
      now.push(bundle);
      count += bundle.writes.length;
    }
    const failed = await tryWrite(table, now);
    if (failed?.size === 0 && ++namelessConflicts === MOST_NAMELESS) throw new Conflict([]);
    waiting = waiting.slice(now.length);
    for (const bundle of now) {
      const guard = failed?.get(bundle);
      if (guard !== undefined) lost.push({ of: bundle.of, guard });
      else if (failed) waiting.unshift(bundle);
      else written.push(bundle.of);
    }
  }
  return { written, lost };
}

/** Undefined when all was written; otherwise which bundles must be left out. */
async function tryWrite<Of>(
  table: Table,
  bundles: readonly Bundle<Of>[],
): Promise<Map<Bundle<Of>, number> | undefined> {
  try {
    await table.write(...bundles.flatMap((bundle) => bundle.writes));
    return undefined;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const failed = new Map<Bundle<Of>, number>();
    let start = 0;
    for (const bundle of bundles) {
      const first = error.failed.find((position) => position >= start && position < start + bundle.writes.length);
      if (first !== undefined) failed.set(bundle, first - start);
      start += bundle.writes.length;
    }
    return failed;
  }
}
