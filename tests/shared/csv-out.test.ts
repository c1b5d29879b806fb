import * as fc from "fast-check";
import { expect, test } from "vitest";
import { csvCell, csvRows, looksLikeFormula, plainCell } from "../../shared/csv-out.ts";
import { readCsv } from "../../shared/prospect/csv.ts";

const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.stringMatching(/^[=+@'\t\r\n ,;|"a-]{0,8}$/).map((cell) => cell.toWellFormed()),
);

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", " =1", "'=1", "＝1"])(
  "%j cannot run in a spreadsheet",
  (cell) => {
    const written = csvCell(cell).replace(/^"|"$/g, "");
    expect(written).toBe(`'${cell}`);
    expect(plainCell(written)).toBe(cell);
  },
);

test("numbers stay numbers, plain text stays plain, the rest is quoted", () => {
  expect([csvCell(-5), csvCell(true), csvCell(undefined), csvCell("O'Neill"), csvCell('a "b", c')]).toEqual([
    "-5",
    "true",
    "",
    "O'Neill",
    '"a ""b"", c"',
  ]);
});

test("whatever is written is read again as it was, and no cell of it is a formula", () => {
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const header = ["a", "b", "c", "d"];
      const file = readCsv(new TextEncoder().encode(csvRows([header, ...rows])), "out.csv");
      const filled = rows.filter((row) =>
        row.some((cell) => csvCell(cell).replaceAll('"', "").trim() !== "" || cell.trim() !== ""),
      );
      expect(file.rows.map(({ cells }) => cells.map(plainCell))).toEqual(filled);
      for (const { cells } of file.rows)
        for (const cell of cells) expect(cell === "" || !looksLikeFormula(cell) || cell.startsWith("'")).toBe(true);
    }),
  );
});
