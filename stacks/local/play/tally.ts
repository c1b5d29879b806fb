import type { Cadence } from "../../../shared/cadence/cadence.ts";
import { eachEmail } from "../../../shared/local/outbox.ts";
import type { Store } from "../../../shared/local/store.ts";
import type { Table } from "../../../shared/ports.ts";
import { everyProspect } from "../../../shared/prospect/every-prospect.ts";
import { getProspects } from "../../../shared/prospect/store.ts";
import { toLocal } from "../../../shared/time.ts";
import { touchesOf } from "../../../shared/touch/store.ts";

export type MailTally = {
  readonly sent: number;
  readonly duplicates: number;
  readonly outsideWindow: number;
  readonly perDate: ReadonlyMap<string, number>;
};

/**
 * Reads the outbox from the email after `after` and checks what a prospect would complain of: the same article or two emails on one date
 * (duplicates), or an email that is not on a Wednesday or Thursday within the window on the own wall clock.
 */
export async function tallyMail(store: Store, table: Table, cadence: Cadence, after: number): Promise<MailTally> {
  const zones = new Map<string, string>();
  for await (const { ids } of everyProspect(table))
    for (const prospect of (await getProspects(table, ids)).values()) zones.set(prospect.id, prospect.timeZone);
  const seen = new Set<string>();
  const perDate = new Map<string, number>();
  const tally = { sent: 0, duplicates: 0, outsideWindow: 0 };
  // From the first email on, because what went out before play began must not come again either.
  for (const email of eachEmail(store)) {
    const { prospect = "", slot, article = "", letter } = email.tags;
    // What is no touch has no slot, and its own rules; but twice it must not come either.
    if (slot === undefined) {
      if (letter === undefined) continue;
      if (seen.has(`${prospect} ${letter}`) && email.id > after) tally.duplicates++;
      seen.add(`${prospect} ${letter}`);
      continue;
    }
    const again = seen.has(`${prospect} ${slot}`) || seen.has(`${prospect} ${article}`);
    seen.add(`${prospect} ${slot}`).add(`${prospect} ${article}`);
    if (email.id <= after) continue;
    tally.sent++;
    if (again) tally.duplicates++;
    perDate.set(slot, (perDate.get(slot) ?? 0) + 1);
    const zone = zones.get(prospect);
    if (zone === undefined || !inWindow(cadence, zone, email.at)) tally.outsideWindow++;
  }
  return { ...tally, perDate };
}

function inWindow(cadence: Cadence, zone: string, at: number): boolean {
  const local = toLocal(zone, at);
  const rightDay = local.weekday === "wednesday" || local.weekday === "thursday";
  return rightDay && local.time >= cadence.window.from && local.time < cadence.window.to;
}

export type LedgerTally = {
  readonly prospects: number;
  readonly skipped: { [reason: string]: number };
  readonly other: { [outcome: string]: number };
  readonly perDate: ReadonlyMap<string, { [reason: string]: number }>;
};

/** Counts what the ledger says of slots on or after `from`, by reason. */
export async function tallyLedger(table: Table, from: string): Promise<LedgerTally> {
  const skipped: { [reason: string]: number } = {};
  const other: { [outcome: string]: number } = {};
  const perDate = new Map<string, { [reason: string]: number }>();
  let prospects = 0;
  for await (const { ids } of everyProspect(table)) {
    prospects += ids.length;
    for (const id of ids) {
      for (const touch of await touchesOf(table, id)) {
        if (touch.date < from || touch.outcome === "sent") continue;
        const reason = touch.reason ?? touch.outcome;
        const into = touch.outcome === "skipped" ? skipped : other;
        into[reason] = (into[reason] ?? 0) + 1;
        if (touch.outcome !== "skipped") continue;
        const day = perDate.get(touch.date) ?? {};
        day[reason] = (day[reason] ?? 0) + 1;
        perDate.set(touch.date, day);
      }
    }
  }
  return { prospects, skipped, other, perDate };
}
