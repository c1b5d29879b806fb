import type { Attempt, Blocker, Call, NextStep } from "../call/call.ts";
import type { Company } from "../config.ts";
import { HOUR } from "../durations.ts";
import { dayInWords } from "../engagement/words.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Rep } from "../rep/rep.ts";
import { placeOf, toLocal, weekdayOf } from "../time.ts";
import { line } from "../touch/line.ts";
import type { FollowUp } from "./follow-up.ts";

type FollowUpSources = {
  readonly prospect: Prospect;
  readonly rep: Rep;
  readonly company: Company;
  /** With the attempt in it. */
  readonly call: Call;
  readonly attempt: Attempt;
  /** From 1. */
  readonly attemptNumber: number;
  /** The task the attempt led to. */
  readonly nextCall?: Call | undefined;
  /** Epoch ms. */
  readonly now: number;
};

/** An email after every call, with the next steps in it (practice 50); one that waits longer is forgotten. */
const WITHIN = HOUR;

/**
 * The email after a call as it can go out, made of what the rep entered: thanks, the article that was meant to be told of, what stands in the way, the
 * next step, and what was promised. The rep's notes are the rep's own and are not in it.
 */
export function draftFollowUp(sources: FollowUpSources): FollowUp {
  const { prospect, call, attempt, attemptNumber, nextCall, now } = sources;
  return {
    prospectId: prospect.id,
    number: call.number,
    attempt: attemptNumber,
    repId: attempt.repId,
    state: "draft",
    subject: subjectOf(call, attempt.nextStep),
    text: paragraphsOf(sources).filter(Boolean).join("\n\n"),
    ...(nextCall && { nextCall: nextCall.number }),
    madeAt: now,
    dueBy: now + WITHIN,
  };
}

const occasionOf = ({ step }: Call): string => (step?.kind === "meeting" || step?.kind === "demo" ? step.kind : "call");

const day = (date: string): string => {
  const weekday = weekdayOf(date);
  return `${weekday[0]!.toUpperCase()}${weekday.slice(1, 3)} ${dayInWords(date)}`;
};

const SHORT = {
  call: "call",
  meeting: "meeting",
  demo: "demo",
  trial: "trial",
  "send material": "material and a call",
} as const;

function subjectOf(call: Call, step: NextStep): string {
  const thanks = `Thank you for the ${occasionOf(call)}`;
  return step.kind === "declined" ? thanks : `${thanks}. Next: ${SHORT[step.kind]} on ${day(step.date)}`;
}

function paragraphsOf({ prospect, rep, call, attempt }: FollowUpSources): string[] {
  const { nextStep, blocker, promises = [] } = attempt;
  const { weekday } = toLocal(prospect.timeZone, attempt.at);
  const thanks = `Thank you for the ${occasionOf(call)} on ${weekday[0]!.toUpperCase()}${weekday.slice(1)}.`;
  return [
    thanks,
    nextStep.kind === "declined" ? "" : articleIn(call, prospect),
    blocker ? `${BLOCKED[blocker.kind]} We look at it again on ${day(blocker.reviewOn)}.` : "",
    stepIn(nextStep, prospect.timeZone),
    promises.length > 0 ? ["From my side:", ...promises.map(promiseIn)].join("\n") : "",
    nextStep.kind === "declined" || !rep.callingLink
      ? ""
      : `If another time suits you better, pick one here:\n${rep.callingLink}`,
  ];
}

const promiseIn = ({ text, due }: { readonly text: string; readonly due: string }): string =>
  `- ${line(text, 300).replace(/[.,;:\s]+$/, "")}, by ${day(due)}`;

/** One they have had by email already is no news. */
function articleIn({ brief: { talkingPoint } }: Call, { seen }: Prospect): string {
  if (!talkingPoint || seen.includes(talkingPoint.articleId)) return "";
  return `Here is something that may be of use until then, “${line(talkingPoint.title, 200)}”:\n${talkingPoint.url}`;
}

/** As they said it (practice 17). */
const BLOCKED: { readonly [kind in Blocker["kind"]]: string } = {
  "budget holder": "As you said, whoever holds the budget has to agree first.",
  approval: "As you said, it has to be approved first.",
  funding: "As you said, the money has to be there first.",
  "other project first": "As you said, another project comes first.",
};

const STEP = {
  call: "We speak again",
  meeting: "We meet",
  demo: "The demo is",
  trial: "You try it out, and I call you about it",
  "send material": "You get the material from me, and I call you about it",
} as const;

function stepIn(step: NextStep, timeZone: string): string {
  if (step.kind === "declined")
    return "There is nothing you need to do. Should things change, reply to this email: it comes straight to me.";
  const time = step.time === undefined ? "" : ` at ${step.time} (${placeOf(timeZone)} time)`;
  return `${STEP[step.kind]} on ${day(step.date)}${time}.`;
}
