import type { Rep } from "../rep/rep.ts";
import { formOf } from "./edit-fields.ts";
import type { ProspectForm } from "./edit-fields.ts";
import type { Prospect } from "./prospect.ts";

/** What each field is called in the middle of a sentence. */
const FIELDS: { readonly [field in keyof ProspectForm]: string } = {
  firstName: "first name",
  lastName: "last name",
  email: "email address",
  company: "company",
  title: "title",
  phone: "phone",
  country: "country",
  city: "city",
  sector: "sector",
  timeZone: "time zone",
  tags: "tags",
  stage: "stage",
  topics: "topics asked for",
  atMostWeekly: "at most one email a week",
  doNotCall: "do not call",
};

const FIELD_NAMES = [
  "firstName",
  "lastName",
  "email",
  "company",
  "title",
  "phone",
  "country",
  "city",
  "sector",
] as const;
const MORE_NAMES = ["timeZone", "tags", "stage", "topics", "atMostWeekly", "doNotCall"] as const;

const said = (value: string | boolean): string => {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === "" ? "nothing" : value.length > 100 ? `${value.slice(0, 99).toWellFormed()}…` : value;
};

/** What differs, with what it was: "company Acme, was nothing". Nothing when all is as before. */
export function editInWords(before: Prospect, after: Prospect, reps: readonly Pick<Rep, "id" | "name">[]): string[] {
  const [was, is] = [formOf(before), formOf(after)];
  const nameOf = (id: string | undefined): string => reps.find((rep) => rep.id === id)?.name ?? "nobody";
  const changed = [...FIELD_NAMES, ...MORE_NAMES].flatMap((field) =>
    was[field] === is[field] ? [] : [`${FIELDS[field]} ${said(is[field])}, was ${said(was[field])}`],
  );
  const owner = before.repId === after.repId ? [] : [`rep ${nameOf(after.repId)}, was ${nameOf(before.repId)}`];
  const standing =
    before.standing.state === after.standing.state
      ? []
      : [
          after.standing.state === "ended"
            ? `not to be mailed at the new address (${after.standing.reason})`
            : "mailed again, at the new address",
        ];
  return [...changed, ...owner, ...standing];
}
