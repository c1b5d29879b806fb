import { learned } from "../../../shared/engagement/rise-test.ts";
import type { Prior } from "../../../shared/engagement/rise-test.ts";
import { nothingUsual, priorOf } from "../../../shared/engagement/usual.ts";
import type { World } from "./assumptions.ts";
import { measureDomain, sendingOf } from "./measure.ts";
import type { Measured } from "./measure.ts";
import { methods } from "./methods.ts";
import { populate } from "./population.ts";
import { seeded } from "./random.ts";

/** What every method was told, email by email, prospect after prospect. */
export type Simulated = {
  readonly world: World;
  /** The segment's usual, as it was known. */
  readonly prior: Prior;
  /** By method, in the order of `methods`. */
  readonly told: readonly Float64Array[];
  /** The product's scores if they begin anew at a place, by prospect; only of those who ever score enough for a task. */
  readonly anew: ReadonlyMap<number, Measured["anew"]>;
  /** By prospect: the first email of the true rise, -1 for none. */
  readonly riseFrom: Int32Array;
};

/** The product asks for no less before a rep is sent to the phone. */
export const LEAST_SCORE = 20;

/** As many prospects as a segment's usual is worked out from, half a year before: other people, the same company. */
const BEFORE = 500;
const OTHER_PEOPLE = 500_009;

/** One half-year of one world. The same world and seed always give the same; `toShare` hears how far it is, 0 to 1. */
export function simulate(world: World, seed: number, toShare: (share: number) => void = () => undefined): Simulated {
  const prior = usualBefore(world, seed);
  const told = methods.map(() => new Float64Array(world.prospects * world.emails));
  const riseFrom = new Int32Array(world.prospects);
  const anew = new Map<number, Measured["anew"]>();
  let place = 0;
  for (const { person, emails, anew: from } of measureAll(world, seed, prior)) {
    riseFrom[place] = person.riseFrom;
    if (emails.some(({ score }) => score >= LEAST_SCORE)) anew.set(place, remembering(from));
    for (const [m, method] of methods.entries())
      for (const [e, email] of emails.entries()) told[m]![place * world.emails + e] = method.of(email);
    place += 1;
    if (place % 100 === 0) toShare(place / world.prospects);
  }
  return { world, prior, told, anew, riseFrom };
}

/** Thresholds are tried one after the other, and mostly begin anew at the same places. */
function remembering(anew: Measured["anew"]): Measured["anew"] {
  const known = new Map<number, readonly number[]>();
  return (place) => {
    const scores = known.get(place) ?? anew(place);
    known.set(place, scores);
    return scores;
  };
}

function* measureAll(world: World, seed: number, prior: Prior): Generator<Measured> {
  const random = seeded(seed);
  const sending = sendingOf(world);
  for (const domain of populate(world, random)) yield* measureDomain(sending, domain, prior, random);
}

/** The segment's usual, as the product works it out from the half-year before. */
function usualBefore(world: World, seed: number): Prior {
  const before = { ...world, prospects: Math.min(BEFORE, world.prospects) };
  let segment: Prior = { open: { yes: 0, no: 0 }, click: { yes: 0, no: 0 } };
  for (const { emails } of measureAll(before, seed + OTHER_PEOPLE, priorOf(nothingUsual, undefined)))
    segment = emails.reduce(learned, segment);
  return priorOf({ ...nothingUsual, segments: { any: segment } }, undefined);
}
