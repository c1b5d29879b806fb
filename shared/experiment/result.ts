import type { Arm } from "../touch/touch.ts";
import type { Experiment } from "./experiment.ts";
import type { Tally } from "./tally.ts";
import { verdictOf } from "./verdict.ts";

/** The arm that won: by the time it ended, or by what came in of its last emails since. */
export const winnerOf = ({ ended }: Experiment, tally: Tally | undefined): Arm | undefined =>
  ended?.winner ?? (tally && verdictOf(tally).winner);

/** How an experiment that is running ends by what is known now; undefined when it goes on. */
export function endOf(
  { endsOn }: Pick<Experiment, "endsOn">,
  tally: Tally,
  today: string,
): Omit<NonNullable<Experiment["ended"]>, "at"> | undefined {
  const { winner } = verdictOf(tally);
  if (winner) return { how: "decided", winner };
  return endsOn !== undefined && endsOn < today ? { how: "by date" } : undefined;
}
