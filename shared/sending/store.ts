import { entity } from "../entity.ts";
import { sendingDayKey, sendingKey } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { DAY } from "../durations.ts";
import { newPace, Pace } from "./pace.ts";
import type { Counts } from "./rates.ts";
import { Pause } from "./sending.ts";

/** One row: its pace, which whoever takes places writes again and again, and the pause; neither write touches the other's fields. */
export type Sending = {
  /** Of the pace; 0 before anything was sent. */
  readonly version: number;
  readonly pace: Pace;
  readonly pause?: Pause | undefined;
  /** When somebody last lifted a pause for bounces or complaints. */
  readonly resumedAt?: number | undefined;
};

export async function getSending(table: Table): Promise<Sending> {
  const item = await table.get(sendingKey());
  return { version: 0, pace: newPace, ...(item && entity<Partial<Sending>>(item)) };
}

/** Holds only if nobody else took places since `read`. */
export const putPace = ({ version }: Pick<Sending, "version">, pace: Pace): Write => ({
  kind: "update",
  key: sendingKey(),
  set: { pace: Pace.parse(pace), version: version + 1 },
  guard: { match: { version: version === 0 ? null : version } },
});

/** Holds only while the pause is still the one that was read. */
export const putPause = (pause: Pause, read: Pause | undefined): Write => ({
  kind: "update",
  key: sendingKey(),
  set: { pause: Pause.parse(pause), pausedAt: pause.at },
  guard: { match: { pausedAt: read?.at ?? null } },
});

/** Holds only while the pause is still the one that was read; `resumedAt`: what was sent before counts no more. */
export const removePause = (read: Pause, resumedAt: number | undefined): Write => ({
  kind: "update",
  key: sendingKey(),
  set: { pause: undefined, pausedAt: undefined, ...(resumedAt !== undefined && { resumedAt }) },
  guard: { match: { pausedAt: read.at } },
});

const utcDate = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** A Wednesday and a Thursday are always whole in it. */
const WINDOW_DAYS = 7;
const windowKeys = (now: number) =>
  Array.from({ length: WINDOW_DAYS }, (_, days) => sendingDayKey(utcDate(now - days * DAY)));

/** Emails that are being handed over (`at`, epoch ms); fewer than none for those that did not go out after all. */
export const countSent = (at: number, emails: number): Write => ({
  kind: "update",
  key: sendingDayKey(utcDate(at)),
  set: {},
  add: { sent: emails },
});

/**
 * A bounce or complaint that is heard for the first time, counted where its email was: then both sides of a rate are of the same emails, whenever
 * they are told. Nothing for an email from before sending was resumed: whoever resumed knows of those.
 */
export async function countAgainstUs(table: Table, what: "bounced" | "complained", sentAt: number): Promise<Write[]> {
  const { resumedAt } = await getSending(table);
  if (sentAt < (resumedAt ?? -Infinity)) return [];
  return [{ kind: "update", key: sendingDayKey(utcDate(sentAt)), set: {}, add: { [what]: 1 } }];
}

/** All that was counted of the last seven UTC days, today with them. */
export async function getCounts(table: Table, now: number): Promise<Counts> {
  const sum = { sent: 0, bounced: 0, complained: 0 };
  for (const item of await table.getMany(windowKeys(now))) {
    const { sent = 0, bounced = 0, complained = 0 } = entity<Partial<Counts>>(item);
    sum.sent += sent;
    sum.bounced += bounced;
    sum.complained += complained;
  }
  return sum;
}

/** Begins to count anew. */
export const removeCounts = (now: number): Write[] => windowKeys(now).map((key) => ({ kind: "remove", key }));
