import { brandFlaws } from "../../shared/brand-flaws.ts";
import { Brand, Company } from "../../shared/config.ts";
import { wrongCountryCodes } from "../../shared/prospect/country.ts";
import { knownZone } from "../../shared/time.ts";
import { FIELDS, isField } from "./company-fields.ts";
import type { Field } from "./company-fields.ts";
import { nearest } from "./nearest.ts";

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const at = (json: unknown, field: string): unknown =>
  field.split(".").reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), json);

/** A name with a slip of the pen would otherwise count as left out, and so would one inside the brand or the UTM. */
function strangers(json: unknown, within = ""): string[] {
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([key, value]) => {
    const field = `${within}${key}`;
    if (isField(field)) return strangers(value, `${field}.`);
    const around = Object.keys(FIELDS).filter((name) => name.startsWith(within));
    const near = nearest(
      key,
      around.map((name) => name.slice(within.length)).filter((name) => !name.includes(".")),
    );
    return [`${field}: there is no such field${near === undefined ? "" : `; did you mean ${within}${near}?`}`];
  });
}

const short = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

function wordsFor(field: Field, value: unknown): string {
  const wanted = FIELDS[field];
  if (value === undefined) return `missing, ${wanted}`;
  const verb = wanted.startsWith("what ") ? "say" : "give";
  const blank = value === null || (typeof value === "string" && !value.trim());
  return `${verb} ${wanted}${blank || isObject(value) ? "" : `, not ${short(value)}`}`;
}

/** By field, what its shape leaves open: whether there is such a country or time zone, whether a colour can be read. */
function meaningFlaws(json: unknown): [Field, string][] {
  const [countries, zone] = [at(json, "untrackedCountries"), at(json, "timeZone")];
  const flaws: [Field, string][] = [];
  if (Array.isArray(countries) && countries.every((code) => typeof code === "string")) {
    const wrong = wrongCountryCodes(countries.map((code) => code.toUpperCase()));
    if (wrong.length > 0) flaws.push(["untrackedCountries", wrong.join("; ")]);
  }
  if (typeof zone === "string" && zone.trim() && !knownZone(zone))
    flaws.push(["timeZone", `there is no time zone "${zone}"; give ${FIELDS.timeZone}`]);
  const brand = Brand.safeParse(at(json, "brand"));
  if (brand.success)
    for (const { field, says } of brandFlaws(brand.data)) flaws.push([`brand.${field}`, says.replace(/\.$/, "")]);
  return flaws;
}

/** Everything that is wrong with what a file says of a company, each beginning with its field. None: `Company` reads it. */
export function companyFlaws(json: unknown): string[] {
  if (!isObject(json)) return ['give one object, like {"name": "Northgate", ...}'];
  const said = new Map<string, string>(meaningFlaws(json));
  for (const { path } of Company.safeParse(json).error?.issues ?? []) {
    const field = path.filter((key) => typeof key === "string").join(".");
    if (isField(field) && !said.has(field)) said.set(field, wordsFor(field, at(json, field)));
  }
  return [...strangers(json), ...[...said].map(([field, says]) => `${field}: ${says}`)];
}
