import type { Company } from "../../shared/config.ts";
import type { Choice } from "./parts/field.tsx";

export const UTM_FIELDS = ["utm", "utmSource", "utmMedium", "utmCampaign"] as const;
type UtmField = (typeof UTM_FIELDS)[number];
type Values = { readonly [field in UtmField]?: string | undefined };

const USUAL = { source: "midweek", medium: "email", campaign: "{cadence}-{slot}" };

export const freshUtm = (utm: Company["utm"]): Values => ({
  utm: utm?.on ? "on" : "off",
  utmSource: utm?.source ?? USUAL.source,
  utmMedium: utm?.medium ?? USUAL.medium,
  utmCampaign: utm?.campaign ?? USUAL.campaign,
});

/** What is left empty is the usual; a form that says nothing of it sets nothing. */
export function utmOf({ utm, utmSource, utmMedium, utmCampaign }: Values): NonNullable<Company["utm"]> | undefined {
  if (!utm) return undefined;
  return {
    on: utm === "on",
    source: utmSource || USUAL.source,
    medium: utmMedium || USUAL.medium,
    campaign: utmCampaign || USUAL.campaign,
  };
}

/** Which field of the form a part of it stands in. */
export function utmFieldOf(part: PropertyKey | undefined): UtmField {
  if (part === "source") return "utmSource";
  if (part === "medium") return "utmMedium";
  return part === "campaign" ? "utmCampaign" : "utm";
}

const PLAIN = "At most 100 characters, without braces and @.";
export const UTM_WRONG: { readonly [field in UtmField]: string } = {
  utm: "Choose one of the two.",
  utmSource: PLAIN,
  utmMedium: PLAIN,
  utmCampaign: "At most 200 characters; of braces only {slot}, {cadence} and {article}, and no @.",
};

type Labelled = {
  readonly name: UtmField;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly choices?: readonly Choice[];
};

export const UTM_INPUTS: readonly Labelled[] = [
  {
    name: "utm",
    label: "UTM parameters on links to articles",
    hint: "utm_source and its kin, for your own web statistics. Midweek itself never looks at them, and they say nothing of who reads. What an article's address has already stays; the calling link and the pricing page stay as they are.",
    choices: [
      { value: "off", text: "None: articles are linked to as they are" },
      { value: "on", text: "Add the parameters below" },
    ],
  },
  { name: "utmSource", label: "utm_source", placeholder: USUAL.source },
  { name: "utmMedium", label: "utm_medium", placeholder: USUAL.medium },
  {
    name: "utmCampaign",
    label: "utm_campaign",
    hint: "{slot} becomes the date, {cadence} the cadence's id, {article} the article's title.",
    placeholder: USUAL.campaign,
  },
];
