import type { Company } from "../config.ts";
import { isSensitive } from "../prospect/interests.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Rep } from "../rep/rep.ts";
import type { Write } from "../ports.ts";
import { DAY } from "../time.ts";
import { firstAttemptAt } from "./attempts.ts";
import { buildBrief } from "./brief.ts";
import type { Calls, Evidence } from "./call.ts";
import type { Busy } from "./good-hours.ts";
import { openCall } from "./open.ts";
import { listed, whyShare } from "./share-words.ts";

/** Something by hand at most every four weeks, which is the long rhythm of emails. */
const SHARE_EVERY_MS = 28 * DAY;

/**
 * From when (epoch ms) a rep may be asked again to share something by hand; undefined = at once. Not within four weeks of the last time, nor in the
 * cool-down after a call.
 */
export function sharesFrom(calls: Pick<Calls, "sharedAt" | "coolDownUntil">, now: number): number | undefined {
  const from = Math.max(calls.coolDownUntil ?? 0, calls.sharedAt === undefined ? 0 : calls.sharedAt + SHARE_EVERY_MS);
  return from > now ? from : undefined;
}

/** What to share: what they care about, else what they read or asked for, else their trade. */
function shareOn(
  { interests = [], topics, sector }: Partial<Pick<Prospect, "interests">> & Pick<Prospect, "topics" | "sector">,
  clickedTopics: { readonly [topic: string]: number } = {},
): { readonly on: readonly string[]; readonly takeCare: readonly string[] } {
  const plain = interests.filter((interest) => !isSensitive(interest));
  const takeCare = interests.filter(isSensitive);
  if (plain.length > 0) return { on: plain.slice(0, 3), takeCare };
  const clicked = Object.entries(clickedTopics)
    .toSorted((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]))
    .map(([topic]) => topic);
  const read = [...new Set([...clicked, ...topics])].slice(0, 3);
  if (read.length > 0) return { on: read, takeCare };
  return { on: sector ? [`news of their trade (${sector.replaceAll("-", " ")})`] : [], takeCare };
}

export type ShareSources = {
  readonly prospect: Prospect;
  readonly calls: Calls;
  readonly rep: Rep | undefined;
  readonly company: Pick<Company, "name" | "whatWeDo">;
  /** When emails may be under way, which a call keeps clear of. */
  readonly busy: readonly Busy[];
  readonly clickedTopics?: { readonly [topic: string]: number } | undefined;
};

/**
 * A call task to pass something on by hand, because the library has nothing left for the prospect: two writes, which fail when another call was opened or closed
 * since `calls` was read. `now` in epoch ms.
 */
export function openShare({ prospect, calls, rep, company, busy, clickedTopics }: ShareSources, now: number): Write[] {
  const { on, takeCare } = shareOn(prospect, clickedTopics);
  const evidence: Evidence[] = [
    { at: now, text: `All that fits in the library was mailed, ${emails(prospect.touchCount)} in all` },
  ];
  if (takeCare.length > 0) evidence.push({ at: now, text: `Take care: speak of ${listed(takeCare)} only if they do` });
  const opening = {
    lane: "share" as const,
    why: whyShare(on),
    evidence,
    dueAt: firstAttemptAt(now, { timeZone: prospect.timeZone, country: prospect.country, busy }, calls.last === 0),
    brief: buildBrief({
      prospect,
      rep,
      company,
      // There is nothing in it that they do not have.
      library: [],
      lane: "share",
      clickedTopics,
      lastConversation: calls.lastConversation,
    }),
  };
  return openCall(prospect, { ...calls, sharedAt: now }, opening, now);
}

const emails = (count: number): string => `${count} ${count === 1 ? "email" : "emails"}`;
