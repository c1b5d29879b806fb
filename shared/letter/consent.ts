import type { Prospect } from "../prospect/prospect.ts";

/** Who left like that gets no letter either. Emails that only pause or are held do not stop one: it is about what was agreed. */
const GONE: ReadonlySet<string> = new Set(["opted out", "bounced", "complained", "wrong address", "erased"]);

/** Why this prospect may get no letter, in words for the rep; undefined when they may. */
export function whyNoLetter(
  { standing }: Pick<Prospect, "standing">,
  suppressedFor: string | undefined,
): string | undefined {
  if (standing.state === "ended" && GONE.has(standing.reason)) return `No email may go to them: ${standing.reason}.`;
  return suppressedFor === undefined ? undefined : `No email may go to this address: ${suppressedFor}.`;
}
