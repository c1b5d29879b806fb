import { readFile } from "node:fs/promises";
import { AppError, messageOf } from "../../shared/error.ts";
import { riseKnobs } from "../../shared/engagement/rise-test.ts";
import type { RiseKnobs } from "../../shared/engagement/rise-test.ts";
import { standardDials } from "../../shared/engagement/score.ts";
import type { Dials } from "../../shared/engagement/score.ts";
import { allRules, standardWeights } from "../../shared/engagement/weights.ts";
import type { Rule, Weights } from "../../shared/engagement/weights.ts";
import { HOUR } from "../../shared/time.ts";

type Knob = keyof RiseKnobs;

/** From where to where a knob turns; `unit`: what a person counts it in, ms otherwise. */
const turns: { readonly [knob in Knob]: { readonly low: number; readonly high: number; readonly unit?: number } } = {
  openOdds: { low: 1, high: 100 },
  clickOdds: { low: 1, high: 100 },
  inflate: { low: 0.5, high: 5 },
  starts: { low: 1, high: 30 },
  silentAfter: { low: 1, high: 720, unit: HOUR },
};

const knobs: readonly string[] = Object.keys(turns);
const isKnob = (name: string): name is Knob => Object.hasOwn(turns, name);

const isRule = (name: string): name is Rule => Object.hasOwn(standardWeights, name);

export type Changed = { readonly name: string; readonly from: number; readonly to: number };

/** A knob as a person counts it: hours, not milliseconds. */
const knobShown = (knob: Knob, value: number): number => value / (turns[knob].unit ?? 1);

export const allKnobs = (): { readonly name: string; readonly value: number }[] =>
  knobs.filter(isKnob).map((name) => ({ name, value: knobShown(name, riseKnobs[name]) }));

export type TurnedDials = {
  readonly dials: Dials;
  readonly weights: readonly Changed[];
  readonly knobs: readonly Changed[];
};

/**
 * The standard dials with what a file of weights ({ rule: probability }) and `name=value` say.
 * @throws AppError("invalid" or "not-found") naming the file and the rule or knob
 */
export async function turnedDials(file: string | undefined, said: readonly string[]): Promise<TurnedDials> {
  const weights = file === undefined ? {} : await readWeights(file);
  const turned: Partial<RiseKnobs> = Object.fromEntries(said.map(readKnob));
  const unturned = file === undefined && said.length === 0;
  return {
    dials: unturned
      ? standardDials
      : { weights: { ...standardWeights, ...weights }, knobs: { ...riseKnobs, ...turned } },
    weights: allRules.flatMap((name) => changedFrom(name, standardWeights[name], weights[name])),
    knobs: knobs.filter(isKnob).flatMap((name) => {
      const to = turned[name];
      return changedFrom(name, knobShown(name, riseKnobs[name]), to === undefined ? to : knobShown(name, to));
    }),
  };
}

const changedFrom = (name: string, from: number, to: number | undefined): Changed[] =>
  to === undefined || to === from ? [] : [{ name, from, to }];

async function readWeights(file: string): Promise<Partial<Weights>> {
  const json = await jsonOf(file);
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw new AppError("invalid", `${file}: not an object of rules and probabilities, as {"gmail-open": 0.4}`);
  const entries = Object.entries(json).map(([rule, human]: [string, unknown]) => {
    if (!isRule(rule)) throw new AppError("invalid", `${file}: ${rule} is no rule${didYouMean(rule, allRules)}`);
    if (typeof human !== "number" || !(human >= 0 && human <= 1))
      throw new AppError("invalid", `${file}: ${rule} is a number from 0 to 1, not ${JSON.stringify(human)}`);
    return [rule, human] as const;
  });
  return Object.fromEntries(entries);
}

async function jsonOf(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw missing
      ? new AppError("not-found", `${file}: there is no such file`)
      : new AppError("invalid", `${file}: cannot be read (${messageOf(error)})`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid", `${file}: not JSON`);
  }
}

function readKnob(said: string): [Knob, number] {
  const [name = "", text = ""] = said.split("=", 2).map((part) => part.trim());
  if (!isKnob(name)) throw new AppError("invalid", `--knob ${said}: ${name} is no knob${didYouMean(name, knobs)}`);
  const { low, high, unit = 1 } = turns[name];
  const value = text === "" ? Number.NaN : Number(text);
  if (!(value >= low && value <= high))
    throw new AppError(
      "invalid",
      `--knob ${name} is a number from ${low} to ${high}${unit === HOUR ? " (hours)" : ""}, not "${text}"`,
    );
  if (name === "starts" && !Number.isInteger(value))
    throw new AppError("invalid", `--knob starts is a whole number of emails, not "${text}"`);
  return [name, value * unit];
}

/** "; did you mean gmail-open?", or all there are where none is near. */
function didYouMean(name: string, names: readonly string[]): string {
  const [best = ""] = names.toSorted((a, b) => steps(name, a) - steps(name, b));
  return steps(name, best) <= Math.max(2, best.length / 3)
    ? `; did you mean ${best}?`
    : `; there are ${names.join(", ")}`;
}

/** How many letters have to be changed, added or left out to make one word of the other (Levenshtein). */
function steps(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (const [line, letter] of one.split("").entries()) {
    const next = [line + 1];
    for (let place = 1; place <= other.length; place += 1)
      next.push(
        Math.min(next[place - 1]! + 1, row[place]! + 1, row[place - 1]! + (letter === other[place - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row.at(-1)!;
}
