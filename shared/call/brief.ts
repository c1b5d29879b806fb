import type { Company } from "../config.ts";
import type { Article } from "../content/article.ts";
import { displayName } from "../prospect/prospect.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Rep } from "../rep/rep.ts";
import type { Brief, Call } from "./call.ts";
import { questionsFor } from "./questions.ts";
import { voicemailFor } from "./voicemail.ts";

export type BriefSources = {
  readonly prospect: Prospect;
  /** Undefined while the prospect has no rep. */
  readonly rep: Rep | undefined;
  readonly company: Pick<Company, "name" | "whatWeDo">;
  readonly library: readonly Article[];
  readonly lane: Call["lane"];
  readonly clickedTopics?: { readonly [topic: string]: number } | undefined;
  readonly lastConversation?: string | undefined;
};

/**
 * One article not yet mailed, for something new to say (practice 46): the same sector's case study first, then what the prospect clicked or asked
 * for, then the newest. Never another sector's case study.
 */
export function pickTalkingPoint(sources: BriefSources): Brief["talkingPoint"] {
  const { prospect, clickedTopics = {} } = sources;
  const ranked = sources.library
    .filter((article) => article.talkingPoint.trim() !== "" && !prospect.seen.includes(article.id))
    .filter((article) => article.kind !== "case-study" || !article.sector || article.sector === prospect.sector)
    .map((article) => ({
      article,
      own: article.kind === "case-study" && article.sector !== undefined ? 1 : 0,
      interest: article.topics.reduce(
        (sum, topic) => sum + (clickedTopics[topic] ?? 0) + (prospect.topics.includes(topic) ? 1 : 0),
        0,
      ),
    }))
    .toSorted(
      (a, b) =>
        b.own - a.own ||
        b.interest - a.interest ||
        b.article.publishedOn.localeCompare(a.article.publishedOn) ||
        a.article.id.localeCompare(b.article.id),
    );
  const best = ranked[0]?.article;
  return best && { articleId: best.id, title: best.title, url: best.url, text: best.talkingPoint };
}

const STEP: Record<Call["lane"], string> = {
  hot: "A meeting of 30 minutes this week, with the day and hour fixed before you hang up",
  warming: "A second call of 15 minutes next Wednesday or Thursday, with one more person who has a say",
  agreed: "The next fixed date: a demo with everyone who decides, or a trial with an end date",
};

/** What the rep needs to make the call, in one card. */
export function buildBrief(sources: BriefSources): Brief {
  const { prospect, rep, company, lane, lastConversation } = sources;
  const talkingPoint = pickTalkingPoint(sources);
  const booking = rep?.callingLink ? ` (booking page: ${rep.callingLink})` : "";
  return {
    ...(lastConversation ? { lastConversation } : {}),
    ...(talkingPoint ? { talkingPoint } : {}),
    questions: questionsFor({ lane, sector: prospect.sector, lastConversation }),
    nextStepToAskFor: `${STEP[lane]}${booking}`,
    voicemail: voicemailFor({
      firstName: prospect.firstName ?? (prospect.lastName ? displayName(prospect) : undefined),
      rep: rep?.name ?? "the team",
      company: company.name,
      phone: rep?.phone,
      values: [talkingPoint?.text ?? "", company.whatWeDo],
    }),
  };
}
