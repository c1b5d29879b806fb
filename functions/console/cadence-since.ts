import type { App } from "../../shared/app.ts";
import type { CadenceVersion } from "../../shared/cadence/version.ts";
import { listVersions } from "../../shared/cadence/version-store.ts";

/** As many as anybody reads. */
const MOST = 10;

/** What was saved of a cadence after a version, the newest first. */
export async function savedSince(
  { table }: Pick<App, "table">,
  cadenceId: string,
  version: number,
): Promise<CadenceVersion[]> {
  const { versions } = await listVersions(table, cadenceId, { limit: MOST });
  return versions.filter(({ cadence }) => cadence.version > version);
}
