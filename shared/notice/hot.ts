import * as z from "zod";
import type { App } from "../app.ts";
import { DAY } from "../durations.ts";
import { Conflict } from "../error.ts";
import { hotCallKey, hotCallsPk, hotToldKey, prospectKey } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import type { Notice } from "./notice.ts";

/** Longer than anybody is left waiting; then nobody speaks of that time any more. */
const REMEMBERED_MS = 90 * DAY;
/** A console that was closed for longer shows the worklist, where they stand on top. */
const SHOWN_MS = DAY;

/** Somebody asked for a call. `cursor` is its place in the order in which it was told. */
export const HotCall = z.object({
  cursor: z.string(),
  prospectId: z.string(),
  number: z.number().int(),
  askedAt: z.number(),
});
export type HotCall = z.infer<typeof HotCall>;

/**
 * Is it this notice's to tell that somebody asked then (epoch ms)? Several notices may carry the same moment, at the same time too; the first that comes
 * here tells it, and goes on doing so until all have heard. The consoles that are open see it by this, at once.
 */
export async function claimHot({ table, now }: App, notice: Notice, askedAt: number): Promise<boolean> {
  const { prospectId, number, id } = notice;
  const at = now();
  const key = hotToldKey(prospectId, askedAt);
  const told = await table.get(key);
  if (told) return told.data["noticeId"] === id;
  const claim: Write = {
    kind: "put",
    item: { ...key, data: { noticeId: id }, expiresAt: at + REMEMBERED_MS },
    guard: "absent",
  };
  const shown: Write = {
    kind: "put",
    item: { ...hotCallKey(at, prospectId), data: { prospectId, number, askedAt }, expiresAt: at + SHOWN_MS },
  };
  // Who is erased at this moment must not come back into their own history, or into the list.
  const stillThere: Write = { kind: "check", key: prospectKey(prospectId), guard: "present" };
  try {
    await table.write(claim, shown, stillThere);
    return true;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return false;
  }
}

/** The place in the order of hot calls at an instant (epoch ms): all that are told from then on come after it. */
export const hotCursorAt = (at: number): string => new Date(at).toISOString();

/** Who asked after a place in that order, oldest first, at most `limit`. */
export async function hotCallsAfter(table: Table, cursor: string, limit: number): Promise<HotCall[]> {
  // From a place on means with it, so it is asked for and left out.
  const { items } = await table.query({ pk: hotCallsPk, from: cursor, limit: limit + 1 });
  return items
    .filter(({ sk }) => sk > cursor)
    .slice(0, limit)
    .map(({ sk, data }) => HotCall.parse({ ...data, cursor: sk }));
}
