import type { App } from "../app.ts";
import { AppError, Conflict } from "../error.ts";
import type { Cadence } from "./cadence.ts";
import { MOVED } from "./moved.ts";
import { mistakesIn } from "./rules.ts";
import { getCadences, putCadence } from "./store.ts";
import { listVersions, putVersion } from "./version-store.ts";

/** Other schedules' names begin with these, and a cadence looks after all that begin with its own. */
const TAKEN: ReadonlySet<string> = new Set([MOVED, "remind", "sweep", "gather"]);
const LONGEST = 12;
const TRIES = 50;

/** "Early birds 2026" -> "early-birds"; so short because it is part of every schedule's name. */
export const idFrom = (name: string, attempt: number): string => {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-");
  const tail = attempt === 1 ? "" : `-${attempt}`;
  const stem = slug.slice(0, LONGEST - tail.length).replaceAll(/^-|-$/g, "");
  return `${stem || "cadence"}${tail}`;
};

/**
 * Keeps a new cadence, which nobody is in yet. Its id comes of its name and was never that of another, whose history it would mix with.
 * @throws AppError("invalid") naming the first place that is wrong, or before the company has its first cadence
 */
export async function addCadence(
  app: Pick<App, "table" | "now">,
  { cadence, by, changes }: { readonly cadence: Omit<Cadence, "id">; readonly by: string; readonly changes: string[] },
): Promise<string> {
  const [wrong] = Object.entries(mistakesIn(cadence));
  if (wrong) throw new AppError("invalid", `${wrong[0]}: ${wrong[1]}`);
  if ((await getCadences(app.table)).length === 0)
    throw new AppError("invalid", "Fill in Settings first: the first cadence begins with them.");
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const next = { ...cadence, id: idFrom(cadence.name, attempt), paused: false, version: 1 };
    if (TAKEN.has(next.id) || (await wasThere(app, next.id))) continue;
    try {
      const version = putVersion({ cadence: next, by, at: app.now(), changes });
      await app.table.write(putCadence(next, "absent"), version);
      return next.id;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
  throw new AppError("conflict", "There are too many cadences of that name. Give it another.");
}

const wasThere = async ({ table }: Pick<App, "table">, id: string): Promise<boolean> =>
  (await listVersions(table, id, { limit: 1 })).versions.length > 0;
