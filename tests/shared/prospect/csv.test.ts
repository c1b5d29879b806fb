import * as fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "../../../shared/error.ts";
import { readCsv } from "../../../shared/prospect/csv.ts";
import { bytes } from "./company.ts";

const read = (text: string) => readCsv(bytes(text), "list.csv");

test.each([",", ";", "\t", "|"])("cells separated by %j", (separator) => {
  const file = read(
    ["email", '"last, first; name"', "x"].join(separator) + "\n" + ["a@x.example", "b", "c"].join(separator),
  );
  expect(file).toMatchObject({ delimiter: separator, header: ["email", "last, first; name", "x"] });
  expect(file.rows).toEqual([{ row: 2, cells: ["a@x.example", "b", "c"] }]);
});

test("a spreadsheet's own word on the separator is believed", () => {
  const file = read("sep=|\r\na,b|c\r\n1|2\r\n");
  expect(file.header).toEqual(["a,b", "c"]);
  expect(file.rows).toEqual([{ row: 3, cells: ["1", "2"] }]);
});

test("rows count as in a spreadsheet: blank lines do, line breaks within a cell do not", () => {
  const file = read('email,note\r\na,"two\r\nlines"\r\n\r\n , \r\nb,"say ""hi"""\r\nc');
  expect(file.rows).toEqual([
    { row: 2, cells: ["a", "two\r\nlines"] },
    { row: 5, cells: ["b", 'say "hi"'] },
    { row: 6, cells: ["c"] },
  ]);
});

test.each([
  ["utf-8", Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes("é,b"))],
  ["utf-8", bytes("é,b")],
  ["windows-1252", Uint8Array.of(0xe9, 0x2c, 0x62)],
  ["utf-16le", Uint8Array.of(0xff, 0xfe, 0xe9, 0, 0x2c, 0, 0x62, 0)],
  ["utf-16be", Uint8Array.of(0xfe, 0xff, 0, 0xe9, 0, 0x2c, 0, 0x62)],
])("%s is recognised", (encoding, content) => {
  expect(readCsv(content, "list.csv")).toMatchObject({ encoding, header: ["é", "b"] });
});

test("a quotation mark that is never closed is an error that names the file", () => {
  expect(() => read('email\na\n"b\n')).toThrow(/^list.csv: cannot be read as a table/);
});

test("any bytes are a table or an error for people", () => {
  const noise = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.stringMatching(/^[a,;"\r\n =|]{0,60}$/).map(bytes));
  fc.assert(
    fc.property(noise, (content) => {
      try {
        const { rows } = readCsv(content, "list.csv");
        expect(rows.every(({ row }, index) => index === 0 || row > (rows[index - 1]?.row ?? 0))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    }),
  );
});
