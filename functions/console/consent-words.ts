/** What is measured of a prospect and why, for people. */
import type { Company } from "../../shared/config.ts";
import { countryName } from "../../shared/prospect/country.ts";
import type { Prospect } from "../../shared/prospect/prospect.ts";
import { isMeasured } from "../../shared/prospect/tracking.ts";
import { dateIn } from "./when.ts";

type Asked = Pick<Prospect, "tracking" | "trackingSince" | "country">;
type Rules = Pick<Company, "untrackedCountries" | "eraseOnWithdrawal">;

/** "Not measured: Germany, and never asked". */
export function measuringWords(prospect: Asked, company: Rules): string {
  if (prospect.tracking === "granted") return "Measured: agreed to it";
  if (prospect.tracking === "denied") return "Not measured: does not want to be";
  const where = prospect.country ? countryName(prospect.country.toUpperCase()) : "country not known";
  return isMeasured(prospect, company)
    ? `Measured: ${where}, and never said no`
    : `Not measured: ${where}, and never asked`;
}

/** When and how that became known; undefined for who never said. The date is that of `zone`. */
export function consentSince({ tracking, trackingSince }: Asked, zone: string): string | undefined {
  if (trackingSince) return `Since ${dateIn(zone, trackingSince.at)}, ${trackingSince.how}.`;
  return tracking === "unknown" ? undefined : "When and how was not kept.";
}

/** By what rule it is so, and what becomes of what was measured before. */
export function measuringRule(prospect: Asked, company: Rules): string {
  if (prospect.tracking === "denied")
    return company.eraseOnWithdrawal
      ? "At a denial we erase what was measured before and take back call tasks that stood on it alone."
      : "What was measured before is kept, and nothing new is added.";
  if (prospect.tracking === "granted") return "That counts in every country, until they take it back.";
  return isMeasured(prospect, company)
    ? "Who never said is measured, except in the countries that Settings list."
    : "Settings list this country among those where nobody is measured without consent.";
}

/** In the place of opens and clicks; undefined when they are measured. */
export const unmeasuredWords = (prospect: Asked, company: Rules): string | undefined =>
  isMeasured(prospect, company) ? undefined : "Not measured, so no opens or clicks here; replies and forms count.";
