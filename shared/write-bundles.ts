import { isDeepStrictEqual } from "node:util";
import { Conflict } from "./error.ts";
import type { Table, Write } from "./ports.ts";

/** Writes that stand or fall together, and what they are of; at most 100. */
export type Bundle<Of> = { readonly of: Of; readonly writes: readonly Write[] };

/** What one transaction holds. */
const MOST = 100;

/**
 * Writes bundles in order, with as few transactions as they fit in. What several bundles write alike is written once; never are two different writes
 * on one item in a transaction. A bundle whose guard does not hold is left out and the rest of its transaction goes again, so one lost race costs one
 * retry and nobody else's place.
 * @returns which were written, and of which something was not, because somebody else was quicker
 */
export async function writeBundles<Of>(table: Table, bundles: readonly Bundle<Of>[]): Promise<Outcome<Of>> {
  const written: Of[] = [];
  const lost = new Set<Of>();
  let waiting = bundles;
  while (waiting.length > 0) {
    const { together, writes } = firstOf(waiting);
    const refused = await refusedOf(table, writes);
    waiting = waiting.slice(together.length);
    const losers = refused && (together.length === 1 ? together : together.filter(isAmong(refused)));
    losers?.forEach(({ of }) => lost.add(of));
    if (!losers) written.push(...together.map(({ of }) => of));
    else if (losers.length) waiting = [...together.filter((bundle) => !losers.includes(bundle)), ...waiting];
    // Nobody knows whose guard it was.
    else for (const bundle of together) merge({ written, lost }, await writeBundles(table, [bundle]));
  }
  return { written, lost };
}

type Outcome<Of> = { readonly written: Of[]; readonly lost: Set<Of> };

function merge<Of>(all: Outcome<Of>, more: Outcome<Of>): void {
  all.written.push(...more.written);
  more.lost.forEach((of) => all.lost.add(of));
}

type Together<Of> = { readonly together: readonly Bundle<Of>[]; readonly writes: readonly Write[] };

/** The first bundle and those after it that fit in with it. */
function firstOf<Of>(bundles: readonly Bundle<Of>[]): Together<Of> {
  const writes = new Map<string, Write>();
  let count = 0;
  for (const bundle of bundles) {
    const fresh = bundle.writes.filter((write) => !isDeepStrictEqual(writes.get(nameOf(write)), write));
    const clashes = fresh.some((write) => writes.has(nameOf(write)));
    if (count > 0 && (clashes || writes.size + fresh.length > MOST)) break;
    for (const write of fresh) writes.set(nameOf(write), write);
    count += 1;
  }
  return { together: bundles.slice(0, count), writes: [...writes.values()] };
}

const nameOf = (write: Write): string => {
  const { pk, sk } = write.kind === "put" ? write.item : write.key;
  return `${pk}\n${sk}`;
};

/** Undefined when all is written; otherwise the items whose guard did not hold, as far as that is known. */
async function refusedOf(table: Table, writes: readonly Write[]): Promise<Set<string> | undefined> {
  if (!writes.length) return undefined;
  try {
    await table.write(...writes);
    return undefined;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return new Set(error.failed.flatMap((position) => writes.slice(position, position + 1).map(nameOf)));
  }
}

const isAmong =
  (items: ReadonlySet<string>) =>
  ({ writes }: Bundle<unknown>): boolean =>
    writes.some((write) => items.has(nameOf(write)));
