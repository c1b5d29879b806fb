import type { Signal } from "./signal.ts";
import type { Rule } from "./weights.ts";

export type Fetched = Pick<Signal, "id" | "kind" | "link" | "at" | "network" | "userAgent">;

/** No reader goes back from a page and chooses another link of the same email that soon. */
const AT_ONCE_MS = 2_000;
/** A reader who has followed one of two links and come back for the other; scanners need less. */
const BOTH_MS = 10_000;
const SWEEP_MS = 30_000;
const SWEEP_SHARE = 0.8;
/** What came from where a machine was, so long before or after. */
const VISIT_MS = 120_000;
const FLOOD = 20;
const HIDDEN_MS = 10_000;
const MANY_LINKS = 3;

const clicked = (one: Fetched): boolean => one.kind === "click";
const apart = (one: Fetched, other: Fetched): number => Math.abs(one.at - other.at);

/** The same IP block; where that is not known of both, the same program. */
const sameOrigin = (one: Fetched, other: Fetched): boolean =>
  one.network !== undefined && other.network !== undefined
    ? one.network === other.network
    : one.userAgent === other.userAgent || apart(one, other) <= AT_ONCE_MS;

/**
 * What shows in the company of the other hits on one email only, by signal id: going through its links, or the same link again from elsewhere. `links`: how
 * many of the email's visible links are measured.
 */
export function togetherness(hits: readonly Fetched[], links: number): Map<string, Rule> {
  const found = new Map<string, Rule>();
  const clicks = hits.filter(clicked).toSorted((a, b) => a.at - b.at || a.id.localeCompare(b.id));
  if (clicks.length < 2) return found;
  for (const [place, one] of clicks.entries()) {
    if (isFlood(place, clicks)) {
      found.set(one.id, "every-link");
      continue;
    }
    const near = nearest(place, clicks);
    const others = near.filter((other) => other.link !== one.link);
    if (others.some((other) => apart(one, other) <= AT_ONCE_MS)) found.set(one.id, "two-at-once");
    else if (sweeps(one, near, links)) found.set(one.id, "every-link");
    else if (near.some((first) => repeatsFromElsewhere(one, first))) found.set(one.id, "second-network");
  }
  return found;
}

/** Twenty clicks on one email beside this one, within half a minute: nobody, and too many to be compared with each other. */
function isFlood(place: number, clicks: readonly Fetched[]): boolean {
  const apartFrom = (steps: number): number => Math.abs((clicks[place + steps]?.at ?? Infinity) - clicks[place]!.at);
  return apartFrom(FLOOD) <= SWEEP_MS || apartFrom(-FLOOD) <= SWEEP_MS;
}

/** Those within reach of one that is in no flood. */
const nearest = (place: number, clicks: readonly Fetched[]): readonly Fetched[] =>
  clicks.slice(Math.max(0, place - FLOOD), place + FLOOD + 1);

/** Is it one of a run through at least four fifths of the links, and not somebody who happened to be there? */
function sweeps(one: Fetched, clicks: readonly Fetched[], links: number): boolean {
  const within = links >= MANY_LINKS ? SWEEP_MS : BOTH_MS;
  const enough = Math.max(2, SWEEP_SHARE * links);
  const isRun = (run: readonly Fetched[]): boolean => new Set(run.map((other) => other.link)).size >= enough;
  const runs = clicks
    .filter((start) => start.at <= one.at && one.at - start.at <= within)
    .map((start) => clicks.filter((other) => other.at >= start.at && other.at - start.at <= within));
  if (!runs.some(isRun)) return false;
  // From a network of its own, while a run is as good without it.
  const ownNetwork =
    one.network !== undefined && clicks.every((other) => other === one || other.network !== one.network);
  return !(ownNetwork && runs.some((run) => isRun(run.filter((other) => other !== one))));
}

const repeatsFromElsewhere = (one: Fetched, first: Fetched): boolean =>
  first.link === one.link &&
  first.at < one.at &&
  apart(one, first) <= SWEEP_MS &&
  first.network !== undefined &&
  one.network !== undefined &&
  first.network !== one.network &&
  first.userAgent !== one.userAgent;

/**
 * Ids of the hits on an email that came from where these machines were, within two minutes of one; or from anywhere, within ten seconds of a visit to the
 * hidden link (mautic/mautic#9798 drops those): gateways have workers on several networks.
 */
export function visitOf(machines: readonly Fetched[], hits: readonly Fetched[]): Set<string> {
  const near = (one: Fetched): boolean =>
    machines.some(
      (machine) =>
        (apart(machine, one) <= VISIT_MS && sameOrigin(machine, one)) ||
        (machine.link === "hidden" && clicked(one) && apart(machine, one) <= HIDDEN_MS),
    );
  return new Set(hits.filter(near).map((one) => one.id));
}
