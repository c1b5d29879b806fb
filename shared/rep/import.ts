import { isDeepStrictEqual } from "node:util";
import type { App } from "../app.ts";
import { getCompany } from "../company.ts";
import { AppError } from "../error.ts";
import { idOf } from "../id.ts";
import { mapColumns } from "../prospect/columns.ts";
import type { Columns } from "../prospect/columns.ts";
import type { CsvRow } from "../prospect/csv.ts";
import { readCsv } from "../prospect/csv.ts";
import { readAddresses } from "../prospect/email.ts";
import { readPhone } from "../prospect/phone.ts";
import type { Counts, RowReport } from "../prospect/report.ts";
import { countOutcomes } from "../prospect/report.ts";
import { LONGEST_TEXT, clean } from "../prospect/text.ts";
import { readZone } from "../prospect/zone-name.ts";
import { isCallingLink } from "./calling-link.ts";
import type { Rep } from "./rep.ts";
import { getReps, putRep } from "./store.ts";

export type RepImportReport = {
  readonly source: string;
  readonly dryRun: boolean;
  readonly rows: readonly RowReport[];
  readonly counts: Counts;
  readonly unknownColumns: readonly string[];
};

const REP_COLUMNS = {
  name: "name fullname repname rep displayname username",
  firstName: "firstname givenname first",
  lastName: "lastname surname familyname last",
  email: "email emailaddress workemail mail repemail useremail",
  title: "title jobtitle role position",
  team: "team teamname salesteam salesgroup group",
  timeZone: "timezone tz timezonesidkey timezonename hstimezone",
  phone: "phone phonenumber workphone telephone tel directphone mobile mobilephone",
  callingLink:
    "callinglink calllink meetinglink meetingslink bookinglink calendarlink calendly link meetinglinkurl bookingurl",
} as const;
type RepField = keyof typeof REP_COLUMNS;

/**
 * Imports reps from a CSV file: name, email, title, team, time zone, phone, calling link. The email is who a rep is: the same address again updates, blanks never
 * overwrite. A row without a readable zone uses the company's, saying so; an unreadable one is refused. With `dryRun` nothing is written.
 * AppError("invalid") when the file is no table or has no column for addresses.
 */
export async function importReps(
  app: App,
  input: { readonly bytes: Uint8Array; readonly source: string },
  options: { readonly dryRun: boolean; readonly onProgress?: (done: number, total: number) => void },
): Promise<RepImportReport> {
  const file = readCsv(input.bytes, input.source);
  const columns = mapColumns<RepField>(file.header, REP_COLUMNS);
  if (!columns.of("email").length)
    throw new AppError("invalid", `${input.source}: no column for the reps' email addresses`);
  const reps = new Map((await getReps(app.table)).map((rep) => [rep.email.toLowerCase(), rep]));
  const zones = { now: app.now(), company: (await getCompany(app.table))?.timeZone };
  const met = new Map<string, number>();
  const changed = new Map<string, Rep>();
  const rows = file.rows.map((row): RowReport => {
    const read = readRep(row, columns, reps, zones);
    if ("reason" in read)
      return { row: row.row, outcome: "refused", field: read.field, reason: read.reason, warnings: [] };
    const { rep, previous, warnings } = read;
    const earlier = met.get(rep.email);
    if (earlier !== undefined)
      return {
        row: row.row,
        outcome: "refused",
        email: rep.email,
        field: "email",
        reason: `the same address as in row ${earlier}`,
        warnings,
      };
    met.set(rep.email, row.row);
    if (isDeepStrictEqual(rep, previous)) return { row: row.row, outcome: "unchanged", email: rep.email, warnings };
    changed.set(rep.id, rep);
    return { row: row.row, outcome: previous ? "updated" : "imported", email: rep.email, warnings };
  });
  if (!options.dryRun && changed.size) await app.table.writeMany([...changed.values()].map(putRep));
  if (rows.length) options.onProgress?.(rows.length, rows.length);
  return {
    source: input.source,
    dryRun: options.dryRun,
    rows,
    counts: countOutcomes(rows),
    unknownColumns: columns.unknown,
  };
}

type Read =
  | { readonly field: string; readonly reason: string }
  | { readonly rep: Rep; readonly previous: Rep | undefined; readonly warnings: string[] };

/** The company's own zone, if it is known, and when it is (epoch ms). */
type Zones = { readonly now: number; readonly company: string | undefined };

function readRep({ cells }: CsvRow, columns: Columns<RepField>, reps: ReadonlyMap<string, Rep>, zones: Zones): Read {
  const text = (field: RepField): string =>
    (
      columns
        .of(field)
        .map((column) => clean(cells[column] ?? ""))
        .find(Boolean) ?? ""
    ).slice(0, LONGEST_TEXT);
  const address = readAddresses(text("email"));
  if (typeof address === "string") return { field: "email", reason: address };
  const previous = reps.get(address.email);
  const name = text("name") || `${text("firstName")} ${text("lastName")}`.trim() || previous?.name;
  if (!name) return { field: "name", reason: "blank" };
  const warnings = address.others.length ? [`email: ${address.email} is taken, not ${address.others.join(", ")}`] : [];
  const zone = readRepZone(text("timeZone"), previous, zones, warnings);
  if (typeof zone !== "string") return { field: "time zone", reason: zone.refused };
  const phone = text("phone") ? readPhone(text("phone"), undefined) : undefined;
  if (phone?.warning) warnings.push(phone.warning);
  const callingLink = readLink(text("callingLink"), warnings);
  const rep: Rep = {
    ...(previous ?? { id: idOf(address.email), email: address.email }),
    name,
    timeZone: zone,
    ...(text("title") && { title: text("title") }),
    ...(text("team") && { team: text("team") }),
    ...(phone && { phone: phone.phone }),
    ...(callingLink && { callingLink }),
  };
  return { rep, previous, warnings };
}

function readRepZone(
  cell: string,
  previous: Rep | undefined,
  { now, company }: Zones,
  warnings: string[],
): string | { refused: string } {
  if (cell) {
    const read = readZone(cell, { country: undefined, zones: [], now });
    if ("refused" in read) return read;
    if (read.repaired) warnings.push(`time zone: ${read.repaired}`);
    return read.timeZone;
  }
  if (previous) return previous.timeZone;
  if (!company) return { refused: "blank, and the company's own is not set; save the company's settings first" };
  warnings.push(`time zone: blank; the company's own, ${company}, is taken`);
  return company;
}

/** "meet.example/ines" is meant as a web address; a calling link of any other kind would not be safe to click. */
function readLink(cell: string, warnings: string[]): string | undefined {
  if (!cell) return undefined;
  const link = /^[a-z][a-z0-9+.-]*:/i.test(cell) ? cell : `https://${cell}`;
  if (isCallingLink(link)) return link;
  warnings.push(`calling link: "${cell}" is no web address; left out`);
  return undefined;
}
