import { PROMISES, standardWorld } from "./assumptions.ts";
import type { World } from "./assumptions.ts";
import { methods, riseTest } from "./methods.ts";
import type { Method } from "./methods.ts";
import { simulate } from "./simulate.ts";
import type { Simulated } from "./simulate.ts";
import { atBudget, highest, tally, trueRises } from "./tally.ts";
import type { Budgeted, Judged, Tally } from "./tally.ts";

export type Spread = {
  readonly mean: number;
  readonly deviation: number;
  readonly least: number;
  readonly most: number;
};

/** What a method reached with as many tasks as there were true rises, over all seeds. */
export type Reached = {
  readonly method: string;
  readonly precision: Spread;
  readonly recall: Spread;
  readonly threshold: Spread;
};

/** False tasks of the rise test per 1,000 prospect-weeks in a world, and the bound: emails / `a`. `share`: how much of the bound was used. */
export type Kept = {
  readonly world: string;
  readonly a: number;
  readonly bound: number;
  readonly falseTasks: Spread;
  /** Of the true rises, how many are found at this threshold; of none where there are none. */
  readonly found?: Spread;
  readonly share: Spread;
};

export type Outcome = {
  readonly seeds: number;
  readonly world: World;
  readonly prior: Simulated["prior"];
  readonly reached: readonly Reached[];
  readonly kept: readonly Kept[];
  /** What was promised and not kept, in words; nothing when all is well. */
  readonly missed: readonly string[];
};

/** Mean precision the rise test must reach. */
const TARGET = 0.54;

function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
  return { mean, deviation, least: Math.min(...values), most: Math.max(...values) };
}

/** The bound is kept in worlds that are made to break it, too; a fifth of the prospects is enough for that. */
function worldsOf(prospects: number): { readonly name: string; readonly world: World }[] {
  const world = { ...standardWorld, prospects };
  const fewer = { ...world, prospects: Math.ceil(prospects / 5) };
  return [
    { name: "as assumed", world },
    { name: "no rise at all", world: { ...fewer, rises: 0 } },
    {
      name: "30 % new gateways in one week",
      world: { ...fewer, earlyGateways: 0.2, lateGateways: 0.1, newGateways: 0, sameWeekGateways: 0.3 },
    },
  ];
}

const EMAILS_PER_WEEK = 2;
const PER_PROSPECT_WEEKS = 1000;

/** All methods in all worlds, once per seed; `toShare` hears how far it is, 0 to 1. */
export function proveEngagement(seeds: number, prospects: number, toShare: (share: number) => void): Outcome {
  const worlds = worldsOf(prospects);
  const all = worlds.reduce((sum, { world }) => sum + world.prospects, 0) * seeds;
  const tallies = methods.map((): Budgeted[] => []);
  const promised = worlds.map(() => PROMISES.map((): Tally[] => []));
  let prior: Simulated["prior"] | undefined;
  let done = 0;
  for (let seed = 1; seed <= seeds; seed += 1)
    for (const [w, { world }] of worlds.entries()) {
      const from = done;
      const simulated = simulate(world, seed, (share) => toShare((from + share * world.prospects) / all));
      done += world.prospects;
      prior ??= simulated.prior;
      if (w === 0) for (const [m, method] of methods.entries()) tallies[m]!.push(budgeted(simulated, method));
      for (const [p, made] of atPromises(simulated).entries()) promised[w]![p]!.push(made);
    }
  const reached = methods.map(({ name }, m) => reachedBy(name, tallies[m]!));
  const kept = worlds.flatMap(({ name, world }, w) => PROMISES.map((a, p) => keptOf(name, world, a, promised[w]![p]!)));
  return { seeds, world: worlds[0]!.world, prior: prior!, reached, kept, missed: missedBy(reached, kept) };
}

const judgedBy = (method: Method, simulated: Simulated): Judged => ({
  method,
  told: simulated.told[methods.indexOf(method)]!,
  simulated,
  ...(method === riseTest && { anew: simulated.anew }),
});

const budgeted = (simulated: Simulated, method: Method): Budgeted =>
  atBudget(judgedBy(method, simulated), trueRises(simulated));

/** By promise. */
function atPromises(simulated: Simulated): Tally[] {
  const judged = judgedBy(riseTest, simulated);
  const most = highest(judged);
  return PROMISES.map((a) => tally(judged, most, a));
}

const reachedBy = (method: string, tallies: readonly Budgeted[]): Reached => ({
  method,
  precision: spreadOf(tallies.map(({ precision }) => precision)),
  recall: spreadOf(tallies.map(({ recall }) => recall)),
  threshold: spreadOf(tallies.map(({ threshold }) => threshold)),
});

function keptOf(name: string, world: World, a: number, tallies: readonly Tally[]): Kept {
  const emails = world.prospects * world.emails;
  const per = PER_PROSPECT_WEEKS / (emails / EMAILS_PER_WEEK);
  return {
    world: name,
    a,
    bound: (emails / a) * per,
    falseTasks: spreadOf(tallies.map(({ wrong }) => wrong * per)),
    ...(world.rises > 0 && { found: spreadOf(tallies.map(({ recall }) => recall)) }),
    share: spreadOf(tallies.map(({ wrong }) => wrong / (emails / a))),
  };
}

function missedBy(reached: readonly Reached[], kept: readonly Kept[]): string[] {
  const { mean } = reached.find(({ method }) => method === riseTest.name)!.precision;
  return [
    ...(mean < TARGET ? [`the rise test's precision is ${mean.toFixed(3)}, under the ${TARGET} it must reach`] : []),
    ...kept
      .filter(({ share }) => share.most > 1)
      .map(
        ({ world, a, share }) =>
          `at A = ${a} (${world}) there were ${share.most.toFixed(2)} times as many false tasks as promised`,
      ),
  ];
}
