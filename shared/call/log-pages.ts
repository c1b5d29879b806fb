import { entity } from "../entity.ts";
import { callLogPk } from "../keys.ts";
import type { Table } from "../ports.ts";
import type { LoggedAttempt } from "./log.ts";

/** Both in epoch ms; `to` is no longer in it. */
export type Stretch = { readonly from: number; readonly to: number };

const iso = (at: number): string => new Date(at).toISOString();

/** A rep's attempts of a stretch of time, oldest first, in pages: what `attemptsBetween` gives, where that may be a year of them. */
export async function attemptsPage(
  table: Table,
  repId: string,
  { from, to }: Stretch,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ attempts: LoggedAttempt[]; cursor?: string | undefined }> {
  if (to <= from) return { attempts: [] };
  const found = await table.query({ pk: callLogPk(repId), from: iso(from), to: `${iso(to - 1)}~`, ...page });
  return { attempts: found.items.map(entity<LoggedAttempt>), cursor: found.cursor };
}
