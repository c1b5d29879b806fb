import type { Company } from "../config.ts";
import type { Prospect } from "./prospect.ts";

/**
 * May opens and clicks of this prospect be measured: a pixel put in, links signed, signals kept? What the prospect said counts; who never said is
 * measured except in the countries the company lists. Replies and forms are the prospect's own words and are not measured but received.
 */
export function isMeasured(
  prospect: Pick<Prospect, "tracking" | "country">,
  company: Pick<Company, "untrackedCountries">,
): boolean {
  if (prospect.tracking !== "unknown") return prospect.tracking === "granted";
  return !isUntracked(prospect.country, company);
}

/** Is who never said in this country (ISO 3166 alpha-2) not measured? */
export function isUntracked(country: string | undefined, company: Pick<Company, "untrackedCountries">): boolean {
  const code = country?.toUpperCase();
  return code !== undefined && company.untrackedCountries.some((untracked) => untracked.toUpperCase() === code);
}
