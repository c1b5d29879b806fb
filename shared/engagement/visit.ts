import type { Signal } from "./signal.ts";

/** No reader goes back from a page and chooses another link of the same email that soon; scanners fetch every link at once. */
export const VISIT_MS = 2_000;

type Fetched = Pick<Signal, "id" | "kind" | "slot" | "link" | "at">;

const together = (one: Fetched, other: Fetched): boolean => Math.abs(one.at - other.at) <= VISIT_MS;

/**
 * Ids of the opens and clicks that came by a machine which went through the links of an email: clicks on two different links of one email within two
 * seconds, and whatever else was fetched of that email within two seconds of them. An open beside a single click is how people read.
 */
export function machineVisits(signals: readonly Fetched[]): Set<string> {
  const ids = new Set<string>();
  const fetched = signals.filter(({ kind, slot }) => slot !== undefined && (kind === "open" || kind === "click"));
  for (const ofEmail of Map.groupBy(fetched, ({ slot }) => slot).values()) {
    const clicks = ofEmail.filter(({ kind }) => kind === "click");
    const visits = clicks.filter((one) => clicks.some((other) => other.link !== one.link && together(one, other)));
    for (const one of ofEmail) if (visits.some((visit) => together(visit, one))) ids.add(one.id);
  }
  return ids;
}
