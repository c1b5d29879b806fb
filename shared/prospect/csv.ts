import { CsvError, parse } from "csv-parse/sync";
import { AppError } from "../error.ts";

/** `row` counts as a spreadsheet does: blank lines count, a cell with line breaks does not add rows, the header is usually row 1. */
export type CsvRow = { readonly row: number; readonly cells: readonly string[] };
export type CsvFile = {
  readonly header: readonly string[];
  /** Without the blank ones. */
  readonly rows: readonly CsvRow[];
  readonly delimiter: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
};

const DELIMITERS = [",", ";", "\t", "|"];

/**
 * Reads a spreadsheet export: UTF-8, UTF-16 or else windows-1252, with or without byte order mark, separated by comma, semicolon, tab or bar,
 * rows of any length. `source` names the file in errors. AppError("invalid") when there is nothing in it, or a quotation mark is never closed.
 */
export function readCsv(bytes: Uint8Array, source: string): CsvFile {
  const { text, encoding } = decode(bytes);
  const said = /^sep=(.)\r?\n/i.exec(text)?.[1];
  const delimiter = said ?? guessDelimiter(text);
  const records = split(text, delimiter, source);
  const all = records.map((cells, index) => ({ row: index + 1, cells }));
  const [header, ...rows] = (said ? all.slice(1) : all).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (!header) throw new AppError("invalid", `${source}: there is nothing in this file`);
  return { header: header.cells, rows, delimiter, encoding };
}

function split(text: string, delimiter: string, source: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row =
      "records" in error && typeof error["records"] === "number" ? ` from row ${error["records"] + 1} on` : "";
    throw new AppError("invalid", `${source}: cannot be read as a table${row}: ${error.message}`);
  }
}

function decode(bytes: Uint8Array): { text: string; encoding: CsvFile["encoding"] } {
  const encoding = unicode(bytes);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252" };
  }
}

/** By the byte order mark, or by where the zero bytes of plain letters stand. */
function unicode([first, second, third, fourth]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first && second === 0 && third && fourth === 0) return "utf-16le";
  return first === 0 && second && third === 0 && fourth ? "utf-16be" : "utf-8";
}

/** The one that splits the first line with anything in it into most cells; quoted text does not count. */
function guessDelimiter(text: string): string {
  const line = /[^\r\n]*[^\s][^\r\n]*/.exec(text.slice(0, 100_000))?.[0] ?? "";
  const bare = line.replace(/"(?:[^"]|"")*"/g, "");
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}
