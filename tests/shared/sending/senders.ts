/** Senders that work at the same time on one table, in time that passes only when all of them wait. */
import { setImmediate } from "node:timers/promises";
import type { Alarm, App } from "../../../shared/app.ts";
import type { Company } from "../../../shared/config.ts";
import { openStore } from "../../../shared/local/store.ts";
import { localTable } from "../../../shared/local/table.ts";
import type { BulkMail, Mailer, MailResult, Table } from "../../../shared/ports.ts";
import type { Limits } from "../../../shared/sending/sending.ts";
import { entryOf, mailTo } from "../../contract/mailer.ts";
import { testConfig } from "../../fixtures/world.ts";

/** Wednesday 25 November 2026, 15:00 in Lisbon. */
export const WEDNESDAY = Date.parse("2026-11-25T15:00Z");

export function virtualTime(start = WEDNESDAY) {
  let at = start;
  let waiters: { readonly until: number; readonly go: () => void }[] = [];
  const wait = (until: number): Promise<void> =>
    until <= at ? Promise.resolve() : new Promise((go) => void waiters.push({ until, go }));
  let busy = 0;
  return {
    now: () => at,
    wait,
    /** No time passes while this is done. */
    async standing<Of>(work: () => Promise<Of>): Promise<Of> {
      busy += 1;
      try {
        return await work();
      } finally {
        busy -= 1;
      }
    },
    /** Lets time pass until the work is done. */
    async pass<Of>(work: Promise<Of>): Promise<Of> {
      let done = false;
      const end = work.finally(() => void (done = true));
      end.catch(() => undefined);
      for (;;) {
        await setImmediate();
        if (done) return end;
        if (busy > 0) continue;
        at = Math.min(...waiters.map(({ until }) => until));
        if (at === Infinity) throw new Error("everybody waits for nothing");
        const due = waiters.filter(({ until }) => until <= at);
        waiters = waiters.filter(({ until }) => until > at);
        for (const { go } of due) go();
      }
    },
  };
}
export type VirtualTime = ReturnType<typeof virtualTime>;

/** What a provider took, and when. */
export type Departure = { readonly at: number; readonly emails: number };

export function providerAt(
  now: () => number,
  answer: () => MailResult = () => ({ outcome: "accepted", messageId: "m" }),
) {
  const departures: Departure[] = [];
  const mailer: Mailer = {
    forget: async () => undefined,
    sendBulk: async ({ entries }) => {
      departures.push({ at: now(), emails: entries.length });
      return entries.map(answer);
    },
  };
  return { departures, mailer };
}

export const emails = (count: number): BulkMail =>
  mailTo(...Array.from({ length: count }, (_, n) => entryOf(`prospect-${n}`)));

export type Office = { readonly app: Pick<App, "table" | "now" | "config" | "alarm">; readonly alarms: Alarm[] };

/** What senders share: a table and what the company says of itself. */
export function office(now: () => number, company: Partial<Company> = {}, around?: (table: Table) => Table): Office {
  const alarms: Alarm[] = [];
  const table = localTable(openStore(":memory:"), now);
  const config = { ...testConfig, company: { ...testConfig.company, ...company } };
  const app = { table: around?.(table) ?? table, now, config, alarm: (alarm: Alarm) => void alarms.push(alarm) };
  return { app, alarms };
}

export const limitsOf = (limits: Partial<Limits>) => async (): Promise<Limits> => ({ sentInDayBefore: 0, ...limits });

/** The most emails in any stretch of so many milliseconds, both ends included. */
export const mostWithin = (departures: readonly Departure[], ms: number): number =>
  Math.max(
    0,
    ...departures.map(({ at: from }) =>
      departures.reduce((sum, { at, emails: count }) => (at >= from && at <= from + ms ? sum + count : sum), 0),
    ),
  );

export const outcomes = (results: readonly MailResult[]): { [outcome: string]: number } => {
  const counts: { [outcome: string]: number } = {};
  for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};
