/**
 * The one list of phrases that say nothing new. Practice 36 (S2) names the first two; the others are the same move in other words: they ask for the
 * prospect's attention and give nothing for it (practice 37: every follow-up brings new value). Scripts and emails are held against the same list.
 */
export type Phrase = {
  /** As people know it. */
  readonly phrase: string;
  /**
   * Ways to say it: sources of regular expressions, matched against whole words of the text as `plainCopy` leaves it: lower case, one space between
   * words and for hyphens. Apostrophes stand here for the reader only.
   */
  readonly said: readonly string[];
  readonly why: string;
  readonly instead: string;
};

const MESSAGE = "(?:e ?mails?|messages?|notes?|voicemails?|calls?|letters?|proposal|offer|quote)";
const EARLIER = "(?:(?:last|latest|previous|earlier|recent|first|other) )?";
const MERELY = "(?:just|only|simply|merely|quickly)";
const MEAN_TO = "(?:(?:want(?:ed|ing)? to|thought i(?:'d| would)) )?";

export const PHRASES: readonly Phrase[] = [
  {
    phrase: "just checking in",
    said: [
      `${MERELY} ${MEAN_TO}check(?:ing|ed)? in`,
      "check(?:ing|ed)? in (?:with|on) (?:you|your|how|where|whether|my|our|things)",
      "i(?:'m| am) checking in",
      "(?:quick|little) check ?in",
    ],
    why: "It says that you want something and have nothing to offer.",
    instead: "Begin with what is new for them since you last spoke: a figure, a case, an answer.",
  },
  {
    phrase: "touching base",
    said: ["touch(?:ing|ed|es)? base"],
    why: "Nobody knows what it asks for.",
    instead: "Say what you want to settle, and by when.",
  },
  {
    phrase: "circling back",
    said: ["circl(?:e|es|ed|ing) back", "loop(?:ing|ed)? back (?:with|to|around)"],
    why: "It tells of your round, and nothing of their day.",
    instead: "Name what has changed since, and what that makes possible.",
  },
  {
    phrase: "following up on my last email",
    said: [
      `follow(?:ing)? ?up (?:on|to|from|about|regarding) (?:my|our|the) ${EARLIER}${MESSAGE}`,
      `(?:${MERELY}|i(?:'m| am)) ${MEAN_TO}follow(?:ing)? ?up`,
      "(?:quick|brief|gentle|little) follow ?up",
    ],
    why: "The email is the reason for the email. If the first was not worth an answer, a pointer to it is not either.",
    instead: "Leave the old email alone and bring one thing that was not in it.",
  },
  {
    phrase: "any update?",
    said: [
      "any (?:updates?|news|movement|progress|word)(?: (?:yet|so far|on (?:this|that|it|my|our|your|the)|from (?:you|your)|for (?:me|us)))",
      "(?:any|an) (?:updates?|news|movement|progress|word)(?= ?[?])",
    ],
    why: "It hands the work to them.",
    instead: "Say what you did since, and ask one question they can answer in a line.",
  },
  {
    phrase: "any thoughts on my last email?",
    said: [
      `any (?:thoughts|feedback|questions) (?:on|about|regarding) (?:my|our|the) ${EARLIER}${MESSAGE}`,
      "(?:just|only) a quick question",
    ],
    why: "It asks them to read the old email again and to do the thinking.",
    instead: "Ask the question itself, and say in a line why you ask it now.",
  },
  {
    phrase: "did you get my email",
    said: [
      `(?:did you|have you|if you|whether you|that you|you(?:'ve| have)?) (?:got|get|gotten|see|saw|seen|receive|received|read) (?:my|our) ${EARLIER}${MESSAGE}`,
    ],
    why: "They did. It asks them to feel guilty.",
    instead: "Say in one sentence what mattered in it, and ask about that.",
  },
  {
    phrase: "have you had a chance to look",
    said: [
      "(?:had|have|get|got|find|found) (?:a |the |any |some )?(?:chance|time|moment|opportunity) to (?:look|read|review|see|check|go|think|consider|digest|respond|reply)",
    ],
    why: "The honest answer is mostly no, and it ends there.",
    instead: "Tell them the one point you would have wanted them to find.",
  },
  {
    phrase: "per my last email",
    said: [
      `(?:as )?per my ${EARLIER}${MESSAGE}`,
      `as (?:i )?(?:mentioned|said|wrote|stated) in my ${EARLIER}${MESSAGE}`,
    ],
    why: "It reads as a reproach.",
    instead: "Say it again, shorter and with an example.",
  },
  {
    phrase: "bumping this up",
    said: [
      `bump(?:ing|ed)? (?:this|that|it|my ${EARLIER}${MESSAGE})`,
      "(?:top|front) of your (?:inbox|mailbox|list|mind)",
    ],
    why: "It moves your email, not their problem.",
    instead: "Write a new one with a reason of its own.",
  },
  {
    phrase: "friendly reminder",
    said: ["(?:friendly|gentle|kind|quick|little|polite) (?:reminder|nudge)", "just a reminder"],
    why: "A reminder is friendly when it says what of and when; the word adds nothing.",
    instead: "Name the date, the hour and what you will go through.",
  },
  {
    phrase: "just reaching out",
    said: [
      `${MERELY} ${MEAN_TO}reach(?:ing|ed)? out`,
      "(?:want(?:ed)? to|i(?:'m| am)) reach(?:ing)? out",
      "reaching out (?:to (?:see|check|ask|you)|again|because)",
    ],
    why: "That you write is plain to see.",
    instead: "Begin with the reason.",
  },
  {
    phrase: "I hope this finds you well",
    said: [
      `hop(?:e|ing) (?:this|the|my) (?:${MESSAGE} )?finds you`,
      "hop(?:e|ing) (?:that )?(?:you(?:'re| are)|all is|everything is|things are) (?:doing |keeping |going )?(?:well|great|good|fine)",
    ],
    why: "The first line is the one they see in the inbox, and this one is in all of them.",
    instead: "Put the point of the message into the first line.",
  },
  {
    phrase: "I haven't heard back",
    said: [
      "(?:haven't|have not|hadn't|didn't|did not|never) (?:yet )?(?:heard|hear|got|get|received|receive) (?:anything )?(?:back|from you|a reply|an answer)",
    ],
    why: "It makes their silence the subject.",
    instead: "Give them a reason to answer that they did not have before.",
  },
  {
    phrase: "pinging you",
    said: ["ping(?:ing|ed)? you", "(?:drop|dropping|shoot|shooting) you a (?:quick )?(?:line|note|message)"],
    why: "It says that you write and not why.",
    instead: "Say the why.",
  },
  {
    phrase: "in case you missed it",
    said: [
      `in case (?:you(?:'ve| have)? (?:missed|overlooked|not seen) (?:it|this|that|my|our|the ${MESSAGE})|(?:this|it|my ${EARLIER}${MESSAGE}) (?:got|was|has|slipped|went))`,
      "(?:lost|buried|slipped|stuck) (?:in|through) (?:your|the) (?:inbox|mailbox|cracks)",
    ],
    why: "They did not miss it. It did not matter to them.",
    instead: "Say it in another way, from their side.",
  },
  {
    phrase: "are you still interested",
    said: ["(?:are you|if you(?:'re| are)|whether you(?:'re| are)) still (?:interested|considering|keen|looking)"],
    why: "Its easiest answer is no.",
    instead: "Ask what has changed on their side since the day they were.",
  },
  {
    phrase: "see where things stand",
    said: [
      "(?:see|know|ask|check|hear|wondering) where (?:things|you|we|this|that) (?:stand|stands|are|is)(?: (?:at|on|with))?",
    ],
    why: "It asks for a report.",
    instead: "Say where they stood, and ask about the next step you had agreed on.",
  },
  {
    phrase: "sorry to bother you",
    said: [
      "(?:sorry|hate|apologies|apologise|apologize|not|don't (?:want|mean)) (?:to|for) (?:be |keep )?(?:bother(?:ing)?|bug(?:ging)?|pester(?:ing)?|disturb(?:ing)?|chas(?:e|ing)|a (?:pest|bother|nuisance))",
    ],
    why: "Whoever apologises for calling says that the call is not worth it.",
    instead: "Call with something that is, and say it first.",
  },
  {
    phrase: "picking your brain",
    said: ["pick(?:ing)? your brains?"],
    why: "It asks for their time for your use.",
    instead: "Ask the one question, and say what they get for the answer.",
  },
];
