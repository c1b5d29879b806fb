import { reportKey, reportsPk } from "../keys.ts";
import type { Key, Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { ReportHead, ReportRow } from "./report.ts";
import type { Dimension } from "./report.ts";

const headKey = (): Key => reportKey("head", "head");

/** Empty before anybody asked for a report. */
export async function getReportHead(table: Table): Promise<ReportHead> {
  const item = await table.get(headKey());
  return item ? ReportHead.parse(item.data) : {};
}

/** Neither write touches what the other says. */
export const putReportHead = (head: Partial<ReportHead>): Write => ({
  kind: "update",
  key: headKey(),
  set: ReportHead.parse(head),
});

/** One dimension as it was last worked out, by name; there are no more than `MOST_ROWS`. */
export async function getReport(table: Table, of: Dimension): Promise<ReportRow[]> {
  return (await readAll(table, { pk: reportsPk(of) })).map(({ data }) => ReportRow.parse(data));
}

const sortKey = (name: string): string => (name === "" ? "-" : `=${name}`);

/** Writes the rows of a dimension, then removes those of earlier days that are in it no more. */
export async function replaceReport(table: Table, of: Dimension, rows: readonly ReportRow[]): Promise<void> {
  const items = rows.map((row) => ({ ...reportKey(of, sortKey(row.name)), data: ReportRow.parse(row) }));
  await table.writeMany(items.map((item) => ({ kind: "put", item })));
  const kept = new Set(items.map(({ sk }) => sk));
  const there = await readAll(table, { pk: reportsPk(of), keysOnly: true });
  const old = there.filter(({ sk }) => !kept.has(sk));
  if (old.length > 0) await table.writeMany(old.map(({ pk, sk }) => ({ kind: "remove", key: { pk, sk } })));
}
