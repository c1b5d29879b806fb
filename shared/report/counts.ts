import * as z from "zod";
import { isPerson } from "../engagement/weights.ts";
import { shareOf } from "../practice/intervals.ts";
import type { Share } from "../practice/intervals.ts";
import type { TouchFact } from "./fact.ts";

const Count = z.number().int().min(0);

/** So many emails, and of so many of them this is true. */
export const Counts = z.object({
  sent: Count,
  /** Of the sent, those that arrived. Of what is neither this nor bounced it is too early to tell. */
  delivered: Count,
  bounced: Count,
  /** Of the bounced, those for good. */
  bouncedForGood: Count,
  complained: Count,
  /** Did not bounce, and clicks are measured in them; of these a person clicked in. */
  measured: Count,
  clicked: Count,
  /** Of the measured, those whose openings tell anything; of these a person opened. */
  openable: Count,
  opened: Count,
  unsubscribed: Count,
  /** Each call task, and what came of it, once however many of the emails led to it. */
  callTasks: Count,
  conversations: Count,
  meetings: Count,
});
export type Counts = z.infer<typeof Counts>;

export const noCounts = (): Counts => ({
  sent: 0,
  delivered: 0,
  bounced: 0,
  bouncedForGood: 0,
  complained: 0,
  measured: 0,
  clicked: 0,
  openable: 0,
  opened: 0,
  unsubscribed: 0,
  callTasks: 0,
  conversations: 0,
  meetings: 0,
});

const one = (holds: boolean): number => (holds ? 1 : 0);

/** Counts one email more, in place, because it is done a million times. What it led to is counted apart. */
export function countEmail(into: Counts, fact: TouchFact): void {
  const arrived = fact.outcome !== "bounced";
  const measured = arrived && fact.measured;
  into.sent += 1;
  into.delivered += one(fact.outcome === "delivered");
  into.bounced += one(!arrived);
  into.bouncedForGood += one(fact.bounce === "permanent");
  into.complained += one(fact.complained);
  into.measured += one(measured);
  into.clicked += one(measured && isPerson(fact.clicked));
  into.openable += one(measured && fact.opened !== null);
  into.opened += one(measured && isPerson(fact.opened ?? 0));
  into.unsubscribed += one(fact.unsubscribed);
}

/** Counts a call task with what came of it, in place. */
export function countTask(into: Counts, { conversation, meeting }: Pick<TouchFact, "conversation" | "meeting">): void {
  into.callTasks += 1;
  into.conversations += one(conversation);
  into.meetings += one(meeting);
}

/** Adds up rows that have no call task in common. */
export function sumOf(all: readonly Counts[]): Counts {
  const sum = noCounts();
  for (const counts of all) for (const name of Counts.keyof().options) sum[name] += counts[name];
  return sum;
}

/** Of so many it is known whether they arrived: those of the last day without a word of either are left out. */
export const arrivalsKnown = ({ delivered, bounced }: Counts): number => delivered + bounced;

/** What a share is of; of those delivered, `arrivalsKnown`. */
const OF = {
  bounced: "sent",
  bouncedForGood: "sent",
  complained: "sent",
  opened: "openable",
  clicked: "measured",
  unsubscribed: "sent",
  callTasks: "sent",
  conversations: "sent",
  meetings: "sent",
} as const satisfies { readonly [name in keyof Counts]?: keyof Counts };

export type Outcome = keyof typeof OF | "delivered";

/** So many of those in which it could be seen, with the interval of 95 %; of none where nothing is known yet. */
export const shareIn = (counts: Counts, outcome: Outcome): Share =>
  shareOf(counts[outcome], outcome === "delivered" ? arrivalsKnown(counts) : counts[OF[outcome]]);
