import { DAY } from "../durations.ts";
import { noticeKey, noticesPk } from "../keys.ts";
import type { Item, Table, Write } from "../ports.ts";
import { Notice } from "./notice.ts";
import type { Channel } from "./outlets.ts";

/** A notice that nobody took in this time is of no use to anybody. */
const KEPT_MS = 14 * DAY;

type Id = Pick<Notice, "at" | "id">;

/** To be written with the change it tells of. It stays until all have been told. */
export const putNotice = (notice: Notice): Write => ({
  kind: "put",
  item: { ...noticeKey(notice.at, notice.id), data: notice, expiresAt: notice.at + KEPT_MS },
});

/** Everybody has been told. */
export const forgetNotice = ({ at, id }: Id): Write => ({ kind: "remove", key: noticeKey(at, id) });

/** How far the telling of a notice has come. */
type Progress = {
  readonly notice: Notice;
  readonly told: (channel: Channel) => boolean;
  /** How often somebody did not hear of it, and when last (epoch ms). */
  readonly tries: number;
  readonly triedAt: number | undefined;
};

const toldField = (channel: Channel): string => `told_${channel}`;
const numberIn = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

const progressOf = ({ data }: Item): Progress => ({
  notice: Notice.parse(data),
  told: (channel) => data[toldField(channel)] === true,
  tries: numberIn(data["tries"]) ?? 0,
  triedAt: numberIn(data["triedAt"]),
});

/** Undefined once everybody was told. */
export async function getProgress(table: Table, { at, id }: Id): Promise<Progress | undefined> {
  const item = await table.get(noticeKey(at, id));
  return item && progressOf(item);
}

/** They need not be told again. Holds only while the notice is there. */
export const markTold = ({ at, id }: Id, channel: Channel): Write => ({
  kind: "update",
  key: noticeKey(at, id),
  set: { [toldField(channel)]: true },
  guard: "present",
});

/** Somebody did not hear of it; `triedAt` in epoch ms. Holds only while the notice is there. */
export const markTried = ({ at, id }: Id, triedAt: number): Write => ({
  kind: "update",
  key: noticeKey(at, id),
  set: { triedAt },
  add: { tries: 1 },
  guard: "present",
});

/** A page of notices from before that time (epoch ms) that somebody has not been told, oldest first. */
export async function noticesBefore(
  table: Table,
  before: number,
  cursor?: string,
): Promise<{ waiting: Progress[]; cursor: string | undefined }> {
  const page = await table.query({ pk: noticesPk, to: new Date(before).toISOString(), limit: 100, cursor });
  return { waiting: page.items.map(progressOf), cursor: page.cursor };
}
