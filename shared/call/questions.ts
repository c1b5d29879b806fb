import type { Sector } from "../sector.ts";
import type { Call } from "./call.ts";

/** What stands in the way of a yes, as prospects say it (practice 17). */
type Blocker = "budget" | "approval" | "other projects" | "not the one who decides";

const BLOCKERS: readonly { blocker: Blocker; said: RegExp; ask: string }[] = [
  {
    blocker: "not the one who decides",
    said: /not (?:my|his|her|their) (?:decision|call)|decision.?maker|budget holder|(?:boss|director|manager|board) decides/i,
    ask: "Who else has a say in this, and what would that person want to see first?",
  },
  {
    blocker: "approval",
    said: /approv|proposal|sign.?off|procurement|legal|tender/i,
    ask: "What does your approval need from us, and by when would it have to be on the table?",
  },
  {
    blocker: "budget",
    said: /budget|funding|afford|too expensive|price|cost/i,
    ask: "When is the next budget settled, and what figure would have to be in front of it?",
  },
  {
    blocker: "other projects",
    said: /other project|priorit|busy|too much on|next (?:quarter|year)/i,
    ask: "Which project has to be finished before this one gets its turn?",
  },
];

/** What the notes of the last conversation say stood in the way. */
const blockerIn = (notes: string | undefined): Blocker | undefined =>
  BLOCKERS.find(({ said }) => said.test(notes ?? ""))?.blocker;

/** Opening questions by why we call. None needs the prospect to know that reading is measured. */
const BY_LANE: Record<Call["lane"], string> = {
  hot: "What made you get in touch just now, and what should be different when it is solved?",
  warming: "Which part of this is on your own desk at the moment?",
  share: "What has kept you busy lately, on the job or beside it?",
  agreed: "What has happened on your side since we spoke, and who has seen it?",
};

const BY_SECTOR: Record<Sector, string> = {
  agriculture: "Which weeks of the season leave you no time, and what goes wrong in them?",
  automotive: "Where do cars or parts stand still longest between two steps?",
  construction: "On your last site, what did the office learn of too late?",
  education: "Which work of the term falls on the same few people every time?",
  energy: "Which of your outages or call-outs could have been seen coming?",
  finance: "Which check do your people still do by hand because nobody trusts the figures?",
  food: "What is thrown away or redone most often, and who notices first?",
  healthcare: "What takes your staff away from patients most often in a week?",
  hospitality: "What do guests wait for longest when the house is full?",
  insurance: "At which step does a claim lie still longest?",
  logistics: "How many of your trips run half empty or twice, and how do you find out?",
  manufacturing: "Which machine or step sets the pace, and what does an hour of it cost when it stands?",
  media: "What do you produce that hardly anybody uses in the end?",
  nonprofit: "How much of your team's week goes into reporting instead of the work itself?",
  "professional-services": "How many of your hours never make it onto an invoice?",
  "public-sector": "Which request comes back to you most often because something was missing?",
  "real-estate": "How long does a flat or an office stand empty between two tenants, and why?",
  retail: "What do customers ask for that is in the building but not on the shelf?",
  software: "Which manual step stands between a finished change and the customers who want it?",
  telecom: "Which fault makes people call you a second time?",
};

/** By how often they have spoken: what it costs today, who else is in it, what is left to decide. */
const BY_STAGE: readonly (readonly string[])[] = [
  [
    "How do you handle this today, and what does it cost you in a normal week?",
    "If it were solved three months from now, what would you notice first?",
  ],
  [
    "Who besides you lives with this every week, and what would they say it costs?",
    "What would you have to see with your own eyes to believe it works for you?",
  ],
  [
    "What is still open before you can say yes or no, and who answers it?",
    "On which date would you want it running, and what has to happen the week before?",
  ],
];

const BOOKED = [
  "What should be settled when the meeting is over, so that it was worth your half hour?",
  "Who else should be in it, and what does each of them want to know?",
];

/**
 * Three to four focused questions (practice 47): why now, what stood in the way, the sector's own trouble, and what belongs to the stage they are in.
 * `conversations`: how often they have spoken. `booked`: they booked a meeting, which the call prepares.
 */
export function questionsFor(about: {
  readonly lane: Call["lane"];
  readonly sector?: Sector | undefined;
  readonly lastConversation?: string | undefined;
  readonly conversations?: number | undefined;
  readonly booked?: boolean | undefined;
}): string[] {
  const { lane, sector, lastConversation, conversations = 0, booked = false } = about;
  const blocker = blockerIn(lastConversation);
  const stage = BY_STAGE[Math.min(conversations, BY_STAGE.length - 1)] ?? [];
  return [
    ...(booked ? BOOKED : [BY_LANE[lane]]),
    ...BLOCKERS.filter((row) => row.blocker === blocker).map(({ ask }) => ask),
    ...(sector ? [BY_SECTOR[sector]] : []),
    ...stage,
  ].slice(0, 4);
}
