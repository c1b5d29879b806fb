import type { Company } from "../config.ts";
import type { Article } from "../content/article.ts";
import { dayInWords } from "../engagement/words.ts";
import { checkCopy } from "../practice/check-copy.ts";
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
  /** How often they have spoken. */
  readonly conversations?: number | undefined;
  /** They booked a meeting: on which date, if that is known. */
  readonly booked?: { readonly on?: string | undefined } | undefined;
};

/**
 * One article not yet mailed, for something new to say (practice 46): the same sector's case study first, then what the prospect clicked or asked
 * for, then the newest. Never another sector's case study.
 */
export function pickTalkingPoint(
  sources: Pick<BriefSources, "prospect" | "library" | "clickedTopics">,
): Brief["talkingPoint"] {
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
  // What says nothing new (practice 36) is no point to make.
  const best = ranked.find(({ article }) => checkCopy(article.talkingPoint).length === 0)?.article;
  return best && { articleId: best.id, title: best.title, url: best.url, text: best.talkingPoint };
}

/** The talking point as it is still new: the one chosen when the task was opened, unless it was mailed or taken out of use meanwhile; then another. */
export function freshTalkingPoint(
  { brief: { talkingPoint } }: Pick<Call, "brief">,
  sources: Pick<BriefSources, "prospect" | "library" | "clickedTopics">,
): Brief["talkingPoint"] {
  const isNew =
    talkingPoint &&
    !sources.prospect.seen.includes(talkingPoint.articleId) &&
    sources.library.some(({ id }) => id === talkingPoint.articleId);
  return isNew ? talkingPoint : pickTalkingPoint(sources);
}

const STEP: Record<Call["lane"], string> = {
  hot: "A meeting of 30 minutes this week, with the day and hour fixed before you hang up",
  warming: "A second call of 15 minutes next Wednesday or Thursday, with one more person who has a say",
  share: "What they would like to read about next, and a date to speak of it",
  agreed: "The next fixed date: a demo with everyone who decides, or a trial with an end date",
};

const forDay = (on: string | undefined): string => (on === undefined ? "" : ` for ${dayInWords(on)}`);

/** What the rep needs to make the call, in one card. */
export function buildBrief(sources: BriefSources): Brief {
  const { prospect, rep, lane, lastConversation, conversations, booked } = sources;
  const talkingPoint = pickTalkingPoint(sources);
  const meeting = `the meeting they booked${forDay(booked?.on)}`;
  return {
    ...(lastConversation ? { lastConversation } : {}),
    ...(booked && { prepare: `Prepare ${meeting}: confirm it, agree what it should settle and who comes` }),
    ...(talkingPoint ? { talkingPoint } : {}),
    questions: questionsFor({
      lane,
      sector: prospect.sector,
      lastConversation,
      conversations,
      booked: booked !== undefined,
    }),
    nextStepToAskFor: booked ? `An agenda for ${meeting}, and everyone who decides in it` : STEP[lane],
    ...(rep?.callingLink && { meetingLink: rep.callingLink }),
    voicemail: voicemailOf({ ...sources, talkingPoint }),
  };
}

type Script = Pick<BriefSources, "prospect" | "rep" | "company" | "booked"> & {
  readonly talkingPoint: Brief["talkingPoint"];
};

function voicemailOf({ prospect, rep, company, booked, talkingPoint }: Script): Brief["voicemail"] {
  const meeting =
    booked &&
    `Thank you for booking a meeting${forDay(booked.on)}; I would like to agree with you what it should settle.`;
  return voicemailFor({
    firstName: prospect.firstName ?? (prospect.lastName ? displayName(prospect) : undefined),
    rep: rep?.name ?? "the team",
    company: company.name,
    phone: rep?.phone,
    values: [meeting ?? "", talkingPoint?.text ?? "", company.whatWeDo],
  });
}

/** The same brief in the name of another rep: voicemail and meeting link are theirs. */
export function briefInNameOf(brief: Brief, about: Pick<BriefSources, "prospect" | "rep" | "company">): Brief {
  const { meetingLink: _theirs, ...rest } = brief;
  const link = about.rep?.callingLink;
  const { talkingPoint, prepare } = brief;
  const booked = prepare === undefined ? undefined : {};
  return { ...rest, ...(link && { meetingLink: link }), voicemail: voicemailOf({ ...about, talkingPoint, booked }) };
}
