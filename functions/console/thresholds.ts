/** How high the score must be for whose prospects, for the method page. */
import { segmentOf, priorOf, thresholdOf } from "../../shared/engagement/usual.ts";
import type { Usual } from "../../shared/engagement/usual.ts";
import { mean } from "../../shared/engagement/rise-test.ts";
import type { Rep } from "../../shared/rep/rep.ts";
import { Sector } from "../../shared/sector.ts";
import { sectorName } from "./sector-name.ts";

export type Threshold = {
  readonly name: string;
  /** Undefined before they were counted. */
  readonly prospects: number | undefined;
  readonly emails: number | undefined;
  readonly threshold: number;
};

/** One line a rep, and one for prospects of none yet if there are any. `allowed`: call tasks for nothing, a rep and fortnight. */
export function thresholdsOf(usual: Usual, reps: readonly Rep[], allowed: number, now: number): Threshold[] {
  const line = (name: string, repId: string | undefined): Threshold => {
    const prospects = usual.prospects[repId ?? "-"];
    return {
      name,
      prospects,
      emails: prospects === undefined ? undefined : prospects * usual.emailsPerFortnight,
      threshold: thresholdOf(usual, repId, allowed, { now }),
    };
  };
  return [
    ...reps.map(({ id, name }) => line(name, id)),
    ...((usual.prospects["-"] ?? 0) > 0 ? [line("No rep yet", undefined)] : []),
  ];
}

export type SegmentLine = {
  readonly name: string;
  /** Emails it is worked out from. */
  readonly emails: number;
  readonly clicked: number;
  readonly opened: number;
};

/** What is usual by sector, as a new prospect is judged by it. */
export const segmentLines = (usual: Usual): SegmentLine[] =>
  Object.entries(usual.segments)
    .map(([segment, { click }]): SegmentLine => {
      const sector = Sector.safeParse(segment).data;
      const prior = priorOf(usual, sector);
      return {
        name: segment === segmentOf(undefined) ? "Sector not known" : sectorName(sector),
        emails: Math.round(click.yes + click.no),
        clicked: mean(prior.click),
        opened: mean(prior.open),
      };
    })
    .toSorted((a, b) => b.emails - a.emails);
