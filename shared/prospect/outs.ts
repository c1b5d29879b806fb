import type { Columns, ProspectField } from "./columns.ts";
import type { CsvFile } from "./csv.ts";
import type { Draft } from "./draft.ts";
import { readEmail } from "./draft.ts";
import type { Prospect } from "./prospect.ts";
import { readDoNotCall, readOut, readTracking } from "./said.ts";
import type { Out } from "./said.ts";
import { clean } from "./text.ts";

/** Is this person out by any row of the file, by any address or the record id? */
export type OutOf = (
  draft: Pick<Draft, "addresses" | "crmId" | "out">,
  previous: Prospect | undefined,
) => Out | undefined;

/**
 * Reads the whole file for who is out first: also a row that is refused, or that repeats an earlier one, takes its person out.
 * Opted out counts more than bounced.
 */
export function outsOf(file: CsvFile, columns: Columns<ProspectField>): OutOf {
  const outs = new Map<string, Out>();
  for (const { cells } of file.rows) {
    const cellsOf = (field: ProspectField): string[] => columns.of(field).map((column) => cells[column] ?? "");
    const out = readOut(cellsOf, []);
    if (!out) continue;
    for (const name of namesIn(cellsOf)) if (outs.get(name) !== "opted out") outs.set(name, out);
  }
  return (draft, previous) =>
    draft.out ??
    namesOfBoth(draft, previous)
      .map((name) => outs.get(name))
      .find((out) => out !== undefined);
}

/** Does some row of the file say so of this person? */
export type SaidOf = (draft: Pick<Draft, "addresses" | "crmId">, previous: Prospect | undefined) => boolean;

/** Who must not be called. Like `outsOf`: a row that repeats an earlier one counts too. */
export const notToCallOf = (file: CsvFile, columns: Columns<ProspectField>): SaidOf =>
  saidIn(file, columns, "doNotCall", (cellsOf) => readDoNotCall(cellsOf, []));

/** Who does not want to be measured, in whichever row of theirs it stands. */
export const denialsOf = (file: CsvFile, columns: Columns<ProspectField>): SaidOf =>
  saidIn(file, columns, "tracking", (cellsOf) => readTracking(cellsOf, []) === "denied");

function saidIn(
  file: CsvFile,
  columns: Columns<ProspectField>,
  where: ProspectField,
  says: (cellsOf: (field: ProspectField) => string[]) => boolean,
): SaidOf {
  const said = new Set<string>();
  for (const { cells } of columns.of(where).length ? file.rows : []) {
    const cellsOf = (field: ProspectField): string[] => columns.of(field).map((column) => cells[column] ?? "");
    if (says(cellsOf)) for (const name of namesIn(cellsOf)) said.add(name);
  }
  return (draft, previous) => namesOfBoth(draft, previous).some((name) => said.has(name));
}

const namesIn = (cellsOf: (field: ProspectField) => string[]): string[] =>
  namesOf({ ...readEmail(cellsOf("email"), []), crmId: cellsOf("crmId").map(clean).find(Boolean) });

const namesOfBoth = (draft: Pick<Draft, "addresses" | "crmId">, previous: Prospect | undefined): string[] => [
  ...namesOf(draft),
  ...(previous ? namesOf({ addresses: [previous.email], crmId: previous.crmId }) : []),
];

const namesOf = ({ addresses, crmId }: { addresses: readonly string[]; crmId?: string | undefined }): string[] => [
  ...addresses,
  ...(crmId ? [`#${crmId}`] : []),
];

/**
 * Has some row of the file both this record id and an address? Then that row speaks for the person, and one without address does not. Read only when a
 * row without address asks.
 */
export function recordsWithAddress(file: CsvFile, columns: Columns<ProspectField>): (crmId: string) => boolean {
  let ids: Set<string> | undefined;
  const all = (): Set<string> =>
    new Set(
      file.rows.flatMap(({ cells }) => {
        const cellsOf = (field: ProspectField): string[] =>
          columns.of(field).map((column) => clean(cells[column] ?? ""));
        const crmId = cellsOf("crmId").find(Boolean);
        return crmId && cellsOf("email").some(Boolean) ? [crmId] : [];
      }),
    );
  return (crmId) => (ids ??= all()).has(crmId);
}
