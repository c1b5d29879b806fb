import { CLAIMS, CLAIM_IDS } from "./claims.ts";
import type { Claim, ClaimId, Claimed } from "./claims.ts";
import type { Figures } from "./figures.ts";
import { FEWEST, FEWEST_HITS, FEWEST_VALUES, WIDEST_POINTS, shareOf } from "./intervals.ts";
import type { Estimate, Median, PerHit, Ratio, Share } from "./intervals.ts";

/** A number of ours, what it was counted from, and where it is not enough, what would be. */
export type Own = Estimate & { readonly counted: string; readonly lacks?: string | undefined };

export type Compared = {
  readonly id: ClaimId;
  readonly claim: Claim;
  /** One for each figure claimed; none where Midweek cannot count it. */
  readonly figures: readonly { readonly claimed: Claimed; readonly own: Own | undefined }[];
};

function ofShare(share: Share): Own {
  const { count, of } = share;
  const few = `it takes ${FEWEST} at least`;
  const wide = `the interval is wider than ${WIDEST_POINTS} points to either side`;
  return { ...share, counted: `${count} of ${of}`, lacks: share.enough ? undefined : of < FEWEST ? few : wide };
}

const ofRatio = (ratio: Ratio): Own => ({
  ...ratio,
  counted: `${ratio.one.count} of ${ratio.one.of} against ${ratio.other.count} of ${ratio.other.of}`,
  lacks: ratio.enough ? undefined : `it takes ${FEWEST} dials and ${FEWEST_HITS} answers on either side`,
});

const ofMedian = (median: Median | undefined): Own => ({
  ...(median ?? { point: 0, low: 0, high: 0, enough: false }),
  counted: `${median?.of ?? 0} ${median?.of === 1 ? "call" : "calls"}`,
  lacks: median?.enough === true ? undefined : `it takes ${FEWEST_VALUES} at least`,
});

const ofDials = (dials: PerHit): Own => ({
  ...dials,
  counted: `${dials.of} dials for ${dials.hits}`,
  lacks: dials.enough ? undefined : `it takes ${FEWEST} dials and ${FEWEST_HITS} conversations`,
});

/** Which touches each figure of the claim "by contact" is about, in their order. */
export const CONTACT_BANDS: readonly (readonly [from: number, to: number])[] = [
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [5, 12],
];

const agreedFrom = ({ firstAgreed }: Figures, from: number, to: number): Own =>
  ofShare(shareOf(firstAgreed.filter((touch) => from <= touch && touch <= to).length, firstAgreed.length));

const OWN: { readonly [id in ClaimId]: (figures: Figures) => readonly Own[] } = {
  "fifth contact": (figures) => [agreedFrom(figures, 5, Infinity)],
  "by contact": (figures) => CONTACT_BANDS.map(([from, to]) => agreedFrom(figures, from, to)),
  "one attempt": ({ persistence }) => [ofShare(persistence.afterOne)],
  "beyond five": ({ persistence }) => [ofShare(persistence.beyondFive)],
  "before moving on": ({ persistence }) => [ofMedian(persistence.attempts)],
  dials: ({ dialsPerConversation }) => [ofDials(dialsPerConversation)],
  "best hours": ({ clock }) => [ofRatio(clock.goodHours)],
  midweek: ({ clock }) => [ofRatio(clock.midweek)],
  "five minutes": ({ firstCalls }) => [ofRatio(firstCalls.fiveOverLater)],
  "first responder": () => [],
  "next step": ({ nextSteps }) => [ofShare(nextSteps)],
  "email after": ({ followedUp }) => [ofShare(followedUp)],
  "half an hour": () => [],
};

/** Every claim of the practice with our own numbers beside it. */
export const compared = (figures: Figures): Compared[] =>
  CLAIM_IDS.map((id) => {
    const claim = CLAIMS[id];
    const own = OWN[id](figures);
    return { id, claim, figures: claim.claimed.map((claimed, i) => ({ claimed, own: own[i] })) };
  });
