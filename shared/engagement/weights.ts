/** How surely a person did it, by the rule that applies: the one table behind every verdict. */

type Row = {
  /** The probability that a person did it, 0 to 1. */
  readonly human: number;
  /** What the timeline and the rep read. */
  readonly says: string;
  readonly source: string;
};

const ISSUE = "our starting weights, to be judged by replies and conversations";

/**
 * Where a number is ours the source says so: nobody publishes labelled hits, so these are starting points that `midweek engagement replay` lets you
 * change and compare over your own history. Sources that are named describe the pattern, not the number.
 */
export const weightTable = {
  "own-words": { human: 1, says: "the prospect's own words", source: "said, not measured" },
  "automatic-reply": { human: 0, says: "an automatic reply", source: "RFC 3834: answers by programs" },
  "provider-saw": {
    human: 0.02,
    says: "the mail provider saw a machine",
    source: `SES marks automated opens and clicks; ${ISSUE}`,
  },
  "headers-only": {
    human: 0.02,
    says: "only asked for the headers, as link checkers do",
    source: `jusso-dev/Collie#31; ${ISSUE}`,
  },
  "hidden-link": {
    human: 0.02,
    says: "followed the link that no reader sees",
    source: `mautic/mautic#9798; ${ISSUE}`,
  },
  "too-soon": {
    human: 0.02,
    says: "within 10 seconds of delivery, as scanners do",
    source: `mautic/mautic#9798, #9162, #8692; ${ISSUE}`,
  },
  "every-link": {
    human: 0.02,
    says: "went through the email's links within half a minute, as scanners do",
    source: `mautic/mautic#9798; ${ISSUE}`,
  },
  "two-at-once": {
    human: 0.02,
    says: "with another link of the same email within 2 seconds, as scanners do",
    source: "ours: nobody goes back from a page and chooses another link that fast",
  },
  "same-visit": {
    human: 0.02,
    says: "from where a machine went through this email within two minutes",
    source: `mautic/mautic#9798 drops what is near a hidden-link click; ${ISSUE}`,
  },
  "known-machine": {
    human: 0.02,
    says: "a program we know",
    source: "machines.ts, each row with its own source",
  },
  "says-nothing": {
    human: 0.02,
    says: "says nothing of itself, as link scanners do",
    source: "SafeLinks sends none; machines.ts",
  },
  "unknown-program": { human: 0.05, says: "no browser or mail program we know", source: "ours: in doubt no" },
  colleagues: {
    human: 0.05,
    says: "three colleagues' links were followed within seconds",
    source: `a gateway that works off a delivery; ${ISSUE}`,
  },
  crowd: {
    human: 0.1,
    says: "many colleagues at once, within the hour of delivery: a gateway, not people",
    source: "ours: 3 colleagues and twice what is usual at that domain",
  },
  gateway: {
    human: 0.05,
    says: "soon after delivery, as most clicks at this domain: a gateway, probably",
    source:
      "ours: the weight of the click, by how many early clicks people would have made; this is the least that is left",
  },
  "second-network": {
    human: 0.05,
    says: "the same link again from elsewhere within half a minute",
    source: "resend/resend-node#901: a second click 12 seconds on, from another network and system",
  },
  awaited: {
    human: 0.3,
    says: "within the hour, on emails that a gateway usually goes through first and has not yet: probably the gateway",
    source: "ours: two of the prospect's last four emails were gone through",
  },
  "before-opening": {
    human: 0.3,
    says: "a click within five minutes of delivery and before any opening",
    source: "anymail/django-anymail#200; the number is ours",
  },
  "early-click": { human: 0.4, says: "a click within the minute of delivery", source: "ours, between 0.02 and 0.85" },
  click: { human: 0.85, says: "a click, from a browser or mail program", source: ISSUE },
  "early-open": {
    human: 0.05,
    says: "opened within 30 seconds, as machines do",
    source: "ours: sooner than the 0.5 holds",
  },
  "gmail-open": { human: 0.6, says: "opened, through Gmail's image proxy", source: ISSUE },
  open: { human: 0.5, says: "opened, by a browser or mail program", source: ISSUE },
  "apple-privacy": {
    human: 0,
    says: "Apple Mail Privacy Protection, which opens everything and so tells nothing",
    source: "Apple fetches every picture, read or not: no information, neither for nor against",
  },
} as const satisfies { readonly [rule: string]: Row };

export type Rule = keyof typeof weightTable;
export type Weights = { readonly [rule in Rule]: number };

export const isRule = (text: string): text is Rule => Object.hasOwn(weightTable, text);
export const allRules: readonly Rule[] = Object.keys(weightTable).filter(isRule);

/** The probability by rule, without words and sources. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of the table, which fromEntries forgets
export const standardWeights = Object.fromEntries(allRules.map((rule) => [rule, weightTable[rule].human])) as Weights;

/** From here on we take it for a person: for what counts as an answer, and for how the timeline shows it. */
export const PERSON_FROM = 0.5;
/** What is less likely a person's than this is called a machine's without a doubt. */
export const MAYBE_FROM = 0.3;
/** Surer than that before a rep is sent to the phone at once. */
export const HOT_FROM = 0.6;

export const isPerson = (probability: number): boolean => probability >= PERSON_FROM;
