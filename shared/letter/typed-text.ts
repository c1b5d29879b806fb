import type { Paragraph, Piece } from "../../emails/_components/written.tsx";
import { line } from "../touch/line.ts";

const ADDRESS = /https?:\/\/[^\s<>"'“”‘’]+/gi;
/** What ends a sentence and not an address. */
const STOPS = /[.,;:!?…)\]}*_]+$/;

/**
 * Plain text as somebody typed it: paragraphs parted by empty lines, and web addresses, which can be followed. Every piece is on one line, free of
 * control characters and not empty.
 */
export const typedText = (text: string): Paragraph[] =>
  text
    .toWellFormed()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((row) => line(row, Infinity))
    .reduce<string[][]>(
      (paragraphs, row) => {
        if (row === "") paragraphs.push([]);
        else paragraphs.at(-1)!.push(row);
        return paragraphs;
      },
      [[]],
    )
    .filter((rows) => rows.length > 0)
    .map((rows) => rows.map(piecesOf));

function piecesOf(row: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of row.matchAll(ADDRESS)) {
    const address = withoutStops(found[0]);
    if (!URL.canParse(address)) continue;
    if (found.index > from) pieces.push({ kind: "text", value: row.slice(from, found.index) });
    pieces.push({ kind: "link", value: address });
    from = found.index + address.length;
  }
  if (from < row.length) pieces.push({ kind: "text", value: row.slice(from) });
  return pieces;
}

/** A bracket that was opened in the address belongs to it. */
function withoutStops(found: string): string {
  const cut = found.replace(STOPS, "");
  const closed = found.startsWith(`${cut})`) && cut.lastIndexOf("(") > cut.lastIndexOf(")");
  return closed ? `${cut})` : cut;
}
