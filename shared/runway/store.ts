import { runwayKey, runwayPk } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { RunwayRow } from "./runway.ts";

/** As it was last worked out; empty before the first time. */
export const getRunway = async (table: Table): Promise<RunwayRow[]> =>
  (await readAll(table, { pk: runwayPk })).map((item) => RunwayRow.parse(item.data));

export const putRunway = (row: RunwayRow): Write => ({
  kind: "put",
  item: { ...runwayKey(row.of, row.id), data: RunwayRow.parse(row) },
});

export const removeRunway = ({ of, id }: Pick<RunwayRow, "of" | "id">): Write => ({
  kind: "remove",
  key: runwayKey(of, id),
});
