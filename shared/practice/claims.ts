/**
 * What is said of following up, held against what Midweek counts. The five articles are named as in the practice: CrankWheel (S0), Ciara (S1), Ace
 * Media (S2), IT Focus (S3) and a recruiter's tips (S4); behind "after" stands whom they quote. Only the first gives its year.
 */
const SOURCES = {
  S0: "CrankWheel blog, 2021",
  S1: "Ciara blog",
  S2: "Ace Media",
  S3: "IT Focus",
  S4: "a recruiter's tips on follow-up calls",
} as const;
const { S0, S1, S2, S3, S4 } = SOURCES;

export const CLAIM_IDS = [
  "fifth contact",
  "by contact",
  "one attempt",
  "beyond five",
  "before moving on",
  "dials",
  "best hours",
  "midweek",
  "five minutes",
  "first responder",
  "next step",
  "email after",
  "half an hour",
] as const;
export type ClaimId = (typeof CLAIM_IDS)[number];

/** share: 0 to 1. times: how many times as often. count: so many. */
export type Scale = "share" | "times" | "count";

/** From 20 to 30 is a range; one figure is low and high. */
export type Claimed = {
  readonly label?: string;
  readonly low: number;
  readonly high: number;
  readonly orMore?: boolean;
};

export type Claim = {
  readonly says: string;
  readonly source: string;
  readonly scale: Scale;
  /** Of a count. */
  readonly unit?: string | undefined;
  readonly claimed: readonly Claimed[];
  /** Which number of ours stands beside it; undefined where Midweek cannot count it. */
  readonly ours: string | undefined;
  /** What to make of it. */
  readonly remark: string;
};

const exactly = (figure: number): readonly Claimed[] => [{ low: figure, high: figure }];

export const CLAIMS: { readonly [id in ClaimId]: Claim } = {
  "fifth contact": {
    says: "80 % of deals take five contacts or more.",
    source: `${S0}; counted as follow-up calls: ${S1} (after Marketing Donut), ${S2} (after the National Sales Executive Association)`,
    scale: "share",
    claimed: exactly(0.8),
    ours: "prospects whose first agreed next step of the period came with their fifth touch or later, emails and dials together",
    remark:
      "Folklore: the association it goes back to could not be found. A weekly email brings everybody past the fifth touch within weeks, so a high share here proves little.",
  },
  "by contact": {
    says: "2, 3, 5 and 10 % of sales come at the first four contacts, and 80 % at the fifth to twelfth.",
    source: `${S3} (after IRC)`,
    scale: "share",
    claimed: [
      { label: "1st", low: 0.02, high: 0.02 },
      { label: "2nd", low: 0.03, high: 0.03 },
      { label: "3rd", low: 0.05, high: 0.05 },
      { label: "4th", low: 0.1, high: 0.1 },
      { label: "5th to 12th", low: 0.8, high: 0.8 },
    ],
    ours: "with which touch prospects first agreed to a next step in the period",
    remark:
      "The same folklore with more digits: the five shares leave nothing for a thirteenth contact. Midweek sees agreed next steps and no sales, and only those of people whom somebody dialled.",
  },
  "one attempt": {
    says: "44 %, or nearly half, give up after one attempt.",
    source: `${S0}; ${S1}; ${S2}; ${S3} (after IRC)`,
    scale: "share",
    claimed: [{ low: 0.44, high: 0.5 }],
    ours: "calls that nobody answered and that are over, or lay for more than a week, with a single attempt",
    remark:
      "Nobody says what counted as giving up. Midweek asks for five attempts before it, so here it can only be calls that were left to lie.",
  },
  "beyond five": {
    says: "8 % follow up more than five times.",
    source: S3,
    scale: "share",
    claimed: exactly(0.08),
    ours: "calls that nobody answered and that are over, or lay for more than a week, with more than five attempts",
    remark: "No study is named. Calls that still go on are left out, because nobody knows yet how far they will go.",
  },
  "before moving on": {
    says: "Make five to seven attempts before you move on.",
    source: `${S2}; at least five: ${S4}`,
    scale: "count",
    unit: "attempts",
    claimed: [{ low: 5, high: 7 }],
    ours: "the middle number of attempts in calls that nobody answered and that are over, or lay for more than a week",
    remark:
      "Advice and not a finding: nobody measured what the sixth attempt adds. The numbers of each rep, by touch, begin to.",
  },
  dials: {
    says: "One conversation takes 18 dials or more.",
    source: `${S3} (after Gartner)`,
    scale: "count",
    unit: "dials",
    claimed: [{ low: 18, high: 18, orMore: true }],
    ours: "dials for each conversation",
    remark: "It is not said who was dialled. Your prospects have had your emails, so fewer would be no surprise.",
  },
  "best hours": {
    says: "From 10 to 11 and from 16 to 17 people are 29 % likelier to answer.",
    source: `${S2}; from 8 to 10 in the morning: ${S0}`,
    scale: "times",
    claimed: exactly(1.29),
    ours: "how often dials from 10 to 11 and 16 to 17 on the prospect's clock are answered, over those of all other hours",
    remark:
      "The sources disagree about the morning. The study behind them (LRM, 2007) found 16 to 17 best, 164 % over 13 to 14, among people who had just filled in a form.",
  },
  midweek: {
    says: "Wednesday and Thursday bring 49 % more.",
    source: `${S0} (over Tuesday; after LRM, 2007); ${S2} (over Monday; after Sales Insights Lab)`,
    scale: "times",
    claimed: exactly(1.49),
    ours: "how often dials on Wednesday and Thursday are answered, over those on Monday and Tuesday",
    remark:
      "The brochure behind it counted first contacts: Monday 1,640, Tuesday 1,590, Wednesday 2,260, Thursday 2,340. Thursday's are 47 % more than Tuesday's, and on which day how often anybody dialled it does not say. Enquiries from the web at six companies; what was sold was not studied.",
  },
  "five minutes": {
    says: "Whoever is called within five minutes of asking is nine times as likely to be won.",
    source: `${S3} (after IRC); twice as likely, against 30 minutes: ${S2} (after InsideSales)`,
    scale: "times",
    claimed: exactly(9),
    ours: "how often a first call within five minutes of when they could be called is answered, over later ones",
    remark:
      "A figure that drifted on its way: the study behind it (LRM, 2007) has the odds of a contact 100 times and of a qualified one 21 times as high after 5 minutes as after 30. It holds for people who asked, and not for follow-ups.",
  },
  "first responder": {
    says: "35 to 50 % of sales go to whoever answers first.",
    source: `${S2} (after InsideSales)`,
    scale: "share",
    claimed: [{ low: 0.35, high: 0.5 }],
    ours: undefined,
    remark: "Midweek does not see whom else a prospect asked, or who was first.",
  },
  "next step": {
    says: "Never hang up without a next step.",
    source: `${S1}; ${S2}; ${S4}`,
    scale: "share",
    claimed: exactly(1),
    ours: "conversations that ended with a next step and its date",
    remark: "A rule and not a finding. Some prospects say no, so all of them is not a target.",
  },
  "email after": {
    says: "Send an email with the next steps after every call.",
    source: `${S0}; ${S1}`,
    scale: "share",
    claimed: exactly(1),
    ours: "conversations with a next step whose email went out within the hour",
    remark: "A rule and not a finding; the hour is Midweek's own.",
  },
  "half an hour": {
    says: "Keep calls to 30 minutes at most.",
    source: S1,
    scale: "count",
    unit: "minutes",
    claimed: exactly(30),
    ours: undefined,
    remark: "Midweek does not listen, and does not know how long a call took.",
  },
};
