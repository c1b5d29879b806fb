import { mayHaveGone } from "../touch/touch.ts";
import type { Touch } from "../touch/touch.ts";
import type { Engagement, EmailScore, Hit } from "./engagement.ts";
import { judgeSignals } from "./judge.ts";
import type { Delivered, Verdict } from "./judge.ts";
import { beganAgo, learned, likelihoodRatio, mean, riseKnobs, scoreOf, started } from "./rise-test.ts";
import type { Observed, Prior, RiseKnobs, Start } from "./rise-test.ts";
import type { EvidentSignal } from "./signal.ts";
import { isPerson, standardWeights } from "./weights.ts";
import type { Weights } from "./weights.ts";

/** All that a prospect's engagement follows from. */
export type Ledger = {
  readonly prospectId: string;
  readonly touches: readonly Touch[];
  readonly signals: readonly EvidentSignal[];
  /** When the score began anew, epoch ms: a call task was opened or closed. */
  readonly restarts: readonly number[];
  readonly prior: Prior;
};

/** What can be turned: how surely which hit is a person's, and how the rise test works. */
export type Dials = { readonly weights: Weights; readonly knobs: RiseKnobs };
export const standardDials: Dials = { weights: standardWeights, knobs: riseKnobs };

/** As many lines as the score ledger keeps: fifteen weeks of the default cadence. */
export const EMAILS_KEPT = 30;
const LINKS = 2;

/** Verdicts on all signals of a prospect, by id. */
export const judgeLedger = ({ touches, signals }: Pick<Ledger, "touches" | "signals">, weights: Weights) =>
  judgeSignals(signals, new Map(touches.filter(mayHaveGone).map((touch) => [touch.date, deliveredOf(touch)])), weights);

const deliveredOf = (touch: Touch): Delivered => ({
  at: touch.deliveredAt ?? touch.at,
  links: touch.links ?? LINKS,
});

/** What follows from the ledger as of a moment (epoch ms): the same ledger and moment always give the same, byte for byte. */
export function engagementOf(
  ledger: Ledger,
  verdicts: ReadonlyMap<string, Verdict>,
  asOf: number,
  knobs: RiseKnobs = riseKnobs,
): Omit<Engagement, "version"> {
  const measured = hitsOf(ledger, verdicts);
  const people = ledger.signals.filter(({ id }) => isPerson(verdicts.get(id)?.human ?? 0));
  return {
    prospectId: ledger.prospectId,
    prior: ledger.prior,
    emails: scoreEmails(emailsOf(ledger.touches, measured, asOf), ledger, asOf, knobs).slice(-EMAILS_KEPT),
    clickedTopics: topicsOf(ledger.touches, measured),
    lastHumanAt: people.reduce<number | null>((last, { at }) => Math.max(last ?? 0, at), null),
    asOf,
  };
}

type Measured = ReadonlyMap<string, readonly Hit[]>;

/** Opens and clicks by slot, oldest first. */
function hitsOf({ signals }: Ledger, verdicts: ReadonlyMap<string, Verdict>): Measured {
  const hits = signals
    .flatMap(({ id, kind, link, slot, at }) => {
      const verdict = verdicts.get(id);
      if (!verdict || slot === undefined || (kind !== "open" && kind !== "click")) return [];
      const { human, rule } = verdict;
      return [{ slot, hit: { kind, ...(link && { link }), at, signalId: id, human, rule } }];
    })
    .toSorted((a, b) => a.hit.at - b.hit.at || a.hit.signalId.localeCompare(b.hit.signalId));
  return new Map([...Map.groupBy(hits, ({ slot }) => slot)].map(([slot, of]) => [slot, of.map(({ hit }) => hit)]));
}

type Email = { readonly touch: Touch; readonly hits: readonly Hit[]; readonly observed: Observed };

/** The emails a prospect could have answered, oldest first, silence included. Those that are not measured say nothing and are left out. */
function emailsOf(touches: readonly Touch[], measured: Measured, asOf: number): Email[] {
  return touches
    .filter((touch) => mayHaveGone(touch) && touch.at <= asOf)
    .filter((touch) => measured.has(touch.date) || (touch.outcome === "sent" && touch.tracked !== false))
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map((touch) => {
      const hits = measured.get(touch.date) ?? [];
      return { touch, hits, observed: observe(hits) };
    });
}

const surest = (hits: readonly Hit[]): number => hits.reduce((most, { human }) => Math.max(most, human), 0);

/** Of several hits the surest counts: a machine that comes again is no likelier to be a person. */
export function observe(hits: readonly Pick<Hit, "kind" | "human" | "rule">[]): Observed {
  let click = 0;
  let open = 0;
  let blind = false;
  for (const hit of hits) {
    // A doubtful click is none: machines make many of them, and their doubts would add up.
    if (hit.kind === "click") click = isPerson(hit.human) ? Math.max(click, hit.human) : click;
    else if (hit.rule === "apple-privacy") blind = true;
    else open = Math.max(open, hit.human);
  }
  return { open: blind && !isPerson(open) ? null : open, click };
}

function scoreEmails(emails: readonly Email[], ledger: Ledger, asOf: number, knobs: RiseKnobs): EmailScore[] {
  let usual: Prior = ledger.prior;
  let starts: readonly Start[] = [];
  let before = -Infinity;
  return emails.map(({ touch, hits, observed }): EmailScore => {
    const { at: sentAt, date, articleTitle } = touch;
    const anew = ledger.restarts.some((restart) => restart > before && restart <= sentAt && restart <= asOf);
    before = sentAt;
    if (anew) starts = [];
    const until = usual;
    const silent = !isPerson(observed.click) && !isPerson(observed.open ?? 0);
    const waiting = silent && asOf - sentAt < knobs.silentAfter;
    if (!waiting) {
      starts = started(starts, usual, observed, knobs);
      usual = learned(usual, observed);
    }
    return {
      date,
      sentAt,
      ...(articleTitle !== undefined && { title: articleTitle }),
      ...observed,
      usualOpen: mean(until.open),
      usualClick: mean(until.click),
      ratio: waiting ? 1 : likelihoodRatio(observed, until, knobs),
      score: scoreOf(starts),
      ...(starts.length > 0 && { began: beganAgo(starts) }),
      ...(waiting && { waiting }),
      ...(anew && { anew }),
      hits: hits.filter(({ human }) => isPerson(human)).slice(-HITS_KEPT),
    };
  });
}

/** As many as tell a rep something. */
const HITS_KEPT = 4;

/** How many emails on each topic were clicked through to the article. */
function topicsOf(touches: readonly Touch[], measured: Measured): { [topic: string]: number } {
  const topics: { [topic: string]: number } = {};
  for (const { date, topics: of = [] } of touches.toSorted((a, b) => a.date.localeCompare(b.date))) {
    const clicks = (measured.get(date) ?? []).filter(({ kind, link }) => kind === "click" && link === "read");
    if (isPerson(surest(clicks))) for (const topic of of) topics[topic] = (topics[topic] ?? 0) + 1;
  }
  return topics;
}
