import { brand } from "../../emails/brand.ts";
import { Company } from "../../shared/config.ts";
import { wrongCountryCodes } from "../../shared/prospect/country.ts";
import { knownZone } from "../../shared/time.ts";
import { BRAND_FIELDS, BRAND_WRONG, brandFieldOf, brandOf, brandSays, freshBrand } from "./brand-form.ts";
import { UTM_FIELDS, UTM_WRONG, freshUtm, utmFieldOf, utmOf } from "./utm-form.ts";

const FIELDS = [
  "name",
  "whatWeDo",
  "website",
  "senderAddress",
  "postalAddress",
  "timeZone",
  "pricingPage",
  "falseTasksPerFortnight",
  "untrackedCountries",
  "eraseOnWithdrawal",
  "warmUpStartsOn",
  "warmUpEmailsPerDay",
  ...BRAND_FIELDS,
  ...UTM_FIELDS,
] as const;
type Field = (typeof FIELDS)[number];

export type CompanyFormState = {
  readonly values: { readonly [field in Field]?: string | undefined };
  readonly errors: { readonly [field in Field]?: string };
};

/** Empty before a company is saved, but for the countries: an empty list there would measure people who never agreed. */
export const freshCompanyForm = (company: Company | undefined): CompanyFormState => ({
  values: {
    name: company?.name ?? brand.name,
    whatWeDo: company?.whatWeDo,
    website: company?.website,
    senderAddress: company?.senderAddress ?? brand.sender,
    postalAddress: company?.postalAddress ?? brand.address,
    timeZone: company?.timeZone,
    pricingPage: company?.pricingPage,
    falseTasksPerFortnight: String(company?.falseTasksPerFortnight ?? 1),
    eraseOnWithdrawal: company?.eraseOnWithdrawal === false ? "keep" : "erase",
    warmUpStartsOn: company?.warmUp?.startsOn,
    warmUpEmailsPerDay: company?.warmUp?.emailsPerDay.join(", "),
    ...freshBrand(company?.brand),
    ...freshUtm(company?.utm),
    untrackedCountries: (company?.untrackedCountries ?? Company.shape.untrackedCountries.parse(undefined)).join(", "),
  },
  errors: {},
});

const WRONG: { readonly [field in Field]: string } = {
  name: "Give the company's name.",
  whatWeDo: "Say it in plain words.",
  website: "Give a whole address that begins with https:// or http://, like https://example.com, or leave it empty.",
  senderAddress: "Give an email address.",
  postalAddress: "Give the postal address.",
  timeZone: "There is no such time zone. A name like Europe/Lisbon.",
  pricingPage: "Give a whole web address, like https://example.com/pricing, or leave it empty.",
  falseTasksPerFortnight: "Give a number above 0 and up to 20, with a point and not a comma, like 1 or 0.5.",
  untrackedCountries: "Give two-letter codes with commas between, like DE, FR.",
  eraseOnWithdrawal: "Choose what becomes of it.",
  ...BRAND_WRONG,
  ...UTM_WRONG,
  warmUpStartsOn: "Give the first day of the warm-up.",
  warmUpEmailsPerDay:
    "Give whole numbers, one a week, none smaller than the one before and without dots inside, like 50, 150, 400.",
};

const words = (text: string | undefined): string[] => (text ?? "").split(/[\s,;]+/).filter(Boolean);

/** "1.000" is a thousand to some and one to others: neither is taken. */
const wholeNumber = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Number.NaN);

/** As a number of people who write "1,5" for one and a half would be misread, only a point is taken; blank is left to the default. */
const number = (text: string): number | undefined => {
  if (!text) return undefined;
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
};

/** Blank is left to the default, which erases; what the form does not send is a mistake. */
const erases = (choice: string): boolean | string | undefined =>
  choice === "erase" ? true : choice === "keep" ? false : choice || undefined;

/** Nothing at all is no warm-up; half of it is a mistake. */
function warmUpOf({ warmUpStartsOn, warmUpEmailsPerDay }: CompanyFormState["values"]): object | undefined {
  if (!warmUpStartsOn && !warmUpEmailsPerDay) return undefined;
  return { startsOn: warmUpStartsOn, emailsPerDay: words(warmUpEmailsPerDay).map(wholeNumber) };
}

/** Which field of the form a part of the company stands in. */
function fieldOf([part, inside, ...deeper]: readonly PropertyKey[]): PropertyKey | undefined {
  if (part === "brand") return brandFieldOf([inside ?? "", ...deeper]);
  if (part === "utm") return utmFieldOf(inside);
  if (part !== "warmUp") return part;
  return inside === "startsOn" ? "warmUpStartsOn" : "warmUpEmailsPerDay";
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith("?") ? "" : "."}`;

/** Reads the form; what is wrong is said beside its field, and what was typed is kept. */
export function readCompanyForm(form: {
  readonly [name: string]: unknown;
}): { company: Company } | { state: CompanyFormState } {
  const values: { [field in Field]?: string } = {};
  for (const field of FIELDS) {
    const value = form[field];
    values[field] = typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
  }
  const countries = words(values.untrackedCountries?.toUpperCase());
  const strangers = wrongCountryCodes(countries);
  const read = Company.safeParse({
    ...values,
    website: values.website || undefined,
    pricingPage: values.pricingPage || undefined,
    falseTasksPerFortnight: number(values.falseTasksPerFortnight ?? ""),
    untrackedCountries: countries,
    eraseOnWithdrawal: erases(values.eraseOnWithdrawal ?? ""),
    warmUp: warmUpOf(values),
    brand: brandOf(values),
    utm: utmOf(values),
  });
  const wrong = new Set<PropertyKey | undefined>(
    read.success ? [] : read.error.issues.map((issue) => fieldOf(issue.path)),
  );
  const unreadable = brandSays(read.data?.brand);
  for (const field of Object.keys(unreadable)) wrong.add(field);
  if (!knownZone(values.timeZone ?? "")) wrong.add("timeZone");
  if (strangers.length) wrong.add("untrackedCountries");
  if (read.success && wrong.size === 0) return { company: read.data };
  const countriesSay = [WRONG.untrackedCountries, ...strangers.map(sentence)].join(" ");
  const saying = { ...WRONG, ...unreadable, untrackedCountries: countriesSay };
  const errors = Object.fromEntries(FIELDS.filter((field) => wrong.has(field)).map((field) => [field, saying[field]]));
  return { state: { values, errors } };
}
