import { AppError } from "../error.ts";
import { prospectColumns } from "./columns.ts";
import { readCsv } from "./csv.ts";
import type { CsvFile, CsvRow } from "./csv.ts";
import { readDraft } from "./draft.ts";
import type { Draft } from "./draft.ts";
import type { FileWorld } from "./file-world.ts";
import { denialsOf, notToCallOf, outsOf, recordsWithAddress } from "./outs.ts";
import { LONGEST_HOW } from "./record-consent.ts";

/** `source` is how people know the file; it stands in errors and in the history. */
export type ImportInput = { readonly bytes: Uint8Array; readonly source: string };

/** A file that was read, with what must be known of it as a whole before its first row. */
export type Opened = Pick<FileWorld, "outOf" | "notToCall" | "deniesTracking" | "consentHow" | "hasAddress"> & {
  readonly file: CsvFile;
  readonly draftOf: (row: CsvRow) => Draft;
  readonly unknownColumns: readonly string[];
};

/** @throws AppError("invalid") when it is no table or has no column for addresses */
export function openFile({ bytes, source }: ImportInput): Opened {
  const file = readCsv(bytes, source);
  const columns = prospectColumns(file.header);
  if (!columns.of("email").length && !columns.of("crmId").length)
    throw new AppError("invalid", `${source}: no column for email addresses; its header reads ${headerOf(file)}`);
  return {
    file,
    draftOf: (row) => readDraft(row, columns, file.header.length),
    outOf: outsOf(file, columns),
    notToCall: notToCallOf(file, columns),
    deniesTracking: denialsOf(file, columns),
    consentHow: clipped(
      `imported from ${source}, column ${columns
        .of("tracking")
        .map((column) => file.header[column]?.trim())
        .join(" or ")}`,
    ),
    hasAddress: recordsWithAddress(file, columns),
    unknownColumns: columns.unknown,
  };
}

const clipped = (text: string): string => text.slice(0, LONGEST_HOW).toWellFormed();

const headerOf = ({ header }: CsvFile): string => `"${header.join(", ").slice(0, 200)}"`;
