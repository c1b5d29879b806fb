import type { App } from "../app.ts";
import { getCadence } from "../cadence/store.ts";
import { AppError } from "../error.ts";
import { newId } from "../id.ts";
import { LONGEST_TEXT, clean, fold } from "../prospect/text.ts";
import { Rule } from "./segment.ts";
import type { Segment } from "./segment.ts";
import { getSegments, putSegment } from "./store.ts";

/** Without an `id` it is a new one, and comes last. */
export type SegmentChange = {
  readonly id?: string | undefined;
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly cadenceId?: string | undefined;
};

const MOST_SEGMENTS = 50;
const LONGEST_NAME = 80;

/**
 * Keeps a segment and orders that everybody is looked at for it.
 * @throws AppError("invalid") that begins with the field: name, rules or cadence; AppError("not-found"); `Conflict` when somebody changed it meanwhile
 */
export async function saveSegment(app: App, change: SegmentChange): Promise<Segment> {
  const segments = await getSegments(app.table);
  const before = segments.find(({ id }) => id === change.id);
  if (change.id !== undefined && !before) throw new AppError("not-found", "There is no such segment.");
  if (!before && segments.length >= MOST_SEGMENTS)
    throw new AppError(
      "invalid",
      `name: there are ${MOST_SEGMENTS} segments already, which is the most; remove one first`,
    );
  const now = app.now();
  const segment: Segment = {
    id: before?.id ?? newId(),
    name: nameOf(change, segments),
    order: before?.order ?? Math.max(0, ...segments.map(({ order }) => order)) + 1,
    rules: rulesOf(change.rules),
    ...(change.cadenceId && { cadenceId: await cadenceOf(app, change.cadenceId) }),
    createdAt: before?.createdAt ?? now,
    updatedAt: before ? Math.max(now, before.updatedAt + 1) : now,
  };
  await app.table.write(putSegment(segment, before ? { match: { updatedAt: before.updatedAt } } : "absent"));
  await app.reckonings.send([{ of: "segments" }]);
  return segment;
}

function nameOf({ id, name: written }: SegmentChange, segments: readonly Segment[]): string {
  const name = clean(written.slice(0, LONGEST_TEXT));
  if (!name) throw new AppError("invalid", "name: give it a name");
  if (name.length > LONGEST_NAME) throw new AppError("invalid", `name: at most ${LONGEST_NAME} characters`);
  if (segments.some((other) => other.id !== id && fold(other.name) === fold(name)))
    throw new AppError("invalid", "name: another segment has this name");
  return name;
}

function rulesOf(rules: readonly Rule[]): Rule[] {
  const read = Rule.array().max(20).safeParse(rules);
  if (!read.success) throw new AppError("invalid", "rules: at most 20, each with 1 to 50 values");
  return read.data;
}

async function cadenceOf(app: App, id: string): Promise<string> {
  if (!(await getCadence(app.table, id))) throw new AppError("invalid", `cadence: there is no cadence "${id}"`);
  return id;
}
