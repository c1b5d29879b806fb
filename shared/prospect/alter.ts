import type { App } from "../app.ts";
import { Conflict } from "../error.ts";
import { prospectKey } from "../keys.ts";
import type { Write } from "../ports.ts";
import type { Prospect } from "./prospect.ts";
import { getProspect } from "./store.ts";

/** What a verb makes of a prospect: one transaction and the verb's answer. No writes = nothing to change. */
type Alteration<Answer> = { readonly writes: readonly Write[]; readonly answer: Answer };

const ATTEMPTS = 5;

/**
 * Reads the prospect, writes what `change` makes of it, and does so again when somebody changed the prospect in between. `at` is the time to write:
 * now, or just after the last change, so that `updatedAt` tells any two changes apart. Throws `Conflict` after five lost races.
 */
export async function alterProspect<Answer>(
  app: App,
  prospectId: string,
  change: (prospect: Prospect, at: number) => Alteration<Answer> | Promise<Alteration<Answer>>,
): Promise<Answer | "unknown-prospect"> {
  for (let attempt = 1; ; attempt += 1) {
    const prospect = await getProspect(app.table, prospectId);
    if (!prospect) return "unknown-prospect";
    const { writes, answer } = await change(prospect, Math.max(app.now(), prospect.updatedAt + 1));
    if (!writes.length) return answer;
    try {
      await app.table.write(...writes.map((write) => onlyIfUnchanged(write, prospect)));
      return answer;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === ATTEMPTS) throw error;
    }
  }
}

function onlyIfUnchanged(write: Write, prospect: Prospect): Write {
  const { pk, sk } = prospectKey(prospect.id);
  return write.kind === "update" && write.key.pk === pk && write.key.sk === sk
    ? { ...write, guard: { match: { ...ownMatch(write.guard), updatedAt: prospect.updatedAt } } }
    : write;
}

const ownMatch = (guard: Write["guard"]) => (typeof guard === "object" ? guard.match : {});
