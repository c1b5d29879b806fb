import { getCadence } from "../cadence/store.ts";
import type { Table } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Where } from "./good-hours.ts";

/** Where a prospect is called, with the hours at which emails of the cadence leave, which calls keep away from; none of a cadence that is not there. */
export async function whereIs(
  table: Table,
  { timeZone, country, cadenceId }: Pick<Prospect, "timeZone" | "country" | "cadenceId">,
): Promise<Where> {
  return { timeZone, country, busy: (await getCadence(table, cadenceId))?.slots ?? [] };
}
