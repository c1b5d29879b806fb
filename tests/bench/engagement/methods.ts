import { judgeProgram } from "../../../shared/engagement/machines.ts";
import type { Signal } from "../../../shared/engagement/signal.ts";
import { REST } from "./assumptions.ts";
import type { World } from "./assumptions.ts";
import type { Mail } from "./hits.ts";
import type { Person } from "./population.ts";

/** What a method may look at of one email. Only the oracle looks at `truth`. */
export type Observation = {
  readonly signals: readonly Signal[];
  readonly deliveredAt: number;
  /** How surely a person's, by signal id: the product's verdicts. */
  readonly human: (id: string) => number;
  /** The product's score after the email, as if no task were ever made. */
  readonly score: number;
  readonly truth: { readonly world: World; readonly person: Person; readonly mail: Mail };
};

export type Method = {
  readonly name: string;
  /** What an email tells. */
  readonly of: (email: Observation) => number;
  /** The score after it. */
  readonly step: (score: number, told: number) => number;
  /** Does a task set the score back to nothing. */
  readonly startsAgain: boolean;
};

const POINTS: { readonly [kind in Signal["kind"]]?: number } = { open: 1, click: 5 };
/** Half is left after two weeks, which is four emails. */
const KEPT = 0.5 ** (1 / REST);
const decaying = (score: number, told: number): number => score * KEPT + told;

function points(email: Observation, share: (signal: Signal) => number): number {
  let sum = 0;
  // Who counts points has no hidden link.
  for (const signal of email.signals) if (signal.link !== "hidden") sum += (POINTS[signal.kind] ?? 0) * share(signal);
  return sum;
}

const TOO_SOON_MS = 10_000;
const AT_ONCE_MS = 2000;

/** Two of three say machine: too soon, a known user agent, several links at once. */
function filtered(signal: Signal, { signals, deliveredAt }: Observation): boolean {
  const tooSoon = signal.at - deliveredAt < TOO_SOON_MS;
  const atOnce = signals.some(
    (other) =>
      other.kind === "click" &&
      other.link !== "hidden" &&
      other.link !== signal.link &&
      Math.abs(other.at - signal.at) <= AT_ONCE_MS,
  );
  return (tooSoon && atOnce) || ((tooSoon || atOnce) && isKnown(signal));
}

const KNOWN = new Set(["known-machine", "says-nothing", "apple-privacy"]);
const isKnown = (signal: Signal): boolean => KNOWN.has(judgeProgram(signal).rule);

/** Likelihood ratio of what a person truly did, with the true rates before and in a rise. */
function oracleRatio({ truth: { world, person, mail } }: Observation): number {
  const risenClick = (world.risenClick.from + world.risenClick.to) / 2;
  const click = Math.max(person.click, LEAST);
  if (mail.clicked) return risenClick / click;
  const open = Math.min(Math.max(person.open, LEAST), 1 - LEAST);
  const risenOpen = Math.max(open, world.risenOpen);
  const opened = mail.seen === null ? 1 : mail.seen ? risenOpen / open : (1 - risenOpen) / (1 - open);
  return ((1 - risenClick) / (1 - click)) * opened;
}

/** The product's sum over starts, where what is usual is known and the same for all. */
const raised = (score: number, ratio: number): number => (1 + score) * ratio;

/** Rates are not nothing, or one click would prove everything. */
const LEAST = 0.002;

export const riseTest: Method = {
  name: "Our rise test",
  of: ({ score }) => score,
  step: (_, score) => score,
  startsAgain: true,
};

export const methods: readonly Method[] = [
  { name: "Raw points with decay", of: (email) => points(email, () => 1), step: decaying, startsAgain: false },
  {
    name: "Points, two-of-three bot filter",
    of: (email) => points(email, (signal) => (filtered(signal, email) ? 0 : 1)),
    step: decaying,
    startsAgain: false,
  },
  {
    name: "Points with our discount",
    of: (email) => points(email, ({ id }) => email.human(id)),
    step: decaying,
    startsAgain: false,
  },
  riseTest,
  { name: "Oracle", of: oracleRatio, step: raised, startsAgain: true },
];
