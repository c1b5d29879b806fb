import { createHash } from "node:crypto";
import { topicsFrom } from "../content/topics.ts";
import { AppError } from "../error.ts";
import { Sector } from "../sector.ts";
import { knownZone } from "../time.ts";
import { countryName, readCountry } from "./country.ts";
import { oneAddress } from "./email.ts";
import { readStage, readTags } from "./groups.ts";
import { readPhone } from "./phone.ts";
import { mustNotBeCalled } from "./prospect.ts";
import type { Prospect } from "./prospect.ts";
import { LONGEST_TEXT, clean } from "./text.ts";

/** What a form holds of a prospect, as written. "" takes it away; `topics` and `tags` are lists divided by commas. */
export type ProspectForm = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly company: string;
  readonly title: string;
  readonly phone: string;
  readonly country: string;
  readonly city: string;
  readonly sector: string;
  readonly timeZone: string;
  readonly tags: string;
  readonly stage: string;
  readonly topics: string;
  readonly atMostWeekly: boolean;
  readonly doNotCall: boolean;
};

/** The prospect as a form shows it. */
export const formOf = (prospect: Prospect): ProspectForm => ({
  firstName: prospect.firstName ?? "",
  lastName: prospect.lastName ?? "",
  email: prospect.email,
  company: prospect.company ?? "",
  title: prospect.title ?? "",
  phone: prospect.phone ?? "",
  country: prospect.country === undefined ? "" : countryName(prospect.country),
  city: prospect.city ?? "",
  sector: prospect.sector ?? "",
  timeZone: prospect.timeZone,
  tags: (prospect.tags ?? []).join(", "),
  stage: prospect.stage ?? "",
  topics: prospect.topics.join(", "),
  atMostWeekly: prospect.atMostWeekly,
  doNotCall: mustNotBeCalled(prospect),
});

/** Tells whether anything that a form shows was changed since it was shown, and by nothing else: what emails and clicks change is no matter. */
export const markOf = (prospect: Prospect): string =>
  createHash("sha256")
    .update(JSON.stringify([formOf(prospect), prospect.repId ?? ""]))
    .digest("hex")
    .slice(0, 16);

type Edited = Pick<
  Prospect,
  | "firstName"
  | "lastName"
  | "email"
  | "company"
  | "title"
  | "phone"
  | "country"
  | "city"
  | "sector"
  | "timeZone"
  | "timeZoneFrom"
  | "tags"
  | "stage"
  | "topics"
  | "atMostWeekly"
  | "doNotCall"
>;

/**
 * What the form makes of a prospect. What was not changed stays as it is, also what would not be taken today.
 * @throws AppError("invalid") that begins with the field
 */
export function readForm(
  form: ProspectForm,
  prospect: Prospect,
): { [field in keyof Edited]: Edited[field] | undefined } {
  const was = formOf(prospect);
  const same = (field: keyof ProspectForm): boolean => form[field] === was[field];
  const country = same("country") ? prospect.country : countryOf(form.country);
  return {
    firstName: text("firstName", form),
    lastName: text("lastName", form),
    email: same("email") ? prospect.email : emailOf(form.email),
    company: text("company", form),
    title: text("title", form),
    phone: same("phone") ? prospect.phone : phoneOf(form.phone, country),
    country,
    city: text("city", form),
    sector: same("sector") ? prospect.sector : sectorOf(form.sector),
    ...(same("timeZone")
      ? { timeZone: prospect.timeZone, timeZoneFrom: prospect.timeZoneFrom }
      : { timeZone: zoneOf(form.timeZone), timeZoneFrom: "own column" }),
    tags: same("tags") ? (prospect.tags ?? []) : readTags(form.tags),
    stage: same("stage") ? prospect.stage : readStage(form.stage) || undefined,
    topics: same("topics") ? prospect.topics : topicsOf(form.topics),
    atMostWeekly: form.atMostWeekly,
    doNotCall: form.doNotCall,
  };
}

function wrong(field: keyof ProspectForm, says: string): never {
  throw new AppError("invalid", `${field}: ${says}`);
}

function text(field: "firstName" | "lastName" | "company" | "title" | "city", form: ProspectForm): string | undefined {
  const read = clean(form[field]);
  if (read.length > LONGEST_TEXT) wrong(field, `at most ${LONGEST_TEXT} characters`);
  return read || undefined;
}

const emailOf = (written: string): string =>
  oneAddress(clean(written)) ?? wrong("email", "this is not an email address");

function phoneOf(written: string, country: string | undefined): string | undefined {
  const read = clean(written);
  if (!read) return undefined;
  const { phone, warning } = readPhone(read, country);
  if (warning) wrong("phone", "give the number with its country, like +351 210 000 000");
  return phone;
}

function countryOf(written: string): string | undefined {
  const read = clean(written);
  return read ? (readCountry(read) ?? wrong("country", "this is no country we know")) : undefined;
}

function sectorOf(written: string): Sector | undefined {
  if (!written) return undefined;
  const read = Sector.safeParse(written);
  return read.success ? read.data : wrong("sector", "choose one of the list");
}

const zoneOf = (written: string): string =>
  knownZone(clean(written)) ?? wrong("timeZone", "give a zone as in Europe/Lisbon");

const MOST_TOPICS = 100;

function topicsOf(written: string): string[] {
  const read = topicsFrom(written.split(/[,;\n]/)).toSorted();
  return read.length > MOST_TOPICS ? wrong("topics", `at most ${MOST_TOPICS}`) : read;
}
