/** What a spreadsheet would run, or hide, when a cell starts with it; apostrophes before it only count as more text. */
const DANGEROUS = /^(?:[\s']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|'*[\t\r\n])/;

export type Cell = string | number | boolean | null | undefined;

/**
 * One cell of a CSV file for spreadsheets. Text that a spreadsheet would take for a formula gets an apostrophe in front
 * (`plainCell` takes it off again); numbers stay numbers. Quoted where comma, semicolon, tab, quote, line end or outer space ask for it.
 */
export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = DANGEROUS.test(value) ? `'${value}` : value;
  return /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Whole rows, header first, with the line ends of RFC 4180. A row of one blank cell is written as `""`, for a blank line is no row. */
export const csvRows = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(",") || '""'}\r\n`).join("");

/** A cell as it was before `csvCell`. */
export const plainCell = (text: string): string =>
  text.startsWith("'") && DANGEROUS.test(text.slice(1)) ? text.slice(1) : text;

/** Would a spreadsheet take this for a formula? */
export const looksLikeFormula = (text: string): boolean => DANGEROUS.test(text);
