/** Rules of segments as sentences. */
import { countryName } from "../../shared/prospect/country.ts";
import { NOTHING } from "../../shared/segment/segment.ts";
import type { EngagementWord, Rule } from "../../shared/segment/segment.ts";
import { sectorName } from "./sector-name.ts";

export const DOINGS: { readonly [word in EngagementWord]: string } = {
  read: "Read something lately",
  quiet: "Read something once, but not lately",
  never: "Never read anything",
  rising: "Interest has risen",
  "open call": "Is to be called",
};

export const STANDINGS: { readonly [state: string]: string } = { active: "Active", paused: "Paused", ended: "Ended" };

/** What a field is called, and what it is called to have nothing of it. */
const FIELDS: { readonly [of in Exclude<Rule["of"], "engagement">]: readonly [name: string, nothing: string] } = {
  sector: ["Sector", "not known"],
  stage: ["Stage", "not known"],
  topics: ["Clicked topics", "no topic"],
  country: ["Country", "not known"],
  rep: ["Rep", "no rep"],
  tags: ["Tags", "no tags"],
  standing: ["Standing", "not known"],
};

export type Names = { readonly repName: (id: string) => string | undefined };

function valueWords(rule: Exclude<Rule, { of: "engagement" }>, value: string, { repName }: Names): string {
  if (value === NOTHING) return FIELDS[rule.of][1];
  if (rule.of === "sector") return sectorName(value);
  if (rule.of === "country") return countryName(value);
  if (rule.of === "rep") return repName(value) ?? "somebody who is no rep any more";
  return rule.of === "standing" ? (STANDINGS[value] ?? value) : value;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Sector: Food or Retail", "Tags: none of vip, press". */
function ruleWords(rule: Rule, names: Names): string {
  if (rule.of === "engagement") {
    const words = rule.values.map((value) => DOINGS[value].toLowerCase()).join(" or ");
    const days = rule.values.some((value) => value === "read" || value === "quiet");
    return `${rule.is === "any" ? capital(words) : `Not: ${words}`}${days ? ` (lately: in the last ${rule.days} days)` : ""}`;
  }
  const values = rule.values.map((value) => valueWords(rule, value, names));
  const name = FIELDS[rule.of][0];
  return rule.is === "any" ? `${name}: ${values.join(" or ")}` : `${name}: none of ${values.join(", ")}`;
}

export const rulesWords = (rules: readonly Rule[], names: Names): string[] =>
  rules.length === 0 ? ["Everybody"] : rules.map((rule) => ruleWords(rule, names));
