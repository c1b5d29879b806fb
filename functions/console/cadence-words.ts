import { endingsOf } from "../../shared/cadence/cadence.ts";
import type { Cadence } from "../../shared/cadence/cadence.ts";
import type { CadenceVersion } from "../../shared/cadence/version.ts";

/** The rules of a cadence, a sentence each. */
export const rulesOf = (cadence: Cadence): string[] => [
  `Always in the prospect's own time zone, and only between ${cadence.window.from} and ${cadence.window.to} there. What comes too late is left out, never sent late.`,
  `At most ${cadence.caps.per7Days} emails in 7 days and ${cadence.caps.per30Days} in 30.`,
  `Nothing twice to the same prospect. ${caseStudyRule(cadence)}`,
  `After ${cadence.quietAfter} emails without a sign of life the rhythm slows to one in ${cadence.longRhythmDays} days.`,
  "None to who asked for a call or has a meeting booked, while the rep's task for it is open, and none within the hour of a call.",
  `A prospect leaves when ${orList(endingsOf(cadence).map((exit) => EXITS[exit]))}.`,
];

const EXITS: { readonly [exit in ReturnType<typeof endingsOf>[number]]: string } = {
  customer: "they become a customer",
  "opted out": "they opt out",
};

function caseStudyRule({ sectorRules }: Cadence): string {
  if (!sectorRules.neutralCaseStudy && !sectorRules.blogPostInstead) return "A case study is always of the own sector.";
  const instead = [sectorRules.neutralCaseStudy && "one for any sector", sectorRules.blogPostInstead && "a blog post"];
  return `A case study is always of the own sector; where there is none, ${orList(instead.filter((x) => x !== false))} takes its place.`;
}

const orList = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

/** "Version 4". */
export const versionName = ({ cadence }: Pick<CadenceVersion, "cadence">): string => `Version ${cadence.version}`;
