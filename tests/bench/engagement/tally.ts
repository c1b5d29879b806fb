import { IN_TIME, REST } from "./assumptions.ts";
import type { Method } from "./methods.ts";
import { LEAST_SCORE } from "./simulate.ts";
import type { Simulated } from "./simulate.ts";

/** `precision`: of the tasks, how many were the first of a true rise, in time. `recall`: of the true rises, how many had one. */
export type Tally = {
  readonly tasks: number;
  readonly right: number;
  readonly wrong: number;
  readonly precision: number;
  readonly recall: number;
};

export type Judged = {
  readonly method: Method;
  readonly told: Float64Array;
  readonly simulated: Simulated;
  /** Where the product says what is told after it began anew. */
  readonly anew?: Simulated["anew"];
};

export const trueRises = ({ riseFrom }: Simulated): number => riseFrom.filter((from) => from >= 0).length;

/** The tasks one prospect makes at a threshold, as places of emails. For two weeks after one there is no other. */
function tasksOf({ method, told, simulated, anew }: Judged, prospect: number, threshold: number): number[] {
  const { emails } = simulated.world;
  const tasks: number[] = [];
  let values: ArrayLike<number> = told;
  let offset = prospect * emails;
  let score = 0;
  let restUntil = -1;
  for (let place = 0; place < emails; place += 1) {
    score = method.step(score, values[offset + place]!);
    const resting = place <= restUntil;
    if (!resting && score >= threshold) {
      tasks.push(place);
      restUntil = place + REST;
      const scores = restUntil + 1 < emails ? anew?.get(prospect)?.(restUntil + 1) : undefined;
      if (scores) [values, offset] = [scores, 0];
    }
    if (method.startsAgain && place <= restUntil) score = 0;
  }
  return tasks;
}

/** The highest score of each prospect if no task were ever made; tasks only lower it. */
export function highest({ method, told, simulated }: Judged): Float64Array {
  const { emails, prospects } = simulated.world;
  return Float64Array.from({ length: prospects }, (_, prospect) => {
    let score = 0;
    let most = 0;
    for (let place = prospect * emails; place < (prospect + 1) * emails; place += 1) {
      score = method.step(score, told[place]!);
      if (score > most) most = score;
    }
    return most;
  });
}

export function tally(judged: Judged, most: Float64Array, threshold: number): Tally {
  const { world, riseFrom } = judged.simulated;
  let tasks = 0;
  let right = 0;
  for (const [prospect, from] of riseFrom.entries()) {
    if (most[prospect]! < threshold) continue;
    const made = tasksOf(judged, prospect, threshold);
    tasks += made.length;
    const until = from + world.riseEmails + IN_TIME;
    if (from >= 0 && made.some((place) => place >= from && place < until)) right += 1;
  }
  const wrong = tasks - right;
  return {
    tasks,
    right,
    wrong,
    precision: right / Math.max(1, tasks),
    recall: right / Math.max(1, trueRises(judged.simulated)),
  };
}

const STEPS = 30;

export type Budgeted = Tally & { readonly threshold: number };

/** The lowest threshold at which there are no more tasks than the budget allows. */
export function atBudget(judged: Judged, budget: number): Budgeted {
  const most = highest(judged);
  let low = judged.anew ? Math.log1p(LEAST_SCORE) : 0;
  let high = Math.max(low, Math.log1p(most.reduce((a, b) => Math.max(a, b), 0)) + 1);
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (tally(judged, most, Math.expm1(middle)).tasks > budget) low = middle;
    else high = middle;
  }
  const threshold = Math.expm1(high);
  return { ...tally(judged, most, threshold), threshold };
}
