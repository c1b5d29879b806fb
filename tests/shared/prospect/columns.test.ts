import { expect, test } from "vitest";
import type { ProspectField } from "../../../shared/prospect/columns.ts";
import { prospectColumns } from "../../../shared/prospect/columns.ts";

const fieldOf = (header: string): ProspectField | undefined =>
  (
    [
      "crmId",
      "email",
      "firstName",
      "lastName",
      "fullName",
      "company",
      "title",
      "phone",
      "country",
      "state",
      "city",
    ] as const
  )
    .concat()
    .map((field): ProspectField => field)
    .concat(["sector", "interests", "timeZone", "owner", "doNotCall", "tracking", "mailStatus", "optedOut", "bounced"])
    .concat(["stage", "status", "tags", "consentBasis", "consentSource", "consentAt"])
    .find((field) => prospectColumns([header]).of(field).length === 1);

test.each<[string, ProspectField]>([
  ["Record ID", "crmId"],
  ["Lead ID", "crmId"],
  ["Interests", "interests"],
  ["Personal interests", "interests"],
  ["Contact ID", "crmId"],
  ["hs_object_id", "crmId"],
  ["E-Mail", "email"],
  ["Person - Email - Work", "email"],
  ["EMAIL ADDRESS", "email"],
  ["firstname", "firstName"],
  ["Prénom", "firstName"],
  ["LAST_NAME", "lastName"],
  ["Person - Name", "fullName"],
  ["Company / Account", "company"],
  ["Person - Organization", "company"],
  ["Job Title", "title"],
  ["Phone Number", "phone"],
  ["Country/Region", "country"],
  ["State/Province", "state"],
  ["Industry", "sector"],
  ["TimeZoneSidKey", "timeZone"],
  ["Time Zone", "timeZone"],
  ["Contact owner", "owner"],
  ["Lead Owner", "owner"],
  ["Do Not Call", "doNotCall"],
  ["HASOPTEDOUTOFEMAIL", "optedOut"],
  ["Email Opt Out", "optedOut"],
  ["Unsubscribed from all email", "optedOut"],
  ["Opted out of email: One to one", "optedOut"],
  ["Do Not Contact", "optedOut"],
  ["Email Bounced Date", "bounced"],
  ["Lifecycle Stage", "stage"],
  ["Lead Status", "status"],
  ["Tags", "tags"],
  ["Person - Labels", "tags"],
  ["List memberships", "tags"],
  ["Legal basis for processing contact's data", "consentBasis"],
  ["Marketing consent", "consentBasis"],
  ["Opt-in source", "consentSource"],
  ["Consent date", "consentAt"],
])("%s is read as %s", (header, field) => {
  expect(fieldOf(header)).toBe(field);
});

test.each([
  "Create Date",
  "Marketing contact status",
  "SMS consent",
  "Fax Opt Out",
  "Opted out of SMS",
  "Casino Emails sent",
  "",
])("%j is not read, and listed", (header) => {
  expect(prospectColumns([header]).unknown).toEqual([header || "column 1"]);
});

test("of two columns for one field the better one comes first", () => {
  expect(prospectColumns(["Mobile Phone", "Personal Email", "Email", "Phone"]).of("email")).toEqual([2, 1]);
});
