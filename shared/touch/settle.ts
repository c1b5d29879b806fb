import type { App } from "../app.ts";
import { MINUTE } from "../time.ts";
import { writeBundles } from "../write-bundles.ts";
import { getTouchesAt, markTouch, settleTouch } from "./store.ts";
import type { Touch } from "./touch.ts";
import { forgetHandOver, handOversBefore, unsettledTouches } from "./unsettled.ts";
import type { HandOver } from "./unsettled.ts";

/** Longer than any retry of the touches queue takes to come back, and as long as a Lambda lives at most: no older hand-over is still reserving. */
const PATIENCE = 15 * MINUTE;

const NO_WORD = { outcome: "unknown", reason: "no word of whether it went out" } as const;

/**
 * Closes touches that were reserved and never marked (the process died in between): they may have gone out, so they are unknown and not
 * repeated. Goes on until none are left, however many there are.
 * @returns how many were closed
 */
export async function settleUnknown(app: App): Promise<number> {
  const before = app.now() - PATIENCE;
  let closed = 0;
  let cursor: string | undefined;
  do {
    const page = await handOversBefore(app.table, before, cursor);
    closed += await settlePage(app, page.handOvers, before);
    cursor = page.cursor;
  } while (cursor);
  return closed + (await settleOlderVersions(app, before));
}

/** A hand-over is forgotten only when it is certain that none of its touches is still waiting; else the next sweep looks again. */
async function settlePage(app: App, handOvers: readonly HandOver[], before: number): Promise<number> {
  if (!handOvers.length) return 0;
  const places = handOvers.flatMap(({ date, prospectIds }) =>
    prospectIds.map((prospectId) => ({ prospectId, slot: date })),
  );
  const reserved = (await getTouchesAt(app.table, places)).filter(({ outcome }) => outcome === "reserved");
  const { due = [], young = [] } = Object.groupBy(reserved, ({ at }) => (at <= before ? "due" : "young"));
  const lost = await app.table.writeEach(due.map((touch) => markTouch(touch, NO_WORD, touch.at)));
  const waiting = new Set([...young, ...lost.flatMap((n) => due.slice(n, n + 1))].map(nameOf));
  const done = handOvers.filter(
    ({ date, prospectIds }) => !prospectIds.some((prospectId) => waiting.has(nameOf({ prospectId, date }))),
  );
  await app.table.writeMany(done.map(forgetHandOver));
  return due.length - lost.length;
}

const nameOf = ({ prospectId, date }: Pick<Touch, "prospectId" | "date">): string => `${prospectId} ${date}`;

async function settleOlderVersions(app: App, before: number): Promise<number> {
  let closed = 0;
  let cursor: string | undefined;
  do {
    const page = await unsettledTouches(app.table, before, cursor);
    const bundles = page.touches.map((of) => ({ of, writes: [settleTouch(of, { ...NO_WORD, at: of.at })] }));
    const { written } = await writeBundles(app.table, bundles);
    closed += written.length;
    cursor = page.cursor;
  } while (cursor);
  return closed;
}
