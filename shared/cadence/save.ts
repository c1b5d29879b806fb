import type { App } from "../app.ts";
import { AppError, Conflict } from "../error.ts";
import type { Write } from "../ports.ts";
import type { Cadence } from "./cadence.ts";
import { changesBetween } from "./changes.ts";
import { orderMoved } from "./moved.ts";
import type { Moved } from "./moved.ts";
import { mistakesIn } from "./rules.ts";
import { syncSchedulesOf } from "./schedules.ts";
import { putCadence, readCadence, zonesChanged } from "./store.ts";
import type { ReadCadence } from "./store.ts";
import { getVersion, putVersion } from "./version-store.ts";

export type SaveOutcome =
  | { readonly outcome: "saved"; readonly version: number; readonly moved: ReadonlySet<Moved["comes"]> }
  /** Nothing was different. */
  | { readonly outcome: "same" }
  /** Somebody saved since `base`; nothing was written. */
  | { readonly outcome: "changed-since"; readonly current: Cadence };

type Change = {
  /** The version that was looked at when the change was made. */
  readonly base: number;
  readonly cadence: Cadence;
  /** Name of who saves. */
  readonly by: string;
};

/**
 * Saves a change of a cadence as its next version and makes the schedules what its slots ask for. Whether it is paused is left as it is. Of two who save at
 * once, the second hears so. `also` is written with it or not at all.
 * @throws AppError("invalid") naming the first place that is wrong, AppError("not-found") when there is no such cadence any more
 */
export async function saveCadence(
  app: App,
  { base, cadence, by }: Change,
  also: readonly Write[] = [],
): Promise<SaveOutcome> {
  const [wrong] = Object.entries(mistakesIn(cadence));
  if (wrong) throw new AppError("invalid", `${wrong[0]}: ${wrong[1]}`);
  const read = await mustRead(app, cadence.id);
  const before = read.cadence;
  if (before.version !== base) return { outcome: "changed-since", current: before };
  const next = { ...cadence, paused: before.paused, version: base + 1 };
  if (changesBetween(before, next).length === 0) return { outcome: "same" };
  try {
    await writeNext(app, { read, next, by }, also);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return { outcome: "changed-since", current: (await mustRead(app, cadence.id)).cadence };
  }
  return { outcome: "saved", version: next.version, moved: await followSlots(app, before, next) };
}

export async function mustRead(app: Pick<App, "table">, id: string): Promise<ReadCadence> {
  const read = await readCadence(app.table, id);
  if (!read) throw new AppError("not-found", "There is no such cadence, or it was removed.");
  return read;
}

/** One transaction: the cadence, what changed and by whom, and for rows from before versions were kept, how it was before. Throws `Conflict`. */
export async function writeNext(
  app: Pick<App, "table" | "now">,
  { read, next, by }: { readonly read: ReadCadence; readonly next: Cadence; readonly by: string },
  also: readonly Write[] = [],
): Promise<void> {
  const before = read.cadence;
  const at = app.now();
  const known = await getVersion(app.table, before.id, before.version);
  await app.table.write(
    putCadence(next, read.unchanged),
    putVersion({ cadence: next, by, at, changes: changesBetween(before, next) }),
    ...(known ? [] : [putVersion({ cadence: before, changes: [] })]),
    // Should the schedules below not come about, the next sweep sees to them.
    ...(sameTimes(before, next) ? [] : [zonesChanged(at)]),
    ...also,
  );
}

const timesOf = ({ slots }: Cadence): string =>
  slots
    .map(({ weekday, time }) => `${weekday} ${time}`)
    .toSorted()
    .join();

const sameTimes = (one: Cadence, other: Cadence): boolean => timesOf(one) === timesOf(other);

/**
 * What a slot carries is read from the cadence as it fires, so only times concern the schedules. What people would miss today is ordered before these, which
 * take a while, and looked for again after them: meanwhile the new time may have passed.
 */
async function followSlots(app: App, before: Cadence, after: Cadence): Promise<ReadonlySet<Moved["comes"]>> {
  if (sameTimes(before, after)) return new Set();
  const first = await orderMoved(app, before, after);
  await syncSchedulesOf(app, after);
  return new Set([...first, ...(await orderMoved(app, before, after))]);
}
