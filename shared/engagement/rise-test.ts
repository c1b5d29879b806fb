/** How many of so many, as a Beta distribution counts: `yes` and `no` may be fractions. */
export type Beta = { readonly yes: number; readonly no: number };

/** What a segment usually does, before a prospect's own history is known. */
export type Prior = { readonly open: Beta; readonly click: Beta };

/**
 * Everything that can be turned about the rise test, in one table.
 *
 * | knob | default | why |
 * |---|---|---|
 * | openOdds, clickOdds | 4, 6 | what a rise is taken to be: the odds of an open or click so many times the usual ones |
 * | inflate | 1.8 | the usual is taken so many times higher than estimated, between the 1.6 and 2 that keep the test on the safe side of what a short history can tell |
 * | starts | 8 | a rise may have begun with any of the last eight emails, a month of the default cadence; our bench finds as much with 7 to 10, less with 6 or with all |
 * | silentAfter | 72 h | an email counts as not answered from then on: measured, nine clicks in ten come earlier (our own bench assumes it) |
 */
export const riseKnobs = { openOdds: 4, clickOdds: 6, inflate: 1.8, starts: 8, silentAfter: 72 * 3_600_000 } as const;
export type RiseKnobs = { readonly [knob in keyof typeof riseKnobs]: number };

/** What was observed of an email: how surely a person opened and clicked it, 0 to 1. open null: not measurable, so it counts neither way. */
export type Observed = { readonly open: number | null; readonly click: number };

/** The factor by which the odds of "engagement rose" change if it happened, and if it did not. */
type Ratio = { readonly yes: number; readonly no: number };

/** Likelihood ratio of an event whose odds are `odds` times those of the usual probability. */
function ratioOf(usual: number, odds: number): Ratio {
  const no = 1 / (1 - usual + odds * usual);
  return { yes: odds * no, no };
}

const MOST_USUAL = 0.95;
export const mean = ({ yes, no }: Beta): number => yes / (yes + no);
const taken = (beta: Beta, inflate: number): number => Math.min(MOST_USUAL, inflate * mean(beta));

/**
 * How much likelier this is if engagement rose than if it is as usual: of an email that was clicked, by the click; of one that was not, by that and by
 * whether it was opened. Machines leave a doubt, so it is the mean over what may have happened, by its probability. Its mean is at most 1 as long as
 * the usual is not underestimated: that is what makes false alerts countable.
 */
export function likelihoodRatio({ open, click }: Observed, usual: Prior, knobs: RiseKnobs): number {
  const clicked = ratioOf(taken(usual.click, knobs.inflate), knobs.clickOdds);
  const opened = ratioOf(taken(usual.open, knobs.inflate), knobs.openOdds);
  const unclicked = open === null ? 1 : open * opened.yes + (1 - open) * opened.no;
  return click * clicked.yes + (1 - click) * clicked.no * unclicked;
}

/** The usual with one more email in it; an open is only told of emails that were not clicked, since a click opens. */
export function learned(usual: Prior, { open, click }: Observed): Prior {
  const unclicked = 1 - click;
  return {
    click: { yes: usual.click.yes + click, no: usual.click.no + unclicked },
    open:
      open === null
        ? usual.open
        : { yes: usual.open.yes + unclicked * open, no: usual.open.no + unclicked * (1 - open) },
  };
}

/** A rise that may have begun with one email: what was usual before it, and how many times likelier a rise has become since. */
export type Start = { readonly usual: Prior; readonly factor: number };

/**
 * The starts a rise may have had after one more email, the oldest first; `usual`: before it. Each is held against what was usual before it began, so
 * that a rise does not become its own usual.
 */
export const started = (starts: readonly Start[], usual: Prior, observed: Observed, knobs: RiseKnobs): Start[] =>
  [...starts, { usual, factor: 1 }]
    .slice(-knobs.starts)
    .map((start) => ({ usual: start.usual, factor: start.factor * likelihoodRatio(observed, start.usual, knobs) }));

/** Shiryaev and Roberts: the sum over all starts, each as likely as the others. With one usual for all it is (1 + score) * ratio. */
export const scoreOf = (starts: readonly Start[]): number => starts.reduce((sum, { factor }) => sum + factor, 0);

/** With how many emails ago, this one included, a rise most likely began. */
export const beganAgo = (starts: readonly Start[]): number => {
  const most = Math.max(...starts.map(({ factor }) => factor));
  return starts.length - starts.findIndex(({ factor }) => factor === most);
};
