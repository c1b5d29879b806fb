import { isDeepStrictEqual } from "node:util";
import { Conflict } from "../error.ts";
import type { Table, Write } from "../ports.ts";

/** Writes that stand or fall together, and what they are of. */
export type Bundle<Of> = { readonly of: Of; readonly writes: readonly Write[] };

const MOST = 100;

const nameOf = (write: Write): string => {
  const { pk, sk } = write.kind === "put" ? write.item : write.key;
  return `${pk}\n${sk}`;
};

/**
 * Writes bundles in order, as many in a transaction as fit, never two different writes on one item. When a guard does not hold, those of its transaction go
 * one by one.
 * @returns of which bundles nothing was written, because somebody else was quicker
 */
export async function commit<Of>(table: Table, bundles: readonly Bundle<Of>[]): Promise<Set<Of>> {
  const lost = new Set<Of>();
  let waiting: Bundle<Of>[] = [];
  let writes = new Map<string, Write>();
  for (const bundle of bundles) {
    const fresh = bundle.writes.filter((write) => !isDeepStrictEqual(writes.get(nameOf(write)), write));
    const clashes = fresh.some((write) => writes.has(nameOf(write)));
    if (clashes || writes.size + fresh.length > MOST) {
      await writeTogether(table, [...writes.values()], waiting, lost);
      [waiting, writes] = [[], new Map<string, Write>()];
    }
    waiting.push(bundle);
    for (const write of bundle.writes) writes.set(nameOf(write), write);
  }
  await writeTogether(table, [...writes.values()], waiting, lost);
  return lost;
}

async function writeTogether<Of>(
  table: Table,
  writes: readonly Write[],
  bundles: readonly Bundle<Of>[],
  lost: Set<Of>,
): Promise<void> {
  if (!writes.length) return;
  try {
    await table.write(...writes);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    if (bundles.length === 1) for (const { of } of bundles) lost.add(of);
    else for (const bundle of bundles) await writeTogether(table, bundle.writes, [bundle], lost);
  }
}
