import { getCadences, putCadence } from "../cadence/store.ts";
import type { Cadence } from "../cadence/cadence.ts";
import { openCallsOf } from "../call/store.ts";
import { addressHash } from "../id.ts";
import {
  cadencesPk,
  callKey,
  callsKey,
  engagementKey,
  experimentsPk,
  experimentsVersionKey,
  libraryPk,
  libraryVersionKey,
  prospectKey,
  repsPk,
  rosterKey,
  segmentsPk,
  sendingKey,
  suppressionKey,
  touchKey,
  usualKey,
  wishKey,
  zoneKey,
} from "../keys.ts";
import type { Item, Key, Table, Write } from "../ports.ts";
import { everyProspect } from "../prospect/every-prospect.ts";
import { getProspects, prospectIndex } from "../prospect/store.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { readAll } from "../read-all.ts";
import { getSending } from "../sending/store.ts";
import { addDays, weekdayOf } from "../time.ts";
import { WISH_DAYS } from "../touch/wish.ts";

/** Prospects read at a time: with all that is known of each, a few hundred rows. */
const PAGE = 100;

const put = (item: Item): Write => ({ kind: "put", item });

/** What is the company's: reps, cadences, library, segments, experiments. */
const WHOLE = [repsPk, cadencesPk, libraryPk, segmentsPk, experimentsPk];

/** What is to be otherwise than it is. */
type Otherwise = {
  /** Takes the place of the saved one of its id. */
  readonly cadence?: Cadence | undefined;
  /** Nothing is paused. */
  readonly unpaused?: boolean | undefined;
};

/** Fills `to` with what is the same for all prospects. */
export async function copyCompany(from: Table, to: Table, { cadence, unpaused }: Otherwise): Promise<void> {
  for (const pk of WHOLE) await to.writeMany((await readAll(from, { pk })).map(put));
  const singles = await from.getMany([libraryVersionKey(), experimentsVersionKey(), usualKey()]);
  await to.writeMany(singles.map(put));
  if (cadence) await to.write(putCadence(cadence));
  if (!unpaused) return;
  for (const one of await getCadences(to)) await to.write(putCadence({ ...one, paused: false }));
}

/** Whether sending is paused, and what of the warm-up is used up today; the limits of the provider are the stage's. */
export async function copySending(from: Table, to: Table, { unpaused }: Otherwise): Promise<void> {
  const item = await from.get(sendingKey());
  if (!item) return;
  const { limits: _limits, askedAt: _askedAt, ...pace } = (await getSending(from)).pace;
  const { pause, pausedAt, ...data } = item.data;
  const paused = unpaused ? {} : { pause, pausedAt };
  await to.writeMany([put({ ...item, data: { ...data, ...paused, pace: { ...pace, taken: [] } } })]);
}

/** Dates around a moment on which somebody may have a slot, by their own calendar. */
const datesFrom = (now: number, days: number): string[] => {
  const before = addDays(new Date(now).toISOString().slice(0, 10), -1);
  return Array.from({ length: days + 2 }, (_, day) => addDays(before, day)).filter((date) =>
    /^(wednesday|thursday)$/.test(weekdayOf(date)),
  );
};

/** Everybody, page by page, with all that sending looks at. `met` is told of each page. */
export async function copyProspects(
  from: Table,
  to: Table,
  now: number,
  met: (prospects: readonly Prospect[]) => Promise<void>,
): Promise<void> {
  const wishDates = datesFrom(now, WISH_DAYS);
  const touchDates = datesFrom(now, 1);
  const zones = new Map<string, Write>();
  for await (const { repId, ids } of everyProspect(from, PAGE)) {
    const prospects = [...(await getProspects(from, ids)).values()];
    const calls = await openCallsOf(from, ids);
    const items = await from.getMany([
      ...ids.flatMap((id): Key[] => [
        engagementKey(id),
        callsKey(id),
        ...touchDates.map((date) => touchKey(id, date)),
        ...wishDates.map((date) => wishKey(id, date)),
      ]),
      ...[...calls.values()].map(({ prospectId, number }) => callKey(prospectId, number)),
      ...prospects.map(({ email }) => suppressionKey(addressHash(email))),
    ]);
    for (const prospect of prospects) zones.set(`${prospect.cadenceId} ${prospect.timeZone}`, zoneOf(prospect));
    await to.writeMany([
      ...items.map(put),
      ...prospects.map((prospect) => put(rowOf(prospect))),
      ...ids.map((id) => put({ ...rosterKey(repId, id), data: { id } })),
    ]);
    await met(prospects);
  }
  await to.writeMany([...zones.values()]);
}

const rowOf = (prospect: Prospect): Item => {
  const index = prospectIndex(prospect);
  return { ...prospectKey(prospect.id), data: prospect, ...(index && { index }) };
};

const zoneOf = ({ cadenceId, timeZone }: Prospect): Write =>
  put({ ...zoneKey(cadenceId, timeZone), data: { timeZone } });
