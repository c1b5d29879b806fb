/** What cells say of being mailed, called and measured. */
import type { ProspectField } from "./columns.ts";
import { takesBack } from "./mail-consent.ts";
import { LONGEST_TEXT, clean, readYesNo, saysOut } from "./text.ts";

/** Why a person must not be mailed, by their row. */
export type Out = "opted out" | "bounced";

type CellsOf = (field: ProspectField) => string[];

/** Of several columns any that denies counts. */
export function readTracking(cellsOf: CellsOf, warnings: string[]): "granted" | "denied" | undefined {
  const cells = cellsOf("tracking")
    .map((cell) => clean(cell).slice(0, LONGEST_TEXT))
    .filter(Boolean);
  const cell = cells.find((one) => readYesNo(one) === false) ?? cells[0] ?? "";
  const said = readYesNo(cell);
  if (said !== undefined) return said ? "granted" : "denied";
  if (cell && !/^unknown$/i.test(cell)) warnings.push(`tracking consent: "${cell}" is neither yes nor no, not read`);
  return undefined;
}

export function readOut(cellsOf: CellsOf, warnings: string[]): Out | undefined {
  const said = cellsOf("optedOut").filter(saysOut);
  const status = cellsOf("mailStatus")
    .map(clean)
    .find((cell) => /unsub|opt(?:ed)?.?out|clean|complain|spam|no.?consent/i.test(cell));
  const unusual = said.map(clean).find((cell) => readYesNo(cell) !== true);
  const takenBack = cellsOf("consentBasis").find(takesBack);
  const odd = unusual ?? status ?? takenBack ?? refusal(cellsOf);
  if (odd !== undefined) warnings.push(`opt-out: "${odd}" read as opted out`);
  if (said.length || odd !== undefined) return "opted out";
  const bounced = [
    ...cellsOf("bounced").filter(saysOut),
    ...cellsOf("mailStatus").filter((cell) => /bounce/i.test(cell)),
  ];
  return bounced.length ? "bounced" : undefined;
}

/** Asked for consent, they said no, and in no column yes. */
function refusal(cellsOf: CellsOf): string | undefined {
  const cells = cellsOf("consentBasis").map(clean).filter(Boolean);
  return cells.every((cell) => readYesNo(cell) === false) ? cells[0] : undefined;
}

/** As with mail: whatever is not plainly a no says so. */
export function readDoNotCall(cellsOf: CellsOf, warnings: string[]): boolean {
  const said = cellsOf("doNotCall").filter(saysOut);
  const unusual = said.map(clean).find((cell) => readYesNo(cell) !== true);
  if (unusual) warnings.push(`do not call: "${unusual}" read as yes`);
  return said.length > 0;
}
